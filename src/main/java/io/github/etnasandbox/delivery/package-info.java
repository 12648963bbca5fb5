/**
 * Webhooks are told of events here: {@link io.github.etnasandbox.delivery.Notices} makes the events of what has changed,
 * {@link io.github.etnasandbox.delivery.WorldOutbox} has them sent when they are due, {@link
 * io.github.etnasandbox.delivery.Sender} sends them. Nothing of it is loaded before a world has a webhook.
 */
@NullMarked
package io.github.etnasandbox.delivery;

import org.jspecify.annotations.NullMarked;
