package io.github.etnasandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.VenueAnswer;
import io.github.etnasandbox.venue.NextState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final Orders SEED =
            Snapshots.stateOf(Fixtures.named("docs").load()).orders();
    private static final AccountId ACCOUNT = new AccountId(6303);

    @Test
    void each_account_has_its_own() {
        assertThat(ids(ACCOUNT)).containsExactly(73552, 75225, 75301, 75302, 80328);
        assertThat(ids(new AccountId(6688))).containsExactly(80401, 80402, 80403);
        assertThat(ids(new AccountId(1))).isEmpty();
    }

    @Test
    void a_replaced_order_is_replaced_in_its_account_too_and_the_orders_before_are_untouched() {
        Order before = SEED.values().iterator().next();
        Order canceled = new NextState(before, 2, before.terms().createDate()).canceled();
        Orders after = SEED.plus(canceled);

        assertThat(after.values()).hasSize(SEED.size());
        assertThat(after.get(73552)).isEqualTo(canceled);
        assertThat(after.ofAccount(ACCOUNT).values()).hasSize(5);
        assertThat(after.ofAccount(ACCOUNT).get(73552)).isEqualTo(canceled);
        assertThat(SEED.ofAccount(ACCOUNT).get(73552)).isEqualTo(before);
        assertThat(before.status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void an_order_that_is_taken_out_is_not_in_its_account_any_more_nor_due() {
        Orders one = Orders.NONE.plus(pending());
        Orders none = one.minus(pending());
        assertThat(none).isEqualTo(Orders.NONE);
        assertThat(none.ofAccount(ACCOUNT).values()).isEmpty();
        assertThat(one.nextAnswered(Instant.MAX)).isEqualTo(pending());
        assertThat(none.nextAnswered(Instant.MAX)).isNull();
    }

    private static Order pending() {
        Order order = SEED.values().iterator().next();
        return order.awaiting(new VenueAnswer(Instant.EPOCH, VenueAnswer.Kind.ACKNOWLEDGE));
    }

    @Test
    void an_order_stays_on_its_account() {
        Order order = SEED.values().iterator().next();
        Order moved = new Order(
                new OrderId(80401),
                order.accountId(),
                order.userId(),
                order.clientId(),
                order.terms(),
                order.execution(),
                order.progress(),
                order.legs(),
                order.earlier(),
                order.cancelOutcome(),
                order.kept());
        assertThatThrownBy(() -> SEED.plus(moved))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order 80401 is on account 6688, not on 6303");
    }

    private static List<Integer> ids(AccountId account) {
        return SEED.ofAccount(account).values().stream()
                .map(order -> order.id().value())
                .toList();
    }
}
