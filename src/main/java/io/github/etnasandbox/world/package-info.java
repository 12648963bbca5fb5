/**
 * Isolated universes inside a sandbox, each with its own state and clock, as testers see them. Starts at
 * {@link io.github.etnasandbox.world.World}.
 */
@NullMarked
package io.github.etnasandbox.world;

import org.jspecify.annotations.NullMarked;
