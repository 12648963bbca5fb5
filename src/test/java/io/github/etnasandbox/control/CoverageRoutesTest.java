package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code GET /sandbox/coverage}. */
class CoverageRoutesTest {
    private final Sandbox sandbox = Sandbox.start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_row_that_was_met_has_its_count() {
        VenueCalls.cancel(sandbox.world(), 73552);
        VenueCalls.cancel(sandbox.world(), 73552);
        VenueCalls.cancel(sandbox.world(), 73552);

        assertThat(coverage(sandbox.world()))
                .startsWith("{\"met\":2,\"total\":")
                .contains("{\"name\":\"canceled\",\"status\":204,\"trigger\":\"an outstanding order was canceled\","
                        + "\"provenance\":\"documented\",\"source\":\"guide page Cancel Order\",\"count\":1}")
                .contains("{\"name\":\"not-outstanding\",\"status\":409,")
                .contains("\"count\":2}");
    }

    @Test
    void a_row_that_was_never_met_says_how_to_meet_it() {
        assertThat(coverage(sandbox.world()))
                .startsWith("{\"met\":0,")
                .contains(
                        "{\"name\":\"lost-reply\",\"trigger\":\"the connection ended without an answer, and the change"
                                + " was made\",\"provenance\":\"incident\"")
                .contains("\"provoke\":\"world.inject(Fault.after(\\\"DELETE\\\", \\\"**/orders/73552\\\","
                        + " FaultEffect.close())) or POST /sandbox/faults ");
    }

    @Test
    void a_world_counts_for_itself_and_the_root_for_all_that_ever_were() {
        World one = sandbox.newWorld();
        World other = sandbox.newWorld();
        VenueCalls.cancel(one, 73552);
        VenueCalls.cancel(one, 80328);
        VenueCalls.cancel(other, 73552);
        other.reset();

        assertThat(count(coverage(one), "canceled")).isEqualTo(2);
        assertThat(count(coverage(other), "canceled")).isEqualTo(1);
        one.close();
        assertThat(count(coverage(sandbox.world()), "canceled")).isEqualTo(3);
        String own = Unirest.get("http://127.0.0.1:" + sandbox.port() + "/worlds/default/sandbox/coverage")
                .asString()
                .getBody();
        assertThat(own).startsWith("{\"met\":0,");
    }

    @Test
    void the_rows_are_those_of_the_dialects_that_were_asked() {
        World current = sandbox.newWorld(
                sandbox.world().seed(), sandbox.world().settings().withDialect(Dialect.CURRENT));
        assertThat(coverage(sandbox.world()))
                .contains("\"invalid-request\"")
                .doesNotContain("\"invalid-parameter\"", "\"too-many-requests\"");
        VenueCalls.cancel(current, 73552);
        assertThat(coverage(sandbox.world())).contains("\"invalid-parameter\"").doesNotContain("\"invalid-request\"");
        VenueCalls.cancel(sandbox.world(), 73552);
        assertThat(coverage(sandbox.world())).contains("\"invalid-parameter\"", "\"invalid-request\"");
    }

    @Test
    void many_at_once_are_all_counted() {
        List<World> worlds =
                IntStream.range(0, 8).mapToObj(i -> sandbox.newWorld()).toList();
        CompletableFuture.allOf(worlds.stream()
                        .map(world -> CompletableFuture.runAsync(() -> {
                            for (int i = 0; i < 100; i++) {
                                VenueCalls.cancel(world, 73552);
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(count(coverage(sandbox.world()), "canceled")).isEqualTo(8);
        assertThat(count(coverage(sandbox.world()), "not-outstanding")).isEqualTo(8 * 99);
        assertThat(worlds)
                .allSatisfy(world ->
                        assertThat(count(coverage(world), "not-outstanding")).isEqualTo(99));
    }

    @Test
    void a_browser_gets_a_page() {
        VenueCalls.cancel(sandbox.world(), 73552);
        var page = Unirest.get(sandbox.world().controlUrl() + "/coverage")
                .header("Accept", "text/html,*/*;q=0.8")
                .asString();

        assertThat(page.getHeaders().getFirst("Content-Type")).startsWith("text/html;");
        assertThat(page.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.getBody())
                .startsWith("<!DOCTYPE html>")
                .contains("<title>Answer coverage of all worlds</title>")
                .contains("<code>204 canceled</code>")
                .contains("{&quot;outcome&quot;:&quot;fill-first&quot;}")
                .doesNotContain("<script", "src=", "href=\"http");
    }

    @Test
    void it_is_as_guarded_as_all_control_routes() {
        try (Sandbox guarded = Sandbox.start(SandboxConfig.DEFAULTS.withControlKey("secret"))) {
            assertThat(Unirest.get(guarded.world().controlUrl() + "/coverage")
                            .asString()
                            .getStatus())
                    .isEqualTo(401);
        }
    }

    private static String coverage(World world) {
        return VenueCalls.get(world, "/coverage").getBody();
    }

    private static long count(String coverage, String row) {
        String from = coverage.substring(coverage.indexOf("{\"name\":\"" + row + "\""));
        return Long.parseLong(from.replaceFirst("(?s).*?\"count\":(\\d+).*", "$1"));
    }
}
