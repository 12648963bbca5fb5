package io.github.etnasandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that {@code mvn package} makes, started as its users start it. */
class SandboxJarIT {
    private static final String JAR = System.getProperty("sandbox.jar");
    private static final String LIBRARIES = "io.github.etnasandbox.shaded.iguroin.";

    private static ChildProcess sandbox(String... args) {
        return sandbox(Map.of(), args);
    }

    private static ChildProcess sandbox(Map<String, String> environment, String... args) {
        return ChildProcess.java(environment, List.of("-jar", JAR), args);
    }

    @Test
    void the_curl_it_prints_cancels_an_order_once() {
        try (ChildProcess sandbox = sandbox("--port=0")) {
            String curl = sandbox.readLine("  curl ");
            assertThat(PrintedCurl.statusOf(curl)).isEqualTo(204);
            assertThat(PrintedCurl.statusOf(curl)).isEqualTo(409);
        }
    }

    @Test
    void it_ends_when_told_to_and_has_printed_nothing_but_what_it_says() {
        try (ChildProcess sandbox = sandbox("--port=0", "--quiet")) {
            assertThat(sandbox.readLine("http://127.0.0.1:")).endsWith("/api");
            sandbox.terminate();
            assertThat(sandbox.exitStatus()).isEqualTo(128 + 15);
            assertThat(sandbox.restOfOutput()).isEmpty();
            assertThat(sandbox.errors()).isEmpty();
        }
    }

    @Test
    void the_environment_sets_what_no_flag_does() {
        try (ChildProcess sandbox = sandbox(Map.of("ETNA_SANDBOX_DIALECT", "autoshares"), "--port=0")) {
            assertThat(sandbox.readLine("  Dialect ")).endsWith(" autoshares");
        }
    }

    @Test
    void bad_flags_end_it_with_status_2_and_no_stack_trace() {
        try (ChildProcess sandbox = sandbox("--prot=0", "--dialect=klingon")) {
            assertThat(sandbox.exitStatus()).isEqualTo(2);
            assertThat(sandbox.restOfOutput()).isEmpty();
            assertThat(sandbox.errors())
                    .contains("--prot: ", "--dialect: ")
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void a_port_in_use_ends_it_with_status_1_and_no_stack_trace() {
        try (Sandbox first = Sandbox.start();
                ChildProcess sandbox = sandbox("--port=" + first.port())) {
            assertThat(sandbox.exitStatus()).isEqualTo(1);
            assertThat(sandbox.restOfOutput()).isEmpty();
            assertThat(sandbox.errors())
                    .startsWith("etna-sandbox: port " + first.port() + " of 127.0.0.1 cannot be had (")
                    .hasLineCount(1);
        }
    }

    @Test
    void it_knows_its_version() {
        try (ChildProcess sandbox = sandbox("--version")) {
            assertThat(sandbox.restOfOutput()).matches("etna-sandbox \\d+\\.\\d+\\.\\d+.*");
            assertThat(sandbox.exitStatus()).isZero();
        }
    }

    @Test
    void every_class_and_service_in_it_lies_in_the_sandboxs_own_package() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .filteredOn(name -> name.endsWith(".class"))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(name).startsWith("io/github/etnasandbox/"));
            assertThat(names)
                    .filteredOn(name -> name.startsWith("META-INF/services/") && !name.endsWith("/"))
                    .isNotEmpty()
                    .allSatisfy(name -> {
                        assertThat(name)
                                .matches("META-INF/services/(\\Q" + LIBRARIES
                                        + "\\E.*|org.junit.platform.launcher.LauncherSessionListener)");
                        assertThat(text(jar, name).lines().filter(line -> !line.startsWith("#")))
                                .allSatisfy(
                                        service -> assertThat(names).contains(service.replace('.', '/') + ".class"));
                    });
        }
    }

    @Test
    void the_licences_of_what_it_bundles_lie_in_it() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
            assertThat(text(jar, "META-INF/NOTICE")).contains("Jackson");
            assertThat(text(jar, "META-INF/THIRD-PARTY.txt"))
                    .contains(
                            "  H2 MVStore ",
                            "  Jackson ",
                            "  Javalin ",
                            "  Jetty ",
                            "  JJWT ",
                            "  JSpecify ",
                            "  Kotlin ",
                            "  Jakarta Servlet ",
                            "  PCollections ",
                            "  SLF4J ");
            assertThat(jar.stream().map(ZipEntry::getName))
                    .filteredOn(name -> name.matches("META-INF/maven/.+/pom.properties"))
                    .extracting(name -> name.split("/", -1)[2])
                    .as("a group that is new here needs a line in THIRD-PARTY.txt")
                    .containsOnly(
                            "io.github.etnasandbox",
                            "com.fasterxml.jackson.core",
                            "io.javalin",
                            "org.eclipse.jetty.websocket",
                            "io.jsonwebtoken",
                            "jakarta.servlet",
                            "org.eclipse.jetty",
                            "org.eclipse.jetty.ee10",
                            "org.slf4j");
        }
    }

    /** Else a name that relocation has missed would be found there, and users would miss it. */
    @Test
    void nothing_of_what_is_in_it_lies_beside_it_in_these_tests() throws IOException {
        String folder = LIBRARIES.replace('.', '/');
        ClassLoader loader = SandboxJarIT.class.getClassLoader();
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .filteredOn(name -> name.startsWith(folder) && name.endsWith(".class"))
                    .isNotEmpty()
                    .extracting(name -> loader.getResource(name.substring(folder.length())))
                    .containsOnlyNulls();
        }
    }

    /** Relocation rewrites strings, and not the hash codes that a switch has of them. */
    @Test
    void every_case_of_a_switch_on_strings_can_be_reached() throws IOException {
        List<StringCase> cases = new ArrayList<>();
        try (JarFile jar = new JarFile(JAR)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().endsWith(".class")) {
                    cases.addAll(StringCase.in(jar.getInputStream(entry).readAllBytes()));
                }
            }
        }
        assertThat(cases).extracting(StringCase::text).anyMatch(text -> text.startsWith(LIBRARIES));
        assertThat(cases).filteredOn(each -> !each.canBeReached()).isEmpty();
    }

    @Test
    void the_pom_in_it_asks_for_nothing_but_junit_which_is_optional() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            String pom = text(jar, "META-INF/maven/io.github.etnasandbox/etna-sandbox/pom.xml");
            String dependencies = pom.substring(pom.lastIndexOf("<dependencies>"));
            assertThat(dependencies.split("<dependency>", -1))
                    .filteredOn(each -> each.contains("<artifactId>") && !each.contains("<scope>test</scope>"))
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(each)
                            .containsPattern("<artifactId>junit-(jupiter-api|platform-launcher)</artifactId>")
                            .contains("<optional>true</optional>"));
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
