package io.github.etnasandbox.junit;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.world.World;
import io.github.etnasandbox.world.WorldSettings;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.platform.commons.support.AnnotationSupport;

/** Where the worlds of a test class come from; the app key is empty for none. Servers and seeds are in JUnit's store, which closes what it can. */
record WorldSource(Sandbox sandbox, Seed seed, WorldSettings settings, String appKey) {
    private static final String SHARED_SERVER = "server of the test run";
    private static final String OWN_SERVER = "server of a class with its own configuration";

    /**
     * Something in one of JUnit's stores that JUnit closes when the store's context ends. Until 5.12 it knows what to
     * close by an interface of its own, from 5.13 on by {@link AutoCloseable}.
     */
    @SuppressWarnings("deprecation")
    interface ClosedByJUnit extends CloseableResource, AutoCloseable {
        @Override
        void close();
    }

    private record Server(Sandbox sandbox) implements ClosedByJUnit {
        @Override
        public void close() {
            sandbox.close();
        }
    }

    World newWorld() {
        return appKey.isEmpty() ? sandbox.newWorld(seed, settings) : sandbox.newWorld(seed, settings, appKey);
    }

    /** For a class with {@link SandboxTest}: all of a test run share one server, and fixtures are read once. */
    static WorldSource shared(ExtensionContext context) {
        SandboxTest wanted = nearestAnnotation(context)
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "SandboxExtension comes with @SandboxTest; put that on " + context.getRequiredTestClass()));
        Store store = SandboxExtension.store(context.getRoot());
        Sandbox sandbox = once(store, SHARED_SERVER, key -> new Server(Sandbox.start()), Server.class).sandbox;
        Seed seed = once(store, wanted.fixtures(), name -> seed(name, sandbox), Seed.class);
        return new WorldSource(sandbox, seed, WorldSettings.DEFAULTS.withDialect(wanted.dialect()), wanted.appKey());
    }

    /** For a class that brings its own configuration: it has a server of its own, which its nested classes use too. */
    static WorldSource own(ExtensionContext context, SandboxConfig config) {
        if (nearestAnnotation(context).isPresent()) {
            throw new ExtensionConfigurationException(
                    "there is @SandboxTest and a SandboxExtension field; keep one of them for "
                            + context.getRequiredTestClass());
        }
        Store store = SandboxExtension.store(context);
        Sandbox sandbox = once(store, OWN_SERVER, key -> new Server(Sandbox.start(config)), Server.class).sandbox;
        return new WorldSource(sandbox, sandbox.world().seed(), sandbox.world().settings(), "");
    }

    /** The annotation that a test class has or inherits, else the one of the class around it in this run. */
    private static Optional<SandboxTest> nearestAnnotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getTestClass(), SandboxTest.class)
                .or(() -> context.getParent().flatMap(WorldSource::nearestAnnotation));
    }

    @SuppressWarnings("deprecation") // its successor, computeIfAbsent, came with JUnit 6
    private static <V> V once(Store store, String key, Function<String, V> make, Class<V> type) {
        return Objects.requireNonNull(store.getOrComputeIfAbsent(key, make, type));
    }

    private static Seed seed(String fixtures, Sandbox shared) {
        if (fixtures.equals("docs")) {
            return shared.world().seed();
        }
        return Fixtures.at(fixtures).load();
    }
}
