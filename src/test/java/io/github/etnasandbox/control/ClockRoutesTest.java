package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.World;
import java.time.Instant;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class ClockRoutesTest {

    @Test
    void the_clock_tells_its_instant_and_mode(World world) {
        var answer = Unirest.get(world.controlUrl() + "/clock").asString();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("{\"now\":\"2019-01-21T15:30:00Z\",\"mode\":\"frozen\"}\n");
    }

    @Test
    void the_clock_moves_by_a_duration(World world) {
        var answer = advance(world, "{\"by\": \"PT1H0.5S\"}");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody()).startsWith("{\"now\":\"2019-01-21T16:30:00.5Z\"");
        assertThat(world.now()).isEqualTo(Instant.parse("2019-01-21T16:30:00.5Z"));
    }

    @Test
    void the_clock_moves_to_an_instant(World world) {
        var answer = set(world, "{\"now\": \"2019-01-22T21:00:00+01:00\"}");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(world.now()).isEqualTo(Instant.parse("2019-01-22T20:00:00Z"));
    }

    @Test
    void a_ticking_clock_goes_on_from_where_it_was_moved(World world, Sandbox sandbox) {
        try (World ticking = sandbox.newWorld(world.seed(), world.settings().withClock(ClockMode.TICKING))) {
            advance(ticking, "{\"by\": \"PT24H\"}");
            Instant moved = ticking.now();
            assertThat(moved).isBetween(Instant.parse("2019-01-22T15:30:00Z"), Instant.parse("2019-01-22T16:30:00Z"));
        }
    }

    @Test
    void the_real_clock_is_not_moved(World world, Sandbox sandbox) {
        try (World real = sandbox.newWorld(world.seed(), world.settings().withClock(ClockMode.SYSTEM))) {
            var answer = advance(real, "{\"by\": \"PT24H\"}");
            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(answer.getBody()).contains("is the real one, which nobody moves");
        }
    }

    @Test
    void a_reset_takes_the_clock_back(World world) {
        advance(world, "{\"by\": \"PT24H\"}");
        world.reset();
        assertThat(world.now()).isEqualTo(Instant.parse("2019-01-21T15:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"by": "PT-1S"}              | the clock would go back by 1 s; it only moves forward, a reset takes it back
            {"by": "PT-9255H-30M"}       | the clock would go back by 385 d 15 h 30 min; it only
            {"by": "PT-59.5S"}           | the clock would go back by 59.5 s; it only
            {"by": "PT99999999H"}        | it ends at 9999-12-31T23:59:59.999999900Z
            {"by": "P999999999999999D"}  | must be an ISO 8601 duration such as \\"PT2S\\" or \\"PT24H\\"
            {"by": "2 seconds"}          | or \\"PT24H\\", found \\"2 seconds\\"
            {"by": 2}                    | request body:1:8: /by: must be an ISO 8601 duration
            {"bye": "PT2S"}              | unknown member 'bye'; allowed are by
            {"by": "PT2S", "to": "x"}    | request body:1:16: /to: unknown member 'to'
            {"by": "PT2S"} {}            | request body:1:16: there is more after the end of the object
            {"by": "PT2S"                | /by: not JSON: it ends in the middle
            """)
    void a_move_that_cannot_be_is_refused_and_told_why(String body, String why, World world) {
        var answer = advance(world, body);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody()).contains(why);
        assertThat(world.now()).isEqualTo(Instant.parse("2019-01-21T15:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"now\": \"2019-01-21T15:29:59Z\"}", "{\"now\": \"yesterday\"}", "", "[]"})
    void a_time_that_cannot_be_is_refused(String body, World world) {
        assertThat(set(world, body).getStatus()).isEqualTo(422);
        assertThat(world.now()).isEqualTo(Instant.parse("2019-01-21T15:30:00Z"));
    }

    private static HttpResponse<String> advance(World world, String body) {
        return Unirest.post(world.controlUrl() + "/clock/advance").body(body).asString();
    }

    private static HttpResponse<String> set(World world, String body) {
        return Unirest.put(world.controlUrl() + "/clock").body(body).asString();
    }
}
