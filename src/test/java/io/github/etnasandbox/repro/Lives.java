package io.github.etnasandbox.repro;

import io.github.etnasandbox.Repro;
import io.github.etnasandbox.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;

/** Ways to fill a world with life, and to look at it. */
final class Lives {
    static final String TOKEN = "Bearer admin-token";

    private Lives() {}

    static HttpResponse<String> cancel(World world, int order) {
        return send(world, "DELETE", "/v1.0/accounts/6303/orders/" + order, TOKEN);
    }

    static HttpResponse<String> send(World world, String method, String path, String authorization) {
        return Unirest.request(method, world.apiUrl() + path)
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", authorization)
                .asString();
    }

    static HttpResponse<String> control(World world, String method, String path, String body) {
        var request = Unirest.request(method, world.controlUrl() + path);
        return body.isEmpty() ? request.asString() : request.body(body).asString();
    }

    /** All that a world is, but for the faults of its seed. */
    static String export(World world) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            world.snapshot().write(out);
            return out.toString(StandardCharsets.UTF_8).replaceFirst("(?s),\n\"faults\":.*?\n\\]", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The repro file of a world, changed before it is loaded. */
    static Repro edited(World world, Path folder, String text, String by) {
        Path file = folder.resolve("life.repro.json");
        Repro.of(world).write(file);
        try {
            String written = Files.readString(file);
            if (!written.contains(text)) {
                throw new AssertionError("there is no " + text + " in " + written);
            }
            Files.writeString(file, written.replace(text, by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Repro.load(file);
    }
}
