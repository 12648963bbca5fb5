package io.github.etnasandbox.world;

import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.TokenCommand;
import java.util.NoSuchElementException;

/** What a test does to a world's tokens. All of it is safe for use by many threads. */
public interface TokenControl {

    /**
     * Applies a command to what the world is now.
     *
     * @param command the command
     * @param <R> kind of its result
     * @return what came of it
     */
    <R> R apply(Command<R> command);

    /**
     * Forgets all tokens but the seed's, as a server does that keeps them in memory and is started again.
     *
     * @return how many were forgotten
     */
    int forgetTokens();

    /**
     * Ends a token's time, as if it had passed.
     *
     * @param token what a client sends
     * @throws NoSuchElementException when the world does not know it
     */
    default void expireToken(String token) {
        end(token, TokenCommand.End.How.EXPIRE);
    }

    /**
     * Takes a token back, as a logout does.
     *
     * @param token what a client sends
     * @throws NoSuchElementException when the world does not know it
     */
    default void revokeToken(String token) {
        end(token, TokenCommand.End.How.REVOKE);
    }

    private void end(String token, TokenCommand.End.How how) {
        if (apply(new TokenCommand.End(token, how)).isEmpty()) {
            throw new NoSuchElementException("this world does not know that token");
        }
    }
}
