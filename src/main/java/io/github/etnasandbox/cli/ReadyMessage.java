package io.github.etnasandbox.cli;

import io.github.etnasandbox.json.Version;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Worlds;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.token.AppKey;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** What a person needs who has just started a sandbox, read from the world that was loaded. */
final class ReadyMessage {
    private ReadyMessage() {}

    /** @param guarded whether control requests need the control key */
    static String of(World world, boolean guarded) {
        State state = LiveWorld.of(world).state();
        Optional<Order> order = state.orders().values().stream()
                .filter(each -> each.status().isOutstanding())
                .findFirst();
        Optional<String> appKey = state.appKeys().values().stream()
                .filter(AppKey::enabled)
                .findFirst()
                .map(AppKey::key);
        Optional<String> administrator = goodToken(state, User::administrator);
        Optional<String> trader = order.flatMap(each -> goodToken(
                        state, user -> !user.administrator() && each.userId().equals(user.id())))
                .or(() -> goodToken(state, user -> !user.administrator()));
        return """
                etna-sandbox %s is ready; Ctrl-C stops it

                  API           %s
                  Control       %s
                  Fixtures      %s: %d accounts, %d users, %d orders
                %s  Dialect       %s
                  Clock         %s

                  App key       %s
                  Admin token   %s
                  Trader token  %s

                %s
                """.formatted(
                        Version.TEXT,
                        world.apiUrl(),
                        world.controlUrl() + (guarded ? " (send the control key in Sandbox-Control-Key)" : ""),
                        world.seed().source(),
                        state.accounts().size(),
                        state.users().all().size(),
                        state.orders().size(),
                        store(LiveWorld.of(world).among()),
                        Word.of(world.settings().dialect()),
                        clock(world, state.clock()),
                        appKey.orElse("none is enabled"),
                        administrator.orElseGet(() -> noToken(state.clock())),
                        trader.map(token -> token + limits(world)).orElseGet(() -> noToken(state.clock())),
                        order.map(each -> curl(world, each, appKey, administrator))
                                .orElse("No order is outstanding that a curl could cancel."));
    }

    private static String store(Worlds worlds) {
        String place = worlds.store();
        return place == null ? "" : "  Store         " + place + ": worlds " + worlds.count() + "\n";
    }

    /** Finds the first token that opens the API now, of a user that a condition selects. */
    private static Optional<String> goodToken(State state, Predicate<User> whose) {
        return state.tokens().values().stream()
                .filter(token -> !token.revoked() && !token.interim() && !token.isExpired(state.clock()))
                .filter(token -> state.user(token.userId())
                        .filter(User::enabled)
                        .filter(whose)
                        .isPresent())
                .findFirst()
                .map(Token::value);
    }

    /** What traders wonder at who have just placed an order. */
    private static String limits(World world) {
        return world.settings().dialect() == Dialect.DOCUMENTED
                ? " (places orders; to list, read and cancel them takes an administrator in this dialect)"
                : "";
    }

    private static String noToken(Instant now) {
        return "none of the fixtures is good at " + now + "; POST /token issues one";
    }

    private static String clock(World world, Instant now) {
        ClockMode mode = world.settings().clock();
        return Word.of(mode) + (mode == ClockMode.FROZEN ? " at " : ", now ") + now;
    }

    private static String curl(World world, Order order, Optional<String> appKey, Optional<String> administrator) {
        if (appKey.isEmpty() || administrator.isEmpty()) {
            return "Order " + order.id() + " is outstanding; to cancel it takes an enabled app key and an"
                    + " administrator's token.";
        }
        return "Cancel order " + order.id() + ":\n  curl -i -X DELETE"
                + " -H " + quoted("Et-App-Key: " + appKey.get())
                + " -H " + quoted("Authorization: Bearer " + administrator.get())
                + " " + quoted(world.apiUrl() + "/v1.0/accounts/" + order.accountId() + "/orders/" + order.id());
    }

    /** Double quotes do in every shell, single ones hold whatever stands in a fixture in the shells of Unix. */
    private static String quoted(String word) {
        return word.matches("[\\w .:/+=-]+") ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
    }
}
