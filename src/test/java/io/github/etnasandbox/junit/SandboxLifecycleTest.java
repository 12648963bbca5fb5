package io.github.etnasandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is made, shared and closed in a test run. */
class SandboxLifecycleTest {

    @Test
    void two_classes_share_one_server_and_no_world() {
        TestRunResult run = TestRunResult.of(OneClass.class, AnotherClass.class);

        assertThat(run.failures()).isEmpty();
        assertThat(Set.copyOf(run.reported("server"))).hasSize(1);
        assertThat(Set.copyOf(run.reported("world"))).hasSize(3);
    }

    @Test
    void fixtures_are_read_once_for_the_run() {
        TestRunResult run = TestRunResult.of(OneClass.class, AnotherClass.class);

        assertThat(run.reported("seed")).hasSize(3);
        assertThat(Set.copyOf(run.reported("seed"))).hasSize(1);
    }

    @Test
    void the_server_is_closed_at_the_end_of_the_run() {
        TestRunResult run = TestRunResult.of(OneClass.class);

        assertThat(run.reported("server"))
                .isNotEmpty()
                .allSatisfy(url -> assertThat(answers(url)).isFalse());
    }

    @Test
    void each_run_has_its_server() {
        List<String> first = TestRunResult.of(OneClass.class).reported("seed");
        List<String> second = TestRunResult.of(OneClass.class).reported("seed");

        assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
    }

    @Test
    void a_world_is_dropped_after_its_test_even_when_that_failed() {
        TestRunResult run = TestRunResult.of(LooksBack.class);

        assertThat(run.failures()).containsExactly("on purpose");
        assertThat(run.succeeded()).isEqualTo(1);
    }

    @Test
    void one_test_instance_for_the_class_changes_nothing() {
        TestRunResult run = TestRunResult.of(OneInstance.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.succeeded()).isEqualTo(2);
        assertThat(Set.copyOf(run.reported("server"))).hasSize(1);
        assertThat(Set.copyOf(run.reported("world"))).hasSize(2);
    }

    @Test
    void tests_in_parallel_do_not_meet() {
        TestRunResult run = TestRunResult.inParallelOf(ManyTests.class, ManyTestsOnAServerOfTheirOwn.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.succeeded()).isEqualTo(400);
        assertThat(Set.copyOf(run.reported("world"))).hasSize(400);
        assertThat(Set.copyOf(run.reported("server"))).hasSize(2);
    }

    @Test
    void a_class_with_its_own_configuration_has_its_own_server_for_nested_classes_too() {
        TestRunResult run = TestRunResult.of(OwnConfiguration.class, OneClass.class);

        assertThat(run.failures()).isEmpty();
        assertThat(Set.copyOf(run.reported("own server")))
                .hasSize(1)
                .doesNotContainAnyElementsOf(run.reported("server"));
        assertThat(run.reported("own server"))
                .hasSize(2)
                .allSatisfy(url -> assertThat(answers(url)).isFalse());
    }

    @Test
    void classes_that_inherit_a_configuration_have_a_server_each() {
        TestRunResult run = TestRunResult.of(FirstHeir.class, SecondHeir.class);

        assertThat(run.failures()).isEmpty();
        assertThat(Set.copyOf(run.reported("own server"))).hasSize(2);
    }

    private static void report(TestReporter reporter, World world) {
        reporter.publishEntry("world", world.apiUrl());
        reporter.publishEntry("server", server(world));
        reporter.publishEntry("seed", Integer.toString(System.identityHashCode(world.seed())));
    }

    private static String server(World world) {
        return "http://" + URI.create(world.apiUrl()).getAuthority();
    }

    private static boolean answers(String url) {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @SandboxTest
    static class OneClass {
        @Test
        void cancels(World world, TestReporter reporter) {
            report(reporter, world);
            assertThat(Cancel.in(world)).isEqualTo(204);
        }

        @Test
        void cancels_the_same_order(World world, TestReporter reporter) {
            report(reporter, world);
            assertThat(Cancel.in(world)).isEqualTo(204);
        }
    }

    @SandboxTest
    static class AnotherClass {
        @Test
        void cancels(World world, TestReporter reporter) {
            report(reporter, world);
            assertThat(Cancel.in(world)).isEqualTo(204);
        }
    }

    @SandboxTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class LooksBack {
        private final List<World> dropped = new ArrayList<>();

        @Test
        @Order(1)
        void fails(World world) {
            dropped.add(world);
            throw new AssertionError("on purpose");
        }

        @Test
        @Order(2)
        void does_not_find_the_world_of_the_test_before(World world) {
            assertThat(Unirest.get(world.controlUrl() + "/state").asEmpty().getStatus())
                    .isEqualTo(200);
            assertThat(Unirest.get(dropped.get(0).controlUrl() + "/state")
                            .asEmpty()
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @SandboxTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {
        private final Sandbox sandbox;

        OneInstance(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Test
        void cancels(World world, TestReporter reporter) {
            report(reporter, world);
            assertThat(Cancel.in(world)).isEqualTo(204);
        }

        @Test
        void the_constructor_took_the_sandbox_of_the_tests(World world, Sandbox present, TestReporter reporter) {
            report(reporter, world);
            assertThat(present).isSameAs(sandbox);
        }
    }

    @SandboxTest
    static class ManyTests {
        @RepeatedTest(200)
        void cancels(World world, TestReporter reporter) {
            report(reporter, world);
            assertThat(world.order(73552).status()).isEqualTo(OrderStatus.NEW);
            assertThat(Cancel.in(world)).isEqualTo(204);
            assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
        }
    }

    static class ManyTestsOnAServerOfTheirOwn {
        @RegisterExtension
        static final SandboxExtension sandbox = SandboxExtension.with(SandboxConfig.DEFAULTS);

        @RepeatedTest(200)
        void cancels(World world, TestReporter reporter) {
            report(reporter, world);
            assertThat(Cancel.in(world)).isEqualTo(204);
        }
    }

    static class OwnConfiguration {
        @RegisterExtension
        static final SandboxExtension sandbox =
                SandboxExtension.with(SandboxConfig.DEFAULTS.withFixtures(Fixtures.named("every-status")));

        @BeforeAll
        static void the_sandbox_is_there_before_any_test(Sandbox sandbox) {
            assertThat(sandbox.world().orders()).hasSizeGreaterThan(2);
        }

        @Test
        void worlds_start_from_the_configured_fixtures(World world, Sandbox sandbox, TestReporter reporter) {
            reporter.publishEntry("own server", server(world));
            assertThat(world.seed()).isSameAs(sandbox.world().seed());
        }

        @Nested
        class Inside {
            @Test
            void so_do_those_of_nested_classes(World world, Sandbox sandbox, TestReporter reporter) {
                reporter.publishEntry("own server", server(world));
                assertThat(world.seed()).isSameAs(sandbox.world().seed());
            }
        }
    }

    abstract static class Heirs {
        @RegisterExtension
        static final SandboxExtension sandbox = SandboxExtension.with(SandboxConfig.DEFAULTS);

        @Test
        void cancels(World world, TestReporter reporter) {
            reporter.publishEntry("own server", server(world));
            assertThat(Cancel.in(world)).isEqualTo(204);
        }

        @AfterAll
        static void the_server_answers_until_the_last_method(Sandbox sandbox) {
            assertThat(answers(sandbox.world().apiUrl())).isTrue();
        }
    }

    static class FirstHeir extends Heirs {}

    static class SecondHeir extends Heirs {}
}
