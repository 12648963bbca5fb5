package io.github.etnasandbox.cli;

import io.github.etnasandbox.Sandbox;

/** What became of a command line. */
sealed interface Outcome {
    /** A sandbox runs until it is closed. */
    record Running(Sandbox sandbox) implements Outcome {}

    /** Everything is said, and the process ends with this exit status. */
    record Ended(int exitStatus) implements Outcome {}
}
