package io.github.etnasandbox.bench;

import io.github.etnasandbox.bench.LoadClient.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What it costs that worlds last: a sandbox with a store beside one without, which take turns. */
final class Lasting {
    private static final int ORDERS = 100_000;
    private static final int WORLDS = 64;
    private static final int MANY_WORLDS = 10_000;
    private static final int MILLION = 1_000_000;
    private static final int READS = 200;
    private static final double SECONDS = 2;
    private static final int WARM_UPS = 5;
    private static final String[] HEAP = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"};
    private static final Request NEW_WORLD = Request.of("POST", "/sandbox/worlds", 201);

    private final int rounds;
    private final List<Row> rows = new ArrayList<>();

    Lasting(int rounds) {
        this.rounds = rounds;
    }

    List<Row> rows() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target", "bench"), "store");
        try {
            loads(folder.resolve("loads"));
            starts(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return rows;
    }

    /** A figure of both sandboxes, and what the one with the store has divided by that of the other. */
    private final class Pair {
        private final Row memory;
        private final Row store;

        Pair(String label) {
            memory = new Row(label + ", in memory");
            store = new Row(label + ", with a store");
            rows.addAll(List.of(memory, store));
        }

        void add(int round, boolean stored, double figure) {
            (stored ? store : memory).add(round, Server.OURS, figure);
        }

        void divide(String label) {
            rows.add(store.dividedBy(memory, label + ", with a store ÷ in memory"));
        }
    }

    private void loads(Path store) throws IOException {
        List<String> labels = List.of("one connection", "64 connections", "64 connections to 64 worlds");
        List<Pair> perSecond = labels.stream()
                .map(label -> new Pair("cancels a second, " + label))
                .toList();
        List<Pair> p99 = labels.stream()
                .map(label -> new Pair("p99 of a cancel, " + label + ", µs"))
                .toList();
        Pair read = new Pair("GET of an order that another client has just canceled, median, µs");
        try (GeneratedOrders orders = GeneratedOrders.write(ORDERS, false);
                Child memory = Server.OURS.serve(orders.folder(), true, HEAP);
                Child stored = Server.OURS.serveWithStore(orders.folder(), store, HEAP)) {
            for (Child jvm : List.of(memory, stored)) {
                new LoadClient(jvm.port(), 1).run(WORLDS, Double.MAX_VALUE, answer -> NEW_WORLD);
            }
            long[] sent = new long[2];
            for (int round = -WARM_UPS; round < rounds; round++) {
                for (int turn = 0; turn < 2; turn++) {
                    boolean isStored = (round + turn) % 2 != 0;
                    Child jvm = isStored ? stored : memory;
                    int side = isStored ? 1 : 0;
                    List<Load> loads =
                            List.of(load(jvm, 1, cancels()), load(jvm, WORLDS, cancels()), load(jvm, WORLDS, answer -> {
                                long next = sent[side]++;
                                return Request.cancel(
                                        "/worlds/" + (1 + next % WORLDS), GeneratedOrders.id(next / WORLDS, ORDERS));
                            }));
                    for (int i = 0; i < loads.size(); i++) {
                        perSecond.get(i).add(round, isStored, loads.get(i).perSecond());
                        p99.get(i).add(round, isStored, loads.get(i).p99Micros());
                    }
                    read.add(round, isStored, readAfterCancel(jvm));
                    jvm.reset();
                }
            }
        }
        for (int i = 0; i < labels.size(); i++) {
            perSecond.get(i).divide("cancels, " + labels.get(i));
        }
        read.divide("GET of an order just canceled");
    }

    private static Load load(Child jvm, int connections, Function<String, Request> next) throws IOException {
        Load load = new LoadClient(jvm.port(), connections).run(ORDERS, SECONDS, next);
        jvm.reset();
        return load;
    }

    private static Function<String, Request> cancels() {
        long[] sent = new long[1];
        return answer -> Request.cancel(GeneratedOrders.id(sent[0]++, ORDERS), 204);
    }

    private static double readAfterCancel(Child jvm) throws IOException {
        double[] micros = new double[READS];
        LoadClient client = new LoadClient(jvm.port(), 1);
        for (int i = 0; i < READS; i++) {
            int order = GeneratedOrders.id(i, ORDERS);
            client.run(1, 1, answer -> Request.cancel(order, 204));
            micros[i] = client.run(1, 1, answer -> Request.read(order)).medianMicros();
        }
        Arrays.sort(micros);
        return micros[READS / 2];
    }

    /** From the start of the process to its first answer. */
    private void starts(Path folder) throws IOException {
        Path many = folder.resolve("many");
        try (Child jvm = Server.OURS.serveWithStore("docs", many)) {
            new LoadClient(jvm.port(), 16).run(MANY_WORLDS, Double.MAX_VALUE, answer -> NEW_WORLD);
        }
        start("start to the first answer, one small world, 10 000 in the store", "docs", many, 73_552);
        try (GeneratedOrders orders = GeneratedOrders.write(MILLION, false)) {
            Path large = folder.resolve("large");
            try (Child jvm = Server.OURS.serveWithStore(orders.folder(), large)) {
                jvm.port();
            }
            start("start to the first answer, a million orders", orders.folder(), large, GeneratedOrders.FIRST_ID);
        }
    }

    private void start(String label, String fixtures, Path store, int order) throws IOException {
        Pair starts = new Pair(label + ", ms");
        for (int round = -1; round < rounds; round++) {
            for (int turn = 0; turn < 2; turn++) {
                boolean isStored = (round + turn) % 2 != 0;
                long begun = System.nanoTime();
                try (Child jvm =
                        isStored ? Server.OURS.serveWithStore(fixtures, store) : Server.OURS.serve(fixtures, true)) {
                    new LoadClient(jvm.port(), 1).run(1, 1, answer -> Request.read(order));
                    starts.add(round, isStored, (System.nanoTime() - begun) / 1e6);
                }
            }
        }
        starts.divide(label);
    }
}
