package io.github.etnasandbox.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.account.BalanceFigure;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.account.Transaction;
import io.github.etnasandbox.fixture.FixtureText;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.IdsUsedUpException;
import io.github.etnasandbox.state.State;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fill of a hundred at 2.50 does to the books of an account. */
class BookingTest {
    private static final AccountId ACCOUNT = new AccountId(10);

    @Test
    void a_security_that_no_fixture_tells_has_a_position_by_its_id() {
        State after = filled("\"SecurityId\":9,\"Symbol\":\"XYZ\"", "", "");
        Position position = Objects.requireNonNull(after.ledger().position(ACCOUNT, 9));
        assertThat(position.symbol()).isEqualTo("XYZ");
        assertThat(position.costBasis()).isEqualByComparingTo("250");
        assertThat(after.ledger().transactions(ACCOUNT).values())
                .extracting(Transaction::id)
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-4"})
    void an_order_of_no_security_leaves_no_trace(String securityId) {
        State after = filled("\"SecurityId\":" + securityId, ",\"balance\":{\"cash\":1000}", "");
        assertThat(after.ledger().positions()).isEmpty();
        assertThat(after.ledger().transactions()).isEmpty();
        assertThat(cash(after)).isEqualTo("1000");
    }

    @Test
    void executions_of_a_position_that_is_not_told_are_no_part_of_it() {
        String told =
                "{\"Id\":5,\"AccountId\":10,\"SecurityId\":4,\"Value\":-1,\"Quantity\":30,\"Type\":\"OrderExecution\"}";
        State after = filled("\"SecurityId\":4", "", told);
        assertThat(Objects.requireNonNull(after.ledger().position(ACCOUNT, 4)).quantity())
                .isEqualByComparingTo("100");
        String export = FixtureText.text(after);
        assertThat(export).contains("\"heldBefore\":-30");
        assertThat(FixtureText.text(FixtureText.read(export))).isEqualTo(export);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e101"})
    void a_figure_with_more_digits_than_any_money_stays_as_it_is(String figure) {
        assertThat(cash(filled("\"SecurityId\":4", ",\"balance\":{\"cash\":" + figure + "}", "")))
                .isEqualTo(figure);
    }

    @Test
    void a_figure_that_is_money_pays() {
        assertThat(cash(filled("\"SecurityId\":4", ",\"balance\":{\"cash\":1e3}", "")))
                .isEqualTo("746.25");
    }

    @Test
    void ids_of_transactions_end() {
        String last = "{\"Id\":2147483646,\"AccountId\":10,\"Value\":1,\"Type\":\"Payment\"}";
        assertThatThrownBy(() -> filled("\"SecurityId\":4", "", last))
                .isInstanceOf(IdsUsedUpException.class)
                .hasMessage("the world's ids of transactions are used up, the highest is 2147483646;"
                        + " reset the world, or seed it with lower ones");
    }

    private static State filled(String order, String account, String transaction) {
        State seed = FixtureText.read("""
                {"appKeys": [], "users": [{"UserId": 7, "Login": "t", "password": "p"}],
                "accounts": [{"Id": 10, "access": [{"UserId": 7}]%s}], "tokens": [],
                "orders": [{"Id": 1, "AccountId": 10, "UserId": 7, "Quantity": 100, "Side": "Buy", "Status": "New", %s}],
                "transactions": [%s]}""".formatted(account, order, transaction));
        VenueInstruction fill = new VenueInstruction(new OrderId(1), VenueEvent.FILL, 100.0, 2.5, null);
        return fill.applyTo(seed, seed.clock()).state();
    }

    private static String cash(State state) {
        Account account = state.account(ACCOUNT).orElseThrow();
        return Objects.requireNonNull(account.balance().get(BalanceFigure.CASH.word()));
    }
}
