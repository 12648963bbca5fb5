package io.github.etnasandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.world.World;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a terminal a person sees each request, and why it was refused. */
class RequestLogTest {
    private final Terminal terminal = new Terminal();

    /** Hands over each line that is printed to it. */
    private static class Terminal extends OutputStream {
        final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            if (b == '\n') {
                lines.add(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(b);
            }
        }

        PrintStream stream() {
            return new PrintStream(this, true, StandardCharsets.UTF_8);
        }

        String nextLine() throws InterruptedException {
            String next = lines.poll(10, TimeUnit.SECONDS);
            return next == null ? "nothing" : next;
        }
    }

    private void running(boolean atTerminal, Consumer<Sandbox> body, String... args) {
        Main.Outcome outcome = Main.run(
                List.of(args),
                Map.of("ETNA_SANDBOX_PORT", "0"),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                terminal.stream(),
                atTerminal);
        try (Sandbox sandbox = ((Main.Outcome.Running) outcome).sandbox()) {
            body.accept(sandbox);
        }
    }

    private static void cancel(World world, String order) {
        Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/" + order)
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty();
    }

    /** The first line is what the reading of the fixtures leaves. */
    private List<String> lines(int count) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(terminal.nextLine().replace("\r\033[K", ""));
        }
        return lines;
    }

    @Test
    void each_request_is_a_line_with_its_reason() throws InterruptedException {
        running(true, sandbox -> {
            cancel(sandbox.world(), "73552");
            cancel(sandbox.world(), "73552");
            cancel(sandbox.newWorld(), "73552");
        });
        assertThat(lines(3))
                .containsExactly(
                        "#1 DELETE /api/v1.0/accounts/6303/orders/73552 -> 204",
                        "#2 DELETE /api/v1.0/accounts/6303/orders/73552 -> 409 (order 73552 is Canceled; only"
                                + " outstanding orders can be cancelled)",
                        "world 1 #1 DELETE /api/v1.0/accounts/6303/orders/73552 -> 204");
    }

    @Test
    void a_world_that_is_gone_is_told_of_as_well() throws InterruptedException {
        running(
                true,
                sandbox -> Unirest.get(sandbox.world().apiUrl().replace("/api", "/worlds/7/api/v1.0/users/@me/info"))
                        .asEmpty());
        assertThat(lines(1))
                .singleElement()
                .asString()
                .startsWith("GET /worlds/7/api/v1.0/users/@me/info -> 404 (there is no world '7'");
    }

    @Test
    void without_a_terminal_it_takes_the_flag() throws InterruptedException {
        running(false, sandbox -> cancel(sandbox.world(), "73552"), "--log", "requests", "--quiet");
        assertThat(lines(1)).containsExactly("#1 DELETE /api/v1.0/accounts/6303/orders/73552 -> 204");
    }

    @Test
    void a_world_without_a_journal_has_its_requests_shown_all_the_same() throws InterruptedException {
        running(true, sandbox -> cancel(sandbox.world(), "73552"), "--journal-bytes=0");
        assertThat(lines(1)).containsExactly("#1 DELETE /api/v1.0/accounts/6303/orders/73552 -> 204");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--log=none", "--quiet"})
    void a_terminal_stays_silent_when_told(String flag) {
        running(true, sandbox -> cancel(sandbox.world(), "73552"), flag);
        assertThat(terminal.lines).isEmpty();
    }

    @Test
    void credentials_are_shown_as_in_the_journal() throws InterruptedException {
        running(
                true,
                sandbox -> Unirest.get(sandbox.world().apiUrl() + "/v1.0/users/@me/info?token=admin-token")
                        .header("Et-App-Key", "demo-app-key")
                        .header("Authorization", "admin-token Bearer")
                        .asEmpty());
        assertThat(lines(1))
                .singleElement()
                .asString()
                .startsWith("#1 GET /api/v1.0/users/@me/info?token=sha256:")
                .doesNotContain("admin-token");
    }

    @Test
    void nothing_that_a_client_sends_breaks_a_line_or_moves_the_cursor() throws InterruptedException {
        running(true, sandbox -> cancel(sandbox.world(), "%0d%0aGET%20%1b%5b2J%e2%80%ae%c2%9bx/%c3%a9"));
        assertThat(lines(1))
                .singleElement()
                .asString()
                .contains("%0d%0aGET%20%1b", "\\u000d\\u000aGET \\u001b[2J\\u202e\\u009bx", "\u00e9")
                .doesNotContain("\r", "\n", "\033", "\u202e", "\u009b");
    }

    @Nested
    class WithATerminalThatStandsStill {
        private final CountDownLatch stopped = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);

        private PrintStream standing() {
            return new PrintStream(terminal, true, StandardCharsets.UTF_8) {
                @Override
                public void println(String line) {
                    stopped.countDown();
                    try {
                        goesOn.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    super.println(line);
                }
            };
        }

        @Test
        void nobody_waits_and_what_could_not_be_shown_is_counted() throws InterruptedException {
            RequestLog log = RequestLog.to(standing());
            log.accept("line 0");
            stopped.await();
            for (int i = 1; i <= 1_500; i++) {
                log.accept("line " + i);
            }
            goesOn.countDown();

            for (int i = 0; i <= 1_000; i++) {
                assertThat(terminal.nextLine()).isEqualTo("line " + i);
            }
            assertThat(terminal.nextLine()).isEqualTo("(and 500 more, faster than they could be printed)");
        }
    }
}
