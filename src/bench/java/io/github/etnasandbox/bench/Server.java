package io.github.etnasandbox.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is measured, each on the class path that {@code scripts/bench} had Maven resolve. */
enum Server {
    OURS("etna-sandbox", Request.of("POST", "/sandbox/reset", 204)),
    BEFORE("before", OURS.reset),
    JAVALIN("bare Javalin", null),
    WIREMOCK("WireMock", Request.of("DELETE", "/__admin/requests", 200));

    /** Its name in the report. */
    final String title;

    /** Has it forget earlier requests; null where nothing is kept. */
    final Request reset;

    Server(String title, Request reset) {
        this.title = title;
        this.reset = reset;
    }

    static List<Server> measured() {
        return Stream.of(values())
                .filter(server -> Files.exists(server.classPath()))
                .toList();
    }

    /** Whether it knows orders; the others answer fixed bytes. */
    boolean isSandbox() {
        return this == OURS || this == BEFORE;
    }

    /** Starts a JVM that measures it from inside and prints figures. */
    Child measure(String what, String fixtures) throws IOException {
        return start(true, List.of(), mainClass(), what, fixtures);
    }

    /** Starts it with a request journal or without one; a sandbox has the given fixtures. */
    Child serve(String fixtures, boolean journal, String... flags) throws IOException {
        return serve(fixtures, journal, List.of(), flags);
    }

    /** Starts a sandbox with a store in a folder, or goes on with the one that is there. */
    Child serveWithStore(String fixtures, Path store, String... flags) throws IOException {
        return serve(fixtures, true, List.of("--store", store.toString()), flags);
    }

    private Child serve(String fixtures, boolean journal, List<String> more, String... flags) throws IOException {
        if (!isSandbox()) {
            return start(journal, List.of(flags), mainClass(), "serve", journal ? "journal" : "no journal");
        }
        List<String> arguments = new ArrayList<>(List.of("--quiet", "--port", "0", "--fixtures", fixtures));
        arguments.addAll(more);
        if (!journal) {
            arguments.addAll(List.of("--journal-bytes", "0"));
        }
        return start(journal, List.of(flags), "io.github.etnasandbox.cli.Main", arguments.toArray(String[]::new));
    }

    private Child start(boolean journal, List<String> flags, String main, String... arguments) throws IOException {
        String classPath = Files.readString(classPath()).strip() + File.pathSeparator + "target/bench/classes";
        List<String> command = new ArrayList<>(List.of(Child.tool("java"), "-cp", classPath));
        command.addAll(flags);
        command.add(main);
        Collections.addAll(command, arguments);
        return new Child(this, journal, command);
    }

    private String mainClass() {
        Class<?> main = isSandbox() ? Ours.class : this == JAVALIN ? BareJavalin.class : WireMock.class;
        return main.getName();
    }

    private Path classPath() {
        return Path.of("target", "bench", name().toLowerCase(Locale.ROOT) + ".classpath");
    }
}
