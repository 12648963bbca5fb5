package io.github.etnasandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code scripts/sandbox}, whose jar this build has just made. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script needs bash")
@Execution(ExecutionMode.SAME_THREAD) // one jar, one archive
class ScriptIT {
    private static final Path SCRIPT = Path.of("scripts", "sandbox").toAbsolutePath();
    private static final Path JAR = Path.of(System.getProperty("sandbox.jar"));

    @TempDir
    private Path folder;

    private static ChildProcess run(Path javaHome, Path script, String... args) {
        return ChildProcess.start(Map.of("JAVA_HOME", javaHome.toString()), List.of(script.toString()), args);
    }

    private static ChildProcess start(String javaOptions) {
        return ChildProcess.start(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", javaOptions),
                List.of(SCRIPT.toString()),
                "--help");
    }

    private static String errorsOfStart() {
        try (ChildProcess sandbox = start("-XX:+UseSerialGC")) {
            assertThat(sandbox.restOfOutput()).startsWith("etna-sandbox: ");
            return sandbox.errors();
        }
    }

    /** Puts a program of a few shell commands into the folder's {@code bin}. */
    private void program(String name, String commands) throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    /** Maven leaves the jar as old as it was when a change of the sources changed no class. */
    private static void renewTheJar() throws IOException {
        Files.setLastModifiedTime(JAR, FileTime.fromMillis(System.currentTimeMillis()));
    }

    @BeforeAll
    static void have_the_jar_as_new_as_it_is() throws IOException {
        renewTheJar();
        errorsOfStart();
    }

    @AfterEach
    void remove_links_lest_they_be_followed() throws IOException {
        Files.deleteIfExists(folder.resolve("relative"));
        Files.deleteIfExists(folder.resolve("link"));
    }

    @Test
    void it_runs_the_jar_also_through_links_and_passes_its_arguments_on() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), SCRIPT);
        Path relative = Files.createSymbolicLink(folder.resolve("relative"), Path.of("link"));
        try (ChildProcess sandbox = run(Path.of(System.getProperty("java.home")), relative, "--port", "0")) {
            assertThat(PrintedCurl.statusOf(sandbox.readLine("  curl "))).isEqualTo(204);
            sandbox.terminate();
            assertThat(sandbox.exitStatus()).isEqualTo(128 + 15);
            assertThat(sandbox.errors()).isEmpty();
        }
    }

    @Test
    void the_first_start_with_a_jar_makes_an_archive_of_classes_for_the_others() throws IOException {
        renewTheJar();
        assertThat(errorsOfStart()).isEqualTo("sandbox: preparing fast starts, once\n");
        assertThat(errorsOfStart()).isEmpty();
        try (ChildProcess sandbox = start("-Xlog:class+load")) {
            assertThat(sandbox.restOfOutput())
                    .containsPattern("io.github.etnasandbox.cli.Main source: shared objects file");
        }
    }

    @Test
    void an_archive_that_is_none_harms_no_start() throws IOException {
        renewTheJar();
        errorsOfStart();
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(JAR.resolveSibling("."), "*.archive")) {
            for (Path archive : archives) {
                Files.delete(archive); // it is read-only
                Files.writeString(archive, "no archive");
            }
        }

        assertThat(errorsOfStart()).isEmpty();

        renewTheJar();
        errorsOfStart();
    }

    @Test
    void an_older_java_is_refused_with_what_to_do() throws IOException {
        program("java", "echo 'openjdk version \"11.0.2\"' >&2");
        try (ChildProcess sandbox = run(folder, SCRIPT)) {
            assertThat(sandbox.exitStatus()).isEqualTo(1);
            assertThat(sandbox.errors())
                    .contains("is Java 11; install Java 17 or newer")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_missing_java_is_told() {
        try (ChildProcess sandbox = run(folder, SCRIPT)) {
            assertThat(sandbox.exitStatus()).isEqualTo(1);
            assertThat(sandbox.errors()).contains("there is no " + folder).hasLineCount(1);
        }
    }

    @Test
    void what_a_failed_build_leaves_is_not_run() throws IOException {
        Path script = Files.createDirectory(folder.resolve("scripts")).resolve("sandbox");
        Files.copy(SCRIPT, script);
        Files.copy(Path.of("pom.xml"), folder.resolve("pom.xml"));
        Path jar = folder.resolve("target").resolve(JAR.getFileName());
        program("mvn", "mkdir target; echo half >" + jar + "; echo no disk; exit 1");
        Map<String, String> environment = Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PATH",
                folder.resolve("bin") + ":" + System.getenv("PATH"));
        try (ChildProcess sandbox = ChildProcess.start(environment, List.of(script.toString()), "--help")) {
            assertThat(sandbox.exitStatus()).isEqualTo(1);
            assertThat(sandbox.errors()).endsWith("sandbox: the build failed:\nno disk\n");
        }
        assertThat(jar).doesNotExist();
    }
}
