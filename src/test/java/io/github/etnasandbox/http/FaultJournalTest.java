package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.Exchange.StruckFault;
import io.github.etnasandbox.journal.ExchangePattern;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kong.unirest.core.Unirest;
import kong.unirest.core.UnirestException;
import org.junit.jupiter.api.Test;

/** What the journal tells of requests that a fault struck, or that broke off. */
@SandboxTest
class FaultJournalTest {
    private static final String PATH = "**/orders/73552";

    @Test
    void a_request_that_was_lost_before_has_neither_answer_nor_rule_nor_changes(World world) {
        world.inject(Fault.before("DELETE", PATH, FaultEffect.close()));

        Exchange exchange = cancel(world);

        assertThat(exchange.fault()).isEqualTo(new StruckFault("1", "before", "close"));
        assertThat(exchange.response()).isNull();
        assertThat(exchange.rule()).isNull();
        assertThat(exchange.changes()).isEmpty();
        assertThat(exchange.reason()).isEqualTo("fault 1: close before the request was applied");
    }

    @Test
    void a_reply_that_was_lost_has_the_rule_and_the_changes_all_the_same(World world) {
        world.inject(Fault.after("DELETE", PATH, FaultEffect.reset()));

        Exchange exchange = cancel(world);

        assertThat(exchange.line())
                .isEqualTo("#1 DELETE /api/v1.0/accounts/6303/orders/73552 -> no answer [fault 1: reset after]");
        assertThat(ExchangePattern.ANY.rule("canceled").matches(exchange)).isTrue();
        assertThat(exchange.changes()).hasSize(1);
    }

    @Test
    void the_status_is_the_one_that_was_sent(World world) {
        world.inject(Fault.after("DELETE", PATH, FaultEffect.status(502)));

        Exchange exchange = cancel(world);

        assertThat(exchange.status()).isEqualTo(502);
        assertThat(ExchangePattern.ANY.rule("canceled").matches(exchange)).isTrue();
    }

    @Test
    void a_request_that_was_delayed_is_decided_as_any_other(World world) {
        world.inject(Fault.before("DELETE", PATH, FaultEffect.delay(Duration.ofMillis(1))));

        Exchange exchange = cancel(world);

        assertThat(exchange.fault()).isEqualTo(new StruckFault("1", "before", "delay"));
        assertThat(exchange.status()).isEqualTo(204);
        assertThat(exchange.changes()).hasSize(1);
    }

    @Test
    void an_answer_that_was_harmed_is_told_as_it_was(World world) {
        world.inject(Fault.after("GET", PATH, FaultEffect.garble()));
        try {
            Unirest.get(url(world)).asEmpty();
        } catch (UnirestException clientsMayThrow) {
            // what clients see is told elsewhere
        }

        Exchange exchange = world.requests().get(0);

        assertThat(exchange.fault()).isEqualTo(new StruckFault("1", "after", "garble"));
        assertThat(exchange.response()).asString().contains("{\"error\":");
    }

    @Test
    void a_request_whose_body_breaks_off_is_told_as_such(World world) {
        RawHttp.sendBytes(
                world.apiUrl(),
                ("POST /worlds/" + world.id() + "/api/v1.0/accounts/6303/orders HTTP/1.1\r\nHost: localhost\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(world.requests()).singleElement().satisfies(exchange -> {
            assertThat(exchange.request().brokenOff()).isTrue();
            assertThat(exchange.status()).isEqualTo(400);
            assertThat(exchange.line()).endsWith("[the request broke off]");
        });
    }

    private static Exchange cancel(World world) {
        try {
            Unirest.delete(url(world))
                    .header("Et-App-Key", "demo-app-key")
                    .header("Authorization", "Bearer admin-token")
                    .asEmpty();
        } catch (UnirestException noAnswer) {
            // as the fault would have it
        }
        return world.requests().get(0);
    }

    private static String url(World world) {
        return world.apiUrl() + "/v1.0/accounts/6303/orders/73552";
    }
}
