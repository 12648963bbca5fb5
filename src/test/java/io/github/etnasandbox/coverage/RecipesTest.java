package io.github.etnasandbox.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.api.Answers;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import io.github.etnasandbox.world.WorldSettings;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line that says how to meet a row is right. */
class RecipesTest {
    private static final Catalogue CATALOGUE = Answers::of;
    private static final Sandbox SANDBOX = Sandbox.start();

    @TempDir
    private static Path classes;

    private static URLClassLoader compiled;

    @BeforeAll
    static void compile_what_is_called_on_a_world() throws Exception {
        StringJoiner methods = new StringJoiner("\n", """
                import io.github.etnasandbox.order.CancelOutcome;
                import io.github.etnasandbox.stage.Fault;
                import io.github.etnasandbox.stage.FaultEffect;
                import io.github.etnasandbox.webhook.Webhook;
                import io.github.etnasandbox.world.World;
                import java.time.Duration;
                import java.util.List;
                public class Steps {
                """, "\n}");
        for (Row row : CATALOGUE.rows(EnumSet.allOf(Dialect.class))) {
            if (row.recipe().java() != null) {
                methods.add("public static void " + row + "(World world) { "
                        + row.recipe().java() + "; }");
            }
        }
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Steps.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return methods.toString();
                    }
                };
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problems, options, null, List.of(file))
                .call();
        assertThat(problems.getDiagnostics()).isEmpty();
        compiled = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    }

    @AfterAll
    static void close() throws Exception {
        compiled.close();
        SANDBOX.close();
    }

    static Stream<Arguments> rows() {
        return Stream.of(Dialect.values())
                .flatMap(dialect -> CATALOGUE.rows(Set.of(dialect)).stream().map(row -> Arguments.of(row, dialect)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_met_as_its_recipe_says(Row row, Dialect dialect) {
        try (World world = world(dialect)) {
            if (row.recipe().control() != null) {
                RecipeSteps.control(world, row.recipe().control());
            }
            RecipeSteps.request(world, row.recipe().request());

            assertThat(counts(world)).contains(row.toString());
        }
    }

    static Stream<Row> rowsWithJava() {
        return CATALOGUE.rows(EnumSet.allOf(Dialect.class)).stream()
                .filter(row -> row.recipe().java() != null);
    }

    @ParameterizedTest
    @MethodSource("rowsWithJava")
    void a_row_is_met_as_its_recipe_in_Java_says(Row row) throws Exception {
        Method step = compiled.loadClass("Steps").getMethod(row.toString(), World.class);
        try (World world = world(Dialect.DOCUMENTED)) {
            step.invoke(null, world);
            RecipeSteps.request(world, row.recipe().request());

            assertThat(counts(world)).contains(row.toString());
        }
    }

    @Test
    void every_answer_is_given_in_some_dialect() {
        assertThat(CATALOGUE.rows(EnumSet.allOf(Dialect.class)))
                .hasSizeGreaterThan(55)
                .doesNotHaveDuplicates();
        assertThat(Stream.of(Dialect.values()).map(Answers::of).distinct()).hasSize(3);
    }

    private static World world(Dialect dialect) {
        WorldSettings settings = WorldSettings.DEFAULTS.withDialect(dialect).withSyncTimeout(Duration.ZERO);
        return SANDBOX.newWorld(SANDBOX.world().seed(), settings);
    }

    private static Set<String> counts(World world) {
        return LiveWorld.of(world).encounters().tally().counts().keySet().stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
    }
}
