package io.github.etnasandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.RateLimiting;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SandboxTest
class ContractTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @ParameterizedTest
    @EnumSource
    void the_document_is_openapi_3_1(Dialect dialect, World world, Sandbox sandbox) throws IOException {
        JsonNode document = contract(dialect, world, sandbox).document();
        assertThat(openApi().validate(document)).isEmpty();
    }

    @Test
    void the_schema_of_openapi_refuses_a_planted_error(World world) throws IOException {
        String planted = get(world).getBody().replaceFirst("\"in\":\"path\"", "\"in\":\"paht\"");
        assertThat(openApi().validate(Contract.read(planted).orElseThrow())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void each_schema_is_json_schema_and_refers_to_what_is_there(Dialect dialect, World world, Sandbox sandbox) {
        Contract contract = contract(dialect, world, sandbox);
        JsonSchema metaSchema = SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertThat(contract.document().findParents("$ref"))
                .allSatisfy(reference -> assertThat(contract.document()
                                .at(reference.get("$ref").asText().substring(1))
                                .isMissingNode())
                        .isFalse());
        assertThat(contract.document().at("/components/schemas"))
                .allSatisfy(schema -> assertThat(metaSchema.validate(schema)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void each_example_is_what_its_operation_answers(Dialect dialect, World world, Sandbox sandbox) {
        Contract contract = contract(dialect, world, sandbox);
        List<String> checked = new ArrayList<>();
        for (Contract.Operation operation : contract.operations()) {
            for (JsonNode response : operation.told().get("responses")) {
                JsonNode json = response.path("content").path("application/json");
                for (JsonNode reference : json.path("examples")) {
                    JsonNode example = contract.document()
                            .at(reference.get("$ref").asText().substring(1));
                    assertThat(contract.problems(json.get("schema"), example.get("value")))
                            .as(operation.id() + " " + example)
                            .isEmpty();
                    checked.add(operation.id());
                }
            }
        }
        assertThat(checked).contains("cancelOrder", "getOrderInfo", "validateOrderPlacement", "requestToken");
    }

    @ParameterizedTest
    @EnumSource
    void operations_have_one_name_each(Dialect dialect, World world, Sandbox sandbox) {
        List<String> ids = contract(dialect, world, sandbox).operations().stream()
                .map(Contract.Operation::id)
                .toList();
        assertThat(new TreeSet<>(ids)).hasSameSizeAs(ids).contains("cancelOrder", "cancelSyncOrder", "reset");
    }

    @Test
    void the_document_is_of_the_world_that_serves_it(World world, Sandbox sandbox) {
        try (World other = sandbox.newWorld(world.seed(), world.settings().withDialect(Dialect.AUTOSHARES))) {
            JsonNode document = Contract.read(get(other).getBody()).orElseThrow();
            assertThat(document.at("/servers/0/url").asText()).isEqualTo(other.apiUrl());
            assertThat(document.at("/info/x-dialect").asText()).isEqualTo("autoshares");
        }
    }

    @Test
    void it_has_the_rate_limits_where_they_are_on(World world, Sandbox sandbox) {
        String cancel = "/paths/~1v1.0~1accounts~1{accountId}~1orders~1{orderId}/delete";
        try (World limited = sandbox.newWorld(world.seed(), world.settings().withRateLimits(RateLimiting.ON))) {
            JsonNode operation =
                    Contract.read(get(limited).getBody()).orElseThrow().at(cancel);
            assertThat(operation.at("/responses/429/headers/Retry-After").isMissingNode())
                    .isFalse();
            assertThat(operation.at("/description").asText()).startsWith("At most 50 requests a minute");
        }
        assertThat(Contract.read(get(world).getBody())
                        .orElseThrow()
                        .at(cancel + "/responses/429")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void it_tells_how_each_answer_is_known(World world) {
        JsonNode unknownOrder = Contract.read(get(world).getBody())
                .orElseThrow()
                .at("/paths/~1v1.0~1accounts~1{accountId}~1orders~1{orderId}/delete/responses/409/x-answers");
        assertThat(unknownOrder.findValuesAsText("rule")).containsExactly("not-outstanding", "unknown-order");
        assertThat(unknownOrder.findValuesAsText("x-provenance")).containsExactly("documented", "assumed");
        assertThat(unknownOrder.findValuesAsText("x-source")).first().asString().startsWith("guide page Cancel Order");
    }

    @Test
    void the_same_world_gives_the_same_bytes(World world) {
        assertThat(get(world).getBody()).isEqualTo(get(world).getBody());
    }

    private static Contract contract(Dialect dialect, World world, Sandbox sandbox) {
        try (World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(dialect))) {
            return new Contract(get(asked).getBody());
        }
    }

    private static HttpResponse<String> get(World world) {
        HttpResponse<String> answer =
                Unirest.get(world.controlUrl() + "/openapi.json").asString();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualTo("application/json");
        return answer;
    }

    private static JsonSchema openApi() throws IOException {
        try (InputStream schema = ContractTest.class.getResourceAsStream("/openapi-3.1/schema.json")) {
            return SCHEMAS.getSchema(schema);
        }
    }
}
