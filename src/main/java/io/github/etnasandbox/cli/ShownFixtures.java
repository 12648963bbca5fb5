package io.github.etnasandbox.cli;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import java.io.PrintStream;
import java.util.Locale;

/** Fixtures that show on a terminal how far their reading has come, in one line that is wiped out at the end. */
record ShownFixtures(Fixtures fixtures, PrintStream terminal) implements Fixtures {
    private static final String WIPE = "\r\033[K";

    @Override
    public Seed load() {
        try {
            return fixtures.load(soFar -> terminal.printf(Locale.ROOT, "%sreading fixtures: %,d orders", WIPE, soFar));
        } finally {
            terminal.print(WIPE);
        }
    }
}
