/**
 * How JSON is spelt: words, numbers, dates, and the fields nobody interprets; and what is told of a text that is none.
 * Depends on nothing of the sandbox.
 */
@NullMarked
package io.github.etnasandbox.json;

import org.jspecify.annotations.NullMarked;
