package io.github.etnasandbox.state;

import io.github.etnasandbox.token.Token;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Forgets tokens, so that they are as unknown as if they had never been issued.
 *
 * @param kept what a client sends of the tokens that stay
 */
public record TokensForgotten(Set<String> kept) implements Command<Integer> {
    /** How many were forgotten. */
    @Override
    public Transition<Integer> applyTo(State state, Instant now) {
        State after = state;
        for (Map.Entry<String, Token> token : state.tokens().entrySet()) {
            if (!kept.contains(token.getKey())) {
                after = after.without(token.getValue());
            }
        }
        return new Transition<>(after, state.tokens().size() - after.tokens().size());
    }
}
