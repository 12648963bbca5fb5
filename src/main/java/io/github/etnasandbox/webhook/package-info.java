/**
 * What a world tells to whoever asked for it: {@link io.github.etnasandbox.webhook.Webhook} is the asking,
 * {@link io.github.etnasandbox.webhook.Delivery} what went out. Values, of which nothing sends anything.
 */
@NullMarked
package io.github.etnasandbox.webhook;

import org.jspecify.annotations.NullMarked;
