/**
 * App keys, tokens, and how tokens are issued and read: the only package that knows JSON Web Tokens. Starts at
 * {@link io.github.etnasandbox.token.Token}.
 */
@NullMarked
package io.github.etnasandbox.token;

import org.jspecify.annotations.NullMarked;
