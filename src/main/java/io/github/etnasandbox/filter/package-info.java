/**
 * The filter language of lists, {@code SecurityId = 4 and Status in (0, 1)}: text to predicate, or what is wrong and where.
 * Starts at {@link io.github.etnasandbox.filter.FilterLanguage}; what a list can be filtered by is a class such as
 * {@link io.github.etnasandbox.filter.OrderFilter}. Depends on the domain and on the spelling of dates.
 */
@NullMarked
package io.github.etnasandbox.filter;

import org.jspecify.annotations.NullMarked;
