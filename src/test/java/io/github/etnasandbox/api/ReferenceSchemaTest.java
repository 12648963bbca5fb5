package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.util.stream.StreamSupport;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;

@SandboxTest
class ReferenceSchemaTest {
    private static final String CANCEL = "/paths/~1v1.0~1accounts~1{accountId}~1orders~1{orderId}/delete";

    @Test
    void anybody_gets_it_without_an_app_key(World world) throws IOException {
        HttpResponse<String> answer =
                Unirest.get(world.apiUrl() + "/reference/schema/v1").asString();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(read(answer).at("/swagger").asText()).isEqualTo("2.0");
    }

    @Test
    void it_says_where_the_api_is(World world) throws IOException {
        JsonNode schema =
                read(Unirest.get(world.apiUrl() + "/reference/schema/v1").asString());
        assertThat(schema.at("/schemes/0").asText()
                        + "://"
                        + schema.at("/host").asText()
                        + schema.at("/basePath").asText())
                .isEqualTo(world.apiUrl());
    }

    @Test
    void it_has_credentials_as_header_parameters(World world) throws IOException {
        JsonNode schema =
                read(Unirest.get(world.apiUrl() + "/reference/schema/v1").asString());
        assertThat(StreamSupport.stream(schema.at(CANCEL + "/parameters").spliterator(), false)
                        .map(parameter -> parameter.get("in").asText() + " "
                                + parameter.get("name").asText()))
                .containsExactly("path accountId", "path orderId", "header Et-App-Key", "header Authorization");
    }

    @Test
    void it_has_every_route_and_nothing_of_the_sandbox(World world) throws IOException {
        JsonNode paths = read(Unirest.get(world.apiUrl() + "/reference/schema/v1")
                        .asString())
                .get("paths");
        assertThat(Routes.TABLE)
                .allSatisfy(route -> assertThat(paths.has(route.path().replace("{version}", "1.0")))
                        .isTrue());
        assertThat(paths.toString()).doesNotContain("/sandbox");
    }

    @Test
    void another_method_needs_an_app_key_first(World world) {
        assertThat(Unirest.post(world.apiUrl() + "/reference/schema/v1")
                        .asString()
                        .getStatus())
                .isEqualTo(403);
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.getBody());
    }
}
