package io.github.etnasandbox.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends cancels over keep-alive connections and measures each one. One thread serves all connections: a thread for each
 * would fight the server for the cores, and the fight would be measured.
 *
 * @param port the server's port on loopback
 * @param connections how many connections, each with one request under way at all times
 * @param expectedStatus the status of every answer; another one ends the load
 */
public record LoadClient(int port, int connections, int expectedStatus) {

    /** Cancels until the time is over or there are no more orders. */
    public Load run(OrderIds orders, Duration atMost) throws IOException {
        List<Connection> open = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                open.add(Connection.open(port, expectedStatus, selector));
            }
            return drive(selector, open, orders, atMost.toNanos());
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }

    private static Load drive(Selector selector, List<Connection> open, OrderIds orders, long atMostNanos)
            throws IOException {
        Histogram latencies = new Histogram();
        long started = System.nanoTime();
        for (Connection connection : open) {
            connection.send(orders.next());
        }
        int underWay = open.size();
        while (underWay > 0) {
            selector.select();
            boolean timeIsOver = System.nanoTime() - started > atMostNanos;
            for (SelectionKey key : selector.selectedKeys()) {
                Connection connection = (Connection) key.attachment();
                long nanos = connection.receive();
                if (nanos < 0) {
                    continue;
                }
                latencies.add(nanos);
                if (timeIsOver || orders.isEmpty()) {
                    underWay--;
                } else {
                    connection.send(orders.next());
                }
            }
            selector.selectedKeys().clear();
        }
        return Load.of(latencies, System.nanoTime() - started);
    }
}
