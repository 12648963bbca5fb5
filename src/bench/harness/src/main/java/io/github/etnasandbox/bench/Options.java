package io.github.etnasandbox.bench;

import java.util.Optional;

/**
 * What the command line asked for.
 *
 * @param quick whether a smoke run is enough: fewer rounds, shorter, smaller
 * @param only the letters of the sections to run
 * @param rounds how often everything is repeated, if that was said
 */
public record Options(boolean quick, String only, Optional<Integer> rounds) {
    static final String HELP = """
            usage: scripts/bench [--quick] [--only LETTERS] [--rounds N]

              --quick         a smoke run of some two minutes
              --only a,d      only these sections
              --rounds N      interleave N rounds; medians are taken over them

            Sections: a cold start, b warm start to close, c fresh world, reset and snapshot, d cancels under load,
            e loading and keeping a large fixture, f lists of orders, g placing, cancelling and filling,
            h heap in use after many requests. The report, in Markdown, goes to the standard output.
            Five servers of 3 GiB run at once under load, so that a full run takes 17 GiB of memory.""";

    static Options parse(String... arguments) {
        boolean quick = false;
        String only = "abcdefgh";
        Optional<Integer> rounds = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> quick = true;
                case "--only" -> only = sections(value(arguments, ++i));
                case "--rounds" -> rounds = Optional.of(atLeastOne(value(arguments, ++i)));
                default -> throw new IllegalArgumentException("what is '" + arguments[i] + "'?");
            }
        }
        return new Options(quick, only, rounds);
    }

    boolean includes(char section) {
        return only.indexOf(section) >= 0;
    }

    /** One number for a full run, another for a quick one. */
    public int pick(int full, int quickly) {
        return quick ? quickly : full;
    }

    /** How many rounds: as asked for, or what the section finds enough. */
    public int rounds(int full, int quickly) {
        return rounds.orElse(pick(full, quickly));
    }

    private static String value(String[] arguments, int at) {
        if (at == arguments.length) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
        }
        return arguments[at];
    }

    private static String sections(String value) {
        if (!value.matches("[a-h](,?[a-h])*")) {
            throw new IllegalArgumentException("--only takes letters from a to h, not '" + value + "'");
        }
        return value;
    }

    private static int atLeastOne(String value) {
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("--rounds takes a number from 1 to 9999, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }
}
