/**
 * The server: Jetty and Javalin wired in one place, requests and answers carried to and from the API as they are on the
 * wire. Starts at {@link io.github.etnasandbox.http.HttpServer}.
 */
@NullMarked
package io.github.etnasandbox.http;

import org.jspecify.annotations.NullMarked;
