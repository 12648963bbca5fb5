/**
 * What has been asked of a world and what it answered, each with the checks that decided it. Starts at
 * {@link io.github.etnasandbox.journal.Check}; depends on the domain.
 */
@NullMarked
package io.github.etnasandbox.journal;

import org.jspecify.annotations.NullMarked;
