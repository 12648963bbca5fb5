package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.member;
import static io.github.etnasandbox.api.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.venue.Validator;
import io.github.etnasandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kong.unirest.core.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order is taken however wrong it is, and rejected with the code of what is wrong. */
@SandboxTest
class ValidatorsTest {
    private static final String LIMIT = "'Symbol':'AAPL','Type':'Limit','Side':'Buy','Quantity':10,'Price':10";
    private static final String FIXTURES = """
            {"clock": "2019-01-22T15:30:00Z",
             "venue": {"validators": ["MarketOrderIsGtc", "AonOrderQuantity", "ExtendedHoursOnlyLimitOrders"]},
             "appKeys": [{"key": "demo-app-key"}],
             "users": [{"UserId": 901, "Login": "a", "password": "p", "administrator": true},
               {"UserId": 902, "Login": "off", "password": "p", "enabled": false},
               {"UserId": 903, "Login": "elsewhere", "password": "p"},
               {"UserId": 904, "Login": "looks-on", "password": "p"}],
             "tokens": [{"token": "t", "UserId": 901}],
             "accounts": [{"Id": 1, "access": [{"UserId": 904, "AccessType": "ReadOnly"}]},
               {"Id": 2, "Enabled": false, "access": []}, {"Id": 3, "Status": "Pending", "access": []},
               {"Id": 4, "MarginType": "Cash", "access": []},
               {"Id": 5, "MarginType": "DayTrader", "access": [], "balance": {"dayTradingBuyingPower": 100}},
               {"Id": 6, "MarginType": "Margin", "access": [], "balance": {"stockBuyingPower": 100}}],
             "securities": [{"Id": 4, "Symbol": "AAPL", "Type": "Stock", "quote": {"Ask": 156.85, "Bid": 156.8, "Last": 156.82}},
               {"Id": 5, "Symbol": "DEAD", "Type": "Stock", "tradable": false, "quote": {"Ask": 2, "Bid": 1, "Last": 1}},
               {"Id": 6, "Symbol": "NOQT", "Type": "Stock"}],
             "orders": []}
            """;

    private static final String CODES = """
            1 | 902 |                                                             | UserDisabled
            2 | 901 |                                                             | AccountDisabled
            3 | 901 |                                                             | AccountIsNotApproved
            1 | 903 |                                                             | AccountDoesNotBelongToUser
            1 | 904 |                                                             | TradingDeniedForAccount
            1 | 901 | 'Symbol':'NONE'                                             | SecurityUndefined
            1 | 901 | 'Symbol':'DEAD'                                             | TradingDeniedForSecurity
            1 | 901 | 'Quantity':0                                                | IncorrectOrderQuantity
            1 | 901 | 'Quantity':10000001                                         | IncorrectOrderQuantity
            1 | 901 | 'Quantity':1,'ExecInst':'AllOrNone'                         | AonOrderQuantity
            4 | 901 | 'Side':'SellShort'                                          | UnsupportedOrderSide
            1 | 901 | 'Price':-1                                                  | OrderPriceIsInvalid
            1 | 901 | 'StopPrice':-1                                              | OrderPriceIsInvalid
            1 | 901 | 'Price':null,'StopPrice':150                                | LimitPriceUndefined
            1 | 901 | 'Type':'StopLimit','Price':0,'StopPrice':170                | LimitPriceUndefined
            1 | 901 | 'Type':'Stop'                                               | StopPriceUndefined
            1 | 901 | 'Type':'StopLimit'                                          | StopPriceUndefined
            1 | 901 | 'Price':1.00001                                             | PricePrecisionIsOutOfRange
            1 | 901 | 'Symbol':'NOQT'                                             | QuotePriceIsInvalid
            1 | 901 | 'Type':'Stop','StopPrice':156.84                            | BuyStopOrderStopPriceLessAsk
            1 | 901 | 'Type':'Stop','Side':'Sell','StopPrice':156.81              | SellStopOrderStopPriceGreaterBid
            1 | 901 | 'TimeInForce':'GoodTillDate'                                | InvalidOrderExpiration
            1 | 901 | 'TimeInForce':'GoodTillDate','ExpireDate':'2019-01-22T15:30:00Z' | InvalidOrderExpiration
            1 | 901 | 'Type':'Stop','StopPrice':170,'TimeInForce':'FillOrKill'    | IncorrectTimeInForce
            1 | 901 | 'Side':'SellShort','TimeInForce':'GTC'                      | ShortOrderIsGtc
            1 | 901 | 'Type':'Market','TimeInForce':'GTC'                         | MarketOrderIsGtc
            1 | 901 | 'Type':'Market','ExtendedHours':'PRE'                       | ExtendedHoursOnlyLimitOrders
            5 | 901 | 'Quantity':11                                               | DayTradingBuyingPowerExceeded
            6 | 901 | 'Quantity':11                                               | InitialMargin
            1 | 901 | 'Type':'OneTriggerOther','Legs':[{MARKET},{LIMIT}]          | OtoFirstLesIsMarketNotAllowed
            1 | 901 | 'Type':'OneTriggerOneCancelOther','Legs':[{MARKET},{LIMIT},{LIMIT}]  | OtoFirstLesIsMarketNotAllowed
            1 | 901 | 'Type':'OneCancelOther','Legs':[{MARKET},{MARKET}]          | OtoOcoMarketNotAllowed
            1 | 901 | 'Type':'OneTriggerOneCancelOther','Legs':[{LIMIT},{MARKET},{MARKET}] | OtoOcoMarketNotAllowed
            1 | 901 | 'Type':'OneTriggerOneCancelOther','Legs':[{LIMIT},{LIMIT},{LIMIT,'Type':'TrailingStop'}] \
              | OtoOcoTrailingNotAllowed
            1 | 901 | 'Type':'OneCancelOther','Legs':[{LIMIT}]                    | OmsInternalError
            1 | 901 | 'Type':'OneTriggerOther','Legs':[{LIMIT},{LIMIT},{LIMIT}]   | OmsInternalError
            1 | 901 | 'Type':'OneCancelOther','Legs':[{LIMIT},{LIMIT,'Type':'OneCancelOther'}]    | OmsInternalError
            1 | 901 | 'Type':'OneCancelOther','Legs':[{LIMIT},{LIMIT,'Legs':[{LIMIT}]}]   | OmsInternalError
            1 | 901 | 'Type':'OneCancelOther'                                     | OmsInternalError
            1 | 901 | 'Type':'OneCancelOther','Legs':[{LIMIT},{LIMIT,'Price':0}]  | LimitPriceUndefined
            1 | 901 | 'Legs':[{LIMIT},{LIMIT,'Symbol':'NONE'}]                    | SecurityUndefined
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = CODES)
    void a_wrong_order_is_registered_and_rejected(
            int account, int user, String wrong, String code, World world, Sandbox sandbox) {
        World asked = worldOf(sandbox, world);
        var answer = place(asked, account, user, wrong);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(member(answer, "Status")).isEqualTo("PendingNew");
        assertThat(member(answer, "Description")).isEmpty();

        var read = get(asked, "/v1.0/accounts/" + account + "/orders/" + member(answer, "Id"), "t");
        assertThat(read.getBody())
                .contains("\"Status\":\"Rejected\",\"ExecutionStatus\":\"Rejected\"")
                .contains("\"RequestStatus\":\"Rejected\",\"Target\":\"New\",\"Description\":\"" + code + "\"")
                .doesNotContain("ExecutionVenue");
    }

    @Test
    void no_validator_is_left_out() {
        assertThat(Arrays.stream(Validator.values()).map(Validator::code))
                .allSatisfy(code -> assertThat(CODES).contains(" " + code + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 | 'Quantity':1
            1 | 'Quantity':10000000
            1 | 'Quantity':2,'ExecInst':'AllOrNone'
            1 | 'Price':1.0001
            1 | 'Type':'Stop','StopPrice':156.85
            1 | 'Type':'Stop','Side':'Sell','StopPrice':156.8
            1 | 'TimeInForce':'GoodTillDate','ExpireDate':'2019-01-22T15:30:00.0000001Z'
            1 | 'Type':'Market','Price':0,'TimeInForce':'Day'
            1 | 'Type':'Market','ExtendedHours':'REG'
            3 | 'Quantity':1
            4 | 'Side':'Sell'
            5 | 'Quantity':10
            5 | 'Quantity':11,'Side':'Sell'
            6 | 'Quantity':10
            """)
    void an_order_just_within_the_limits_is_open(int account, String right, World world, Sandbox sandbox) {
        World asked = worldOf(sandbox, world, FIXTURES.replace("Pending", "Approved"));
        String id = member(place(asked, account, 901, right), "Id");
        assertThat(member(get(asked, "/v1.0/accounts/" + account + "/orders/" + id, "t"), "Status"))
                .isEqualTo("New");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'Type':'Market','Price':0,'TimeInForce':'GTC'
            'Quantity':1,'ExecInst':'AllOrNone'
            'Type':'Market','Price':0,'ExtendedHours':'PRE'
            """)
    void what_samples_of_the_documentation_do_is_wrong_only_where_the_venue_says_so(
            String right, World world, Sandbox sandbox) {
        World asked = worldOf(sandbox, world, FIXTURES.replaceAll("\"validators\": \\[[^]]*]", ""));
        String id = member(place(asked, 1, 901, right), "Id");
        assertThat(member(get(asked, "/v1.0/accounts/1/orders/" + id, "t"), "Status"))
                .isEqualTo("New");
    }

    private static HttpResponse<String> place(World world, int account, int user, String changes) {
        String body = changes == null ? "{" + LIMIT + "}" : "{" + LIMIT + "," + changes + "}";
        return post(
                world,
                "/v1.0/accounts/" + account + "/orders?userId=" + user,
                body.replace("LIMIT", LIMIT).replace("MARKET", LIMIT.replace("Limit", "Market")),
                "t");
    }

    private static World worldOf(Sandbox sandbox, World world) {
        return worldOf(sandbox, world, FIXTURES);
    }

    private static World worldOf(Sandbox sandbox, World world, String fixtures) {
        var seed = Fixtures.document("test", fixtures.getBytes(StandardCharsets.UTF_8))
                .load();
        return sandbox.newWorld(seed, world.settings());
    }
}
