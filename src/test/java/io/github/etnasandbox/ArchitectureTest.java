package io.github.etnasandbox;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.etnasandbox.live.RealTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The arrows between packages, each with its reason, and what no package may do. */
class ArchitectureTest {
    private static final String ROOT = "io.github.etnasandbox";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packages_depend_on_each_other_in_one_direction() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("json")
                .definedBy(ROOT + ".json")
                .layer("domain")
                .definedBy(
                        ROOT + ".order",
                        ROOT + ".account",
                        ROOT + ".user",
                        ROOT + ".security",
                        ROOT + ".token",
                        ROOT + ".webhook",
                        ROOT + ".quote")
                .layer("resource")
                .definedBy(ROOT + ".resource")
                .layer("filter")
                .definedBy(ROOT + ".filter")
                .layer("binding")
                .definedBy(ROOT + ".binding")
                .layer("state")
                .definedBy(ROOT + ".state")
                .layer("venue")
                .definedBy(ROOT + ".venue")
                .layer("fixture")
                .definedBy(ROOT + ".fixture")
                .layer("stage")
                .definedBy(ROOT + ".stage")
                .layer("store")
                .definedBy(ROOT + ".store")
                .layer("journal")
                .definedBy(ROOT + ".journal")
                .layer("world")
                .definedBy(ROOT + ".world")
                .layer("coverage")
                .definedBy(ROOT + ".coverage")
                .layer("contract")
                .definedBy(ROOT + ".contract")
                .layer("live")
                .definedBy(ROOT + ".live")
                .layer("delivery")
                .definedBy(ROOT + ".delivery")
                .layer("repro")
                .definedBy(ROOT + ".repro")
                .layer("api")
                .definedBy(ROOT + ".api")
                .layer("stream")
                .definedBy(ROOT + ".stream")
                .layer("control")
                .definedBy(ROOT + ".control")
                .layer("http")
                .definedBy(ROOT + ".http")
                .layer("sandbox")
                .definedBy(ROOT)
                .layer("front")
                .definedBy(ROOT + ".junit", ROOT + ".cli")
                .whereLayer("front")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("sandbox")
                .mayOnlyBeAccessedByLayers("front")
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("sandbox")
                .whereLayer("control")
                .mayOnlyBeAccessedByLayers("http", "sandbox")
                .whereLayer("stream")
                .mayOnlyBeAccessedByLayers("http")
                .whereLayer("api")
                .mayOnlyBeAccessedByLayers("http", "control", "sandbox", "front") // for the catalogue of answers
                .whereLayer("coverage")
                .mayOnlyBeAccessedByLayers("live", "delivery", "api", "control", "http", "sandbox", "front", "stream")
                .whereLayer("contract")
                .mayOnlyBeAccessedByLayers("api", "control")
                .whereLayer("repro")
                .mayOnlyBeAccessedByLayers("control", "http", "sandbox")
                .whereLayer("delivery")
                .mayOnlyBeAccessedByLayers("sandbox")
                .whereLayer("live")
                .mayOnlyBeAccessedByLayers("delivery", "repro", "control", "http", "sandbox", "front", "stream")
                .whereLayer("world")
                .mayOnlyBeAccessedByLayers(
                        "coverage", "live", "delivery", "repro", "api", "control", "http", "sandbox", "front", "stream")
                .whereLayer("stage")
                .mayOnlyBeAccessedByLayers(
                        "resource", "fixture", "journal", "world", "live", "repro", "control", "http", "stream")
                .whereLayer("stage")
                .mayNotAccessAnyLayer()
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("live", "control", "http", "sandbox", "front")
                .whereLayer("store")
                .mayNotAccessAnyLayer()
                .whereLayer("journal")
                .mayOnlyBeAccessedByLayers(
                        "world", "coverage", "live", "repro", "api", "control", "http", "front", "stream")
                .whereLayer("fixture")
                .mayOnlyBeAccessedByLayers("world", "live", "repro", "control", "sandbox", "front")
                .whereLayer("venue")
                .mayOnlyBeAccessedByLayers("binding", "live", "delivery", "repro", "api", "control", "stream")
                .whereLayer("state")
                .mayOnlyBeAccessedByLayers(
                        "venue", "fixture", "live", "delivery", "repro", "api", "control", "front", "stream")
                .whereLayer("resource")
                .mayOnlyBeAccessedByLayers("fixture", "journal", "live", "repro", "api", "control", "stream")
                .whereLayer("filter")
                .mayOnlyBeAccessedByLayers("api")
                .whereLayer("binding")
                .mayOnlyBeAccessedByLayers("api")
                .because("a reader who follows one cancel from route to state never meets an arrow back")
                .check(CLASSES);
    }

    @Test
    void no_two_packages_know_each_other() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_the_edge_knows_a_server() {
        noClasses()
                .that(resideOutsideOfPackages(ROOT + ".http..", ROOT + ".control.."))
                .should()
                .dependOnClassesThat(resideInAPackage("io.javalin..")
                        .or(resideInAPackage("org.eclipse.jetty.."))
                        .or(resideInAPackage("jakarta..")))
                .because("the API is a pure function that can be tested, recorded and replayed without a server")
                .check(CLASSES);
    }

    @Test
    void only_the_token_package_knows_json_web_tokens() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".token")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.jsonwebtoken..")
                .because("how a token is made is one package's business")
                .check(CLASSES);
    }

    @Test
    void only_the_store_package_knows_what_it_stores_with() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".store")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.h2..")
                .because("without a store nothing of it is loaded, and there may be other stores")
                .check(CLASSES);
    }

    @Test
    void only_the_junit_package_knows_junit() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".junit")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.junit..")
                .because("JUnit is an optional dependency; the sandbox runs without it")
                .check(CLASSES);
    }

    @Test
    void the_domain_and_the_state_know_no_json_library() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".order",
                        ROOT + ".account",
                        ROOT + ".user",
                        ROOT + ".security",
                        ROOT + ".state",
                        ROOT + ".venue",
                        ROOT + ".world",
                        ROOT + ".live")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .because("how a value is spelt is not what it is")
                .check(CLASSES);
    }

    @Test
    void real_time_and_chance_are_read_in_one_place_only() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(RealTime.class)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, Clock.class)
                .because("the same seed and the same requests give the same bytes")
                .check(CLASSES);
    }

    @Test
    void nothing_static_changes() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("two sandboxes in one JVM share nothing that changes")
                .check(CLASSES);
    }

    @Test
    void nothing_is_printed_but_by_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("an embedded sandbox is silent")
                .check(CLASSES);
    }

    @Test
    void the_api_commands_are_values() {
        classes()
                .that()
                .implement(io.github.etnasandbox.state.Command.class)
                .should()
                .beRecords()
                .because("a world's life can be recorded and replayed as the list of its commands")
                .check(CLASSES);
    }
}
