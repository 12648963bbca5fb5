/**
 * What can be traded, and at which quotes. Starts at {@link io.github.etnasandbox.security.Security}.
 */
@NullMarked
package io.github.etnasandbox.security;

import org.jspecify.annotations.NullMarked;
