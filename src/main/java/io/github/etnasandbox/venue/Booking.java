package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.account.BalanceFigure;
import io.github.etnasandbox.account.Fee;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.account.Transaction;
import io.github.etnasandbox.account.TransactionType;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.Ledger;
import io.github.etnasandbox.state.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an execution does to the books of an account: it moves the position, is booked with its commission, and is paid.
 *
 * <p>From the first execution on, or the first quote that is set of what it holds, the figures of positions in the account's
 * balance are what its positions are worth; a fixture's stand until then.
 *
 * <p>Source: guide page Get Transactions. In its sample the commission is booked before the execution, and is taken by the
 * execution: so each one pays it.
 */
final class Booking {
    /** What each execution pays, in the account's currency: that of the samples, here and of previews. */
    static final BigDecimal COMMISSION = new BigDecimal("3.75");

    private static final String COMMISSION_ID = "Per Trade Commission";

    /** What positions show of which the sandbox has nothing, as their sample spells it. */
    private static final KeptFields FIELDS =
            KeptFields.of(List.of("StopLossPrice", "0", "TakeProfitPrice", "0", "ExcessChanges", "0"));

    private final State state;
    private final Order order;
    private final Instant now;

    private Booking(State state, Order order, Instant now) {
        this.state = state;
        this.order = order;
        this.now = now;
    }

    /** Books the execution between two states of an order. */
    static State book(State state, Order before, Order executed, Instant now) {
        return NextPosition.isMovedBy(executed) ? new Booking(state, executed, now).book(before.openQuantity()) : state;
    }

    private State book(double openBefore) {
        BigDecimal quantity = NextPosition.bought(order);
        BigDecimal price = NextPosition.price(order);
        NextPosition next = new NextPosition(position(), now);
        Position after = next.filled(quantity, price);
        BigDecimal paid = next.paid(quantity, price);
        Ledger ledger = state.ledger().with(after);
        ledger = ledger.with(commission(ledger));
        ledger = ledger.with(transaction(
                ledger,
                TransactionType.ORDER_EXECUTION,
                paid.negate(),
                quantity,
                NextPosition.rounded(BigDecimal.valueOf(openBefore)),
                null,
                next.isDayTrade(quantity)));
        return pay(state.with(ledger), paid.add(COMMISSION));
    }

    private Position position() {
        Position known =
                state.ledger().position(order.accountId(), order.terms().securityId());
        if (known != null) {
            return known;
        }
        Optional<Security> security = Pricing.security(state, order);
        return new Position(
                state.ledger().nextPositionId(),
                order.accountId(),
                order.terms().securityId(),
                security.map(Security::symbol).orElse(order.terms().symbol()),
                security.map(Security::multiplier).orElse(1),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                Position.Closed.NOTHING,
                Position.Day.QUIET,
                executedBefore().negate(),
                now,
                now,
                FIELDS);
    }

    /** Of a position that no fixture tells, though it tells executions: they are not part of it. */
    private BigDecimal executedBefore() {
        BigDecimal[] sum = {BigDecimal.ZERO};
        state.ledger().transactions(order.accountId()).forEachValue(each -> {
            if (each.type() == TransactionType.ORDER_EXECUTION
                    && each.securityId() == order.terms().securityId()) {
                sum[0] = sum[0].add(each.quantity());
            }
        });
        return sum[0];
    }

    private Transaction commission(Ledger ledger) {
        Fee fee = new Fee(ledger.nextFeeId(), COMMISSION_ID, COMMISSION, "Execution", BigDecimal.ONE, "Absolute");
        return transaction(
                ledger, TransactionType.COMMISSION, COMMISSION.negate(), BigDecimal.ZERO, BigDecimal.ZERO, fee, false);
    }

    private Transaction transaction(
            Ledger ledger,
            TransactionType type,
            BigDecimal value,
            BigDecimal quantity,
            BigDecimal leaves,
            @Nullable Fee fee,
            boolean dayTrade) {
        return new Transaction(
                ledger.nextTransactionId(),
                order.accountId(),
                type,
                order.terms().securityId(),
                order.progress().stateId(),
                now,
                value,
                quantity,
                leaves,
                fee,
                dayTrade,
                null,
                KeptFields.NONE);
    }

    private State pay(State booked, BigDecimal paid) {
        AccountId id = order.accountId();
        Optional<Account> account = booked.account(id);
        if (account.isEmpty() || account.get().balance().isEmpty()) {
            return booked;
        }
        Figures figures = new Figures(account.get())
                .add(BalanceFigure.CASH, paid.negate())
                .add(BalanceFigure.NET_CASH, paid.negate());
        return Valuation.followed(booked.with(figures.changed()), id);
    }
}
