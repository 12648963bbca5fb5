package io.github.etnasandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.util.stream.Stream;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses the annotation as its users do. Every test cancels the same order, which works in a fresh world only. */
@SandboxTest
class FreshWorldTest {
    private World prepared;

    @BeforeEach
    void take_the_world(World world) {
        prepared = world;
    }

    @AfterEach
    void the_world_is_still_there_after_the_test(World world) {
        assertThat(world).isSameAs(prepared);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_test_sees_the_world_that_was_prepared_for_it(World world) {
        assertThat(world).isSameAs(prepared);
        assertThat(Cancel.in(world)).isEqualTo(204);
    }

    @Test
    void the_sandbox_is_there_for_a_second_world(Sandbox sandbox) {
        try (World second = sandbox.newWorld()) {
            assertThat(Cancel.in(second)).isEqualTo(204);
        }
        assertThat(Cancel.in(prepared)).isEqualTo(204);
    }

    @RepeatedTest(3)
    void each_repetition_has_its_world(World world) {
        assertThat(Cancel.in(world)).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "two", "three"})
    void each_set_of_parameters_has_its_world(String parameter, World world) {
        assertThat(parameter).isNotEmpty();
        assertThat(Cancel.in(world)).isEqualTo(204);
    }

    @TestFactory
    Stream<DynamicTest> dynamic_tests_share_the_world_of_their_factory(World world) {
        int first = Cancel.in(world);
        return Stream.of(
                dynamicTest("the order is canceled", () -> assertThat(first).isEqualTo(204)),
                dynamicTest(
                        "and cannot be canceled again",
                        () -> assertThat(Cancel.in(world)).isEqualTo(409)));
    }

    @Nested
    class In_a_nested_class {
        @BeforeEach
        void the_world_is_that_of_the_class_around(World world) {
            assertThat(world).isSameAs(prepared);
        }

        @Test
        void each_test_has_its_world(World world) {
            assertThat(world.settings().dialect()).isEqualTo(Dialect.DOCUMENTED);
            assertThat(Cancel.in(world)).isEqualTo(204);
        }
    }

    @Nested
    @SandboxTest(dialect = Dialect.CURRENT)
    class In_a_nested_class_with_an_annotation_of_its_own {
        @Test
        void the_nearest_annotation_decides(World world) {
            assertThat(world.settings().dialect()).isEqualTo(Dialect.CURRENT);
            assertThat(Cancel.in(world)).isEqualTo(204);
        }
    }

    @Nested
    @SandboxTest(appKey = "fresh-world-test")
    @Execution(ExecutionMode.SAME_THREAD)
    class In_a_nested_class_with_an_app_key {
        @RepeatedTest(3)
        void requests_at_the_root_come_to_the_world_of_the_test(World world, Sandbox sandbox) {
            int status = Unirest.delete(sandbox.world().apiUrl() + "/v1.0/accounts/6303/orders/73552")
                    .header("Et-App-Key", "fresh-world-test")
                    .header("Authorization", "Bearer admin-token")
                    .asEmpty()
                    .getStatus();
            assertThat(status).isEqualTo(204);
            assertThat(world.requests()).hasSize(1);
        }
    }
}
