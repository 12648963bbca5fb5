/**
 * What can be traded: securities, their quotes, and the days on which they trade. Starts at
 * {@link io.github.etnasandbox.security.Security}.
 */
@NullMarked
package io.github.etnasandbox.security;

import org.jspecify.annotations.NullMarked;
