package io.github.etnasandbox.bench;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.etnasandbox.bench.subject.Role;
import io.github.etnasandbox.bench.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** WireMock as it comes, or without its journal, with stubs: for the three answers to a cancel, or for a fixed page. */
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
        WireMockServer server = server();
        Stubs.cancel(server);
        Stubs.place(server);
        return started(server);
    }

    @Override
    public Started startForLists(Path folder) throws IOException {
        WireMockServer server = server();
        Stubs.list(server, Files.readString(folder.resolve("page.json")));
        return started(server);
    }

    private WireMockServer server() {
        WireMockConfiguration configuration =
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort();
        if (!journal) {
            configuration.disableRequestJournal();
        }
        WireMockServer server = new WireMockServer(configuration);
        server.start();
        return server;
    }

    private static Started started(WireMockServer server) {
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
