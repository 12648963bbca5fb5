package io.github.etnasandbox.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.state.VenueSettingsChange;
import io.github.etnasandbox.user.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to an order while a request of it is under way. */
class PendingOrderTest {
    private static final AccountId ACCOUNT = new AccountId(6303);
    private static final UserId USER = new UserId(7125);

    private State state = Snapshots.stateOf(Fixtures.named("docs").load());
    private final OrderId id = new OrderId(state.nextId());

    @ParameterizedTest
    @ValueSource(doubles = {5, 0})
    void a_replacement_accepted_or_not_leaves_the_acknowledgement_due_as_it_was(double quantity) {
        apply(new VenueSettingsChange(VenueSettings.DEFAULTS.acknowledgingAfter(Duration.ofSeconds(2))));
        place(TimeInForce.DAY);
        apply(new Replacement(ACCOUNT, id, USER, asked(TimeInForce.DAY, quantity)));
        assertThat(order().status()).isEqualTo(OrderStatus.PENDING_NEW);

        apply(new ClockAdvance(Duration.ofSeconds(2)));
        assertThat(order().status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void an_order_filled_in_part_while_its_cancel_is_pending_shows_it_when_the_cancel_is_rejected() {
        apply(new VenueSettingsChange(VenueSettings.DEFAULTS.holdingNewOrders()));
        place(TimeInForce.DAY);
        apply(new CancelScript(id, CancelOutcome.HOLD));
        apply(new Cancellation(ACCOUNT, id, USER));
        apply(new VenueInstruction(id, VenueEvent.FILL, 3.0, null, null));
        apply(VenueInstruction.of(id, VenueEvent.REJECT_CANCEL));

        assertThat(order().status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    void a_new_order_whose_cancel_is_rejected_is_acknowledged_after_all() {
        apply(new VenueSettingsChange(VenueSettings.DEFAULTS.acknowledgingAfter(Duration.ofSeconds(2))));
        place(TimeInForce.DAY);
        apply(new CancelScript(id, CancelOutcome.HOLD));
        apply(new Cancellation(ACCOUNT, id, USER));
        apply(new ClockAdvance(Duration.ofSeconds(3)));
        apply(VenueInstruction.of(id, VenueEvent.REJECT_CANCEL));
        assertThat(order().status()).isEqualTo(OrderStatus.PENDING_NEW);

        apply(new ClockAdvance(Duration.ofSeconds(2)));
        assertThat(order().status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void a_fill_or_kill_order_is_not_filled_in_part_before_its_cancel() {
        apply(new VenueSettingsChange(VenueSettings.DEFAULTS.holdingNewOrders()));
        place(TimeInForce.FILL_OR_KILL);
        apply(new CancelScript(id, CancelOutcome.partialFillFirst(3)));
        apply(new Cancellation(ACCOUNT, id, USER));

        assertThat(order().status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order().executedQuantity()).isZero();
    }

    @Test
    void an_order_of_which_nothing_is_open_cannot_be_filled() {
        state = Snapshots.stateOf(Fixtures.named("every-status").load());
        OrderId calculated = new OrderId(1012);
        Transition<OrderResult> fill =
                VenueInstruction.of(calculated, VenueEvent.FILL).applyTo(state, state.clock());

        assertThat(fill.result()).isInstanceOf(OrderResult.Refused.class);
        assertThat(fill.keeps(state)).isTrue();
    }

    private void place(TimeInForce timeInForce) {
        apply(new Placement(ACCOUNT, USER, USER, asked(timeInForce, 10)));
    }

    private static OrderParameters asked(TimeInForce timeInForce, double quantity) {
        return OrderParameters.NONE
                .with(OrderProperty.SYMBOL, "AAPL")
                .with(OrderProperty.TYPE, OrderType.MARKET)
                .with(OrderProperty.SIDE, Side.BUY)
                .with(OrderProperty.TIME_IN_FORCE, timeInForce)
                .with(OrderProperty.QUANTITY, quantity);
    }

    private void apply(Command<?> command) {
        state = command.applyTo(state, state.clock()).state();
    }

    private Order order() {
        return state.order(id).orElseThrow();
    }
}
