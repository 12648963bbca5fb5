package io.github.etnasandbox.junit;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.world.World;
import io.github.etnasandbox.world.WorldSettings;

/** Where the worlds of a test class come from. */
record WorldSource(Sandbox sandbox, Seed seed, WorldSettings settings) {
    World newWorld() {
        return sandbox.newWorld(seed, settings);
    }
}
