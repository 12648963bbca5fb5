package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.member;
import static io.github.etnasandbox.api.Calls.order;
import static io.github.etnasandbox.api.Calls.place;
import static io.github.etnasandbox.api.Calls.put;
import static io.github.etnasandbox.api.Calls.reason;
import static io.github.etnasandbox.api.Calls.replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each dialect does differently; what an answer looks like is {@link DocumentedAnswersTest}'s part. */
class DialectTest {

    @Nested
    @SandboxTest(dialect = Dialect.DOCUMENTED)
    class Documented {
        @Test
        void only_administrators_cancel(World world) {
            assertThat(cancel(world, 73552, "trader-token").getStatus()).isEqualTo(401);
            assertThat(cancel(world, 73552, "admin-token").getStatus()).isEqualTo(204);
        }

        @Test
        void an_order_without_execution_instructions_has_the_number_0(World world) {
            assertThat(member(order(world, 75225), "ExecInst")).isEqualTo("0");
            assertThat(member(order(world, 73552), "ExecInst")).isEqualTo("AllOrNone");
        }

        @Test
        void a_bare_token_is_accepted(World world) {
            assertThat(cancel(world, "6303", "73552", "admin-token").getStatus())
                    .isEqualTo(204);
        }
    }

    @Nested
    @SandboxTest(dialect = Dialect.CURRENT)
    class Current {
        @Test
        void a_trader_cancels_on_an_account_with_full_access(World world) {
            assertThat(cancel(world, 73552, "trader-token").getStatus()).isEqualTo(204);
        }

        @Test
        void an_administrator_cancels_on_every_account(World world) {
            assertThat(cancel(world, 73552, "admin-token").getStatus()).isEqualTo(204);
        }

        @Test
        void a_trader_is_denied_on_another_users_account(World world) {
            var answer = cancel(world, 73552, "other-trader-token");
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(reason(answer)).isEqualTo("account 6303 is not one of user other-trader's (7472)");
        }

        @Test
        void a_user_with_read_only_access_is_denied(World world) {
            var answer = cancel(world, 73552, "read-only-token");
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(reason(answer)).contains("ReadOnly access to account 6303");
        }

        @Test
        void a_bare_token_is_denied(World world) {
            var answer = cancel(world, "6303", "73552", "admin-token");
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(reason(answer)).contains("bare token");
        }

        @Test
        void a_path_id_that_is_no_int32_is_named(World world) {
            assertThat(cancel(world, "6303", "john", "Bearer admin-token").getStatus())
                    .isEqualTo(422);
        }
    }

    @Nested
    @SandboxTest
    class LaterEditions {
        @ParameterizedTest
        @EnumSource(names = {"CURRENT", "AUTOSHARES"})
        void they_replace_only_what_is_sent(Dialect dialect, World world, Sandbox sandbox) {
            World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(dialect));
            var answer = replace(asked, 73552, "{'Quantity':5}");
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getBody()).contains("\"Id\":73552,", "\"Quantity\":5,\"Price\":0,");
            assertThat(put(asked, "/v1.0/accounts/6303/preview/orders/73552", "{}", "admin-token")
                            .getStatus())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @EnumSource(names = {"CURRENT", "AUTOSHARES"})
        void they_call_no_execution_instruction_none(Dialect dialect, World world, Sandbox sandbox) {
            World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(dialect));
            assertThat(member(order(asked, 75225), "ExecInst")).isEqualTo("None");
            assertThat(member(order(asked, 73552), "ExecInst")).isEqualTo("AllOrNone");
            assertThat(member(place(asked, "{'Symbol':'AAPL','Type':'Market','Side':'Buy','Quantity':1}"), "ExecInst"))
                    .isEqualTo("None");
        }

        @ParameterizedTest
        @EnumSource(names = {"CURRENT", "AUTOSHARES"})
        void they_show_the_symbol_of_an_orders_security(Dialect dialect, World world, Sandbox sandbox) {
            World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(dialect));
            assertThat(member(order(asked, 73552), "Symbol")).isEqualTo("AAPL");
        }
    }

    @Nested
    @SandboxTest(dialect = Dialect.AUTOSHARES)
    class AutoShares {
        @Test
        void a_refused_app_key_is_unauthorized(World world) {
            var answer = kong.unirest.core.Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                    .asString();
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(answer.getHeaders().getFirst("WWW-Authenticate")).isEqualTo("Bearer");
        }

        @Test
        void an_unknown_order_is_not_found(World world) {
            assertThat(cancel(world, 1, "admin-token").getStatus()).isEqualTo(404);
            assertThat(cancel(world, 80401, "admin-token").getStatus()).isEqualTo(404);
        }

        @Test
        void a_list_is_in_descending_order(World world) {
            assertThat(get(world, "/v1.0/accounts/6303/orders", "admin-token").getBody())
                    .startsWith("{\"Result\":[{\"Id\":80328,");
        }

        @Test
        void an_order_that_is_not_outstanding_is_a_conflict(World world) {
            assertThat(cancel(world, 75225, "admin-token").getStatus()).isEqualTo(409);
        }
    }
}
