/**
 * Holding requests at named points, so that a race can be staged. Starts at {@link io.github.etnasandbox.gate.Gate};
 * depends on which requests can be meant, and on nothing else.
 */
@NullMarked
package io.github.etnasandbox.gate;

import org.jspecify.annotations.NullMarked;
