package io.github.etnasandbox.state;

import io.github.etnasandbox.token.Token;
import java.time.Instant;
import java.util.Optional;

/** Ends a token's life from outside, as time or an administrator would. A token that is over already stays as it is. */
public record TokenEnd(String value, How how) implements Command<Optional<Token>> {
    /** In which way a token ends. */
    public enum How {
        /** Its time is over now. */
        EXPIRE {
            @Override
            Token end(Token token, Instant now) {
                return token.isExpired(now) ? token : token.expiringAt(now);
            }
        },
        /** It is taken back, as by a logout. */
        REVOKE {
            @Override
            Token end(Token token, Instant now) {
                return token.revokedNow();
            }
        };

        abstract Token end(Token token, Instant now);
    }

    /** Empty when the world does not know the token. */
    @Override
    public Transition<Optional<Token>> applyTo(State state, Instant now) {
        Optional<Token> found = state.token(value);
        Optional<Token> ended = found.map(token -> how.end(token, now));
        return new Transition<>(ended.equals(found) ? state : state.with(ended.orElseThrow()), ended);
    }
}
