/**
 * Orders as values: their terms, where they stand and how much of them was executed. Starts at
 * {@link io.github.etnasandbox.order.Order}; depends on the ids of accounts and users only.
 */
@NullMarked
package io.github.etnasandbox.order;

import org.jspecify.annotations.NullMarked;
