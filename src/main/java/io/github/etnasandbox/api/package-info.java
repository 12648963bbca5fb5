/**
 * The documented API as a pure function: a request and a state give an answer and the next state. Starts at
 * {@link io.github.etnasandbox.api.ApiCall}, whose road is Routes, Admission, the endpoint, the command, the Answer.
 * Knows no server; depends on the world's settings and everything below.
 */
@NullMarked
package io.github.etnasandbox.api;

import org.jspecify.annotations.NullMarked;
