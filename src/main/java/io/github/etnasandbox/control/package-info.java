/**
 * The routes under {@code /sandbox}, for testers. Starts at {@link ControlTable}, which lists them all; the API knows
 * nothing of them. A person with a browser gets {@link Console}, with the same guard.
 */
@NullMarked
package io.github.etnasandbox.control;

import org.jspecify.annotations.NullMarked;
