package io.github.etnasandbox.api;

import io.github.etnasandbox.state.Transition;

/** Answers one route, once the app key is accepted and the route is found. */
@FunctionalInterface
interface Endpoint {
    /**
     * Computes the answer.
     *
     * @throws Refused when a check fails
     */
    Transition<ApiResponse> answer(Admission admission, PathParameters path);
}
