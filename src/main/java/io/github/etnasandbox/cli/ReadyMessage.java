package io.github.etnasandbox.cli;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.token.AppKey;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.world.World;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person needs who has just started a sandbox, read from the world that was loaded.
 */
final class ReadyMessage {
    private ReadyMessage() {}

    /** Writes the message. */
    static String of(World world, boolean guarded) {
        State state = world.state();
        Credentials credentials = Credentials.of(state);
        return """
                etna-sandbox %s is ready; Ctrl-C stops it

                  API           %s
                  Control       %s
                  Fixtures      %s: %d accounts, %d users, %d orders
                  Dialect       %s
                  Clock         %s

                  App key       %s
                  Admin token   %s
                  Trader token  %s

                %s
                """.formatted(
                        Main.version(),
                        world.apiUrl(),
                        world.controlUrl() + (guarded ? " (send the control key in Sandbox-Control-Key)" : ""),
                        world.seed().source(),
                        state.accounts().size(),
                        state.users().all().size(),
                        state.orders().size(),
                        Values.word(world.settings().dialect()),
                        clock(world, state.clock()),
                        credentials.appKey().map(AppKey::key).orElse("none is enabled"),
                        token(credentials.administrator(), state.clock()),
                        token(credentials.trader(), state.clock()),
                        curl(world, credentials));
    }

    private static String clock(World world, Instant now) {
        return switch (world.settings().clock()) {
            case FROZEN -> "frozen at " + now;
            case TICKING -> "ticking, now " + now;
            case SYSTEM -> "system, now " + now;
        };
    }

    private static String token(Optional<Token> token, Instant now) {
        return token.map(Token::value).orElse("none of the fixtures is good at " + now + "; POST /token issues one");
    }

    private static String curl(World world, Credentials credentials) {
        if (credentials.order().isEmpty()) {
            return "No order is outstanding that a curl could cancel.";
        }
        Order order = credentials.order().get();
        if (credentials.appKey().isEmpty() || credentials.administrator().isEmpty()) {
            return "Order " + order.id() + " is outstanding; to cancel it takes an enabled app key and an"
                    + " administrator's token.";
        }
        return "Cancel order " + order.id() + ":\n  "
                + String.join(
                        " ",
                        "curl -i -X DELETE",
                        "-H "
                                + quoted("Et-App-Key: "
                                        + credentials.appKey().get().key()),
                        "-H "
                                + quoted("Authorization: Bearer "
                                        + credentials.administrator().get().value()),
                        quoted(world.apiUrl() + "/v1.0/accounts/" + order.accountId() + "/orders/" + order.id()));
    }

    /** Double quotes do in every shell, single ones hold whatever stands in a fixture in the shells of Unix. */
    private static String quoted(String word) {
        return word.matches("[\\w .:/+=-]+") ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
    }
}
