package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import java.util.stream.Stream;
import kong.unirest.core.Unirest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is placed can be exported, and the export read: what could not be is refused. */
@SandboxTest
class PlacedOrderExportTest {
    static Stream<String> members() {
        return Stream.of(
                "\"Comment\":\"" + "x".repeat(10_000) + "\"",
                "\"Comment\":\"" + "x".repeat(10_001) + "\"",
                "\"Symbol\":\"" + "x".repeat(10_001) + "\"",
                "\"ExecutionInstructions\":{\"a\":\"" + "x".repeat(10_001) + "\"}",
                "\"ExecutionInstructions\":{\"" + "x".repeat(60_000) + "\":\"a\"}",
                "\"ExpireDate\":\"9999-12-31T23:59:59-23:00\"",
                "\"ExpireDate\":\"0001-01-01T00:00:00+14:00\"",
                "\"ClientId\":\"\\u0000\\ud83d\"",
                "\"ClientId\":\"\"",
                "\"Quantity\":-1",
                "\"Quantity\":1e12",
                "\"Quantity\":1.1e12",
                "\"Price\":-1e12",
                "\"Price\":-1.1e12",
                "\"Price\":1e-300",
                "\"StopPrice\":1e300",
                "\"TrailingStopAmount\":1e300",
                "\"ValidationsToBypass\":-2147483648",
                "\"ExecInst\":\"AllOrNone, DoNotReduce\"",
                "\"Legs\":[{\"Symbol\":\"AAPL\",\"Side\":\"Buy\",\"Quantity\":-1}]",
                "\"Legs\":[{\"Symbol\":\"AAPL\",\"Side\":\"Buy\",\"Quantity\":1,\"Legs\":[{}]}]",
                "\"Type\":\"OneCancelOther\",\"Legs\":[]",
                "\"Type\":\"External\"");
    }

    @ParameterizedTest
    @MethodSource("members")
    void whatever_is_placed_can_be_read_from_an_export(String member, World world) {
        int status = Unirest.post(world.apiUrl() + "/v1.0/accounts/6303/orders")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .contentType("application/json")
                .body("{\"Symbol\":\"AAPL\",\"Type\":\"Limit\",\"Side\":\"Buy\",\"Quantity\":5,\"Price\":1.5," + member
                        + "}")
                .asString()
                .getStatus();
        assertThat(status).isIn(200, 422);

        byte[] export = Unirest.get(world.controlUrl() + "/state").asBytes().getBody();
        var reread = Unirest.put(world.controlUrl() + "/seed").body(export).asString();
        assertThat(reread.getStatus()).as(reread.getBody()).isEqualTo(204);
        assertThat(Unirest.get(world.controlUrl() + "/state").asBytes().getBody())
                .isEqualTo(export);
    }
}
