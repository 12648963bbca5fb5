/**
 * The server: Jetty and Javalin wired in one place, requests and answers carried to and from the API as they are on the
 * wire. Starts at {@link io.github.etnasandbox.http.HttpServer}; {@code Planes} tells the API from the control routes,
 * {@code ApiHandler} takes a request of the API through its world and into the journal.
 */
@NullMarked
package io.github.etnasandbox.http;

import org.jspecify.annotations.NullMarked;
