package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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
        void an_order_that_is_not_outstanding_is_a_conflict(World world) {
            assertThat(cancel(world, 75225, "admin-token").getStatus()).isEqualTo(409);
        }
    }
}
