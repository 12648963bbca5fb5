/**
 * Words that nearly match. Depends on nothing.
 */
@NullMarked
package io.github.etnasandbox.text;

import org.jspecify.annotations.NullMarked;
