/**
 * The server. Starts at {@link io.github.etnasandbox.http.HttpServer}. {@code RequestRouter} gives each request to the
 * control routes or to {@code ApiHandler}, which reads it, has {@code RequestPipeline} take it through its world, and
 * records and sends the {@code Outcome}. What a fault does to that is in {@code Strike} and {@code FaultyConnection}; what
 * is large leaves through {@code LargeAnswers}.
 */
@NullMarked
package io.github.etnasandbox.http;

import org.jspecify.annotations.NullMarked;
