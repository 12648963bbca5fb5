package io.github.etnasandbox.junit;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.world.World;
import java.lang.reflect.Constructor;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test of a class a fresh world, on a server with a configuration of the class's own.
 *
 * <pre>{@code
 * class TokenExpiryTest {
 *     @RegisterExtension
 *     static final SandboxExtension sandbox = SandboxExtension.with(
 *             SandboxConfig.DEFAULTS.withSettings(settings -> settings.withTokenLifetime(Duration.ofMinutes(1))));
 *
 *     @Test
 *     void tokens_live_for_a_minute(World world) {
 *         assertThat(world.settings().tokenLifetime()).isEqualTo(Duration.ofMinutes(1));
 *     }
 * }
 * }</pre>
 *
 * <p>The server starts before the class's tests and JUnit closes it after them. In all else this is what
 * {@link SandboxTest} does, which is shorter where its defaults will do.
 *
 * <p>An application that learns its base URL only once, at its start, cannot follow a world per test. Take the
 * {@link Sandbox} in {@code @BeforeAll}, give {@code sandbox.world().apiUrl()} to the application, and call
 * {@code sandbox.world().reset()} in {@code @BeforeEach}; tests of that class then must not run in parallel.
 *
 * <p>Safe for tests that run in parallel.
 */
public final class SandboxExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    private final Function<ExtensionContext, WorldSource> source;

    /** For {@link SandboxTest}, whose extension JUnit makes. */
    SandboxExtension() {
        this(WorldSource::shared);
    }

    private SandboxExtension(Function<ExtensionContext, WorldSource> source) {
        this.source = source;
    }

    /**
     * {@return an extension with a server of its own, for a static field with {@code @RegisterExtension}}
     *
     * @param config how the server is set up; its port is best left at 0
     */
    public static SandboxExtension with(SandboxConfig config) {
        return new SandboxExtension(context -> WorldSource.own(context, config));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        WorldSource worlds = source.apply(context);
        AnswerCoverage.watch(context, worlds.sandbox());
        store(context).put(WorldSource.class, worlds);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        WorldSource worlds = store(context).get(WorldSource.class, WorldSource.class);
        if (worlds == null) {
            throw new ExtensionConfigurationException("SandboxExtension is for whole classes; put @SandboxTest on the "
                    + "class, or make the field with @RegisterExtension static");
        }
        store(context).put(TestWorld.class, new TestWorld(worlds.newWorld()));
    }

    /** Adds the journal of a failed test's world to its failure, and what was met there to the answer coverage. */
    @Override
    public void afterEach(ExtensionContext context) {
        TestWorld over = store(context).get(TestWorld.class, TestWorld.class);
        if (over != null) {
            context.getExecutionException().ifPresent(failure -> FailureReport.add(context, failure, over.world()));
            AnswerCoverage.attribute(context, over.world());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == World.class || type == Sandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class ? world(parameter, context) : sandbox(context);
    }

    /** What this extension keeps in JUnit's store for a context and all those inside it. */
    static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    private static World world(ParameterContext parameter, ExtensionContext context) {
        TestWorld present = store(context).get(TestWorld.class, TestWorld.class);
        if (present == null) {
            boolean constructor = parameter.getDeclaringExecutable() instanceof Constructor;
            throw new ParameterResolutionException("there is no World for " + parameter.getDeclaringExecutable()
                    + ": each test has its own, and "
                    + (constructor ? "JUnit does not tell a constructor's test" : "no test runs here")
                    + "; take the World in the test method, in @BeforeEach "
                    + "or in @AfterEach, or take the Sandbox here and make one with newWorld()");
        }
        return present.world();
    }

    /** With one instance per class, the constructor comes before {@link #beforeAll}. */
    private Sandbox sandbox(ExtensionContext context) {
        WorldSource worlds = store(context).get(WorldSource.class, WorldSource.class);
        return worlds == null ? source.apply(context).sandbox() : worlds.sandbox();
    }

    /** A test's world, for as long as its test. */
    record TestWorld(World world) implements WorldSource.ClosedByJUnit {
        @Override
        public void close() {
            world.close();
        }
    }
}
