package io.github.etnasandbox.store;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something to do with the tables, and whom to tell what became of it. */
interface Task {
    /** The world whose log it goes on with, or null when it does not. */
    @Nullable String log();

    boolean writes();

    /** Does it. When it throws a {@link StoreException}, it is refused and has changed nothing. */
    void run(Tables tables);

    /** Tells that it is done and lasts. */
    void done();

    void failed(StoreException why);

    /** A step in the log of a world. */
    record Step(String log, Consumer<Tables> change, Outcome outcome) implements Task {
        @Override
        public boolean writes() {
            return true;
        }

        @Override
        public void run(Tables tables) {
            change.accept(tables);
        }

        @Override
        public void done() {
            outcome.lasts();
        }

        @Override
        public void failed(StoreException why) {
            outcome.failed(why);
        }
    }

    /** What a caller waits for. */
    final class Waiting<T> implements Task {
        private final boolean writes;
        private final Function<Tables, T> work;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private @Nullable T found;

        Waiting(boolean writes, Function<Tables, T> work) {
            this.writes = writes;
            this.work = work;
        }

        @Override
        public @Nullable String log() {
            return null;
        }

        @Override
        public boolean writes() {
            return writes;
        }

        @Override
        public void run(Tables tables) {
            found = work.apply(tables);
        }

        @Override
        public void done() {
            answer.complete(Objects.requireNonNull(found));
        }

        @Override
        public void failed(StoreException why) {
            answer.completeExceptionally(why);
        }

        /** Waits, through interrupts too: what was handed over is done anyway, and the caller must know. */
        T await() {
            try {
                return answer.join();
            } catch (CompletionException e) {
                // One of its own, so that its stack trace has the caller.
                throw e.getCause() instanceof StoreException why
                        ? new StoreException(Objects.requireNonNull(why.getMessage()), why)
                        : e;
            }
        }
    }
}
