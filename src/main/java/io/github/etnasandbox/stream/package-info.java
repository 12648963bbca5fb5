/**
 * The streamers: WebSockets that tell clients what happens in a world, as it happens.
 *
 * <p>{@link io.github.etnasandbox.stream.Streams} has the one thread that tells everybody. A {@code WorldStream} follows one world
 * and hands what {@code Telling} makes of each change to the {@code Connection}s that want it; what faults and gates do to a message
 * is there. {@code CommandCall} is what a client says. The WebSocket itself is {@code http}'s.
 */
@NullMarked
package io.github.etnasandbox.stream;

import org.jspecify.annotations.NullMarked;
