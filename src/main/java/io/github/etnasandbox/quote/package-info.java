/**
 * What securities trade at, as testers set it. There is only {@link io.github.etnasandbox.quote.Quote}; depends on the
 * spelling of JSON.
 */
@NullMarked
package io.github.etnasandbox.quote;

import org.jspecify.annotations.NullMarked;
