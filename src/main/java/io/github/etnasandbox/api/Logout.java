package io.github.etnasandbox.api;

import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.token.Token;

/**
 * {@code POST /logout}: the token is dead from now on.
 *
 * <p>Source: AutoShares' OpenAPI document, which lists no answers.
 */
final class Logout {
    private Logout() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        Token token = admission.access().token();
        return new Transition<>(admission.state().with(token.revokedNow()), Answer.LOGGED_OUT.response());
    }
}
