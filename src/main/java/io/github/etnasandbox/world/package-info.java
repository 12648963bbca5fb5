/**
 * Isolated universes inside a sandbox, each with its own state and clock. Starts at
 * {@link io.github.etnasandbox.world.World}; depends on state, fixtures and gates.
 */
@NullMarked
package io.github.etnasandbox.world;

import org.jspecify.annotations.NullMarked;
