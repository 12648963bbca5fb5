package io.github.etnasandbox.state;

import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.token.TokenIssuer;
import io.github.etnasandbox.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be done to a world's tokens. */
public sealed interface TokenCommand<R> extends Command<R> {
    /** Issues a token, an interim one between two steps of a login. Older tokens stay good: a user may hold many. */
    record Issue(UserId userId, Duration lifetime, boolean interim) implements TokenCommand<Token> {
        @Override
        public Transition<Token> applyTo(State state, Instant now) {
            Token token = TokenIssuer.of(state.appKeys().keySet())
                    .issue(state.nextId(), userId, now, now.plus(lifetime), interim);
            return new Transition<>(state.withIdTaken().with(token), token);
        }
    }

    /**
     * Ends a token's life from outside, as time or an administrator would. A token that is over already stays as it is;
     * the result is empty when the world does not know the token.
     */
    record End(String value, How how) implements TokenCommand<Optional<Token>> {
        public enum How {
            /** Its time is over now. */
            EXPIRE,
            /** It is taken back, as by a logout. */
            REVOKE
        }

        @Override
        public Transition<Optional<Token>> applyTo(State state, Instant now) {
            Optional<Token> found = state.token(value);
            Optional<Token> ended = found.map(token -> switch (how) {
                case EXPIRE -> token.isExpired(now) ? token : token.expiringAt(now);
                case REVOKE -> token.revokedNow();
            });
            return new Transition<>(ended.equals(found) ? state : state.with(ended.orElseThrow()), ended);
        }
    }

    /** Forgets all but some tokens: they are as unknown as if never issued. The result is how many. */
    record Forget(Set<String> kept) implements TokenCommand<Integer> {
        @Override
        public Transition<Integer> applyTo(State state, Instant now) {
            State after = state;
            for (Map.Entry<String, Token> token : state.tokens().entrySet()) {
                if (!kept.contains(token.getKey())) {
                    after = after.without(token.getValue());
                }
            }
            return new Transition<>(
                    after, state.tokens().size() - after.tokens().size());
        }
    }
}
