/**
 * What testers put in the way of requests: gates that hold one, so that a race can be staged, and faults that delay, lose
 * or harm them. Starts at {@link Gate} and {@link Fault}; depends on nothing of the
 * sandbox.
 */
@NullMarked
package io.github.etnasandbox.stage;

import org.jspecify.annotations.NullMarked;
