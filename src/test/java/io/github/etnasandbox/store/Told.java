package io.github.etnasandbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Waits for an outcome. */
final class Told implements Outcome {
    private final CompletableFuture<Optional<StoreException>> outcome = new CompletableFuture<>();

    @Override
    public void lasts() {
        tell(Optional.empty());
    }

    @Override
    public void failed(StoreException why) {
        tell(Optional.of(why));
    }

    private void tell(Optional<StoreException> failure) {
        if (!outcome.complete(failure)) {
            throw new AssertionError("told twice");
        }
    }

    void mustLast() {
        assertThat(outcome.join()).isEmpty();
    }

    boolean didLast() {
        return outcome.join().isEmpty();
    }

    String failure() {
        return outcome.join().map(Throwable::getMessage).orElseThrow(() -> new AssertionError("it lasts"));
    }
}
