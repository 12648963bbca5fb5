package io.github.etnasandbox.api;

/**
 * The addresses of the pages beside a page.
 *
 * @param request the request for the page
 * @param query its query
 * @param size how many orders a page holds
 * @param count how many orders there are on all pages
 */
record PageLinks(ApiRequest request, Query query, int size, int count) {

    /** The address of a page, every other query parameter as it was sent; empty when the page would be. */
    String to(long pageNumber) {
        boolean exists = pageNumber >= 0 && pageNumber * size < count;
        return exists ? request.url() + "?" + query.with("pageNumber", (int) pageNumber) : "";
    }
}
