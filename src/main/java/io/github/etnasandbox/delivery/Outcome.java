package io.github.etnasandbox.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param status what the receiver answered; null when it did not
 * @param error why it failed, where the status does not say it; null otherwise
 */
record Outcome(@Nullable Integer status, @Nullable String error) {
    boolean isSuccess() {
        return status != null && status / 100 == 2;
    }
}
