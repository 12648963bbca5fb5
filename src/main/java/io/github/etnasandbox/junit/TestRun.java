package io.github.etnasandbox.junit;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.world.WorldSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What all classes with {@link SandboxTest} share in one test run: the server, and the seeds read so far. */
final class TestRun implements ClosedByJUnit {
    private final Sandbox sandbox = Sandbox.start();
    private final Map<String, Seed> seeds =
            new ConcurrentHashMap<>(Map.of("docs", sandbox.world().seed()));

    static WorldSource worldsFor(ExtensionContext context) {
        SandboxTest wanted = nearestAnnotation(context)
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "SandboxExtension comes with @SandboxTest; put that on " + context.getRequiredTestClass()));
        TestRun run = of(context);
        return new WorldSource(
                run.sandbox, run.seed(wanted.fixtures()), WorldSettings.DEFAULTS.withDialect(wanted.dialect()));
    }

    /** The annotation that a test class has or inherits, else the one of the class around it in this run. */
    static Optional<SandboxTest> nearestAnnotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getTestClass(), SandboxTest.class)
                .or(() -> context.getParent().flatMap(TestRun::nearestAnnotation));
    }

    @Override
    public void close() {
        sandbox.close();
    }

    @SuppressWarnings("deprecation") // its successor, computeIfAbsent, came with JUnit 6
    private static TestRun of(ExtensionContext context) {
        return Objects.requireNonNull(SandboxExtension.store(context.getRoot())
                .getOrComputeIfAbsent(TestRun.class, key -> new TestRun(), TestRun.class));
    }

    private Seed seed(String fixtures) {
        return seeds.computeIfAbsent(
                fixtures, name -> (name.contains("/") ? Fixtures.folder(Path.of(name)) : Fixtures.named(name)).load());
    }
}
