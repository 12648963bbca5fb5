package io.github.etnasandbox.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request to the API, as a value. Nothing about it is trusted or decoded yet.
 *
 * @param path the path inside the world, percent-encoded as sent, from its first slash
 * @param url the absolute URL, by the host name that the client used, without the query
 * @param query what stands behind the question mark, percent-encoded as sent; null when there is none
 * @param worldUrl the absolute URL of the world, by the same host name, without a slash at its end
 * @param content the body; {@link Content#NONE} for methods whose body means nothing, whatever was sent
 */
public record ApiRequest(
        String method,
        String path,
        String url,
        @Nullable String query,
        Headers headers,
        Content content,
        String worldUrl) {

    /** A request to the world that its URL names. */
    public ApiRequest(
            String method, String path, String url, @Nullable String query, Headers headers, Content content) {
        this(method, path, url, query, headers, content, url.substring(0, url.length() - path.length()));
    }

    /** The same request to a world at another URL. */
    public ApiRequest of(String otherWorldUrl) {
        return new ApiRequest(method, path, url, query, headers, content, otherWorldUrl);
    }

    /** Whether its URL names no world. */
    public boolean isAtRoot() {
        return URI.create(url).getRawPath().equals(path);
    }

    /** The absolute URI, as documented answers repeat it. */
    public String uri() {
        return query == null ? url : url + "?" + query;
    }
}
