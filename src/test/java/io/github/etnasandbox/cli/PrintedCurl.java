package io.github.etnasandbox.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Does what a printed curl says: by pasting it into a shell, or as good as a JVM can where there is no curl. */
final class PrintedCurl {
    private static final Pattern QUOTED = Pattern.compile("(-H )?\"([^\"]*)\"");

    private PrintedCurl() {}

    static int statusOf(String curl) {
        return isInstalled() ? statusFromShell(curl) : statusFromHttpClient(curl);
    }

    private static boolean isInstalled() {
        try (ChildProcess version = ChildProcess.start(Map.of(), List.of("bash", "-c", "command -v curl"))) {
            return version.exitStatus() == 0;
        } catch (UncheckedIOException noBash) {
            return false;
        }
    }

    private static int statusFromShell(String curl) {
        try (ChildProcess shell = ChildProcess.start(Map.of(), List.of("bash", "-c", curl))) {
            return Integer.parseInt(shell.readLine("HTTP/1.1 ").split(" ", -1)[1]);
        }
    }

    private static int statusFromHttpClient(String curl) {
        List<MatchResult> words = QUOTED.matcher(curl).results().toList();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(words.get(words.size() - 1).group(2)))
                .DELETE();
        for (MatchResult header : words.subList(0, words.size() - 1)) {
            String[] nameAndValue = header.group(2).split(": ", 2);
            request.header(nameAndValue[0], nameAndValue[1]);
        }
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
