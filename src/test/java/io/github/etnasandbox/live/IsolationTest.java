package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.junit.PlayedAgain;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.venue.Cancellation;
import io.github.etnasandbox.world.World;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SandboxTest
@Tag(PlayedAgain.NOT)
class IsolationTest {
    private static final Cancellation CANCELLATION = new Cancellation(new AccountId(6303), new OrderId(73552), null);

    @Test
    void what_happens_in_one_world_is_invisible_in_another(World world, Sandbox sandbox) {
        try (World other = sandbox.newWorld()) {
            LiveWorld.of(world).apply(CANCELLATION);
            assertThat(other.order(73552).status()).isEqualTo(OrderStatus.NEW);
            other.reset();
            assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
        }
    }

    @Test
    void worlds_share_their_seeds_memory(World world, Sandbox sandbox) {
        try (World other = sandbox.newWorld()) {
            assertThat(LiveWorld.of(other).state()).isSameAs(LiveWorld.of(world).state());
        }
    }

    @Test
    void what_was_read_does_not_change_any_more(World world) {
        Order before = world.order(73552);
        List<Order> all = world.orders();
        LiveWorld.of(world).apply(CANCELLATION);
        assertThat(before.status()).isEqualTo(OrderStatus.NEW);
        assertThat(all).contains(before);
        assertThatThrownBy(() -> all.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void asking_for_what_is_not_there_names_it(World world) {
        assertThatThrownBy(() -> world.order(1))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("world '" + world.id() + "' has no order 1");
        assertThatThrownBy(() -> world.account(1))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("world '" + world.id() + "' has no account 1");
    }
}
