package io.github.etnasandbox.bench;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.etnasandbox.bench.subject.Role;
import io.github.etnasandbox.bench.subject.Subject;

/** WireMock as it comes, or without its journal, with three stubs that give the three answers to a cancel. */
final class WireMock implements Subject {
    private final boolean journal;

    private WireMock(boolean journal) {
        this.journal = journal;
    }

    public static void main(String... arguments) throws Exception {
        long now = System.nanoTime();
        boolean journal = !arguments[arguments.length - 1].equals("nojournal");
        Role.play(now, new WireMock(journal), arguments);
    }

    @Override
    public Started start() {
        WireMockConfiguration configuration =
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort();
        if (!journal) {
            configuration.disableRequestJournal();
        }
        WireMockServer server = new WireMockServer(configuration);
        server.start();
        Stubs.cancel(server);
        return new Started() {
            @Override
            public int port() {
                return server.port();
            }

            /** Empties the journal, which nothing else bounds. */
            @Override
            public void reset() {
                server.resetRequests();
            }

            @Override
            public void close() {
                server.stop();
            }
        };
    }
}
