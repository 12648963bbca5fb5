package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.world.World;
import java.net.URI;
import java.util.List;

/** Sends requests that no honest client sends, and checks what holds of every answer. */
final class Hostile {
    /** What only a server's own page or a stack trace has. */
    private static final List<String> OF_THE_SERVER =
            List.of("<html", "<h1", "Jetty", "jetty", "javalin", "Exception", "\tat ", "Caused by");

    private static final String CREDENTIALS =
            "Et-App-Key: demo-app-key\\r\\nAuthorization: Bearer admin-token\\r\\nSandbox-Test: x\\r\\n";

    private Hostile() {}

    /**
     * Sends what a table shows, and no more. {@code {api}}, {@code {control}} and {@code {host}} are the world's,
     * {@code {credentials}} are header lines, {@code {20k}} is a long text, {@code {cancel}} a whole request.
     *
     * @return the answers; the sandbox has answered the next client since
     */
    static List<RawHttp.Response> answers(World world, String shown) {
        String sent = RawHttp.exchange(world.apiUrl(), request(world, shown));
        assertThat(sent).as(shown).doesNotContain(OF_THE_SERVER.toArray(new String[0]));
        List<RawHttp.Response> answers = RawHttp.answers(sent);
        assertThat(answers).as(shown).noneMatch(answer -> answer.header("Injected") != null);
        assertNextIsAnswered(world);
        return answers;
    }

    /** The only answer to what a table shows. */
    static RawHttp.Response answer(World world, String shown) {
        List<RawHttp.Response> answers = answers(world, shown);
        assertThat(answers).as(shown).hasSize(1);
        return answers.get(0);
    }

    static void assertNextIsAnswered(World world) {
        RawHttp.Response next = RawHttp.send(world.controlUrl(), "GET " + path(world.controlUrl()) + "/clock");
        assertThat(next.status()).isEqualTo(200);
    }

    static byte[] request(World world, String shown) {
        return RawHttp.bytes(shown.replace("{cancel}", cancel())
                .replace("{api}", path(world.apiUrl()))
                .replace("{control}", path(world.controlUrl()))
                .replace("{host}", URI.create(world.apiUrl()).getAuthority())
                .replace("{credentials}", CREDENTIALS)
                .replace("{20k}", "a".repeat(20_000)));
    }

    /** What an adversary would smuggle. */
    private static String cancel() {
        return "DELETE {api}/v1.0/accounts/6303/orders/73552 HTTP/1.1\\r\\nHost: a\\r\\n{credentials}\\r\\n";
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }
}
