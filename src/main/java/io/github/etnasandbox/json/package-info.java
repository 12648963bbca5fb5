/**
 * How JSON is spelt: words, numbers, dates, and the fields nobody interprets. Depends on nothing of the sandbox.
 */
@NullMarked
package io.github.etnasandbox.json;

import org.jspecify.annotations.NullMarked;
