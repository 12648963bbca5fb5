package io.github.etnasandbox.stream;

import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.token.Streamer;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client can subscribe to, and what its keys name.
 *
 * <p>Source: guide pages of Streaming Data, later editions.
 */
enum Entity implements Word {
    /** Orders of an account. */
    ORDER(Streamer.DATA),
    /** Positions of an account. */
    POSITION(Streamer.DATA),
    /** The balance of an account. */
    ACCOUNT_BALANCE(Streamer.DATA),
    /** The balances of a user's accounts together. */
    USER_BALANCE(Streamer.DATA),
    /** The quote of a security. */
    QUOTE(Streamer.QUOTE);

    private final Streamer streamer;
    private final String word = Word.camelCase(name());

    Entity(Streamer streamer) {
        this.streamer = streamer;
    }

    @Override
    public String word() {
        return word;
    }

    /** The streamer that tells of it. */
    Streamer streamer() {
        return streamer;
    }

    static Stream<Entity> of(Streamer streamer) {
        return Stream.of(values()).filter(entity -> entity.streamer == streamer);
    }

    static Optional<Entity> find(Streamer streamer, String word) {
        return of(streamer).filter(entity -> entity.word.equals(word)).findFirst();
    }
}
