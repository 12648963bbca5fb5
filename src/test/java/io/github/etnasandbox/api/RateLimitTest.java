package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.login;
import static io.github.etnasandbox.api.Calls.reason;
import static io.github.etnasandbox.api.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.junit.PlayedAgain;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.RateLimiting;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only so many requests in a minute, where the dialect has it so. */
@SandboxTest(dialect = Dialect.AUTOSHARES)
class RateLimitTest {
    /** The fixtures' clock and a minute, in Unix time. */
    private static final String NEXT_WINDOW = "1548084660";

    private static final String ORDER =
            "{'Symbol': 'AAPL', 'Type': 'Market', 'Side': 'Buy', 'Quantity': 1," + " 'TimeinForce': 'Day'}";

    @Nested
    class Trades {
        @Test
        void the_51st_within_a_minute_is_refused_with_all_header_fields(World world) {
            trades(world, 50);
            var answer = trade(world);

            assertThat(answer.getStatus()).isEqualTo(429);
            assertThat(answer.getBody()).isNullOrEmpty();
            assertThat(field(answer, "Retry-After")).isEqualTo("60");
            assertRate(answer, "50", "0", NEXT_WINDOW);
            assertThat(reason(answer))
                    .isEqualTo("trade limit reached: 50 requests a minute for one token on one account; the next window"
                            + " begins at 2019-01-21T15:31:00Z, in 60 s");
        }

        @Test
        void those_within_the_limit_say_how_many_are_left(World world) {
            var first = Calls.place(world, ORDER);
            assertThat(first.getStatus()).isEqualTo(200);
            assertRate(first, "50", "49", NEXT_WINDOW);
            assertThat(first.getHeaders().containsKey("Retry-After")).isFalse();

            assertRate(Calls.replace(world, 73552, "{}"), "50", "48", NEXT_WINDOW);
            assertRate(cancel(world, 73552, "admin-token"), "50", "47", NEXT_WINDOW);
        }

        @Test
        void the_next_window_opens_when_the_clock_comes_to_it(World world) {
            trades(world, 50);
            world.advance(Duration.ofMillis(59_500));
            var early = trade(world);
            assertThat(early.getStatus()).isEqualTo(429);
            assertThat(field(early, "Retry-After")).isEqualTo("1");

            world.advance(Duration.ofMillis(500));
            assertRate(trade(world), "50", "49", "1548084720");
        }

        @Test
        void each_account_and_each_token_has_a_count_of_its_own(World world) {
            trades(world, 50);

            assertRate(cancel(world, "6688", "80401", "Bearer admin-token"), "50", "49", NEXT_WINDOW);
            assertRate(cancel(world, 73552, "trader-token"), "50", "49", NEXT_WINDOW);
        }

        @ParameterizedTest
        @ValueSource(strings = {"+6303", "06303"})
        void an_account_is_the_same_however_its_id_is_spelt(String accountId, World world) {
            trades(world, 50);

            assertThat(cancel(world, accountId, "73552", "Bearer admin-token").getStatus())
                    .isEqualTo(429);
        }

        @Test
        void syncorders_count_with_orders_and_say_so_once_the_venue_has_spoken(World world) {
            world.nextCancel(CancelOutcome.HOLD);
            Gate applied = world.holdNext("DELETE", "**/syncorders/73552", GatePoint.AFTER_APPLY);
            CompletableFuture<HttpResponse<String>> cancel = Unirest.delete(
                            world.apiUrl() + "/v1.0/accounts/6303/syncorders/73552")
                    .header("Et-App-Key", Calls.APP_KEY)
                    .header("Authorization", "Bearer admin-token")
                    .asStringAsync();
            applied.awaitArrival(Duration.ofSeconds(5));
            trade(world);
            world.acknowledgeCancel(73552);
            applied.release();

            assertThat(cancel.join().getStatus()).isEqualTo(204);
            assertRate(cancel.join(), "50", "49", NEXT_WINDOW);
            assertRate(trade(world), "50", "47", NEXT_WINDOW);
        }

        @Test
        void exactly_50_of_many_at_once_pass(World world) throws Exception {
            Callable<Integer> client = () -> {
                int passed = 0;
                for (int i = 0; i < 10; i++) {
                    passed += trade(world).getStatus() == 429 ? 0 : 1;
                }
                return passed;
            };
            List<Integer> passed = together(Collections.nCopies(8, client));

            assertThat(passed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
        }
    }

    @Nested
    class OtherRequests {
        @Test
        void the_121st_query_within_a_minute_is_refused_and_trades_go_on(World world) {
            for (int i = 0; i < 40; i++) {
                assertThat(get(world, "/v1.0/accounts/6303/orders", "admin-token")
                                .getStatus())
                        .isEqualTo(200);
                Calls.order(world, 73552);
                get(world, "/v1.0/accounts/6688/orders/80401/details", "admin-token");
            }
            var answer = Calls.order(world, 73552);

            assertThat(answer.getStatus()).isEqualTo(429);
            assertRate(answer, "120", "0", NEXT_WINDOW);
            assertThat(reason(answer)).startsWith("query limit reached: 120 requests a minute for one token; ");
            assertThat(get(world, "/v1.0/accounts/6303/orders", "trader-token").getStatus())
                    .isEqualTo(200);
            assertThat(trade(world).getStatus()).isEqualTo(409);
        }

        @Test
        void the_11th_token_request_within_a_minute_is_refused_wrong_passwords_counted(World world) {
            for (int i = 0; i < 9; i++) {
                assertThat(login(world, "admin", "wrong").getStatus()).isEqualTo(401);
            }
            assertRate(login(world, "admin", "admin-password"), "10", "0", NEXT_WINDOW);
            var answer = login(world, "admin", "admin-password");

            assertThat(answer.getStatus()).isEqualTo(429);
            assertThat(reason(answer))
                    .startsWith("token limit reached: 10 requests a minute for one app key and user name; ");
            assertThat(login(world, "trader", "trader-password").getStatus()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v1.0/users/@me/info", "/v1.0/users/@me/accounts", "/v1.0/accounts/6303/info"})
        void reads_of_users_and_accounts_are_not_counted(String path, World world) {
            assertNotCounted(get(world, path, "admin-token"));
        }

        @Test
        void previews_are_not_counted(World world) {
            var preview = Calls.post(world, "/v1.0/accounts/6303/preview/orders", ORDER, "admin-token");
            assertThat(preview.getStatus()).isEqualTo(200);
            assertNotCounted(preview);
        }
    }

    @Nested
    class InTheChainOfChecks {
        @Test
        void the_limit_comes_behind_the_token_and_before_the_ids(World world) {
            trades(world, 50);
            String url = world.apiUrl() + "/v1.0/accounts/6303/orders/73552";

            assertThat(Unirest.delete(url).asString().getStatus()).isEqualTo(401);
            assertThat(get(world, "/v1.0/nothing", "admin-token").getStatus()).isEqualTo(404);
            assertThat(cancel(world, 73552, "expired-token").getStatus()).isEqualTo(401);
            assertThat(cancel(world, "6303", "john", "Bearer admin-token").getStatus())
                    .isEqualTo(429);
        }

        @Test
        void a_refused_token_does_not_count(World world) {
            assertNotCounted(cancel(world, 73552, "expired-token"));
            assertRate(trade(world), "50", "49", NEXT_WINDOW);
        }

        @Test
        void what_is_refused_behind_the_limit_counts(World world) {
            assertRate(cancel(world, "6303", "john", "Bearer admin-token"), "50", "49", NEXT_WINDOW);
            assertRate(cancel(world, "john", "73552", "Bearer admin-token"), "50", "49", NEXT_WINDOW);
            assertRate(cancel(world, "6688", "73552", "Bearer trader-token"), "50", "49", NEXT_WINDOW);
        }

        @Test
        void being_counted_is_no_change_that_a_gate_would_hold(World world) {
            Gate read = world.holdNext("GET", "**", GatePoint.BEFORE_APPLY);
            Gate refused = world.holdNext("DELETE", "**", GatePoint.BEFORE_APPLY);
            Calls.order(world, 73552);
            trades(world, 50);
            assertThat(cancel(world, 73552, "admin-token").getStatus()).isEqualTo(429);

            assertThat(read.state()).isEqualTo(Gate.State.OPEN);
            assertThat(refused.state()).isEqualTo(Gate.State.OPEN);
        }
    }

    @Nested
    class TheCounts {
        @Test
        void a_reset_forgets_them(World world) {
            trades(world, 50);
            world.reset();

            assertThat(cancel(world, 73552, "admin-token").getStatus()).isEqualTo(204);
        }

        @Tag(PlayedAgain.NOT)
        @Test
        void a_restored_snapshot_brings_them_back(World world) {
            trades(world, 50);
            Seed used = world.snapshot();
            world.advance(Duration.ofMinutes(2));
            assertThat(trade(world).getStatus()).isEqualTo(409);
            world.restore(used);

            assertThat(trade(world).getStatus()).isEqualTo(429);
        }

        @Test
        void an_export_leaves_them_out(World world) {
            String before =
                    Unirest.get(world.controlUrl() + "/state").asString().getBody();
            trade(world);

            assertThat(Unirest.get(world.controlUrl() + "/state").asString().getBody())
                    .isEqualTo(before);
        }
    }

    @Nested
    class ByDialect {
        @ParameterizedTest
        @EnumSource(names = {"DOCUMENTED", "CURRENT"})
        void other_dialects_take_any_number(Dialect dialect, World world, Sandbox sandbox) {
            try (World unlimited =
                    sandbox.newWorld(world.seed(), world.settings().withDialect(dialect))) {
                trades(unlimited, 60);
                assertNotCounted(trade(unlimited));
                assertThat(LiveWorld.of(unlimited).state()).isEqualTo(Snapshots.stateOf(world.seed()));
            }
        }

        @Test
        void limits_can_be_on_in_every_dialect(World world, Sandbox sandbox) {
            var settings = world.settings().withDialect(Dialect.DOCUMENTED).withRateLimits(RateLimiting.ON);
            try (World limited = sandbox.newWorld(world.seed(), settings)) {
                assertRate(cancel(limited, 73552, "trader-token"), "50", "49", NEXT_WINDOW);
            }
        }

        @Test
        void limits_can_be_off_in_this_one(World world, Sandbox sandbox) {
            var settings = world.settings().withRateLimits(RateLimiting.OFF);
            try (World unlimited = sandbox.newWorld(world.seed(), settings)) {
                trades(unlimited, 50);
                assertNotCounted(trade(unlimited));
            }
        }
    }

    /** A cancel that comes as far as the order, which is not outstanding. */
    private static HttpResponse<String> trade(World world) {
        return cancel(world, 75225, "admin-token");
    }

    private static void trades(World world, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(trade(world).getStatus()).isEqualTo(409);
        }
    }

    private static void assertRate(HttpResponse<String> answer, String limit, String remaining, String reset) {
        assertThat(field(answer, "X-RateLimit-Limit")).isEqualTo(limit);
        assertThat(field(answer, "X-RateLimit-Remaining")).isEqualTo(remaining);
        assertThat(field(answer, "X-RateLimit-Reset")).isEqualTo(reset);
    }

    private static void assertNotCounted(HttpResponse<String> answer) {
        assertThat(answer.getHeaders().containsKey("X-RateLimit-Limit")).isFalse();
    }

    private static String field(HttpResponse<String> answer, String name) {
        return answer.getHeaders().getFirst(name);
    }
}
