package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.member;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a security an account can buy and sell. */
@SandboxTest
class TradeLimitsTest {
    private static final String LIMITS = "/v1.0/accounts/6303/preview/limits/";

    @Test
    void as_much_can_be_bought_as_placing_takes(World world) {
        BigDecimal limit = new BigDecimal(member(get(world, LIMITS + "AAPL?price=100.5", "admin-token"), "BuyLimit"));

        assertThat(preview(world, limit)).doesNotContain("DayTradingBuyingPowerExceeded");
        assertThat(preview(world, limit.add(BigDecimal.ONE))).contains("DayTradingBuyingPowerExceeded");
    }

    private static String preview(World world, BigDecimal quantity) {
        String order = "{'Symbol':'AAPL','Type':'Limit','Side':'Buy','Price':100.5,'Quantity':" + quantity + "}";
        return Calls.post(world, "/v1.0/accounts/6303/preview/orders", order, "admin-token")
                .getBody();
    }

    @Test
    void as_much_can_be_sold_as_is_held(World world) {
        world.fill(73552);
        assertThat(member(get(world, LIMITS + "aapl", "admin-token"), "SellLimit"))
                .isEqualTo("300");
    }

    @Test
    void a_price_that_is_asked_about_is_that_of_both(World world) {
        assertThat(get(world, LIMITS + "AAPL?price=10", "admin-token").getBody())
                .startsWith("{\"BuyPrice\":10,\"SellPrice\":10,");
    }

    @Test
    void an_option_costs_as_much_as_its_contract_size_says(World world) {
        var limits = get(world, LIMITS + "AAPL%20%20190503C00165000?price=10", "admin-token");
        assertThat(member(limits, "BuyLimit")).isEqualTo("3978");
        assertThat(member(limits, "SellLimit")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "cheap", "1,5"})
    void a_price_that_is_none_is_refused(String price, World world) {
        var answer = get(world, LIMITS + "AAPL?price=" + price, "admin-token");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(reason(answer)).contains("query parameter price is '" + price + "'");
    }

    @ParameterizedTest
    @CsvSource({"6303, AAPX", "6303, 4", "1, AAPL"})
    void what_does_not_exist_is_a_server_error(int account, String symbol, World world) {
        String path = "/v1.0/accounts/" + account + "/preview/limits/" + symbol;
        assertThat(get(world, path, "admin-token").getStatus()).isEqualTo(500);
    }
}
