package io.github.etnasandbox.cli;

import java.util.Locale;
import java.util.Optional;

/** What {@code --help} prints. */
final class Help {
    private Help() {}

    static String text() {
        StringBuilder text = new StringBuilder("""
                etna-sandbox: a stateful, deterministic fake of ETNA Trader's order API.
                It places no real orders and has no market.

                usage: sandbox [FLAG [VALUE] | FLAG=VALUE]...

                """);
        for (Option option : Option.values()) {
            line(text, option.flag(), option.operand(), option.effect());
        }
        line(text, "--help", Optional.empty(), "print this");
        line(text, "--version", Optional.empty(), "print the version");
        return text.append("""

                The environment mirrors the flags: %s for %s,
                %s=true for %s. Where both are given, the flag wins.
                Exit status: 2 for bad arguments, 1 when the sandbox cannot start.
                """.formatted(
                                Option.TOKEN_LIFETIME.variable(),
                                Option.TOKEN_LIFETIME.flag(),
                                Option.QUIET.variable(),
                                Option.QUIET.flag()))
                .toString();
    }

    private static void line(StringBuilder text, String flag, Optional<String> operand, String effect) {
        String left = flag + operand.map(name -> " " + name).orElse("");
        text.append(String.format(Locale.ROOT, "  %-26s %s%n", left, effect));
    }
}
