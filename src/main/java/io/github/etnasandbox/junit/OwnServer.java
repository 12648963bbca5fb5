package io.github.etnasandbox.junit;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.world.World;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The server of a test class that brings its own configuration; nested classes use it too. */
record OwnServer(Sandbox sandbox) implements ClosedByJUnit {

    static WorldSource worldsFor(ExtensionContext context, SandboxConfig config) {
        if (TestRun.nearestAnnotation(context).isPresent()) {
            throw new ExtensionConfigurationException(
                    "there is @SandboxTest and a SandboxExtension field; keep one of them for "
                            + context.getRequiredTestClass());
        }
        OwnServer server = SandboxExtension.store(context).get(OwnServer.class, OwnServer.class);
        if (server == null) {
            server = new OwnServer(Sandbox.start(config));
            SandboxExtension.store(context).put(OwnServer.class, server);
        }
        World like = server.sandbox.world();
        return new WorldSource(server.sandbox, like.seed(), like.settings());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
