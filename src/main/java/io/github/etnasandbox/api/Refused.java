package io.github.etnasandbox.api;

/** Ends a request at the first failed check. Only {@link ApiCall} catches it. */
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
