package io.github.etnasandbox.control;

import static io.github.etnasandbox.control.VenueCalls.apiPrints;
import static io.github.etnasandbox.control.VenueCalls.cancel;
import static io.github.etnasandbox.control.VenueCalls.get;
import static io.github.etnasandbox.control.VenueCalls.put;
import static io.github.etnasandbox.control.VenueCalls.tell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SandboxTest(fixtures = "lifecycle")
class VenueScriptRoutesTest {
    private static final String DEFAULTS = "{\"acknowledge\":\"at-once\",\"fillsAtQuotes\":false}\n";

    @Test
    void an_order_is_told_what_comes_of_its_cancel(World world) {
        String before = apiPrints(world, 2001);
        var answer = put(world, "/orders/2001/cancel-outcome", "{\"outcome\": \"accept-after\", \"after\": \"PT2S\"}");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(before + "\n");
        assertThat(world.order(2001).cancelOutcome()).isEqualTo(CancelOutcome.acceptAfter(Duration.ofSeconds(2)));

        put(world, "/orders/2001/cancel-outcome", "{\"outcome\": \"partial-fill-first\", \"Quantity\": 40}");
        assertThat(world.order(2001).cancelOutcome()).isEqualTo(CancelOutcome.partialFillFirst(40));
        tell(world, 2001, "fill", "");
        assertThat(put(world, "/orders/2001/cancel-outcome", "{\"outcome\": \"hold\"}")
                        .getStatus())
                .isEqualTo(409);
        assertThat(put(world, "/orders/7/cancel-outcome", "{\"outcome\": \"hold\"}")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_next_cancel_is_told_what_comes_of_it(World world) {
        var answer = put(world, "/cancel-outcome", "{\"outcome\": \"reject\", \"after\": \"PT1M\"}");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody())
                .isEqualTo("{\"acknowledge\":\"at-once\",\"fillsAtQuotes\":false,"
                        + "\"nextCancel\":{\"outcome\":\"reject\",\"after\":\"PT1M\"}}\n");
        cancel(world, 2031);
        assertThat(world.order(2031).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(get(world, "/venue").getBody()).isEqualTo(DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"outcome": "hodl"}                                | /outcome: must be one of accept, accept-after, hold, fill-first, partial-fill-first, reject, fill-after-accept, found \\"hodl\\"; did you mean \\"hold\\"?
            {"outcom": "hold"}                                 | unknown member 'outcom'; allowed are outcome, after, Quantity; did you mean 'outcome'?
            {"outcome": "accept-after"}                        | accept-after needs 'after', more than zero, such as PT2S
            {"outcome": "accept-after", "after": "PT-2S"}      | 'after' is PT-2S; it is zero or more
            {"outcome": "hold", "after": "PT2S"}               | 'after' cannot be with hold; it goes with accept-after, reject, fill-after-accept
            {"outcome": "reject", "after": "PT8785H"}          | 'after' is PT8785H; it is at most PT8784H
            {"outcome": "accept-after", "after": 2}            | /after: must be an ISO 8601 duration such as \\"PT2S\\"
            {"outcome": "partial-fill-first"}                  | partial-fill-first needs 'Quantity', more than 0
            {"outcome": "hold", "Quantity": 5}                 | 'Quantity' cannot be with hold; it goes with partial-fill-first
            """)
    void an_outcome_that_cannot_be_is_refused_and_told_why(String body, String why, World world) {
        for (String path : new String[] {"/cancel-outcome", "/orders/2001/cancel-outcome"}) {
            var answer = put(world, path, body);
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getBody()).contains(why);
        }
        assertThat(LiveWorld.of(world).state().venue()).isEqualTo(VenueSettings.DEFAULTS);
        assertThat(world.order(2001).cancelOutcome()).isEqualTo(CancelOutcome.ACCEPT);
    }

    @Test
    void the_venue_is_set_as_a_whole_and_reset_to_the_fixtures(World world) {
        assertThat(get(world, "/venue").getBody()).isEqualTo(DEFAULTS);
        String settings = "{\"acknowledge\":\"PT2S\",\"fillsAtQuotes\":true,"
                + "\"nextCancel\":{\"outcome\":\"partial-fill-first\",\"Quantity\":40}}";
        assertThat(put(world, "/venue", settings).getBody()).isEqualTo(settings + "\n");
        assertThat(get(world, "/venue").getBody()).isEqualTo(settings + "\n");

        assertThat(put(world, "/venue", "{\"acknowledge\": \"hold\"}").getBody())
                .isEqualTo("{\"acknowledge\":\"hold\",\"fillsAtQuotes\":false}\n");
        world.reset();
        assertThat(get(world, "/venue").getBody()).isEqualTo(DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"acknowledge": "later"}             | /acknowledge: must be at-once, hold or an ISO 8601 duration such as \\"PT2S\\", found \\"later\\"
            {"acknowledge": "PT-2S"}             | /acknowledge: must be at-once, hold or an ISO 8601 duration such as \\"PT2S\\", found \\"PT-2S\\"
            {"fillsAtQuote": true}               | unknown member 'fillsAtQuote'; allowed are acknowledge, fillsAtQuotes, nextCancel, validators; did you mean 'fillsAtQuotes'?
            {"fillsAtQuotes": "yes"}             | /fillsAtQuotes: must be true or false, found \\"yes\\"
            {"nextCancel": {"outcome": "wait"}}  | /nextCancel/outcome: must be one of accept, accept-after, hold
            {"nextCancel": {"outcome": "hold", "after": "PT2S"}} | /nextCancel: 'after' cannot be with hold
            """)
    void a_venue_that_cannot_be_is_refused_and_told_why(String body, String why, World world) {
        var answer = put(world, "/venue", body);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody()).contains(why);
        assertThat(LiveWorld.of(world).state().venue()).isEqualTo(VenueSettings.DEFAULTS);
    }
}
