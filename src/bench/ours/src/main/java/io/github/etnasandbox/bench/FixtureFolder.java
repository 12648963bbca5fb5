package io.github.etnasandbox.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a large folder of fixtures: the packaged ones, with generated orders in the place of theirs. */
final class FixtureFolder {
    private static final String PACKAGED = "/io/github/etnasandbox/fixture/packaged/docs/";

    private FixtureFolder() {}

    /** Takes a folder, a number of orders and {@code all} or {@code interpreted}; prints the bytes of the orders' file. */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (String file :
                new String[] {"app-keys.json", "users.json", "accounts.json", "securities.json", "tokens.json"}) {
            try (InputStream in = FixtureFolder.class.getResourceAsStream(PACKAGED + file)) {
                Files.write(folder.resolve(file), in.readAllBytes());
            }
        }
        Path orders = folder.resolve("orders.json");
        writeOrders(orders, Integer.parseInt(arguments[1]), arguments[2].equals("all"));
        System.out.println(Files.size(orders));
    }

    private static void writeOrders(Path file, int count, boolean allFields) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                out.write(i == 0 ? "[\n" : ",\n");
                out.write(OrderJson.of(i, allFields));
            }
            out.write("\n]\n");
        }
    }
}
