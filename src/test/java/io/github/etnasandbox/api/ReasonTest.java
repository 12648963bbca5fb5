package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@SandboxTest
class ReasonTest {

    @Test
    void reasons_can_be_turned_off(World world, Sandbox sandbox) {
        try (World silent = sandbox.newWorld(world.seed(), world.settings().withReasons(false))) {
            var answer = Calls.cancel(silent, 75225, "admin-token");
            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(Calls.reason(answer)).isEmpty();
        }
    }

    @Test
    void what_a_client_sent_cannot_break_the_header(World world) {
        String head = "GET /api/token HTTP/1.1\r\nHost: x\r\nConnection: close\r\nEt-App-Key: a\tb\u00e9\u007f\r\n\r\n";
        byte[] request = head.getBytes(StandardCharsets.UTF_8);
        RawHttp.Response response = RawHttp.sendBytes(world.apiUrl(), request);
        assertThat(response.status()).isIn(400, 403);
        assertThat(response.header("Sandbox-Reason")).matches("[ -~]+");
    }

    @Test
    void no_reason_tells_a_credential_that_was_not_sent(World world) {
        List<String> secrets = List.of("demo-app-key", "admin-token", "admin-password", "424242", "trader-token");
        for (AnswerExamples.Example example : AnswerExamples.all()) {
            String[] methodAndPath = example.request().split(" ", -1);
            RawHttp.Response response = RawHttp.send(
                    world.apiUrl(),
                    methodAndPath[0] + " /api" + methodAndPath[1],
                    example.headers().toArray(String[]::new));
            String reason = response.header("Sandbox-Reason");
            for (String secret : secrets) {
                if (reason != null && example.headers().stream().noneMatch(header -> header.contains(secret))) {
                    assertThat(reason).as("%s", example).doesNotContain(secret);
                }
            }
        }
    }
}
