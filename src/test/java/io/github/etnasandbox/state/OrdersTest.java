package io.github.etnasandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.filter.OrderFilter;
import io.github.etnasandbox.fixture.FixtureText;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.venue.NextState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest {
    private static final Orders SEED = Fixtures.named("docs").load().state().orders();
    private static final AccountId ACCOUNT = new AccountId(6303);

    @Test
    void each_account_has_its_own() {
        assertThat(SEED.ofAccount(ACCOUNT).byId()).containsOnlyKeys(73552, 75225, 75301, 75302, 80328);
        assertThat(SEED.ofAccount(new AccountId(6688)).byId()).containsOnlyKeys(80401, 80402, 80403);
        assertThat(SEED.ofAccount(new AccountId(1)).byId()).isEmpty();
    }

    @Test
    void a_replaced_order_is_replaced_in_its_account_too_and_the_orders_before_are_untouched() {
        Order before = SEED.values().iterator().next();
        Order canceled = new NextState(before, 2, before.terms().createDate()).canceled();
        Orders after = SEED.plus(canceled);

        assertThat(after).hasSameSizeAs(SEED).containsEntry(73552, canceled);
        assertThat(after.ofAccount(ACCOUNT).byId()).hasSize(5).containsEntry(73552, canceled);
        assertThat(SEED.ofAccount(ACCOUNT).byId().get(73552)).isEqualTo(before);
        assertThat(before.status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void those_that_meet_a_condition_are_found_as_they_are_now() {
        Order placed = SEED.values().iterator().next();
        Orders after = SEED.plus(new NextState(placed, 2, placed.terms().createDate()).canceled());
        OrderFilter isNew = OrderFilter.parse("Status in (0)");

        assertThat(SEED.ofAccount(ACCOUNT).idsWhere(isNew)).contains(73552);
        assertThat(after.ofAccount(ACCOUNT).idsWhere(isNew)).doesNotContain(73552);
    }

    /** What a list is filtered by is kept beside the orders as well: both must always say the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status in (0, 1, 4, 16)",
                "SecurityId = 4",
                "SecurityId = -2147483648",
                "CreateDate > #1969-12-31T23:59:59.9999999#",
                "CreateDate <= #0001-01-01T00:00:00#",
                "CreateDate between #1969-12-31T23:59:59.9999998# and #9999-12-31T23:59:59.9999999#"
            })
    void a_condition_finds_what_looking_at_each_order_finds(String filter) {
        OrderFilter condition = OrderFilter.parse(filter);
        AccountOrders orders = FixtureText.withOrders("["
                        + order(1, -2147483648, "1969-12-31T23:59:59.9999999Z", "New")
                        + "," + order(15, 4, "1969-12-31T23:59:59.9999998Z", "Held")
                        + "," + order(16, 2147483647, "0001-01-01T00:00:00Z", "Canceled")
                        + "," + order(2000000000, 4, "9999-12-31T23:59:59.9999999Z", "PendingNew") + "]")
                .state()
                .orders()
                .ofAccount(new AccountId(10));

        assertThat(orders.idsWhere(condition))
                .isNotEmpty()
                .containsExactly(orders.byId().values().stream()
                        .filter(condition::holds)
                        .mapToInt(order -> order.id().value())
                        .toArray());
    }

    private static String order(int id, int securityId, String createDate, String status) {
        return "{\"Id\":" + id + ",\"AccountId\":10,\"UserId\":7,\"Quantity\":100,\"Side\":\"Buy\",\"SecurityId\":"
                + securityId + ",\"CreateDate\":\"" + createDate + "\",\"Status\":\"" + status + "\"}";
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
}
