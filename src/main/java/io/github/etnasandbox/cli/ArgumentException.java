package io.github.etnasandbox.cli;

import java.util.List;

/**
 * Says everything that is wrong with the arguments.
 */
final class ArgumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ArgumentException(List<String> problems) {
        super("the arguments have problems:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** At least one, each with the flag or variable it is about. */
    List<String> problems() {
        return problems;
    }
}
