package io.github.etnasandbox.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.account.Transaction;
import io.github.etnasandbox.account.TransactionType;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.StateRecord;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.venue.BooksModel.Holding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Has the code and a far simpler model keep the books of the same random lives. */
class BooksModelTest {
    private static final AccountId ACCOUNT = new AccountId(6303);
    private static final int RUNS = 50;

    private final List<Holding> lives = new ArrayList<>();

    @Test
    void the_code_keeps_the_books_as_a_simple_model_does() {
        for (String fixtures : List.of("docs", "every-status")) {
            State from = Snapshots.stateOf(Fixtures.named(fixtures).load());
            for (int seed = 0; seed < RUNS; seed++) {
                Comparison comparison = new Comparison(from);
                RandomRun.of(seed, 100, from, new RandomCommands(seed, true)::next, comparison);
                lives.addAll(comparison.model.holdings.values());
            }
        }
        assertReached("short", holding -> holding.shortOnce);
        assertReached("reversed", holding -> holding.reversedOnce);
    }

    private void assertReached(String what, Predicate<Holding> was) {
        assertThat(lives).as("positions that were once %s", what).anyMatch(was);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs", "every-status"})
    void no_money_is_made_or_lost_whatever_happens(String fixtures) {
        State from = Snapshots.stateOf(Fixtures.named(fixtures).load());
        BigDecimal deposits = deposits(from);
        for (int seed = 0; seed < RUNS; seed++) {
            RandomRun.of(
                    seed,
                    100,
                    from,
                    new RandomCommands(seed, true)::next,
                    (before, step, after) -> assertThat(deposits(after.state()))
                            .as("cash, cost of positions and commissions, less realized profit")
                            .isEqualByComparingTo(deposits));
        }
    }

    /** Cash where the account tells it, else what its transactions make: with positions and commissions, all that was paid in. */
    private static BigDecimal deposits(State state) {
        String cash = state.account(ACCOUNT).orElseThrow().balance().get("cash");
        BigDecimal paid = cash == null ? sum(transactions(state), Transaction::value) : new BigDecimal(cash);
        List<Position> positions = state.ledger().positions(ACCOUNT);
        return paid.add(sum(positions, Position::costBasis))
                .subtract(sum(positions, Position::realizedProfitLoss))
                .subtract(sum(of(TransactionType.COMMISSION, state), Transaction::value));
    }

    private static <T> BigDecimal sum(List<T> all, Function<T, BigDecimal> figure) {
        return all.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Transaction> transactions(State state) {
        return state.ledger().transactions(ACCOUNT).values();
    }

    private static List<Transaction> of(TransactionType type, State state) {
        return transactions(state).stream().filter(each -> each.type() == type).toList();
    }

    /** The model beside one run. */
    private static final class Comparison implements RandomRun.Check {
        private final BooksModel model = new BooksModel();
        private final State seed;

        Comparison(State seed) {
            this.seed = seed;
            seed.ledger().positions(ACCOUNT).forEach(model::hold);
        }

        @Override
        public void check(State before, RandomCommands.Step step, Transition<?> after) {
            State state = after.state();
            List<Fill> fills = fills(before, state);
            fills.forEach(fill -> model.fill(fill.security(), fill.bought(), fill.price(), size(fill.security())));
            if (fills.isEmpty()) {
                assertThat(transactions(state)).as("books without a fill").isEqualTo(transactions(before));
            }
            agree(state);
        }

        private void agree(State state) {
            int booked = transactions(state).size() - transactions(seed).size();
            assertThat(booked).as("transactions, two a fill").isEqualTo(2 * model.fills);
            List<Transaction> executions = of(TransactionType.ORDER_EXECUTION, state);
            double worth = 0;
            double open = 0;
            for (Position position : state.ledger().positions(ACCOUNT)) {
                Holding holding = Objects.requireNonNull(model.holdings.get(position.securityId()));
                int size = size(position.securityId());
                same("quantity", position.quantity(), holding.quantity);
                same("cost", position.costBasis(), holding.cost(size));
                same("realized", position.realizedProfitLoss(), holding.realized);
                same("average", position.averageOpenPrice(), holding.quantity == 0 ? 0 : holding.price);
                BigDecimal executed = sum(
                        executions.stream()
                                .filter(each -> each.securityId() == position.securityId())
                                .toList(),
                        Transaction::quantity);
                assertThat(position.heldBefore().add(executed)).isEqualByComparingTo(position.quantity());
                BigDecimal told = position.dailyCostBasis(); // by the fixture, until the first fill or quote
                double value = told == null
                        ? holding.quantity * last(state, position.securityId()) * size
                        : told.doubleValue();
                worth += value;
                open += value - holding.cost(size);
            }
            if (model.fills > 0
                    && !state.account(ACCOUNT).orElseThrow().balance().isEmpty()) {
                same("cash", figure(state, "cash"), figure(seed, "cash").doubleValue() + model.cash);
                same("marketValue", figure(state, "marketValue"), worth);
                same("openPL", figure(state, "openPL"), open);
                same(
                        "equityTotal",
                        figure(state, "equityTotal"),
                        figure(state, "cash").doubleValue() + worth);
            }
        }

        private static void same(String what, BigDecimal ours, double theirs) {
            assertThat(ours.doubleValue()).as(what).isCloseTo(theirs, within(1e-6 * Math.max(1, Math.abs(theirs))));
        }

        private static BigDecimal figure(State state, String name) {
            return new BigDecimal(Objects.requireNonNull(
                    state.account(ACCOUNT).orElseThrow().balance().get(name)));
        }

        private int size(int security) {
            return seed.security(new SecurityId(security)).orElseThrow().multiplier();
        }

        private static double last(State state, int security) {
            return Objects.requireNonNull(state.security(new SecurityId(security))
                            .orElseThrow()
                            .quote())
                    .last();
        }
    }

    private record Fill(int stateId, int security, double bought, double price) {}

    private static boolean isBooked(Order order) {
        return order.accountId().equals(ACCOUNT) && order.legs().isEmpty();
    }

    /** What was filled between two states, the first one first. */
    private static List<Fill> fills(State before, State after) {
        List<Fill> fills = new ArrayList<>();
        after.orders().forEachChangedSince(before.orders(), order -> {
            Order old = before.orders().get(order.id().value());
            double executed = old == null ? 0 : old.executedQuantity();
            List<StateRecord> records = new ArrayList<>(order.records());
            records.sort(Comparator.comparing(record -> record.progress().stateId()));
            for (StateRecord record : records) {
                if (record.execution().executedQuantity() > executed && isBooked(order)) {
                    executed = record.execution().executedQuantity();
                    double quantity = record.execution().lastQuantity();
                    fills.add(new Fill(
                            record.progress().stateId(),
                            order.terms().securityId(),
                            order.side().isBuy() ? quantity : -quantity,
                            record.execution().lastPrice()));
                }
            }
        });
        fills.sort(Comparator.comparing(Fill::stateId));
        return fills;
    }
}
