/**
 * Orders and the rule of what may be canceled. Starts at {@link io.github.etnasandbox.order.Order}; depends on the ids of
 * accounts and users only.
 */
@NullMarked
package io.github.etnasandbox.order;

import org.jspecify.annotations.NullMarked;
