/**
 * Worlds as a sandbox runs them: their commands, clocks, waits, gates, faults, journals without credentials, named
 * snapshots, and the logs in which they outlive their sandbox. Starts at {@link io.github.etnasandbox.live.Worlds}; testers see {@link io.github.etnasandbox.world.World} of
 * it.
 */
@NullMarked
package io.github.etnasandbox.live;

import org.jspecify.annotations.NullMarked;
