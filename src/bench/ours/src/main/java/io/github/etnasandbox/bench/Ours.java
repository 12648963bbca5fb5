package io.github.etnasandbox.bench;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.bench.subject.Role;
import io.github.etnasandbox.bench.subject.Subject;
import io.github.etnasandbox.fixture.Fixtures;
import java.nio.file.Path;

/** The sandbox as it comes, or without its journal, with the packaged fixtures or a folder of large ones. */
final class Ours implements Subject {
    private final SandboxConfig config;

    private Ours(SandboxConfig config) {
        this.config = config;
    }

    public static void main(String... arguments) throws Exception {
        long now = System.nanoTime();
        boolean journal = !arguments[arguments.length - 1].equals("nojournal");
        SandboxConfig config = journal
                ? SandboxConfig.DEFAULTS
                : SandboxConfig.DEFAULTS.withSettings(settings -> settings.withJournalBytes(0));
        Role.play(now, new Ours(config), arguments);
    }

    @Override
    public Started start() {
        return new Running(Sandbox.start(config));
    }

    @Override
    public Started startForLoad(int orders) {
        Sandbox sandbox = Sandbox.start(config);
        sandbox.world().reseed(ManyOrders.seed(orders));
        return new Running(sandbox);
    }

    @Override
    public Started startForLists(Path folder) {
        return new Running(Sandbox.start(config.withFixtures(Fixtures.folder(folder))));
    }

    private record Running(Sandbox sandbox) implements Started {
        @Override
        public int port() {
            return sandbox.port();
        }

        @Override
        public void reset() {
            sandbox.world().reset();
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }
}
