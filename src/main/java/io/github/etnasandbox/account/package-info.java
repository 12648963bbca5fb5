/**
 * Trading accounts, who has access to them, what they hold and what was booked on them. Starts at
 * {@link io.github.etnasandbox.account.Account}.
 */
@NullMarked
package io.github.etnasandbox.account;

import org.jspecify.annotations.NullMarked;
