package io.github.etnasandbox.api;

/** The addresses of the pages beside a page. */
record PageLinks(ApiRequest request, Query query, int size, int count) {

    /** The address of a page, every other query parameter as it was sent; empty when the page would be. */
    String to(long pageNumber) {
        boolean exists = pageNumber >= 0 && pageNumber * size < count;
        return exists ? request.url() + "?" + query.with("pageNumber", (int) pageNumber) : "";
    }
}
