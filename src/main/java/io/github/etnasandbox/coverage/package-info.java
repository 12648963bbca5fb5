/**
 * What an application has met of all that it may meet: rows, counts of them, and the report. Starts at
 * {@link io.github.etnasandbox.coverage.Row}; depends on the words of the journal and the dialects of worlds, and knows no
 * world, no server and no test.
 */
@NullMarked
package io.github.etnasandbox.coverage;

import org.jspecify.annotations.NullMarked;
