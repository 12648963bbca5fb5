/** Trading accounts and who has access to them. Starts at {@link io.github.etnasandbox.account.Account}. */
@NullMarked
package io.github.etnasandbox.account;

import org.jspecify.annotations.NullMarked;
