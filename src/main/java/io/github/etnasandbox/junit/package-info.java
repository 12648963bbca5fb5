/**
 * A sandbox for JUnit Jupiter, 5.10 and later: one server, a fresh world for each test. Starts at
 * {@link io.github.etnasandbox.junit.SandboxTest}; depends on the embedded API, and nothing depends on it.
 */
@NullMarked
package io.github.etnasandbox.junit;

import org.jspecify.annotations.NullMarked;
