package io.github.etnasandbox.cli;

import io.github.etnasandbox.Replay;

/** What a person needs who has just had a repro file played. */
final class Replayed {
    private Replayed() {}

    /** A line for each step, another one where it differs, and one for all. */
    static String of(String file, Replay replay) {
        StringBuilder text = new StringBuilder("etna-sandbox: played " + file + "\n\n");
        for (Replay.Step step : replay.steps()) {
            text.append("  step ")
                    .append(step.number())
                    .append(": ")
                    .append(step.line())
                    .append('\n');
            step.difference()
                    .ifPresent(how -> text.append("    DIFFERS ").append(how).append('\n'));
        }
        int differing = replay.differences().size();
        return text.append('\n')
                .append(
                        differing == 0
                                ? "All " + replay.steps().size() + " steps gave what they gave before."
                                : differing + " of " + replay.steps().size()
                                        + " steps did not give what they gave before; the first is step "
                                        + replay.differences().get(0).number() + ".")
                .append("\n\n")
                .toString();
    }
}
