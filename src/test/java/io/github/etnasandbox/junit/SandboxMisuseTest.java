package io.github.etnasandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.world.World;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each wrong use fails and says what to do instead. */
class SandboxMisuseTest {

    @ParameterizedTest
    @ValueSource(classes = {WorldInBeforeAll.class, WorldInConstructor.class, WorldInMethodSource.class})
    void a_world_is_only_had_where_a_test_runs(Class<?> wrong) {
        TestRunResult run = TestRunResult.of(wrong);

        assertThat(run.succeeded()).isZero();
        assertThat(run.failures())
                .singleElement()
                .asString()
                .contains("there is no World for ")
                .contains(wrong.getSimpleName())
                .contains("take the World in the test method, in @BeforeEach or in @AfterEach")
                .contains("or take the Sandbox here and make one with newWorld()");
    }

    @Test
    void a_constructor_is_told_why_it_cannot_have_a_world() {
        assertThat(TestRunResult.of(WorldInConstructor.class).failures())
                .singleElement()
                .asString()
                .contains(": each test has its own, and JUnit does not tell a constructor's test; take the World in");
    }

    @Test
    void the_extension_field_must_be_static() {
        assertThat(TestRunResult.of(InstanceField.class).failures())
                .containsExactly(
                        "SandboxExtension is for whole classes; put @SandboxTest on the class, or make the field"
                                + " with @RegisterExtension static");
    }

    @Test
    void the_extension_alone_needs_the_annotation() {
        assertThat(TestRunResult.of(OnlyExtendWith.class).failures())
                .containsExactly("SandboxExtension comes with @SandboxTest; put that on " + OnlyExtendWith.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {AnnotationAndField.class, FieldAroundAnnotation.class})
    void an_annotation_and_an_extension_field_do_not_go_together(Class<?> wrong) {
        assertThat(TestRunResult.of(wrong).failures())
                .singleElement()
                .asString()
                .startsWith("there is @SandboxTest and a SandboxExtension field; keep one of them for " + wrong);
    }

    @Test
    void an_unknown_name_of_fixtures_fails_the_class() {
        assertThat(TestRunResult.of(UnknownFixtures.class).failures())
                .singleElement()
                .asString()
                .contains("there is no folder 'dosc' here")
                .endsWith("did you mean 'docs'?");
        assertThat(TestRunResult.of(WithoutPrefix.class).failures())
                .singleElement()
                .asString()
                .endsWith("; classpath:my-fixtures is there");
    }

    @Test
    void a_name_with_a_slash_is_a_folder() {
        assertThat(TestRunResult.of(UnknownFolder.class).failures())
                .singleElement()
                .asString()
                .contains("src/test/nowhere");
    }

    @SandboxTest
    static class WorldInBeforeAll {
        @BeforeAll
        static void never_runs_either(World world) {}

        @Test
        void never_runs() {}
    }

    @SandboxTest
    static class WorldInConstructor {
        WorldInConstructor(World world) {}

        @Test
        void never_runs() {}
    }

    @SandboxTest
    static class WorldInMethodSource {
        static Stream<String> arguments(World world) {
            return Stream.of(world.id());
        }

        @ParameterizedTest
        @MethodSource("arguments")
        void never_runs(String argument) {}
    }

    static class InstanceField {
        @RegisterExtension
        final SandboxExtension sandbox = SandboxExtension.with(SandboxConfig.DEFAULTS);

        @Test
        void never_runs() {}
    }

    @ExtendWith(SandboxExtension.class)
    static class OnlyExtendWith {
        @Test
        void never_runs() {}
    }

    @SandboxTest
    static class AnnotationAndField {
        @RegisterExtension
        static final SandboxExtension sandbox = SandboxExtension.with(SandboxConfig.DEFAULTS);

        @Test
        void never_runs() {}
    }

    static class FieldAroundAnnotation {
        @RegisterExtension
        static final SandboxExtension sandbox = SandboxExtension.with(SandboxConfig.DEFAULTS);

        @Nested
        @SandboxTest
        class Inside {
            @Test
            void never_runs() {}
        }
    }

    @SandboxTest(fixtures = "dosc")
    static class UnknownFixtures {
        @Test
        void never_runs() {}
    }

    @SandboxTest(fixtures = "my-fixtures")
    static class WithoutPrefix {
        @Test
        void never_runs() {}
    }

    @SandboxTest(fixtures = "src/test/nowhere")
    static class UnknownFolder {
        @Test
        void never_runs() {}
    }
}
