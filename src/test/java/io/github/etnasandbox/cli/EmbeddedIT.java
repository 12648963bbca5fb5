package io.github.etnasandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sandbox inside somebody else's JVM, with a class path as theirs may be. */
class EmbeddedIT {
    private static final String TEST_CLASSES = new File(EmbeddingProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath())
            .getPath();

    private static List<String> program(List<String> classPath) {
        return List.of("-cp", String.join(File.pathSeparator, classPath), EmbeddingProgram.class.getName());
    }

    private static List<String> plainJar() {
        return List.of(System.getProperty("plain.jar"), System.getProperty("embedded.class.path"), TEST_CLASSES);
    }

    @Test
    void the_plain_jar_prints_nothing_where_no_logger_is_set_up() {
        assertThat(plainJar()).noneMatch(path -> path.contains("junit"));
        try (ChildProcess program = ChildProcess.java(Map.of(), program(plainJar()))) {
            assertThat(program.restOfOutput()).isEmpty();
            assertThat(program.errors()).isEmpty();
            assertThat(program.exitStatus()).isZero();
        }
    }

    @Test
    void the_standalone_jar_runs_behind_old_versions_of_all_that_it_bundles_and_leaves_them_alone() {
        List<String> classPath = List.of(
                System.getProperty("conflicting.jars") + File.separator + "*",
                System.getProperty("standalone.jar"),
                TEST_CLASSES);
        try (ChildProcess program = ChildProcess.java(
                Map.of(),
                program(classPath),
                "com.fasterxml.jackson.core.JsonFactory",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "io.jsonwebtoken.Jwts",
                "javax.servlet.Servlet",
                "kotlin.Unit",
                "org.eclipse.jetty.server.Server",
                "org.eclipse.jetty.util.Callback",
                "org.pcollections.TreePMap",
                "org.slf4j.LoggerFactory",
                "org.slf4j.impl.StaticLoggerBinder")) {
            assertThat(program.errors()).isEmpty();
            assertThat(program.restOfOutput().lines())
                    .containsExactly(
                            "com.fasterxml.jackson.core.JsonFactory jackson-core-2.9.10.jar",
                            "com.fasterxml.jackson.databind.ObjectMapper jackson-databind-2.9.10.jar",
                            "io.jsonwebtoken.Jwts jjwt-0.9.1.jar",
                            "javax.servlet.Servlet javax.servlet-api-3.1.0.jar",
                            "kotlin.Unit kotlin-stdlib-1.3.72.jar",
                            "org.eclipse.jetty.server.Server jetty-server-9.4.57.v20241219.jar",
                            "org.eclipse.jetty.util.Callback jetty-util-9.4.57.v20241219.jar",
                            "org.pcollections.TreePMap pcollections-3.2.0.jar",
                            "org.slf4j.LoggerFactory slf4j-api-1.7.36.jar",
                            "org.slf4j.impl.StaticLoggerBinder slf4j-simple-1.7.36.jar");
            assertThat(program.exitStatus()).isZero();
        }
    }

    @Test
    void jackson_databind_is_loaded_by_the_first_answer_that_needs_it_and_by_nothing_before() {
        List<String> logging = new ArrayList<>(program(plainJar()));
        logging.add(0, "-Xlog:class+load");
        try (ChildProcess program = ChildProcess.java(Map.of(), logging)) {
            List<String> loaded = program.restOfOutput().lines().toList();
            assertThat(loaded)
                    .filteredOn(line -> line.contains(" com.fasterxml.jackson.databind."))
                    .isNotEmpty();
            assertThat(loaded.stream().takeWhile(line -> !line.contains(".control.RequestAnswers$Page ")))
                    .anyMatch(line -> line.contains(".journal.OrderChange "))
                    .noneMatch(line -> line.contains(" com.fasterxml.jackson.databind."));
            assertThat(program.exitStatus()).isZero();
        }
    }
}
