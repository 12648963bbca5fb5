/**
 * Words that nearly match, and the version. Depends on nothing.
 */
@NullMarked
package io.github.etnasandbox.text;

import org.jspecify.annotations.NullMarked;
