package io.github.etnasandbox.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A row of the report: what was measured, and a figure of each server for each round. */
final class Row {
    private final String label;
    private final Map<Server, List<Double>> figures = new EnumMap<>(Server.class);

    Row(String label) {
        this.label = label;
    }

    /** Adds a figure. Rounds below 0 warm up and do not count. */
    void add(int round, Server server, double figure) {
        if (round >= 0) {
            figures.computeIfAbsent(server, any -> new ArrayList<>()).add(figure);
        }
    }

    /** This row divided by another one, round by round. */
    Row dividedBy(Row other, String newLabel) {
        Row ratios = new Row(newLabel);
        other.figures.forEach((server, divisors) -> ratios.figures.put(server, ratios(of(server), divisors)));
        return ratios;
    }

    /** The head of the table: a column for each server, then what ours is divided by each of the others. */
    static String header(List<Server> servers) {
        StringBuilder line = new StringBuilder("|");
        servers.forEach(server -> line.append(" | ").append(server.title));
        servers.stream().skip(1).forEach(other -> line.append(" | ÷ ").append(other.title));
        return line + " |\n|---" + "|---:".repeat(2 * servers.size() - 1) + "|";
    }

    String markdown(List<Server> servers) {
        StringBuilder line = new StringBuilder("| " + label);
        servers.forEach(server -> line.append(" | ").append(cell(of(server))));
        servers.stream().skip(1).forEach(other -> line.append(" | ").append(cell(ratios(of(Server.OURS), of(other)))));
        return line + " |";
    }

    private List<Double> of(Server server) {
        return figures.getOrDefault(server, List.of());
    }

    private static List<Double> ratios(List<Double> dividends, List<Double> divisors) {
        return IntStream.range(0, Math.min(dividends.size(), divisors.size()))
                .mapToObj(round -> dividends.get(round) / divisors.get(round))
                .toList();
    }

    /** The median, and the least and the most of several figures. */
    private static String cell(List<Double> figures) {
        if (figures.isEmpty()) {
            return "";
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int last = sorted.size() - 1;
        String median = text((sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2);
        return last == 0 ? median : median + " (" + text(sorted.get(0)) + "–" + text(sorted.get(last)) + ")";
    }

    /** Three digits where there is a fraction, whole numbers above that. */
    private static String text(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value).replace(',', ' ');
    }
}
