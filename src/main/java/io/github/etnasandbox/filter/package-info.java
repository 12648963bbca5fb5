/**
 * The filter language of order lists, {@code SecurityId = 4 and Status in (0, 1)}: text to predicate, or what is wrong and
 * where. Starts at {@link io.github.etnasandbox.filter.OrderFilter}; depends on orders and on the spelling of dates.
 */
@NullMarked
package io.github.etnasandbox.filter;

import org.jspecify.annotations.NullMarked;
