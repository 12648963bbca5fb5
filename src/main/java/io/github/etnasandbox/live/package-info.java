/**
 * Worlds as a sandbox runs them: their commands, clocks, waits, gates, faults, journals without credentials, and named
 * snapshots. Starts at {@link io.github.etnasandbox.live.Worlds}; testers see {@link io.github.etnasandbox.world.World} of
 * it.
 */
@NullMarked
package io.github.etnasandbox.live;

import org.jspecify.annotations.NullMarked;
