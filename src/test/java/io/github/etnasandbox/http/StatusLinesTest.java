package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@SandboxTest
class StatusLinesTest {
    @Test
    void a_server_error_has_the_reason_phrase_of_the_api(World world) {
        assertThat(unknownAccount(world)).startsWith("HTTP/1.1 500 Internal Server Error\r\n");
    }

    @Test
    void a_server_error_that_a_fault_cuts_has_it_too(World world) {
        world.inject(Fault.after("GET", "/**", FaultEffect.truncate(1)));
        assertThat(unknownAccount(world)).startsWith("HTTP/1.1 500 Internal Server Error\r\n");
    }

    private static String unknownAccount(World world) {
        URI api = URI.create(world.apiUrl());
        String request = "GET " + api.getPath() + "/v1.0/accounts/999/orders/1 HTTP/1.1\r\nHost: " + api.getAuthority()
                + "\r\nEt-App-Key: demo-app-key\r\nAuthorization: Bearer admin-token\r\nConnection: close\r\n\r\n";
        return RawHttp.exchange(world.apiUrl(), request.getBytes(StandardCharsets.US_ASCII));
    }
}
