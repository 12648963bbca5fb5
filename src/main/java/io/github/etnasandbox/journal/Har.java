package io.github.etnasandbox.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes exchanges as an HTTP Archive, version 1.2, which browsers' developer tools and other viewers open. Instants are
 * the world's; nothing took any time.
 */
public final class Har {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Har() {}

    /**
     * Writes an archive.
     *
     * @param exchanges what to write
     * @param out where to; it is closed
     * @throws IOException when it cannot be written
     */
    public static void write(List<Exchange> exchanges, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("log");
            json.writeStringField("version", "1.2");
            json.writeObjectFieldStart("creator");
            json.writeStringField("name", "etna-sandbox");
            json.writeStringField("version", Version.TEXT);
            json.writeEndObject();
            json.writeArrayFieldStart("entries");
            for (Exchange exchange : exchanges) {
                entry(json, exchange);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void entry(JsonGenerator json, Exchange exchange) throws IOException {
        json.writeStartObject();
        json.writeStringField("startedDateTime", exchange.at().toString());
        json.writeNumberField("time", 0);
        request(json, exchange.request());
        response(json, exchange.response());
        json.writeObjectFieldStart("cache");
        json.writeEndObject();
        json.writeObjectFieldStart("timings");
        json.writeNumberField("send", 0);
        json.writeNumberField("wait", 0);
        json.writeNumberField("receive", 0);
        json.writeEndObject();
        json.writeStringField("comment", exchange.line());
        json.writeEndObject();
    }

    private static void request(JsonGenerator json, Exchange.Request request) throws IOException {
        String query = request.query();
        json.writeObjectFieldStart("request");
        json.writeStringField("method", request.method());
        json.writeStringField("url", query == null ? request.url() : request.url() + "?" + query);
        json.writeStringField("httpVersion", "HTTP/1.1");
        fields(json, "cookies", List.of());
        fields(json, "headers", request.headers());
        fields(json, "queryString", query == null ? List.of() : parameters(query));
        if (request.body().bytes() > 0) {
            json.writeObjectFieldStart("postData");
            json.writeStringField("mimeType", mediaType(request.headers()));
            json.writeStringField("text", request.body().text());
            json.writeEndObject();
        }
        json.writeNumberField("headersSize", -1);
        json.writeNumberField("bodySize", request.body().bytes());
        json.writeEndObject();
    }

    /** An answer that was never sent has status 0, as browsers write it. */
    private static void response(JsonGenerator json, Exchange.@Nullable Response response) throws IOException {
        Exchange.Body body = response == null ? Exchange.Body.NONE : response.body();
        List<HeaderField> headers = response == null ? List.of() : response.headers();
        json.writeObjectFieldStart("response");
        json.writeNumberField("status", response == null ? 0 : response.status());
        json.writeStringField("statusText", "");
        json.writeStringField("httpVersion", "HTTP/1.1");
        fields(json, "cookies", List.of());
        fields(json, "headers", headers);
        json.writeObjectFieldStart("content");
        json.writeNumberField("size", body.bytes());
        json.writeStringField("mimeType", mediaType(headers));
        json.writeStringField("text", body.text());
        json.writeEndObject();
        json.writeStringField("redirectURL", "");
        json.writeNumberField("headersSize", -1);
        json.writeNumberField("bodySize", body.bytes());
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, String name, List<HeaderField> fields) throws IOException {
        json.writeArrayFieldStart(name);
        for (HeaderField field : fields) {
            json.writeStartObject();
            json.writeStringField("name", field.name());
            json.writeStringField("value", field.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<HeaderField> parameters(String query) {
        return query.isEmpty()
                ? List.of()
                : List.of(query.split("&", -1)).stream().map(Har::parameter).toList();
    }

    private static HeaderField parameter(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new HeaderField(decoded(text), "")
                : new HeaderField(decoded(text.substring(0, equals)), decoded(text.substring(equals + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static String mediaType(List<HeaderField> headers) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase("Content-Type"))
                .map(HeaderField::value)
                .findFirst()
                .orElse("");
    }
}
