package io.github.etnasandbox.live;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.account.Transaction;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.world.World;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What a tester asks of the records of a world, each answered by its state. */
interface WorldQuestions extends World {

    /** Everything the world knows now. */
    State state();

    @Override
    default Order order(int orderId) {
        return state().order(new OrderId(orderId))
                .orElseThrow(() -> new NoSuchElementException("world '" + id() + "' has no order " + orderId));
    }

    @Override
    default List<Order> orders() {
        return List.copyOf(state().orders().values());
    }

    @Override
    default Account account(int accountId) {
        return state().account(new AccountId(accountId))
                .orElseThrow(() -> new NoSuchElementException("world '" + id() + "' has no account " + accountId));
    }

    @Override
    default List<Position> positions(int accountId) {
        return state().ledger().positions(account(accountId).id());
    }

    @Override
    default Optional<Position> position(int accountId, String symbol) {
        State state = state();
        return Optional.ofNullable(state.ledger()
                .position(account(accountId).id(), security(state, symbol).id().value()));
    }

    @Override
    default Optional<Quote> quote(String symbol) {
        return Optional.ofNullable(security(state(), symbol).quote());
    }

    private Security security(State state, String symbol) {
        return state.security(symbol)
                .orElseThrow(() -> new NoSuchElementException("world '" + id() + "' has no security " + symbol));
    }

    @Override
    default List<Transaction> transactions(int accountId) {
        return List.copyOf(
                state().ledger().transactions(account(accountId).id()).values());
    }
}
