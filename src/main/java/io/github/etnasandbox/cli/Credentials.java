package io.github.etnasandbox.cli;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.token.AppKey;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of a world is worth copying first: the credentials that open it, and an order to try them on.
 *
 * @param trader a good token of another user: of the order's, if there is one
 */
record Credentials(
        Optional<AppKey> appKey, Optional<Token> administrator, Optional<Token> trader, Optional<Order> order) {

    static Credentials of(State state) {
        Optional<Order> order = state.orders().values().stream()
                .filter(each -> each.status().isOutstanding())
                .findFirst();
        Optional<UserId> owner = order.map(Order::userId);
        Optional<Token> ownersToken = goodTokens(
                        state, user -> !user.administrator() && owner.equals(Optional.of(user.id())))
                .findFirst();
        return new Credentials(
                state.appKeys().values().stream().filter(AppKey::enabled).findFirst(),
                goodTokens(state, User::administrator).findFirst(),
                ownersToken.or(
                        () -> goodTokens(state, user -> !user.administrator()).findFirst()),
                order);
    }

    private static Stream<Token> goodTokens(State state, Predicate<User> whose) {
        return state.tokens().values().stream()
                .filter(token -> !token.revoked() && !token.interim() && !token.isExpired(state.clock()))
                .filter(token -> state.users()
                        .find(token.userId())
                        .filter(User::enabled)
                        .filter(whose)
                        .isPresent());
    }
}
