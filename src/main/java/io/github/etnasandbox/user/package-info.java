/** The invented people who log in. Starts at {@link io.github.etnasandbox.user.User}. */
@NullMarked
package io.github.etnasandbox.user;

import org.jspecify.annotations.NullMarked;
