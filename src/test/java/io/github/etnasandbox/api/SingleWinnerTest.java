package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Different things that race for one order, over HTTP: one of them wins, and the order says which. */
@SandboxTest
@Timeout(60)
class SingleWinnerTest {
    private static final int ORDER = 73552;
    private static final int CANCELS = 8;
    private static final String REPLACEMENT =
            "{\"Id\":73552,\"Quantity\":120,\"Price\":0,\"ExecutionInstructions\":{},\"Legs\":[]}";

    @RepeatedTest(40)
    void of_a_cancel_and_a_fill_one_wins(World world) throws Exception {
        List<Integer> answers = together(List.of(() -> cancel(world, "orders"), () -> fill(world)));
        Order order = world.order(ORDER);
        if (answers.get(0) == 204) {
            assertThat(answers).containsExactly(204, 0);
            assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(order.executedQuantity()).isZero();
        } else {
            assertThat(answers).containsExactly(409, 150);
            assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
            assertThat(order.executedQuantity()).isEqualTo(150);
        }
    }

    @RepeatedTest(40)
    void of_a_cancel_a_fill_and_a_replacement_the_order_says_what_came_when(World world) throws Exception {
        List<Integer> answers =
                together(List.of(() -> cancel(world, "orders"), () -> fill(world), () -> replace(world)));
        Order order = world.order(ORDER);
        boolean canceled = answers.get(0) == 204;
        boolean replaced = answers.get(2) == 200;
        int quantity = replaced ? 120 : 150;

        assertThat(answers).containsExactly(canceled ? 204 : 409, canceled ? 0 : quantity, replaced ? 200 : 409);
        assertThat(order.status()).isEqualTo(canceled ? OrderStatus.CANCELED : OrderStatus.FILLED);
        assertThat(order.quantity()).isEqualTo(quantity);
        assertThat(order.executedQuantity()).isEqualTo(canceled ? 0 : quantity);
        assertThat(order.leavesQuantity()).isZero();
        assertThat(order.records()).hasSize(1 + (canceled ? 2 : 1) + (replaced ? 1 : 0));
    }

    @RepeatedTest(10)
    void of_many_cancels_that_wait_for_the_venue_one_is_accepted_and_answered_when_it_speaks(World world)
            throws Exception {
        world.cancelOutcome(ORDER, CancelOutcome.HOLD);
        ExecutorService threads = Executors.newFixedThreadPool(CANCELS);
        try {
            CompletionService<Integer> answers = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < CANCELS; i++) {
                answers.submit(() -> cancel(world, "syncorders"));
            }
            for (int i = 1; i < CANCELS; i++) {
                assertThat(answers.take().get()).isEqualTo(409);
            }
            assertThat(answers.poll()).isNull();
            assertThat(world.order(ORDER).status()).isEqualTo(OrderStatus.PENDING_CANCEL);

            world.acknowledgeCancel(ORDER);
            assertThat(answers.poll(10, TimeUnit.SECONDS).get()).isEqualTo(204);
            assertThat(world.order(ORDER).status()).isEqualTo(OrderStatus.CANCELED);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int cancel(World world, String orders) {
        return Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/" + orders + "/" + ORDER)
                .header("Et-App-Key", Calls.APP_KEY)
                .header("Authorization", "Bearer admin-token")
                .asString()
                .getStatus();
    }

    private static int replace(World world) {
        return Unirest.put(world.apiUrl() + "/v1.0/accounts/6303/orders/" + ORDER)
                .header("Et-App-Key", Calls.APP_KEY)
                .header("Authorization", "Bearer admin-token")
                .header("Content-Type", "application/json")
                .body(REPLACEMENT)
                .asString()
                .getStatus();
    }

    /** Fills what is open; returns how much it was, 0 when it was too late. */
    private static int fill(World world) {
        try {
            return (int) world.fill(ORDER).executedQuantity();
        } catch (IllegalStateException tooLate) {
            return 0;
        }
    }
}
