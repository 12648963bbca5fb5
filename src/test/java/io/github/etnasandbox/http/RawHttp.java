package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.contract.CheckedExchanges;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP byte by byte, where a client library would hide what is on the wire. */
public final class RawHttp {
    private static final Pattern HEX = Pattern.compile("\\\\x([0-9a-f]{2})");

    private RawHttp() {}

    /**
     * A response as it came.
     *
     * @param status the status code
     * @param headers the header lines, as sent
     * @param body everything behind them
     */
    public record Response(int status, List<String> headers, String body) {
        /** The value of a header, or null. */
        public @Nullable String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst()
                    .orElse(null);
        }

        /** The names of all headers, in lower case and sorted. */
        public List<String> headerNames() {
            return headers.stream()
                    .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
        }
    }

    /** Sends a request whose head is given line by line, {@code Host} and {@code Connection} aside, and no body. */
    public static Response send(String url, String requestLine, String... headers) {
        URI uri = URI.create(url);
        List<String> head = new ArrayList<>(List.of(requestLine + " HTTP/1.1", "Host: " + uri.getAuthority()));
        head.addAll(List.of(headers));
        head.add("Connection: close");
        return checked(
                url,
                requestLine,
                "",
                sendBytes(url, (String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Checks an exchange against the contract, as those are that a client library makes. */
    private static Response checked(String url, String requestLine, String json, Response response) {
        String[] line = requestLine.split(" ", -1);
        if (line.length == 2 && line[1].startsWith("/")) {
            String asked = "http://" + URI.create(url).getAuthority() + line[1];
            CheckedExchanges.check(
                    line[0], asked, json, response.status(), response.header("Content-Type"), response.body());
        }
        return response;
    }

    /** Sends a request with a JSON body. */
    public static Response sendJson(String url, String requestLine, String json, String... headers) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        List<String> head = new ArrayList<>(
                List.of(requestLine + " HTTP/1.1", "Host: " + URI.create(url).getAuthority()));
        head.addAll(List.of(headers));
        head.add("Content-Length: " + body.length);
        head.add("Connection: close");
        byte[] start = (String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return checked(url, requestLine, json, sendBytes(url, request));
    }

    /** Sends bytes as they are and reads the answer until the server closes. */
    public static Response sendBytes(String url, byte[] request) {
        return parse(exchange(url, request));
    }

    /** Sends bytes as they are, and no more, and reads until the server closes. */
    public static String exchange(String url, byte[] request) {
        return exchange(url, request, 10_000);
    }

    /** The same, for a server that may be silent for so long at most. */
    public static String exchange(String url, byte[] request, int silentMillis) {
        URI uri = URI.create(url);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(silentMillis);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return readAll(socket.getInputStream());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + new String(request, StandardCharsets.ISO_8859_1), e);
        }
    }

    /** The bytes of a request as a table shows it, with {@code \\r}, {@code \\n}, {@code \\t}, {@code \\0} and {@code \\x7f} in it. */
    public static byte[] bytes(String shown) {
        String text = shown.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\0", "\0");
        return HEX.matcher(text)
                .replaceAll(
                        hex -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(hex.group(1), 16))))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Takes apart what a server sent on one connection; an AssertionError when it is not answers from end to end. */
    public static List<Response> answers(String sent) {
        List<Response> answers = new ArrayList<>();
        String left = sent;
        while (!left.isEmpty()) {
            assertThat(left).as(sent).startsWith("HTTP/1.1 ").contains("\r\n\r\n");
            Response next = parse(left);
            String length = next.header("Content-Length");
            byte[] rest = next.body().getBytes(StandardCharsets.UTF_8);
            int bytes = length != null ? Integer.parseInt(length) : next.status() == 204 ? 0 : rest.length;
            assertThat(rest).as(sent).hasSizeGreaterThanOrEqualTo(bytes);
            answers.add(
                    new Response(next.status(), next.headers(), new String(rest, 0, bytes, StandardCharsets.UTF_8)));
            left = new String(rest, bytes, rest.length - bytes, StandardCharsets.UTF_8);
        }
        return answers;
    }

    private static String readAll(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Response parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = List.of(text.substring(0, end).split("\r\n", -1));
        return new Response(
                Integer.parseInt(lines.get(0).split(" ", -1)[1]),
                lines.subList(1, lines.size()),
                text.substring(end + 4));
    }
}
