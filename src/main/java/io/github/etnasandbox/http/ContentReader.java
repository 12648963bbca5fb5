package io.github.etnasandbox.http;

import io.github.etnasandbox.api.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests to the API. Below Javalin, which has a limit, and an answer, of its own. */
final class ContentReader {
    static final int LIMIT = 1024 * 1024;

    /** Clients that send on are heard so far, and then cut off; most read no answer before they have sent all. */
    private static final long MOST_SKIPPED = 16 * LIMIT;

    private ContentReader() {}

    /** Reads the body of a method that has one, and no other; null over the limit, an IOException when it breaks off. */
    static @Nullable Content read(HttpServletRequest request) throws IOException {
        String method = request.getMethod();
        if (!method.equals("POST") && !method.equals("PUT")) {
            return Content.NONE;
        }
        long announced = request.getContentLengthLong();
        if (announced == 0) {
            return Content.NONE;
        }
        if (announced > LIMIT && request.getHeader("Expect") != null) {
            return null; // this client asks before it sends
        }
        InputStream in = request.getInputStream();
        byte[] bytes = announced > LIMIT ? new byte[0] : in.readNBytes(LIMIT + 1);
        if (announced > LIMIT || bytes.length > LIMIT) {
            skip(in);
            return null;
        }
        return Content.of(bytes);
    }

    private static void skip(InputStream in) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        long skipped = 0;
        for (int count = 0; count >= 0 && skipped < MOST_SKIPPED; skipped += count) {
            count = in.read(buffer);
        }
    }
}
