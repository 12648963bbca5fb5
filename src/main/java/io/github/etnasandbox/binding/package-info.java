/**
 * Bodies of requests as typed values, or the errors that the framework's model binder would find in them.
 */
@NullMarked
package io.github.etnasandbox.binding;

import org.jspecify.annotations.NullMarked;
