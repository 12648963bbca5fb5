package io.github.etnasandbox.state;

import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.token.TokenIssuer;
import io.github.etnasandbox.user.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * Issues a token to a user. Older tokens stay good: a user may hold many.
 *
 * @param interim whether it only stands between the two steps of a login
 */
public record TokenIssue(UserId userId, Duration lifetime, boolean interim) implements Command<Token> {
    @Override
    public Transition<Token> applyTo(State state, Instant now) {
        Token token = TokenIssuer.of(state.appKeys().keySet())
                .issue(state.nextId(), userId, now, now.plus(lifetime), interim);
        return new Transition<>(state.withIdsTaken(1).with(token), token);
    }
}
