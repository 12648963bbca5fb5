package io.github.etnasandbox.state;

import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.token.TokenIssuer;
import io.github.etnasandbox.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done to a world's tokens. */
public sealed interface TokenCommand<R> extends Command<R> {
    /** A world with so many tokens makes room before it issues another. */
    int MOST = 100_000;

    /** Issues a token, an interim one between two steps of a login. Older tokens stay good: a user may hold many. */
    record Issue(UserId userId, Duration lifetime, boolean interim) implements TokenCommand<Token> {
        private static final int TENTH = 10;

        @Override
        public Transition<Token> applyTo(State state, Instant now) {
            Token token = TokenIssuer.of(state.appKeys().keySet())
                    .issue(state.nextId(), userId, now, JsonDate.atMostLast(now.plus(lifetime)), interim);
            State roomy = state.tokens().size() < MOST ? state : withRoom(state, now);
            return new Transition<>(roomy.withIdTaken().with(token), token);
        }

        /** Drops the tokens that have expired; when none has, a tenth of them all, those that expire first. */
        private static State withRoom(State state, Instant now) {
            List<Token> mortal = state.tokens().values().stream()
                    .filter(token -> token.expires() != null)
                    .sorted(Comparator.comparing(Token::expires).thenComparing(Token::value))
                    .toList();
            long expired = mortal.stream().filter(token -> token.isExpired(now)).count();
            Set<String> dropped = mortal.stream()
                    .limit(expired > 0 ? expired : MOST / TENTH)
                    .map(Token::value)
                    .collect(Collectors.toSet());
            return state.withoutTokens(dropped);
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
            Set<String> forgotten = new HashSet<>(state.tokens().keySet());
            forgotten.removeAll(kept);
            State after = state.withoutTokens(forgotten);
            return new Transition<>(
                    after, state.tokens().size() - after.tokens().size());
        }
    }
}
