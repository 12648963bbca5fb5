package io.github.etnasandbox.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Progress;
import io.github.etnasandbox.order.StateRecord;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is so of all orders of a world whatever is done to them. Beside one run: it sums up what is filled. */
final class OrderInvariants implements RandomRun.Check {
    private static final AccountId ACCOUNT = new AccountId(6303);
    private static final String FIGURE = "dayTradingBuyingPower";

    private final State seed;
    private final Map<Integer, Double> turnovers = new HashMap<>();
    private final double seedCommitted;

    OrderInvariants(State seed) {
        this.seed = seed;
        seed.orders()
                .values()
                .forEach(order -> turnovers.put(
                        order.id().value(),
                        order.executedQuantity() * order.execution().averagePrice()));
        this.seedCommitted = committed(seed);
    }

    @Override
    public void check(State before, RandomCommands.Step step, Transition<?> after) {
        State state = after.state();
        if (!RandomRun.isDone(after.result()) && !isFilledFirst(before, step)) {
            require(after.keeps(before), "a refused command has changed the state", step);
        }
        for (Order order : state.orders().values()) {
            Order old = before.orders().get(order.id().value());
            if (!order.equals(old)) {
                checkChange(old, order);
                checkFigures(order);
            }
            checkGroup(state, order);
            if (step.command() instanceof ClockAdvance) {
                checkNothingDue(state, order);
            }
        }
        checkBuyingPower(state);
    }

    /** The one refusal that changes something: the order was outstanding, and its script filled it before the cancel. */
    private static boolean isFilledFirst(State before, RandomCommands.Step step) {
        if (!(step.command() instanceof Cancellation cancel)) {
            return false;
        }
        Order named = before.orders().get(cancel.orderId().value());
        Order order = named == null ? null : Group.combinationOf(before, named).orElse(named);
        if (order == null || !order.accountId().equals(cancel.accountId())) {
            return false;
        }
        CancelOutcome own = order.cancelOutcome();
        CancelOutcome outcome = own == null ? before.venue().nextCancel() : own;
        return order.status().isOutstanding()
                && outcome != null
                && (outcome.kind() == CancelOutcome.Kind.FILL_FIRST
                        || outcome.kind() == CancelOutcome.Kind.PARTIAL_FILL_FIRST);
    }

    private void checkChange(@Nullable Order old, Order order) {
        require(old == null || !old.status().isFinal(), "an order that was over has changed", order);
        List<StateRecord> records = firstToLast(order);
        List<StateRecord> known = old == null ? List.of() : firstToLast(old);
        require(records.size() >= known.size(), "records are lost", order);
        for (int i = 0; i < known.size(); i++) {
            require(isSame(records.get(i), known.get(i)), "a record has changed, or a change left none", order);
        }
        for (int i = Math.max(1, known.size()); i < records.size(); i++) {
            checkRecord(records.get(i - 1), records.get(i), order);
        }
    }

    private void checkRecord(StateRecord last, StateRecord next, Order order) {
        require(next.progress().stateId() > last.progress().stateId(), "state ids do not rise", order);
        require(next.progress().requestId() >= last.progress().requestId(), "request ids fall", order);
        double filled = next.execution().executedQuantity() - last.execution().executedQuantity();
        require(filled >= 0, "something is executed no longer", order);
        turnovers.merge(order.id().value(), filled * next.execution().lastPrice(), Double::sum);
    }

    /** What the venue is going to do is no part of what the order is. */
    private static boolean isSame(StateRecord one, StateRecord other) {
        Progress progress = one.progress();
        return progress.stateId() == other.progress().stateId()
                && progress.requestId() == other.progress().requestId()
                && progress.status() == other.progress().status()
                && progress.requestStatus() == other.progress().requestStatus()
                && progress.transactionDate().equals(other.progress().transactionDate())
                && one.execution().equals(other.execution());
    }

    private void checkFigures(Order order) {
        double executed = order.executedQuantity();
        double leaves = order.leavesQuantity();
        require(
                executed >= 0 && leaves >= 0 && executed + leaves <= order.quantity() * (1 + 1e-9),
                "executed and leaves are more than the quantity",
                order);
        require(!order.status().isFinal() || leaves == 0, "something is left of an order that is over", order);
        if (executed > 0) {
            double average = turnovers.getOrDefault(order.id().value(), 0.0) / executed;
            require(
                    Math.abs(average - order.execution().averagePrice()) <= average * 1e-9,
                    "the average price is not the turnover by the executed quantity, " + average,
                    order);
        }
        require(
                order.terms().timeInForce() != TimeInForce.FILL_OR_KILL
                        || executed == 0
                        || executed == order.quantity(),
                "a part of fill or kill is filled",
                order);
    }

    private static void checkGroup(State state, Order root) {
        if (root.legs().isEmpty()) {
            return;
        }
        List<Order> legs = new ArrayList<>();
        for (OrderId id : root.legs()) {
            legs.add(state.order(id).orElseThrow());
        }
        for (Order leg : legs) {
            require(!root.status().isFinal() || leg.status().isFinal(), "a leg outlives its group", leg);
        }
        OrderType type = root.terms().type();
        if (type == OrderType.ONE_CANCEL_OTHER || type == OrderType.ONE_TRIGGER_ONE_CANCEL_OTHER) {
            long executed = legs.subList(legs.size() - 2, legs.size()).stream()
                    .filter(leg -> leg.executedQuantity() > 0)
                    .count();
            require(executed < 2, "both legs of an OCO are executed", root);
        }
    }

    private void checkNothingDue(State state, Order order) {
        Instant now = state.clock();
        var answer = order.progress().answer();
        require(answer == null || answer.at().isAfter(now), "an answer is overdue", order);
        Instant expires = order.terms().expireDate();
        require(
                order.status().isFinal() || !expires.isAfter(seed.clock()) || expires.isAfter(now),
                "an order has not expired",
                order);
        require(state.orders().nothingDueBefore().isAfter(now), "something is due", order);
    }

    private void checkBuyingPower(State state) {
        String figure = figure(state);
        String first = figure(seed);
        if (figure != null && first != null) {
            assertThat(Double.parseDouble(figure) + committed(state) - seedCommitted)
                    .as("buying power, with what the orders have taken")
                    .isCloseTo(Double.parseDouble(first), org.assertj.core.api.Assertions.within(1e-4));
        }
    }

    private static @Nullable String figure(State state) {
        return state.account(ACCOUNT).orElseThrow().balance().get(FIGURE);
    }

    /** What was filled of orders that open positions, and what their rest would cost; less what closing ones got. */
    private double committed(State state) {
        double sum = 0;
        for (Order order : state.orders().values()) {
            if (order.accountId().equals(ACCOUNT) && order.legs().isEmpty()) {
                sum += committed(state, order);
            }
        }
        return sum;
    }

    private double committed(State state, Order order) {
        Security security =
                state.security(new SecurityId(order.terms().securityId())).orElse(null);
        int multiplier = security == null ? 1 : security.multiplier();
        double turnover = turnovers.getOrDefault(order.id().value(), 0.0);
        if (!order.side().opens()) {
            return -turnover * multiplier;
        }
        boolean over = order.status().isFinal();
        double open = over ? 0 : order.quantity() - order.executedQuantity();
        return (turnover + (over ? 0 : open * price(security, order))) * multiplier;
    }

    private static double price(@Nullable Security security, Order order) {
        Quote quote = security == null ? null : security.quote();
        if (order.terms().price() > 0 || quote == null) {
            return Math.max(order.terms().price(), 0);
        }
        return order.side().isBuy() ? quote.ask() : quote.bid();
    }

    private static List<StateRecord> firstToLast(Order order) {
        List<StateRecord> records = new ArrayList<>(order.records());
        Collections.reverse(records);
        return records;
    }

    private static void require(boolean kept, String problem, Object of) {
        if (!kept) {
            throw new AssertionError(problem + ": " + of);
        }
    }
}
