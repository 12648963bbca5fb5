/**
 * Everything a world knows as one immutable value, and the commands that turn one such value into the next. Starts at
 * {@link io.github.etnasandbox.state.State} and {@link io.github.etnasandbox.state.Command}; depends on the domain only.
 */
@NullMarked
package io.github.etnasandbox.state;

import org.jspecify.annotations.NullMarked;
