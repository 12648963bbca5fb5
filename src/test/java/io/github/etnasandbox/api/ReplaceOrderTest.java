package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.member;
import static io.github.etnasandbox.api.Calls.order;
import static io.github.etnasandbox.api.Calls.place;
import static io.github.etnasandbox.api.Calls.placed;
import static io.github.etnasandbox.api.Calls.put;
import static io.github.etnasandbox.api.Calls.reason;
import static io.github.etnasandbox.api.Calls.replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SandboxTest
class ReplaceOrderTest {
    private static final String SAMPLE = "{'Id':73552,'Quantity':5,'Price':49,'ExecutionInstructions':{}}";
    private static final String LIMIT = "{'Symbol':'AAPL','Type':'Limit','Side':'Buy','Quantity':100,'Price':150,"
            + "'ClientId':'mine','Comment':'c','ExecInst':'AllOrNone','TimeInForce':'GTC'}";

    @Test
    void the_order_keeps_its_id_and_has_another_request_and_client_id(World world) {
        Order before = world.order(73552);
        var answer = replace(world, 73552, SAMPLE);
        Order after = world.order(73552);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody())
                .startsWith("{\"Id\":73552,")
                .contains("\"Quantity\":5,\"Price\":49,")
                .contains("\"OrigClientId\":\"1045239786\"")
                .contains("\"Status\":\"New\"", "\"RequestStatus\":\"Complete\",\"Target\":\"Modify\"");
        assertThat(order(world, 73552).getBody()).isEqualTo(answer.getBody());
        assertThat(after.progress().requestId()).isGreaterThan(before.progress().requestId());
        assertThat(after.progress().stateId()).isGreaterThan(before.progress().stateId());
        assertThat(after.clientId()).isNotEqualTo(before.clientId());
    }

    @Test
    void the_client_may_say_its_new_id(World world) {
        var answer = replace(world, 73552, SAMPLE.replace("}}", "},'ClientId':'next'}"));
        assertThat(member(answer, "ClientId")).isEqualTo("next");
        assertThat(member(answer, "OrigClientId")).isEqualTo("1045239786");
    }

    @Test
    void what_is_not_given_stays(World world) {
        int id = placed(world, LIMIT);
        var answer = replace(world, id, SAMPLE.replace("73552", "" + id));
        assertThat(answer.getBody())
                .contains("\"Quantity\":5,\"Price\":49,", "\"Type\":\"Limit\"", "\"Side\":\"Buy\"", "\"Comment\":\"c\"")
                .contains("\"TimeInForce\":\"GoodTillCancel\",\"ExecInst\":\"AllOrNone\"")
                .contains("\"LeavesQuantity\":5,", "\"CorrelationId\":\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'Type':'StopLimit','StopPrice':170    | 'Type':'StopLimit'
            'StopPrice':3                         | 'StopPrice':3
            'Side':'Sell'                         | 'Side':'Sell'
            'TimeInforce':'Day'                   | 'ExpireDate':'2019-01-22T21:00:00Z'
            'TimeInforce':'GoodTillDate','ExpireDate':'2019-02-01T21:00:00Z' | 'ExpireDate':'2019-02-01T21:00:00Z'
            'Comment':'other'                     | 'Comment':'other'
            'ExecInst':'DoNotReduce'              | 'ExecInst':'DoNotReduce'
            'TrailingStopAmountType':'Persentage','TrailingStopAmount':2 | 'TrailingStopAmount':2
            'TrailingLimitAmount':2               | 'TrailingLimitAmount':2
            'Exchange':'XNAS'                     | 'Exchange':'XNAS'
            'ExtendedHours':'POST'                | 'ExtendedHours':'POST'
            'Token':'abc'                         | 'Token':'abc'
            'ValidationsToBypass':7               | 'ValidationsToBypass':7
            'ExecutionInstructions':{'Desk':'3'}  | 'ExecutionInstructions':{'Desk':'3'}
            """)
    void what_is_given_changes(String given, String shown, World world) {
        int id = placed(world, LIMIT);
        var answer = replace(world, id, SAMPLE.replace("73552", "" + id).replace("}}", "}," + given + "}"));
        assertThat(answer.getBody()).contains(shown.replace('\'', '"')).contains("\"InitialType\":\"Limit\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            75301 | order 75301 is Filled; only outstanding orders can be replaced
            75225 | order 75225 is DoneForDay; only outstanding orders can be replaced
            75302 | a part of order 75302 is executed; it can be cancelled, not replaced
            80401 | order 80401 is on account 6688, not on 6303
            1     | there is no order 1
            """)
    void an_order_that_cannot_be_replaced_is_left_as_it_is(int id, String reason, World world) {
        var before = LiveWorld.of(world).state();
        var answer = replace(world, id, SAMPLE.replace("73552", "" + id));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getBody()).isNullOrEmpty();
        assertThat(reason(answer)).isEqualTo(reason);
        assertThat(LiveWorld.of(world).state()).isEqualTo(before);
    }

    @Test
    void a_cancelled_order_and_one_with_legs_cannot_be_replaced(World world) {
        cancel(world, 73552, "admin-token");
        assertThat(replace(world, 73552, SAMPLE).getStatus()).isEqualTo(409);

        String leg = LIMIT.replace("'ClientId':'mine',", "");
        int id = placed(world, "{'Type':'OneCancelOther','Legs':[" + leg + "," + leg + "]}");
        var answer = replace(world, id, SAMPLE.replace("73552", "" + id));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(reason(answer)).isEqualTo("order " + id + " has legs; replace one of them, or cancel it");
        int ofLeg = world.order(id).legs().get(0).value();
        assertThat(replace(world, ofLeg, SAMPLE.replace("73552", "" + ofLeg)).getStatus())
                .isEqualTo(200);
    }

    @Test
    void an_unknown_order_is_not_found_in_the_dialect_autoshares(World world, Sandbox sandbox) {
        var settings = world.settings().withDialect(Dialect.AUTOSHARES);
        World asked = sandbox.newWorld(world.seed(), settings);
        assertThat(replace(asked, 1, SAMPLE.replace("73552", "1")).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            trader-token       | 6303 | {'Id':73552,'Quantity':5,'Price':49,'ExecutionInstructions':{}} | 200
            read-only-token    | 6303 | {'Id':73552,'Quantity':5,'Price':49,'ExecutionInstructions':{}} | 401
            other-trader-token | 6303 | {'Id':73552,'Quantity':5,'Price':49,'ExecutionInstructions':{}} | 401
            admin-token        | 7125 | {'Id':73552,'Quantity':5,'Price':49,'ExecutionInstructions':{}} | 500
            admin-token        | 6303 | {'Quantity':5,'Price':49,'ExecutionInstructions':{}}            | 500
            admin-token        | 6303 | {'Id':73552,'Price':49,'ExecutionInstructions':{}}              | 500
            admin-token        | 6303 | {'Id':73552,'Quantity':5,'ExecutionInstructions':{}}            | 500
            admin-token        | 6303 | {'Id':73552,'Quantity':5,'Price':49}                            | 500
            admin-token        | 6303 | {'Id':'x'}                                                      | 422
            admin-token        | @me  | {                                                               | 400
            other-trader-token | 6303 | {                                                               | 422
            """)
    void every_check_has_its_answer(String token, String account, String body, int status, World world) {
        assertThat(put(world, "/v1.0/accounts/" + account + "/orders/73552", body, token)
                        .getStatus())
                .isEqualTo(status);
    }

    @Test
    void the_order_in_the_body_is_the_one_in_the_path(World world) {
        var answer = replace(world, 80328, SAMPLE);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody()).contains("{\"modifyParams.Id\":[\"An error has occurred.\"]}");
        assertThat(reason(answer)).isEqualTo("Id is 73552 in the body and 80328 in the path; both are to be the same");
    }

    @Test
    void what_a_validator_rejects_leaves_the_terms_as_they_were(World world) {
        Order before = world.order(73552);
        var answer = replace(world, 73552, SAMPLE.replace(":5,", ":0,"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody())
                .contains("\"Status\":\"New\",\"ExecutionStatus\":\"Rejected\"")
                .contains("\"RequestStatus\":\"Rejected\",\"Target\":\"Modify\"")
                .contains("\"Description\":\"IncorrectOrderQuantity\"")
                .doesNotContain("OrigClientId");
        assertThat(world.order(73552).terms()).isEqualTo(before.terms());
        assertThat(world.order(73552).clientId()).isEqualTo(before.clientId());
    }

    @ParameterizedTest
    @CsvSource({"5", "0"})
    void a_pending_order_is_still_acknowledged_in_its_time(int quantity, World world) {
        world.configureVenue(VenueSettings.DEFAULTS.acknowledgingAfter(Duration.ofSeconds(2)));
        int id = Integer.parseInt(member(place(world, LIMIT), "Id"));
        replace(world, id, SAMPLE.replace("73552", "" + id).replace(":5,", ":" + quantity + ","));
        assertThat(world.order(id).status()).isEqualTo(OrderStatus.PENDING_NEW);
        world.advance(Duration.ofSeconds(2));
        assertThat(world.order(id).status()).isEqualTo(OrderStatus.NEW);
    }
}
