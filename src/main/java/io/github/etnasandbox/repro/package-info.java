/**
 * Repro files: what happened in a world in one document, so that it can happen again. {@code http} plays one.
 *
 * <p>A request is told as it was sent, what a tester did as the control request that does it, whether it came from outside or
 * from Java.
 */
@NullMarked
package io.github.etnasandbox.repro;

import org.jspecify.annotations.NullMarked;
