package io.github.etnasandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sandbox inside somebody else's JVM, whose class path has nothing but its jar and their program. */
class EmbeddedIT {
    private static final String JAR = System.getProperty("sandbox.jar");

    private static List<String> program(String... args) {
        String testClasses = new File(EmbeddingProgram.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getPath();
        List<String> command = new ArrayList<>(
                List.of("-cp", JAR + File.pathSeparator + testClasses, EmbeddingProgram.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    private static void assertThatItPrintsNothing(List<String> program) {
        try (ChildProcess process = ChildProcess.java(Map.of(), program)) {
            assertThat(process.errors()).isEmpty();
            assertThat(process.restOfOutput()).isEmpty();
            assertThat(process.exitStatus()).isZero();
        }
    }

    @Test
    void it_prints_nothing() {
        assertThatItPrintsNothing(program());
    }

    @Test
    void first_starts_at_once_print_nothing() {
        assertThatItPrintsNothing(program("together"));
    }

    @Test
    void what_the_application_tells_its_own_slf4j_is_not_meant_for_the_one_inside() {
        List<String> program = program();
        program.addAll(0, List.of("-Dslf4j.provider=own.Provider", "-Dslf4j.internal.verbosity=DEBUG"));
        assertThatItPrintsNothing(program);
    }

    /** As in an application that loads its own part anew: the loader has each class of ours once more, under its own name. */
    @Test
    void the_context_class_loader_of_whoever_uses_it_is_not_asked_for_what_is_ours() {
        assertThatItPrintsNothing(program("foreign", JAR));
    }

    @Test
    void the_table_of_control_routes_is_loaded_by_the_first_request_to_one_of_them_and_by_nothing_before() {
        List<String> logging = program();
        logging.add(0, "-Xlog:class+load");
        try (ChildProcess program = ChildProcess.java(Map.of(), logging)) {
            List<String> loaded = program.restOfOutput().lines().toList();
            assertThat(loaded).anyMatch(line -> line.contains(".control.ControlTable "));
            assertThat(loaded.stream().takeWhile(line -> !line.contains(".control.ControlTable ")))
                    .anyMatch(line -> line.contains(".api.CancelOrder "));
            assertThat(program.exitStatus()).isZero();
        }
    }

    @Test
    void jackson_databind_is_loaded_by_the_first_answer_that_needs_it_and_by_nothing_before() {
        List<String> logging = program();
        logging.add(0, "-Xlog:class+load");
        try (ChildProcess program = ChildProcess.java(Map.of(), logging)) {
            List<String> loaded = program.restOfOutput().lines().toList();
            assertThat(loaded)
                    .filteredOn(line -> line.contains(".com.fasterxml.jackson.databind."))
                    .isNotEmpty();
            assertThat(loaded.stream().takeWhile(line -> !line.contains(".control.RequestAnswers$Page ")))
                    .anyMatch(line -> line.contains(".journal.OrderChange "))
                    .noneMatch(line -> line.contains(".com.fasterxml.jackson.databind."));
            assertThat(program.exitStatus()).isZero();
        }
    }

    @Test
    void nothing_of_the_report_of_answer_coverage_is_loaded_where_nobody_asks_for_one() {
        List<String> logging = program();
        logging.add(0, "-Xlog:class+load");
        try (ChildProcess program = ChildProcess.java(Map.of(), logging)) {
            assertThat(program.restOfOutput().lines())
                    .anyMatch(line -> line.contains(".coverage.Tally "))
                    .noneMatch(line -> line.contains(".coverage.CoverageRun "))
                    .noneMatch(line -> line.contains(".coverage.Incident "));
            assertThat(program.exitStatus()).isZero();
        }
    }

    @Test
    void nothing_that_tells_webhooks_or_clients_of_streamers_is_loaded_where_there_are_none() {
        List<String> logging = program();
        logging.add(0, "-Xlog:class+load");
        try (ChildProcess program = ChildProcess.java(Map.of(), logging)) {
            assertThat(program.restOfOutput().lines())
                    .anyMatch(line -> line.contains(".etnasandbox.live.LiveWorld "))
                    .noneMatch(line -> line.contains(".etnasandbox.delivery.")
                            || line.contains(".etnasandbox.stream.")
                            || line.contains(".jetty.websocket."));
            assertThat(program.exitStatus()).isZero();
        }
    }
}
