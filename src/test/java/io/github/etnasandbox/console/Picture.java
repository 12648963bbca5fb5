package io.github.etnasandbox.console;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A screenshot as a small file: of 256 colours at most, which is enough for text on plain ground. */
final class Picture {
    private static final int COLOURS = 256;

    /** So near are two colours that look the same, by the squares of their differences. */
    private static final int ALIKE = 48;

    private Picture() {}

    static void write(byte[] png, Path file) throws IOException {
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                counts.merge(full.getRGB(x, y), 1, Integer::sum);
            }
        }
        List<Integer> palette = palette(counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList());
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
        BufferedImage small =
                new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                int index = nearest.computeIfAbsent(full.getRGB(x, y), colour -> nearestOf(colour, palette));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(small, "png", file.toFile());
    }

    /** Those that are there most, without those that look the same, or a few green words would lose their colour to greys. */
    private static List<Integer> palette(List<Integer> byFrequency) {
        List<Integer> palette = new ArrayList<>();
        for (int colour : byFrequency) {
            if (palette.size() < COLOURS && palette.stream().allMatch(each -> distance(each, colour) > ALIKE)) {
                palette.add(colour);
            }
        }
        return palette;
    }

    private static int nearestOf(int colour, List<Integer> palette) {
        int closest = palette.stream()
                .min(Comparator.comparingInt(each -> distance(each, colour)))
                .orElseThrow();
        return palette.indexOf(closest);
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
            distance += difference * difference;
        }
        return distance;
    }
}
