/**
 * The order desk and the venue behind it: the commands that place, replace, cancel and execute orders, what follows from
 * each within a group, and what happens when time passes. Starts at {@link io.github.etnasandbox.venue.Cancellation} and
 * {@link io.github.etnasandbox.venue.VenueInstruction}; both work at a {@code Desk}, the one place that changes orders.
 * Depends on the state and the domain.
 */
@NullMarked
package io.github.etnasandbox.venue;

import org.jspecify.annotations.NullMarked;
