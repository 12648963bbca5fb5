package io.github.etnasandbox.api;

/**
 * A request to the API, as a value. Nothing about it is trusted or decoded yet.
 *
 * @param method the method, as sent
 * @param path the path inside the world, percent-encoded as sent, from its first slash; no query
 * @param uri the absolute URI, query included, as the documented "no resource" answer repeats it
 * @param headers the header fields
 */
public record ApiRequest(String method, String path, String uri, Headers headers) {}
