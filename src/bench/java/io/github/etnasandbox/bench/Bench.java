package io.github.etnasandbox.bench;

import io.github.etnasandbox.bench.LoadClient.Load;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code scripts/bench} runs once it has built everything. In every round all servers take their turns, so that what
 * disturbs the machine for a while disturbs all of them.
 */
final class Bench {
    private static final int CONNECTIONS = 16;
    private static final double SECONDS = 3;
    private static final double NO_LIMIT = Double.MAX_VALUE;
    private static final int MILLION = 1_000_000;
    private static final long FILLS = 100;
    private static final Pattern PLACED = Pattern.compile("\\{\"Id\":(\\d+)");

    /** Rounds of a load that are not counted, until the JVM has compiled what is hot. */
    private static final int WARM_UPS = 6;

    /** In a heap that grows, a server pays for each page of memory that it is the first to use. */
    private static final String[] WHOLE_HEAP = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"};

    private final int rounds;
    private final List<Server> servers = Server.measured();
    private final List<Server> sandboxes =
            servers.stream().filter(Server::isSandbox).toList();

    private Bench(int rounds) {
        this.rounds = rounds;
    }

    /** Takes the letters of the sections, then the number of rounds; prints the rows of a section once it is done. */
    public static void main(String... arguments) throws IOException {
        Bench bench = new Bench(Integer.parseInt(arguments[1]));
        System.out.println(Row.header(bench.servers));
        for (char letter : arguments[0].replace(",", "").toCharArray()) {
            for (Row row : bench.section(letter)) {
                System.out.println(row.markdown(bench.servers));
            }
        }
    }

    private List<Row> section(char letter) throws IOException {
        return switch (letter) {
            case 'a' -> fromInside(servers, "cold", "", "cold start to the first 204, ms");
            case 'b' -> fromInside(servers, "warm", "", "start, first 204, close, in a warm JVM, ms");
            case 'c' -> worlds();
            case 'd' -> cancels();
            case 'e' -> largeFixtures();
            case 'f' -> pages();
            case 'g' -> placedAndCanceled();
            case 'h' -> heaps();
            case 'i' -> streams();
            case 'j' -> new Lasting(rounds).rows();
            default -> throw new IllegalArgumentException("there is no section " + letter);
        };
    }

    /** Each in a fresh JVM, which prints a figure for each row. The first round warms the disk's cache. */
    private List<Row> fromInside(List<Server> measured, String what, String folder, String... labels)
            throws IOException {
        List<Row> rows = Stream.of(labels).map(Row::new).toList();
        List<Server> inTurn = new ArrayList<>(measured);
        for (int round = -1; round < rounds; round++) {
            for (Server server : inTurn) {
                try (Child jvm = server.measure(what, folder)) {
                    for (Row row : rows) {
                        row.add(round, server, Double.parseDouble(jvm.line()));
                    }
                }
            }
            takeTurns(inTurn);
        }
        return rows;
    }

    /** What it costs to begin anew or where one was, and whether that depends on how many orders there are. */
    private List<Row> worlds() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int count : List.of(10, 10_000, MILLION)) {
            try (GeneratedOrders orders = GeneratedOrders.write(count, false)) {
                String[] labels = Stream.of("a fresh world", "a reset", "a snapshot", "to restore it")
                        .map(what -> what + ", " + count + " orders, µs")
                        .toArray(String[]::new);
                rows.addAll(fromInside(sandboxes, "worlds", orders.folder(), labels));
            }
        }
        return rows;
    }

    /** A sandbox cancels each of its orders at most once a round; a reset brings all of them back. */
    private List<Row> cancels() throws IOException {
        Row perSecond = new Row("cancels a second, 16 connections");
        Row p99 = new Row("p99 of a cancel, µs");
        Row unrecorded = new Row("cancels a second, without a request journal");
        try (GeneratedOrders orders = GeneratedOrders.write(MILLION, false)) {
            List<Child> running = start(orders.folder(), true);
            running.addAll(start(orders.folder(), false));
            interleave(running, (round, jvm) -> {
                Load load = new LoadClient(jvm.port(), CONNECTIONS).run(MILLION, SECONDS, cancels(MILLION, 204));
                (jvm.hasJournal ? perSecond : unrecorded).add(round, jvm.server, load.perSecond());
                if (jvm.hasJournal) {
                    p99.add(round, jvm.server, load.p99Micros());
                }
            });
        }
        return List.of(perSecond, p99, unrecorded, perSecond.dividedBy(unrecorded, "cancels with ÷ without a journal"));
    }

    /** How long a large fixture takes to load, and how much of the heap it keeps. */
    private List<Row> largeFixtures() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (boolean allFields : List.of(false, true)) {
            String fields = allFields ? "all documented fields" : "only the interpreted fields";
            try (GeneratedOrders orders = GeneratedOrders.write(MILLION, allFields)) {
                String load = "load of a million orders with " + fields + ", s";
                String heap = "heap of an order with " + fields + ", bytes";
                rows.addAll(fromInside(sandboxes, "load", orders.folder(), load, heap));
            }
        }
        return rows;
    }

    /** Over one connection. Servers that know no orders answer the first page only. */
    private List<Row> pages() throws IOException {
        Map<Row, Request> pages = new LinkedHashMap<>();
        String[][] queries = {
            {"the first", "pageNumber=0"},
            {"descending", "pageNumber=0&desc=true"},
            {"a far one", "pageNumber=500"},
            {"filtered by status", "pageNumber=0&filter=Status%20in%20(0,1)"},
            {"filtered by security", "pageNumber=0&filter=SecurityId%20=%204"},
            {"filtered by date", "pageNumber=0&filter=CreateDate%20%3E%20%232019-01-21T14:50:00%23"},
            {"sorted by quantity", "pageNumber=0&sortField=Quantity&desc=true"},
            {"sorted by date", "pageNumber=0&sortField=Date&desc=true"},
            {"sorted by client id", "pageNumber=500&sortField=ClientId"}
        };
        for (String[] query : queries) {
            pages.put(new Row("a page of 100 out of 100 000 orders, " + query[0] + ", µs"), Request.page(query[1]));
        }
        try (GeneratedOrders orders = GeneratedOrders.write(100_000, true)) {
            interleave(start(orders.folder(), true), (round, jvm) -> {
                for (Row row : pages.keySet()) {
                    Load load = new LoadClient(jvm.port(), 1).run(200, NO_LIMIT, answer -> pages.get(row));
                    row.add(round, jvm.server, load.medianMicros());
                    if (!jvm.server.isSandbox()) {
                        break;
                    }
                }
            });
        }
        return List.copyOf(pages.keySet());
    }

    private List<Row> placedAndCanceled() throws IOException {
        Row perSecond = new Row("orders placed and then canceled, a second");
        interleave(start("docs", true), (round, jvm) -> perSecond.add(round, jvm.server, placesAndCancels(jvm.port())));
        return List.of(perSecond);
    }

    /** Each connection cancels what it has placed. */
    private static double placesAndCancels(int port) throws IOException {
        Load load = new LoadClient(port, CONNECTIONS).run(Long.MAX_VALUE, SECONDS, answer -> {
            Matcher id = PLACED.matcher(answer);
            return id.find() ? Request.cancel(Integer.parseInt(id.group(1)), 204) : Request.PLACE;
        });
        return load.perSecond() / 2;
    }

    /** What streamers tell, and what it costs those who are not told. */
    private List<Row> streams() throws IOException {
        Row messages = new Row("messages to 1 000 clients of a streamer, a second");
        Row latency = new Row("from a fill to its message, median, µs");
        Row alone = new Row("orders placed and then canceled, a second, while nobody listens");
        Row heard = new Row("the same while one client listens");
        List<Child> running = new ArrayList<>();
        for (Server server : sandboxes) {
            running.add(server.serve("docs", true, WHOLE_HEAP));
        }
        interleave(running, (round, jvm) -> {
            try (Listeners many = new Listeners(jvm.port(), 1_000)) {
                long begun = System.nanoTime();
                new LoadClient(jvm.port(), 1).run(FILLS, NO_LIMIT, answer -> Request.FILL);
                many.awaitTold(FILLS * 1_000);
                messages.add(round, jvm.server, many.told() * 1e9 / (System.nanoTime() - begun));
            }
            jvm.reset();
            alone.add(round, jvm.server, placesAndCancels(jvm.port()));
            jvm.reset();
            try (Listeners one = new Listeners(jvm.port(), 1)) {
                long[] nanos = new long[(int) FILLS];
                for (int i = 0; i < FILLS; i++) {
                    long sent = System.nanoTime();
                    new LoadClient(jvm.port(), 1).run(1, 1, answer -> Request.FILL);
                    one.awaitTold(i + 1);
                    nanos[i] = System.nanoTime() - sent;
                }
                Arrays.sort(nanos);
                latency.add(round, jvm.server, nanos[nanos.length / 2] / 1e3);
            }
            jvm.reset();
            try (Listeners one = new Listeners(jvm.port(), 1)) {
                heard.add(round, jvm.server, placesAndCancels(jvm.port()));
                one.awaitTold(1); // else nobody has listened
            }
        });
        return List.of(
                messages,
                latency,
                alone,
                heard,
                heard.dividedBy(alone, "orders while one listens ÷ while nobody does"));
    }

    /** In one round only: a heap hardly differs from run to run. */
    private List<Row> heaps() throws IOException {
        List<Integer> requests = List.of(10_000, 200_000, MILLION);
        List<Row> rows = requests.stream()
                .map(count -> new Row("heap in use after " + count + " requests, MiB"))
                .toList();
        int orders = 1_000;
        try (GeneratedOrders generated = GeneratedOrders.write(orders, false)) {
            for (Server server : servers) {
                try (Child jvm = server.serve(generated.folder(), true)) {
                    LoadClient client = new LoadClient(jvm.port(), CONNECTIONS);
                    client.run(orders, NO_LIMIT, cancels(orders, 204));
                    int sent = orders;
                    for (int i = 0; i < (server.isSandbox() ? 3 : 2); i++) {
                        client.run(requests.get(i) - sent, NO_LIMIT, cancels(orders, server.isSandbox() ? 409 : 204));
                        sent = requests.get(i);
                        rows.get(i).add(0, server, jvm.heapMebibytes());
                    }
                }
            }
        }
        return rows;
    }

    private static Function<String, Request> cancels(int orders, int status) {
        long[] sent = new long[1];
        return answer -> Request.cancel(GeneratedOrders.id(sent[0]++, orders), status);
    }

    /** Starts all servers for a load, or those that have a request journal without it. */
    private List<Child> start(String folder, boolean journal) throws IOException {
        List<Child> running = new ArrayList<>();
        for (Server server : servers) {
            if (journal || server != Server.JAVALIN) {
                running.add(server.serve(folder, journal, WHOLE_HEAP));
            }
        }
        return running;
    }

    private interface Measurement {
        void take(int round, Child jvm) throws IOException;
    }

    /** Measures one server after the other, round by round, and stops them. */
    private void interleave(List<Child> running, Measurement measurement) throws IOException {
        List<Child> inTurn = new ArrayList<>(running);
        for (int round = -WARM_UPS; round < rounds; round++) {
            for (Child jvm : inTurn) {
                measurement.take(round, jvm);
                jvm.reset();
            }
            takeTurns(inTurn);
        }
        running.forEach(Child::close);
    }

    /** Whoever is first in a round is slower, by 15 % under load. */
    private static void takeTurns(List<?> servers) {
        Collections.rotate(servers, 1);
    }
}
