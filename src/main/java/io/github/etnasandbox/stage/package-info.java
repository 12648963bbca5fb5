/**
 * What testers put in the way of requests: gates that hold one, so that a race can be staged, and faults that delay, lose
 * or harm them, as testers see them. Starts at {@link io.github.etnasandbox.stage.Gate} and
 * {@link io.github.etnasandbox.stage.Fault}; depends on nothing of the sandbox.
 */
@NullMarked
package io.github.etnasandbox.stage;

import org.jspecify.annotations.NullMarked;
