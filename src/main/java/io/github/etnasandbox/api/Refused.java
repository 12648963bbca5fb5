package io.github.etnasandbox.api;

/**
 * Ends a request at the first check it fails. Thrown by the checks, caught in one place, {@link ApiCall}.
 */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApiResponse response;

    Refused(ApiResponse response) {
        super(response.reason(), null, false, false);
        this.response = response;
    }

    ApiResponse response() {
        return response;
    }
}
