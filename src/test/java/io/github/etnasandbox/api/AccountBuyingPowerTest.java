package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.member;
import static io.github.etnasandbox.api.Calls.placed;
import static io.github.etnasandbox.api.Calls.replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much less buying power for stocks the account has than at the start. */
@SandboxTest
class AccountBuyingPowerTest {
    private static final String LIMIT = "{'Symbol':'AAPL','Type':'Limit','Side':'Buy','Quantity':10,'Price':100}";
    private BigDecimal start = BigDecimal.ZERO;

    @BeforeEach
    void look(World world) {
        start = figure(world, "dayTradingBuyingPower");
    }

    @Test
    void an_order_to_buy_reserves_what_it_would_cost(World world) {
        placed(world, LIMIT);
        assertTaken(world, "1000");
        placed(world, LIMIT.replace("100", "0").replace("Limit", "Market"));
        assertTaken(world, "2568.5");
    }

    @Test
    void the_other_figures_move_in_proportion(World world) {
        placed(world, LIMIT);
        assertThat(figure(world, "stockBuyingPower")).isEqualByComparingTo("1988808.9");
        assertThat(figure(world, "optionBuyingPower")).isEqualByComparingTo("994404.45");
    }

    @Test
    void a_cancel_returns_it(World world) {
        cancel(world, placed(world, LIMIT), "admin-token");
        assertTaken(world, "0");
    }

    @Test
    void a_rejected_order_takes_nothing(World world) {
        placed(world, LIMIT.replace("AAPL", "NOQT"));
        assertTaken(world, "0");
        world.reject(placed(world, LIMIT), "no");
        assertTaken(world, "0");
    }

    @Test
    void a_replacement_reserves_what_it_costs_itself(World world) {
        int id = placed(world, LIMIT);
        replace(world, id, "{'Id':" + id + ",'Quantity':5,'Price':49,'ExecutionInstructions':{}}");
        assertTaken(world, "245");
    }

    @Test
    void a_fill_keeps_what_it_really_cost(World world) {
        int id = placed(world, LIMIT);
        world.fill(id, 4.0, 99.0);
        assertTaken(world, "996");
        cancel(world, id, "admin-token");
        assertTaken(world, "396");
    }

    @Test
    void a_sale_gives_back_what_it_brought(World world) {
        int id = placed(world, LIMIT.replace("Buy", "Sell"));
        assertTaken(world, "0");
        world.fill(id, 5.0, 101.0);
        assertTaken(world, "-505");
    }

    @Test
    void an_option_is_a_hundred_of_its_shares(World world) {
        placed(world, LIMIT.replace("AAPL", "AAPL  190503C00165000").replace("100", "7"));
        assertTaken(world, "7000");
    }

    @Test
    void a_reset_gives_all_back(World world) {
        world.fill(placed(world, LIMIT));
        world.reset();
        assertTaken(world, "0");
    }

    private void assertTaken(World world, String amount) {
        assertThat(start.subtract(figure(world, "dayTradingBuyingPower"))).isEqualByComparingTo(amount);
    }

    private static BigDecimal figure(World world, String name) {
        return new BigDecimal(member(get(world, "/v1.0/accounts/6303/info", "admin-token"), name));
    }
}
