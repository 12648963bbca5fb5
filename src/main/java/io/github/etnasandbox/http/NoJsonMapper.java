package io.github.etnasandbox.http;

import io.javalin.json.JsonMapper;

/** Keeps Javalin from looking for a JSON library: every body here is written by hand or streamed. */
final class NoJsonMapper implements JsonMapper {
    static final NoJsonMapper INSTANCE = new NoJsonMapper();

    private NoJsonMapper() {}
}
