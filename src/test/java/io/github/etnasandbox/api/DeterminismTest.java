package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.junit.PlayedAgain;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Same seed, same requests, same bytes; and a reset leaves nothing behind. */
@SandboxTest
class DeterminismTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_reset_after_any_requests_gives_the_seeds_export(long number, World world) {
        String seed = export(world);
        run(world, number);
        assertThat(export(world)).isNotEqualTo(seed);
        world.reset();
        assertThat(export(world)).isEqualTo(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_same_requests_give_the_same_bytes_in_a_fresh_world_and_after_a_reset(
            long number, World world, Sandbox sandbox) {
        try (World twin = sandbox.newWorld()) {
            List<String> answers = run(world, number);
            assertThat(run(twin, number)).isEqualTo(answers);
            assertThat(export(twin)).isEqualTo(export(world));

            world.reset();
            assertThat(run(world, number)).isEqualTo(answers);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_world_goes_on_from_its_export_as_it_would_have_itself(long number, World world, Sandbox sandbox) {
        run(world, number);
        var document = Fixtures.document("export", export(world).getBytes(StandardCharsets.UTF_8));
        try (World other = sandbox.newWorld(document.load(), world.settings())) {
            assertThat(export(other)).isEqualTo(export(world));
            assertThat(run(other, number + 100)).isEqualTo(run(world, number + 100));
            assertThat(export(other)).isEqualTo(export(world));
        }
    }

    @Tag(PlayedAgain.NOT)
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_same_commands_give_the_same_world_without_any_server(long number, World world, Sandbox sandbox) {
        List<ApiCall> recorded = RandomRequests.sequence(number, 40).stream()
                .map(request -> new ApiCall(request.asValue(), world.settings()))
                .toList();
        try (World twin = sandbox.newWorld()) {
            assertThat(recorded.stream().map(LiveWorld.of(world)::apply).toList())
                    .isEqualTo(recorded.stream().map(LiveWorld.of(twin)::apply).toList());
            assertThat(export(twin)).isEqualTo(export(world));
        }
    }

    /** Sends a sequence of requests and returns the whole answers, with the world's own path taken out. */
    private static List<String> run(World world, long number) {
        String path = URI.create(world.apiUrl()).getPath();
        return RandomRequests.sequence(number, 40).stream()
                .map(request -> RawHttp.send(
                        world.apiUrl(),
                        request.method() + " " + path + request.path(),
                        request.headers().toArray(String[]::new)))
                .map(response -> without(path, response.toString()))
                .toList();
    }

    /** A body that names the path is as much longer as the world's number is. */
    private static String without(String path, String answer) {
        return answer.contains(path)
                ? answer.replace(path, "").replaceFirst("Content-Length: \\d+", "Content-Length: …")
                : answer;
    }

    private static String export(World world) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            world.snapshot().write(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
