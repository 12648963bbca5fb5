package io.github.etnasandbox.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.etnasandbox.json.JsonRecords;
import io.github.etnasandbox.json.PercentEncoding;
import io.github.etnasandbox.json.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes exchanges as an HTTP Archive, version 1.2, which browsers' developer tools and other viewers open. Instants are
 * the world's; nothing took any time.
 */
public final class Har {
    private static final int UNKNOWN_SIZE = -1;

    private Har() {}

    /**
     * Writes an archive.
     *
     * @param exchanges what to write
     * @param out where to; it is closed
     * @throws IOException when it cannot be written
     */
    public static void write(List<Exchange> exchanges, OutputStream out) throws IOException {
        Creator creator = new Creator("etna-sandbox", Version.TEXT);
        List<Entry> entries = exchanges.stream().map(Entry::of).toList();
        JsonRecords.write(new Archive(new Log("1.2", creator, entries)), out);
    }

    private record Archive(Log log) {}

    private record Log(String version, Creator creator, List<Entry> entries) {}

    private record Creator(String name, String version) {}

    private record Entry(
            String startedDateTime,
            int time,
            Request request,
            Response response,
            Map<String, String> cache,
            Timings timings,
            String comment) {

        static Entry of(Exchange exchange) {
            return new Entry(
                    exchange.at().toString(),
                    0,
                    Request.of(exchange.request()),
                    Response.of(exchange.response()),
                    Map.of(),
                    new Timings(0, 0, 0),
                    exchange.line());
        }
    }

    private record Timings(int send, @JsonProperty("wait") int waiting, int receive) {}

    private record Request(
            String method,
            String url,
            String httpVersion,
            List<HeaderField> cookies,
            List<HeaderField> headers,
            List<HeaderField> queryString,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PostData postData,

            int headersSize,
            int bodySize) {

        static Request of(Exchange.Request request) {
            String query = request.query();
            Exchange.Body body = request.body();
            return new Request(
                    request.method(),
                    query == null ? request.url() : request.url() + "?" + query,
                    "HTTP/1.1",
                    List.of(),
                    request.headers(),
                    query == null ? List.of() : parameters(query),
                    body.bytes() == 0 ? null : new PostData(mediaType(request.headers()), body.text()),
                    UNKNOWN_SIZE,
                    body.bytes());
        }
    }

    private record PostData(String mimeType, String text) {}

    private record Response(
            int status,
            String statusText,
            String httpVersion,
            List<HeaderField> cookies,
            List<HeaderField> headers,
            Content content,
            String redirectURL,
            int headersSize,
            int bodySize) {
        private static final Exchange.Response NEVER_SENT = new Exchange.Response(0, List.of(), Exchange.Body.NONE);

        /** An answer that was never sent has status 0, as browsers write it. */
        static Response of(Exchange.@Nullable Response sent) {
            Exchange.Response response = sent == null ? NEVER_SENT : sent;
            Exchange.Body body = response.body();
            return new Response(
                    response.status(),
                    "",
                    "HTTP/1.1",
                    List.of(),
                    response.headers(),
                    new Content(body.bytes(), mediaType(response.headers()), body.text()),
                    "",
                    UNKNOWN_SIZE,
                    body.bytes());
        }
    }

    private record Content(int size, String mimeType, String text) {}

    private static List<HeaderField> parameters(String query) {
        return query.isEmpty()
                ? List.of()
                : Stream.of(query.split("&", -1)).map(Har::parameter).toList();
    }

    private static HeaderField parameter(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new HeaderField(PercentEncoding.decoded(text, true), "")
                : new HeaderField(
                        PercentEncoding.decoded(text.substring(0, equals), true),
                        PercentEncoding.decoded(text.substring(equals + 1), true));
    }

    private static String mediaType(List<HeaderField> headers) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase("Content-Type"))
                .map(HeaderField::value)
                .findFirst()
                .orElse("");
    }
}
