package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;

/** Where the streamers are, and sessions for them. */
@SandboxTest
class StreamersTest {

    @Test
    void a_world_has_streamers_of_its_own(World world) {
        String base = world.apiUrl().replace("http:", "ws:").replace("/api", "/streamers/");
        assertThat(get(world, "trader-token").getBody())
                .contains("{\"Url\":\"" + base + "quote\",\"Type\":\"Delayed\",\"SessionId\":\"00000000-")
                .endsWith("\"DataAddresses\":[{\"Url\":\"" + base + "data\",\"Type\":\"delayed\"}]}");
    }

    @Test
    void quotes_are_based_on_entitlements_at_autoshares(Sandbox sandbox, World world) {
        try (World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(Dialect.AUTOSHARES))) {
            assertThat(get(asked, "trader-token").getBody()).contains("\"Type\":\"EntitlementBased\"");
        }
    }

    @Test
    void a_world_that_is_found_by_its_app_key_tells_its_own_streamers(Sandbox sandbox, World world) {
        try (World found = sandbox.newWorld(world.seed(), world.settings(), "key-of-streamers")) {
            var answer = Unirest.get(sandbox.world().apiUrl() + "/v1.0/streamers")
                    .header("Et-App-Key", "key-of-streamers")
                    .header("Authorization", "Bearer trader-token")
                    .asString();
            assertThat(answer.getBody()).contains("/worlds/" + found.id() + "/streamers/data");
        }
    }

    @Test
    void a_recovered_session_is_a_fresh_one(World world) {
        assertThat(recover(world, "sessionType=0").getBody())
                .matches("\\{\"Id\":\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"}")
                .isNotEqualTo(recover(world, "sessionType=0").getBody());
    }

    @Test
    void after_a_reset_the_same_sessions_are_handed_out_again(World world) {
        String before = recover(world, "sessionType=1").getBody();
        world.reset();
        assertThat(recover(world, "sessionType=1").getBody()).isEqualTo(before);
    }

    @Test
    void the_type_of_a_recovered_session_is_needed(World world) {
        assertThat(recover(world, "").getStatus()).isEqualTo(404);
        assertThat(recover(world, "sessionType=2").getStatus()).isEqualTo(422);
        assertThat(recover(world, "sessionType=2").getHeaders().getFirst("Sandbox-Reason"))
                .isEqualTo("query parameter sessionType is '2'; 0 for data, or 1 for quotes is needed");
    }

    @Test
    void nobody_is_told_without_a_token(World world) {
        assertThat(get(world, "no-token").getStatus()).isEqualTo(401);
    }

    private static HttpResponse<String> get(World world, String token) {
        return Unirest.get(world.apiUrl() + "/v1.0/streamers")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer " + token)
                .asString();
    }

    private static HttpResponse<String> recover(World world, String query) {
        return Unirest.put(world.apiUrl() + "/v1.0/streamers/session/recover?" + query)
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer trader-token")
                .asString();
    }
}
