package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancels of groups: 2010 is an OCO of 2011 and 2012, 2020 an OTO in which 2021 triggers 2022. */
@SandboxTest(fixtures = "lifecycle")
@Timeout(60)
class CancelGroupTest {
    @ParameterizedTest
    @ValueSource(strings = {"orders", "syncorders"})
    void cancelling_the_root_cancels_all_its_legs(String route, World world) throws Exception {
        assertThat(ClientThread.cancels(world, route, 2010).answer().getStatus())
                .isEqualTo(204);
        assertThat(ClientThread.cancels(world, route, 2020).answer().getStatus())
                .isEqualTo(204);
        assertThat(statuses(world, 2010)).isEqualTo("Canceled Canceled Canceled");
        assertThat(statuses(world, 2020)).isEqualTo("Canceled Canceled Canceled");
        assertThat(ShownOrder.get(world, 2010).state()).isEqualTo("Canceled Canceled Complete Cancel");
        assertThat(ShownOrder.get(world, 2011).state())
                .as("nobody asked for the leg")
                .isEqualTo("Canceled Canceled Complete New");
        assertThat(ShownOrder.get(world, 2011).quantities()).isEqualTo("0 0 0");
    }

    @Test
    void a_cancelled_group_shows_its_cancelled_legs(World world) {
        cancel(world, 2010, "admin-token");
        String shown = ShownOrder.get(world, 2010).json();
        assertThat(shown)
                .contains(
                        ShownOrder.get(world, 2011).json(),
                        ShownOrder.get(world, 2012).json());
    }

    @Test
    void cancelling_one_leg_of_an_oco_leaves_the_other(World world) {
        assertThat(cancel(world, 2011, "admin-token").getStatus()).isEqualTo(204);
        assertThat(statuses(world, 2010)).isEqualTo("New Canceled New");
        world.fill(2012);
        assertThat(statuses(world, 2010)).isEqualTo("Filled Canceled Filled");
    }

    @Test
    void cancelling_both_legs_of_an_oco_ends_it(World world) {
        cancel(world, 2011, "admin-token");
        cancel(world, 2012, "admin-token");
        assertThat(statuses(world, 2010)).isEqualTo("Canceled Canceled Canceled");
        assertThat(cancel(world, 2010, "admin-token").getStatus()).isEqualTo(409);
    }

    @Test
    void executing_one_leg_of_an_oco_cancels_the_other(World world) {
        world.fill(2011, 30);
        assertThat(statuses(world, 2010)).isEqualTo("New PartiallyFilled Canceled");
        assertThat(cancel(world, 2012, "admin-token").getStatus()).isEqualTo(409);
    }

    @Test
    void cancelling_the_trigger_ends_the_group(World world) {
        assertThat(cancel(world, 2021, "admin-token").getStatus()).isEqualTo(204);
        assertThat(statuses(world, 2020)).isEqualTo("Canceled Canceled Canceled");
    }

    @Test
    void cancelling_what_is_triggered_leaves_the_trigger(World world) {
        assertThat(cancel(world, 2022, "admin-token").getStatus()).isEqualTo(204);
        assertThat(statuses(world, 2020)).isEqualTo("New New Canceled");
    }

    @Test
    void filling_the_trigger_sends_what_is_triggered_to_the_venue(World world) {
        world.fill(2021);
        assertThat(statuses(world, 2020)).isEqualTo("New Filled New");
        assertThat(ShownOrder.get(world, 2022).quantities()).isEqualTo("100 0 0");
        assertThat(cancel(world, 2021, "admin-token").getStatus()).isEqualTo(409);
        assertThat(cancel(world, 2022, "admin-token").getStatus()).isEqualTo(204);
        assertThat(statuses(world, 2020)).isEqualTo("Canceled Filled Canceled");
    }

    @Test
    void the_legs_go_on_while_the_cancel_of_their_root_is_pending(World world) throws Exception {
        world.cancelOutcome(2010, CancelOutcome.HOLD);
        ClientThread client = ClientThread.cancels(world, "syncorders", 2010);
        client.isUnderWay(world, 2010);
        assertThat(statuses(world, 2010)).isEqualTo("PendingCancel New New");

        world.fill(2012);
        assertThat(client.answer().getStatus()).isEqualTo(409);
        assertThat(statuses(world, 2010)).isEqualTo("Filled Canceled Filled");
        assertThat(ShownOrder.get(world, 2010).state()).isEqualTo("Filled Rejected Rejected CancelReject");
    }

    @Test
    void a_leg_whose_cancel_is_pending_is_cancelled_with_its_group(World world) throws Exception {
        world.cancelOutcome(2011, CancelOutcome.HOLD);
        ClientThread client = ClientThread.cancels(world, "syncorders", 2011);
        client.isUnderWay(world, 2011);
        world.fill(2012, 1);
        assertThat(client.answer().getStatus()).isEqualTo(204);
        assertThat(world.order(2011).status()).isEqualTo(OrderStatus.CANCELED);
    }

    /** Those of the root and of its two legs, which have the next ids. */
    private static String statuses(World world, int root) {
        return IntStream.rangeClosed(root, root + 2)
                .mapToObj(id -> ShownOrder.get(world, id).field("Status"))
                .collect(Collectors.joining(" "));
    }
}
