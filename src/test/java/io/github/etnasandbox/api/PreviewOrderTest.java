package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.post;
import static io.github.etnasandbox.api.Calls.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.order.OptionalValidator;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.nio.charset.StandardCharsets;
import kong.unirest.core.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class PreviewOrderTest {
    private static final String PREVIEW = "/v1.0/accounts/6303/preview/orders";
    private static final String LIMIT = "{'Symbol':'AAPL','Type':'Limit','Side':'Buy','Quantity':1000,'Price':169}";
    private static final String CHANGE = "{'Id':73552,'Quantity':5,'Price':49,'ExecutionInstructions':{}}";

    @ParameterizedTest
    @ValueSource(strings = {"Quantity':1000", "Quantity':0", "Symbol':'NONE','Quantity':1"})
    void nothing_changes(String part, World world) {
        var before = LiveWorld.of(world).state();
        var answer = post(world, PREVIEW, LIMIT.replace("Quantity':1000", part), "admin-token");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(put(world, PREVIEW + "/73552", CHANGE, "admin-token").getStatus())
                .isEqualTo(200);
        assertThat(LiveWorld.of(world).state()).isEqualTo(before);
    }

    @Test
    void the_documented_costs_are_those_of_a_thousand_at_169(World world) {
        assertThat(post(world, PREVIEW, LIMIT, "admin-token").getBody())
                .startsWith(
                        "{\"IsSuccessful\":true,\"Commission\":3.75,\"Commissions\":{\"Per Trade Commission\":3.75},"
                                + "\"Cost\":169000,\"NetCost\":168996.25,\"Quotes\":[{")
                .endsWith("}],\"MarginChange\":16900}");
    }

    @ParameterizedTest
    @EnumSource(names = {"CURRENT", "AUTOSHARES"})
    void later_editions_add_the_commission_to_the_cost(Dialect dialect, World world, Sandbox sandbox) {
        World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(dialect));
        assertThat(post(asked, PREVIEW, LIMIT, "admin-token").getBody())
                .contains("\"Cost\":169000,\"NetCost\":169003.75,\"TotalCost\":169003.75,\"Quotes\":[{");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DOCUMENTED | 'Type':'Stop'  | QuotePriceIsInvalid
            CURRENT    | 'Type':'Stop'  | QuotePriceIsInvalid
            AUTOSHARES | 'Type':'Stop'  | QuotePriceIsInvalid
            DOCUMENTED | 'Type':'Limit' | QuotePriceIsInvalid
            CURRENT    | 'Type':'Limit' | LimitPriceUndefined
            AUTOSHARES | 'Type':'Limit' | QuotePriceIsInvalid
            """)
    void a_missing_price_has_the_code_of_the_edition(
            Dialect dialect, String type, String code, World world, Sandbox sandbox) {
        World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(dialect));
        String order = LIMIT.replace("'Type':'Limit'", type).replace(",'Price':169", "");
        assertThat(post(asked, PREVIEW, order, "admin-token").getBody())
                .contains("\"IsSuccessful\":false,\"ErrorDescription\":\"" + code + "\"");
    }

    @Test
    void a_limit_price_that_is_named_as_missing_costs_the_commission(World world, Sandbox sandbox) {
        World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(Dialect.CURRENT));
        assertThat(post(asked, PREVIEW, LIMIT.replace(",'Price':169", ""), "admin-token")
                        .getBody())
                .contains("\"Commission\":3.75,", "\"Cost\":0,\"NetCost\":3.75,\"TotalCost\":3.75,\"Quotes\":[{")
                .endsWith("\"MarginChange\":0}");
    }

    @Test
    void a_buying_power_that_is_exceeded_is_told_with_the_costs(World world, Sandbox sandbox) {
        World poor = worldOf(sandbox, world, Dialect.DOCUMENTED, "\"balance\":{\"dayTradingBuyingPower\":1000000}");
        assertThat(preview(poor, "'Quantity':10454,'Price':169.006123732"))
                .contains("\"ErrorDescription\":\"PricePrecisionIsOutOfRange\"");
        assertThat(preview(poor, "'Quantity':10000,'Price':176.679"))
                .isEqualTo("{\"IsSuccessful\":false,\"ErrorDescription\":\"DayTradingBuyingPowerExceeded\","
                        + "\"ErrorDescriptionArgs\":[],\"Commission\":3.75,"
                        + "\"Commissions\":{\"Per Trade Commission\":3.75},\"Cost\":1766790,\"NetCost\":1766786.25,"
                        + "\"Quotes\":[{\"Ask\":156.85,\"Bid\":156.8,\"Last\":156.82,\"Volume\":0,\"OpenInterest\":0}],"
                        + "\"MarginChange\":0}");
    }

    @ParameterizedTest
    @EnumSource(names = {"CURRENT", "AUTOSHARES"})
    void later_editions_say_in_words_what_is_wrong(Dialect dialect, World world, Sandbox sandbox) {
        World pending = worldOf(sandbox, world, dialect, "\"Status\":\"Pending\"");
        assertThat(preview(pending, "'Quantity':1,'Price':1"))
                .isEqualTo("{\"IsSuccessful\":false,\"ErrorDescription\":\"AccountIsNotApproved\","
                        + "\"ErrorDescriptionText\":\"Account is not approved for trading. "
                        + "Please contact our support team.\",\"ErrorDescriptionArgs\":[],\"Commission\":0,"
                        + "\"Commissions\":{},\"Cost\":0,\"NetCost\":0,\"MarginChange\":0}");
    }

    @Test
    void the_first_edition_has_the_code_only(World world, Sandbox sandbox) {
        assertThat(preview(worldOf(sandbox, world, Dialect.DOCUMENTED, "\"Status\":\"Pending\""), "'Quantity':1"))
                .startsWith("{\"IsSuccessful\":false,\"ErrorDescription\":\"AccountIsNotApproved\",\"Commission\":0,");
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENTED, 401", "CURRENT, 200", "AUTOSHARES, 200"})
    void replacements_are_previewed_by_administrators_only_where_they_alone_read(
            Dialect dialect, int status, World world, Sandbox sandbox) {
        World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(dialect));
        assertThat(put(asked, PREVIEW + "/73552", CHANGE, "trader-token").getStatus())
                .isEqualTo(status);
        assertThat(post(asked, PREVIEW, LIMIT, "trader-token").getStatus()).isEqualTo(200);
    }

    @Test
    void a_replacement_is_judged_by_what_the_order_would_be(World world) {
        assertThat(put(world, PREVIEW + "/73552", CHANGE, "admin-token").getBody())
                .contains("\"IsSuccessful\":true", "\"Cost\":245,");
        assertThat(put(world, PREVIEW + "/73552", CHANGE.replace(":5,", ":0,"), "admin-token")
                        .getBody())
                .contains("\"ErrorDescription\":\"IncorrectOrderQuantity\"");
        world.configureVenue(VenueSettings.DEFAULTS.validating(OptionalValidator.AON_ORDER_QUANTITY));
        assertThat(put(world, PREVIEW + "/73552", CHANGE.replace(":5,", ":1,"), "admin-token")
                        .getBody())
                .contains("\"ErrorDescription\":\"AonOrderQuantity\"");
    }

    private static String preview(World world, String terms) {
        HttpResponse<String> answer = post(
                world,
                "/v1.0/accounts/1/preview/orders",
                "{'Symbol':'AAPL','Type':'Limit','Side':'Buy'," + terms + "}",
                "t");
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getBody();
    }

    private static World worldOf(Sandbox sandbox, World world, Dialect dialect, String ofAccount) {
        String fixtures = """
                {"appKeys": [{"key": "demo-app-key"}],
                 "users": [{"UserId": 901, "Login": "a", "password": "p", "administrator": true}],
                 "tokens": [{"token": "t", "UserId": 901}],
                 "accounts": [{"Id": 1, "MarginType": "DayTrader", "access": [], OF_ACCOUNT}],
                 "securities": [{"Id": 4, "Symbol": "AAPL", "quote": {"Ask": 156.85, "Bid": 156.8, "Last": 156.82}}],
                 "orders": []}
                """.replace("OF_ACCOUNT", ofAccount);
        var seed = Fixtures.document("test", fixtures.getBytes(StandardCharsets.UTF_8))
                .load();
        return sandbox.newWorld(seed, world.settings().withDialect(dialect));
    }
}
