/**
 * Where worlds outlive their process: a head, a base and a log of entries for each, as bytes. Starts at
 * {@link io.github.etnasandbox.store.Store}; knows nothing of what the bytes say, and nothing of the sandbox.
 */
@NullMarked
package io.github.etnasandbox.store;

import org.jspecify.annotations.NullMarked;
