package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.member;
import static io.github.etnasandbox.api.Calls.order;
import static io.github.etnasandbox.api.Calls.place;
import static io.github.etnasandbox.api.Calls.placed;
import static io.github.etnasandbox.api.Calls.post;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class PlaceOrderTest {
    private static final String ORDERS = "/v1.0/accounts/6303/orders";
    private static final String LIMIT = "{'Symbol':'AAPL','Type':'Limit','Side':'Buy','Quantity':100,'Price':150}";

    @Test
    void it_is_answered_pending_and_found_open_at_the_venue(World world) {
        var answer = place(world, LIMIT);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody())
                .contains("\"Quantity\":100,\"Price\":150,")
                .contains("\"Status\":\"PendingNew\",\"ExecutionStatus\":\"PendingNew\"")
                .contains("\"RequestStatus\":\"RequireValidation\",\"Target\":\"New\"")
                .contains("\"LeavesQuantity\":0,", "\"StateId\":0,")
                .doesNotContain("ExecutionVenue", "ExecBrocker", "Description");

        assertThat(order(world, 173094).getBody())
                .contains("\"Status\":\"New\",\"ExecutionStatus\":\"New\"")
                .contains("\"RequestStatus\":\"Complete\",\"Target\":\"New\"")
                .contains("\"LeavesQuantity\":100,")
                .contains("\"ExecutionVenue\":\"Etna Emulator\"", "\"ExecBrocker\":\"Auto\"")
                .doesNotContain("\"StateId\":0,", "ExecId", "CounterPartyOrderId");
    }

    /** What is sent, without what every order has, and what the order says then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'Type':'Market'                                     | 'Type':'Market','RequestStatus'
            'Type':'Stop','StopPrice':170                       | 'StopPrice':170
            'Type':'StopLimit','StopPrice':170                  | 'Type':'StopLimit'
            'Type':'TrailingStop','TrailingStopAmountType':'Persentage','TrailingStopAmount':2.5 \
              | 'TrailingStopAmountType':'Persentage','TrailingStopAmount':2.5
            'Type':'TrailingStopLimit','TrailingLimitAmountType':'Absolute','TrailingLimitAmount':1 \
              | 'TrailingLimitAmountType':'Absolute','TrailingLimitAmount':1
            'Side':'Sell'                                       | 'Side':'Sell'
            'Side':'SellShort'                                  | 'Side':'SellShort'
            'Side':'BuyToCover'                                 | 'Side':'BuyToCover'
            'TimeInforce':'GTC'                                 | 'TimeInForce':'GoodTillCancel'
            'TimeInForce':'GoodTillCancel'                      | 'ExpireDate':'0001-01-01T00:00:00Z'
            'TIMEINFORCE':'gtc'                                 | 'TimeInForce':'GoodTillCancel'
            'TimeInforce':'Day'                                 | 'ExpireDate':'2019-01-22T21:00:00Z'
            'TimeInforce':'AtTheOpening'                        | 'TimeInForce':'AtTheOpening'
            'TimeInforce':'GoodTillCrossing'                    | 'TimeInForce':'GoodTillCrossing'
            'TimeInforce':'GoodTillDate','ExpireDate':'2019-02-01T21:00:00Z' | 'ExpireDate':'2019-02-01T21:00:00Z'
            'ExtendedHours':'PRE'                               | 'ExtendedHours':'PRE'
            'ExtendedHours':'REGPOST'                           | 'ExtendedHours':'REGPOST'
            'ExecInst':'AllOrNone'                              | 'ExecInst':'AllOrNone'
            'Comment':'Expecting a remarkable Q4 report'        | 'Comment':'Expecting a remarkable Q4 report'
            'Exchange':'XNAS'                                   | 'Exchange':'XNAS'
            'Token':'abc'                                       | 'Token':'abc'
            'ClientId':'mine-1'                                 | 'ClientId':'mine-1'
            'ValidationsToBypass':7                             | 'ValidationsToBypass':7
            'ExecutionInstructions':{'Desk':'3'}                | ,'Desk':'3'}
            'Symbol':'AAPL  190503C00165000','Price':7          | 'SecurityId':700001
            """)
    void it_has_the_terms_that_were_sent(String sent, String shown, World world) {
        int id = placed(world, LIMIT.replace("}", "," + sent + "}"));
        assertThat(order(world, id).getBody()).contains("\"Status\":\"New\"").contains(shown.replace('\'', '"'));
    }

    @Test
    void an_administrator_places_for_any_user(World world) {
        var answer = post(world, ORDERS + "?userId=7125", LIMIT, "admin-token");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(member(answer, "UserId")).isEqualTo("7125");
        assertThat(member(place(world, LIMIT), "UserId")).isEqualTo("7001");
    }

    @Test
    void others_place_for_themselves(World world) {
        assertThat(member(post(world, ORDERS, LIMIT, "trader-token"), "UserId")).isEqualTo("7125");
        assertThat(post(world, ORDERS + "?userId=7125", LIMIT, "trader-token").getStatus())
                .isEqualTo(200);
        var answer = post(world, ORDERS + "?userId=644", LIMIT, "trader-token");
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(reason(answer)).contains("may not place orders of user 644");
    }

    @Test
    void a_user_who_does_not_exist_has_no_orders(World world) {
        var answer = post(world, ORDERS + "?userId=1", LIMIT, "admin-token");
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(reason(answer)).isEqualTo("there is no user 1, whom query parameter userId names");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            read-only-token    | 6303 | 401 | user read-only (7300) has ReadOnly access to account 6303
            other-trader-token | 6303 | 401 | account 6303 is not one of user other-trader's (7472)
            trader-token       | 6688 | 401 | account 6688 is not one of user trader's (7125)
            admin-token        | 7125 | 500 | there is no account 7125; 7125 is a user's id
            admin-token        | 1    | 500 | there is no account 1
            """)
    void an_account_that_may_not_be_traded_on_is_left_alone(
            String token, String account, int status, String reason, World world) {
        var before = LiveWorld.of(world).state();
        var answer = post(world, "/v1.0/accounts/" + account + "/orders", LIMIT, token);
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(reason(answer)).startsWith(reason);
        assertThat(LiveWorld.of(world).state()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'Type':'Market','Side':'Buy','Quantity':1}               | the body has no Symbol
            {'Symbol':'AAPL','Side':'Buy','Quantity':1}               | the body has no Type
            {'Symbol':'AAPL','Type':'Market','Quantity':1}            | the body has no Side
            {'Symbol':'AAPL','Type':'Market','Side':'Buy'}            | the body has no Quantity
            {'Symbol':'AAPL','Type':'Market','Side':null,'Quantity':1}| the body has no Side
            {'Type':'Market','Side':'Buy','Quantity':1,'Symbl':'A'}   | the body has no Symbol; unknown property /Symbl is \
            ignored, did you mean Symbol?
            {}                                                        | the body has no Symbol, no Quantity, no Type, no Side
            {'Type':'OneCancelOther','Legs':[{'Symbol':'AAPL'},{}]}   | the body has no Legs[0].Quantity, no Legs[0].Type, \
            no Legs[0].Side, no Legs[1].Symbol, no Legs[1].Quantity, no Legs[1].Type, no Legs[1].Side
            """)
    void a_missing_member_is_a_server_error_that_names_it(String body, String reason, World world) {
        var answer = place(world, body);
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getBody())
                .isEqualTo("{\"message\":\"An error occurred while processing your request\","
                        + "\"error\":\"Unexpected server error\"}");
        assertThat(reason(answer)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'Type':'Markt'           | 'placeParams.Type':['An error has occurred.']
            'Side':'Hold'            | 'placeParams.Side':['An error has occurred.']
            'Quantity':'many'        | 'placeParams.Quantity':['An error has occurred.']
            'TimeInforce':'Forever'  | 'placeParams.TimeInforce':['An error has occurred.']
            'Legs':[{'Side':'Hold'}] | 'placeParams.Legs[0].Side':['An error has occurred.']
            """)
    void a_value_that_its_member_cannot_hold_is_named(String wrong, String modelState, World world) {
        var answer = place(world, LIMIT.replace("}", "," + wrong + "}"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody())
                .isEqualTo("{'Message':'Validation error occured while processing entity','ModelState':{"
                                .replace('\'', '"')
                        + modelState.replace('\'', '"') + "}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7", "Symbol=AAPL", "{'Symbol':'AAPL'"})
    void what_is_no_json_object_is_unprocessable(String body, World world) {
        assertThat(place(world, body).getStatus()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            wrong-token        | @me/orders           | {  | 401
            other-trader-token | @me/orders           | {  | 400
            other-trader-token | 6303/orders?userId=x | {  | 422
            other-trader-token | 7125/orders          | {  | 422
            other-trader-token | 7125/orders          | {} | 500
            other-trader-token | 6303/orders          | {} | 401
            trader-token       | 6303/orders?userId=1 | {} | 401
            trader-token       | 6303/orders          | {} | 500
            """)
    void the_first_failing_check_answers(String token, String path, String body, int status, World world) {
        assertThat(post(world, "/v1.0/accounts/" + path, body, token).getStatus())
                .isEqualTo(status);
    }
}
