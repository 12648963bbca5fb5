/**
 * Disturbing requests: delayed, answered otherwise, lost, or answered with harmed bytes. Starts at
 * {@link io.github.etnasandbox.fault.Fault}; depends on which requests can be meant, and on nothing else.
 */
@NullMarked
package io.github.etnasandbox.fault;

import org.jspecify.annotations.NullMarked;
