package io.github.etnasandbox.docs;

import java.util.List;

/** An HTTP answer as curl prints it with {@code --include}. */
record HttpText(String statusLine, List<String> headers, String body) {

    static HttpText parse(String text) {
        String[] headAndBody = (text + "\n").split("\n\n", 2);
        List<String> head = headAndBody[0].strip().lines().map(String::strip).toList();
        String body = headAndBody.length < 2 ? "" : headAndBody[1];
        // The port in a URL has as many digits as the sandbox happens to get, and that changes a body's length.
        List<String> headers = head.stream()
                .skip(1)
                .filter(header ->
                        !(header.startsWith("Content-Length:") && body.contains(CommandSnippet.DOCUMENTED_URL)))
                .toList();
        return new HttpText(head.isEmpty() ? "" : head.get(0), headers, body);
    }
}
