package io.github.etnasandbox.repro;

import static io.github.etnasandbox.repro.Lives.cancel;
import static io.github.etnasandbox.repro.Lives.control;
import static io.github.etnasandbox.repro.Lives.edited;
import static io.github.etnasandbox.repro.Lives.export;
import static io.github.etnasandbox.repro.Lives.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.Repro;
import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a repro file has in it, and what is told of one that cannot be played. */
@SandboxTest
class ReproFileTest {

    @Test
    void it_has_the_steps_one_a_line_and_names_packaged_fixtures(World world) throws IOException {
        cancel(world, 73552);
        world.fill(75302, 10);

        assertThat(written(world).lines().toList())
                .satisfiesExactly(
                        head -> assertThat(head)
                                .startsWith("{\"repro\":1,\"version\":\"")
                                .contains("\"settings\":{\"dialect\":\"documented\",\"clock\":\"frozen\",")
                                .contains("\"fixtures\":\"docs\",\"checksum\":\"crc32c:")
                                .endsWith("\"steps\":["),
                        request -> assertThat(request)
                                .contains("\"method\":\"DELETE\",\"path\":\"/api/v1.0/accounts/6303/orders/73552\"")
                                .endsWith("\"answer\":{\"status\":204,\"headers\":[],\"body\":\"\",\"bytes\":0}},"),
                        action -> assertThat(action)
                                .endsWith("\"control\":{\"method\":\"POST\",\"path\":\"/sandbox/orders/75302/fill\","
                                        + "\"body\":{\"Quantity\":10}}}"),
                        end -> assertThat(end).isEqualTo("]}"));
    }

    @Test
    void it_has_fixtures_that_do_not_come_with_the_sandbox_whole(World world, Sandbox sandbox) throws IOException {
        try (World other = sandbox.newWorld(world.snapshot())) {
            other.fill(73552);
            try (World third = sandbox.newWorld(other.snapshot())) {
                assertThat(written(third)).contains("\"document\":{").doesNotContain("\"fixtures\"");
                assertThat(export(sandbox.replay(Repro.of(third)).world())).isEqualTo(export(third));
            }
        }
    }

    @Test
    void credentials_that_the_world_knows_stay_and_others_become_fingerprints(World world, Sandbox sandbox)
            throws IOException {
        send(world, "GET", "/v1.0/users/@me/info", "Bearer admin-token");
        send(world, "GET", "/v1.0/users/@me/info", "Bearer a-real-secret");

        assertThat(written(world))
                .contains("{\"name\":\"Authorization\",\"value\":\"Bearer admin-token\"}")
                .contains("{\"name\":\"Authorization\",\"value\":\"Bearer sha256:")
                .doesNotContain("a-real-secret");
        assertThat(sandbox.replay(Repro.of(world)).steps().get(1))
                .satisfies(
                        step -> assertThat(step.line())
                                .endsWith(
                                        "[the world did not know what was sent in Authorization, so the file has a fingerprint there]"));
    }

    @Test
    void a_control_route_gives_it(World world) throws IOException {
        cancel(world, 73552);

        assertThat(control(world, "GET", "/repro", "").getBody()).isEqualTo(written(world));
    }

    @Test
    void a_world_without_a_journal_has_none(Sandbox sandbox) {
        try (World world = sandbox.newWorld(
                sandbox.world().seed(), sandbox.world().settings().withJournalBytes(0))) {
            assertThat(control(world, "GET", "/repro", "").getStatus()).isEqualTo(409);
            assertThatThrownBy(() -> Repro.of(world))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("keeps no requests");
        }
    }

    @Test
    void the_state_of_a_document_can_be_put_back_from_outside(World world) {
        String before = control(world, "GET", "/state", "").getBody();
        cancel(world, 73552);

        assertThat(control(world, "PUT", "/state", before).getStatus()).isEqualTo(204);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.NEW);
        assertThat(control(world, "PUT", "/state", "{}").getStatus()).isEqualTo(422);
        assertThat(world.requests()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"repro\":1         | {\"repro\":2      | has repro 2, and this version of the sandbox",
                "\"settings\"         | \"setings\"       | there are no settings",
                "\"method\"           | \"verb\"          | (/steps/0/request): there is no method",
                "\"at\":              | \"when\":         | line 2, column",
                "crc32c:              | crc32c:0          | are not those that",
                "\"fixtures\":\"docs\", | ''              | it must have fixtures or document",
                "\"fixtures\":\"docs\" | \"fixtures\":\"dogs\" | begins with packaged fixtures",
                "\"url\":            | \"body\":          | (/steps/0/request): there is no url",
                "\"url\":            | \"base64\":\"????\",\"url\": | Illegal base64 character",
                "\"dialect\":\"documented\", | ''          | the settings have no dialect",
                "\"journalBytes\":4194304 | \"journalBytes\":-1 | the journal's bytes are -1",
                "\"bytes\":0}}       | \"bytes\":0}        | line 3, column 1",
            })
    void a_file_that_cannot_be_played_says_why(
            String text, String by, String problem, World world, @TempDir Path folder) {
        cancel(world, 73552);

        assertThatThrownBy(() -> edited(world, folder, text, by))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("life.repro.json")
                .hasMessageContaining(problem);
    }

    @Test
    void a_step_that_is_not_there_cannot_be_stopped_at(World world) {
        cancel(world, 73552);
        Repro repro = Repro.of(world);

        assertThatThrownBy(() -> repro.until(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("has steps 1 to 1, so that it cannot be played until step 3");
    }

    @Test
    void any_version_of_the_same_form_can_be_read_from_a_file(@TempDir Path folder) throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS)) {
            cancel(sandbox.world(), 73552);
            Path file = folder.resolve("made/for/it/life.repro.json");
            Repro.of(sandbox.world()).write(file);

            assertThat(Files.readString(file)).isEqualTo(written(sandbox.world()));
            assertThat(Repro.load(file).settings()).isEqualTo(sandbox.world().settings());
        }
    }

    private static String written(World world) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Repro.of(world).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
