/**
 * The routes under {@code /sandbox}, for testers: health, reset, state, seed, clock, gates, worlds. Starts at
 * {@link io.github.etnasandbox.control.ControlRoutes}; the API knows nothing of them.
 */
@NullMarked
package io.github.etnasandbox.control;

import org.jspecify.annotations.NullMarked;
