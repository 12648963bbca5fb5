/**
 * What has been asked of a world and what it answered, each with the checks that decided it and what it changed. Starts at
 * {@link io.github.etnasandbox.journal.Exchange}; depends on the domain and on which requests can be meant.
 */
@NullMarked
package io.github.etnasandbox.journal;

import org.jspecify.annotations.NullMarked;
