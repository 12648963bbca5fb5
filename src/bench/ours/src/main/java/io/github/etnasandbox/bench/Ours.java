package io.github.etnasandbox.bench;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.bench.subject.Role;
import io.github.etnasandbox.bench.subject.Subject;

/** The sandbox as it comes, with the packaged fixtures. */
final class Ours implements Subject {
    public static void main(String... arguments) throws Exception {
        long now = System.nanoTime();
        Role.play(now, new Ours(), arguments);
    }

    @Override
    public Started start() {
        return new Running(Sandbox.start());
    }

    @Override
    public Started startForLoad(int orders) {
        Sandbox sandbox = Sandbox.start();
        sandbox.world().reseed(ManyOrders.seed(orders));
        return new Running(sandbox);
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
