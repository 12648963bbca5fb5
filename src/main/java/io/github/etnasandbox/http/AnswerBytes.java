package io.github.etnasandbox.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;

/** An answer as it would go over the wire, the last one of its connection. */
final class AnswerBytes {
    /** Of no character that JSON begins with does this make another one, but of {@code f}: "false" becomes "349&0". */
    private static final int GARBLE = 0x55;

    private final byte[] bytes;
    private final int head;

    /** @param head how many of the bytes come before the body */
    private AnswerBytes(byte[] bytes, int head) {
        this.bytes = bytes;
        this.head = head;
    }

    /** Takes what was prepared to be sent. */
    static AnswerBytes of(Context context, byte[] body) {
        int status = context.statusCode();
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status);
        head.append(' ').append(HttpStatus.getMessage(status)).append("\r\n");
        HttpFields fields = ServletContextRequest.getServletContextRequest(context.req())
                .getServletContextResponse()
                .getWrapped()
                .getHeaders();
        for (HttpField field : fields) {
            head.append(field.getName()).append(": ").append(field.getValue()).append("\r\n");
        }
        if (status != HttpStatus.NO_CONTENT_204) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        boolean hasBody = !context.req().getMethod().equals("HEAD");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        int size = bytes.size();
        bytes.write(body, 0, hasBody ? body.length : 0);
        return new AnswerBytes(bytes.toByteArray(), size);
    }

    /** The head and the body. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    int bodyLength() {
        return bytes.length - head;
    }

    /** Where the harm begins: at the body or, when there is none, at the very start. */
    int start() {
        return bodyLength() > 0 ? head : 0;
    }

    /** The bytes with the body or, when there is none, the status line changed beyond recognition. */
    byte[] garbled() {
        byte[] garbled = bytes.clone();
        int end = bodyLength() > 0 ? garbled.length : statusLineLength();
        for (int i = start(); i < end; i++) {
            garbled[i] ^= GARBLE;
        }
        return garbled;
    }

    private int statusLineLength() {
        int length = 0;
        while (bytes[length] != '\r') {
            length++;
        }
        return length;
    }
}
