package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.member;
import static io.github.etnasandbox.api.Calls.post;
import static io.github.etnasandbox.api.Calls.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies in the forms in which the documentation has them, comments and trailing commas included, are taken. */
@SandboxTest
class DocumentedSamplesTest {
    private static final String ORDERS = "/v1.0/accounts/6303/orders";

    /** An order that is sent, and a member that it shows then. */
    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("""
                        {
                          "Symbol": "AAPL", // the ticker
                          "Type": "Market",
                          "Side": "Buy",
                          "Quantity": 100,
                          "TimeinForce": "GTC", /* good till canceled */
                          "ExtendedHours": "PRE",
                        }""", "\"TimeInForce\":\"GoodTillCancel\""),
                Arguments.of("""
                        {"Symbol": "AAPL", "Type": "StopLimit", "Side": "Sell", "Quantity": 10, "Price": 150,
                         "StopPrice": 151, "TimeinForce": "Day", "ExtendedHours": "REGPOST"}""", "\"Type\":\"StopLimit\""),
                Arguments.of("""
                        {"Symbol": "AAPL", "Type": "Stop Limit", "Side": "Sell", "Quantity": 10, "Price": 150,
                         "StopPrice": 151}""", "\"Type\":\"StopLimit\""),
                Arguments.of("""
                        {"Symbol": "AAPL", "Type": "Trailing Stop", "Side": "Sell", "Quantity": 10,
                         "TrailingStopAmountType": "Absolute", "TrailingStopAmount": 2, "ExtendedHours": "REGPOST"}""", "\"Type\":\"TrailingStop\""),
                Arguments.of("""
                        {"Symbol": "AAPL", "Type": "Limit", "Side": "Buy", "Quantity": 1, "Price": 150,
                         "ExecInst": "AllOrNone", "ExtendedHours": ""}""", "\"ExecInst\":\"AllOrNone\""),
                Arguments.of("""
                        {"Symbol": "AAPL", "Type": "Limit", "Side": "Buy", "Quantity": 1, "Price": 150,
                         "TimeInForce": "IOC"}""", "\"TimeInForce\":\"ImmediateOrCancel\""),
                Arguments.of("""
                        {"Symbol": "AAPL", "Type": "Limit", "Side": "Buy", "Quantity": 1, "Price": 150,
                         "TimeInForce": "FOK"}""", "\"TimeInForce\":\"FillOrKill\""),
                Arguments.of("""
                        {"Symbol": "AAPL", "Type": "Limit", "Side": "Buy", "Quantity": 1, "Price": 150,
                         "TimeInForce": "GTD", "ExpireDate": "2029-01-01T00:00:00Z"}""", "\"TimeInForce\":\"GoodTillDate\""),
                Arguments.of("""
                        {"Symbol": "AAPL  190503C00165000", "Type": "Limit", "Side": "Buy", "Quantity": 1, "Price": 7.6}""", "\"SecurityId\":700001"),
                Arguments.of("""
                        {"Symbol": "", "Type": "Market", "Legs": [ // two options
                          {"Symbol": "AAPL  190503C00165000", "Quantity": 1, "Side": "Buy",},
                          {"Symbol": "AAPL  190503C00165000", "Quantity": 1, "Side": "Sell"},
                        ]}""", "\"Side\":\"Buy\""));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_placed_and_not_rejected(String body, String shown, World world) {
        var placed = post(world, ORDERS, body, "admin-token");
        assertThat(placed.getStatus()).as(placed.getBody()).isEqualTo(200);
        String order =
                get(world, ORDERS + "/" + member(placed, "Id"), "admin-token").getBody();
        assertThat(order).contains(shown).doesNotContain("Rejected");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_previewed_without_objection(String body, String shown, World world) {
        assertThat(post(world, "/v1.0/accounts/6303/preview/orders", body, "admin-token")
                        .getBody())
                .contains("\"IsSuccessful\":true");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_sample_of_a_replacement_is_taken(Dialect dialect, World world, Sandbox sandbox) {
        World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(dialect));
        var replaced = put(asked, ORDERS + "/73552", """
                {
                  "Id": 73552, // the order
                  "Quantity": 5,
                  "Price": 49,
                  "ExecutionInstructions": {},
                }""", "admin-token");
        assertThat(replaced.getStatus()).as(replaced.getBody()).isEqualTo(200);
        assertThat(member(replaced, "Status")).isNotEqualTo("Rejected");
    }
}
