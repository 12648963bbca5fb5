package io.github.etnasandbox.api;

import io.github.etnasandbox.state.State;
import java.util.Optional;

/** An answer that is not there before the venue has spoken. Pure, like everything about answers. */
@FunctionalInterface
public interface Pending {
    /**
     * Looks whether the venue has spoken.
     *
     * @return the answer; empty while it has not
     */
    Optional<ApiResponse> answer(State state);
}
