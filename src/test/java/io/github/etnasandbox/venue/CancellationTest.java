package io.github.etnasandbox.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private static final State SEED = Snapshots.stateOf(Fixtures.named("docs").load());
    private static final Instant NOW = Instant.parse("2019-01-21T16:00:00Z");
    private static final AccountId ACCOUNT = new AccountId(6303);

    @Test
    void cancelling_is_a_request_with_two_states_one_after_the_other() {
        Transition<OrderResult> transition = cancel(ACCOUNT, 73552);
        Order cancelled = transition.state().order(new OrderId(73552)).orElseThrow();

        assertThat(transition.result()).isEqualTo(new OrderResult.Done(cancelled));
        assertThat(cancelled.records())
                .extracting(record -> record.progress().status())
                .containsExactly(OrderStatus.CANCELED, OrderStatus.PENDING_CANCEL, OrderStatus.NEW);
        assertThat(cancelled.progress().requestId()).isEqualTo(SEED.nextId());
        assertThat(cancelled.progress().stateId()).isEqualTo(SEED.nextId() + 2);
        assertThat(cancelled.progress().date()).isEqualTo(NOW);
        assertThat(transition.state().nextId()).isEqualTo(SEED.nextId() + 3);
    }

    @Test
    void the_state_before_is_untouched() {
        Order before = SEED.order(new OrderId(73552)).orElseThrow();
        cancel(ACCOUNT, 73552);
        assertThat(SEED.order(new OrderId(73552))).contains(before);
    }

    @Test
    void a_refused_cancel_keeps_the_very_same_state() {
        assertThat(cancel(ACCOUNT, 75225).keeps(SEED)).isTrue();
        assertThat(cancel(ACCOUNT, 1).keeps(SEED)).isTrue();
        assertThat(cancel(new AccountId(6688), 73552).keeps(SEED)).isTrue();
    }

    @Test
    void each_refusal_names_its_case() {
        assertThat(cancel(ACCOUNT, 75225).result()).isInstanceOf(OrderResult.Refused.class);
        assertThat(cancel(ACCOUNT, 1).result()).isEqualTo(new OrderResult.Unknown(new OrderId(1)));
        assertThat(cancel(new AccountId(6688), 73552).result()).isInstanceOf(OrderResult.OnAnotherAccount.class);
    }

    private static Transition<OrderResult> cancel(AccountId account, int order) {
        return new Cancellation(account, new OrderId(order), new UserId(7001)).applyTo(SEED, NOW);
    }
}
