/**
 * How many requests of each kind are taken in a minute, and how many there were. Starts at
 * {@link io.github.etnasandbox.rate.RateUsage}; depends on nothing of the sandbox.
 */
@NullMarked
package io.github.etnasandbox.rate;

import org.jspecify.annotations.NullMarked;
