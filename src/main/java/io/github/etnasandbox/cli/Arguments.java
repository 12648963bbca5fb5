package io.github.etnasandbox.cli;

import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.json.NearMiss;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment ask for. Immutable.
 *
 * @param quiet whether to print the API's URL and nothing else
 * @param logging when to print a line for each request
 * @param warning what may not be meant as it is taken; empty for nothing
 * @param replay the repro file to play; null for none
 * @param until the first of its steps that is not played; 0 for playing all
 */
record Arguments(
        SandboxConfig config,
        boolean quiet,
        Logging logging,
        String warning,
        @Nullable Path replay,
        int until) {
    static final Arguments DEFAULTS =
            new Arguments(SandboxConfig.DEFAULTS.withPort(6303), false, Logging.TERMINAL, "", null, 0);

    /** Says everything that is wrong with the arguments. */
    static final class ArgumentException extends RuntimeException {
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

    /** Reads arguments. Flags win over variables, a later flag over an earlier one; an empty variable is none. */
    static Arguments parse(List<String> args, Map<String, String> environment) {
        Parser parser = new Parser();
        parser.readVariables(environment);
        Deque<String> rest = new ArrayDeque<>(args);
        while (!rest.isEmpty()) {
            parser.readFlag(rest);
        }
        return parser.result();
    }

    /** Collects what is given for each option, and every mistake on the way. */
    private static final class Parser {
        /** A value, and the flag or variable it stands at. */
        private record Given(String place, String value) {}

        private final Map<Option, Given> given = new EnumMap<>(Option.class);
        private final List<String> problems = new ArrayList<>();

        void readVariables(Map<String, String> environment) {
            for (Option option : Option.values()) {
                String value = environment.getOrDefault(option.variable(), "");
                if (!value.isEmpty()) {
                    given.put(option, new Given(option.variable(), value));
                }
            }
            List<String> names =
                    Arrays.stream(Option.values()).map(Option::name).toList();
            for (String variable : new TreeSet<>(environment.keySet())) {
                if (variable.startsWith(Option.VARIABLES)) {
                    String name = variable.substring(Option.VARIABLES.length());
                    NearMiss.of(name, names)
                            .filter(near -> !near.equals(name))
                            .ifPresent(near -> problems.add(variable + ": there is no such variable; did you mean "
                                    + Option.VARIABLES + near + "?"));
                }
            }
        }

        /** Takes the next flag, and its value if it has one. */
        void readFlag(Deque<String> rest) {
            String arg = rest.pop();
            int equals = arg.indexOf('=');
            String flag = equals < 0 ? arg : arg.substring(0, equals);
            String value = equals < 0 ? null : arg.substring(equals + 1);
            boolean valueIsNext =
                    value == null && !rest.isEmpty() && !rest.peek().startsWith("--");
            Option option = Arrays.stream(Option.values())
                    .filter(each -> each.flag().equals(flag))
                    .findFirst()
                    .orElse(null);
            if (option == null) {
                List<String> flags = new ArrayList<>(List.of(Main.HELP, Main.VERSION));
                Arrays.stream(Option.values()).map(Option::flag).forEach(flags::add);
                problems.add(flag + ": there is no such flag" + NearMiss.hint(flag, flags, ""));
                if (flag.startsWith("-") && valueIsNext) {
                    rest.pop(); // most likely the value of the flag that was meant
                }
            } else if (option.operand().isEmpty()) {
                if (value != null) {
                    problems.add(flag + ": takes no value; it stands alone");
                }
                given.put(option, new Given(flag, "true"));
            } else if (value != null || valueIsNext) {
                given.put(option, new Given(flag, value != null ? value : rest.pop()));
            } else {
                problems.add(flag + ": its value is missing; " + flag + " " + option.operand() + " is right");
            }
        }

        Arguments result() {
            Arguments arguments = DEFAULTS;
            given.forEach((option, each) -> {
                if (given.containsKey(Option.REPLAY) && option.isOfWorlds()) {
                    problems.add(each.place() + ": a repro file says that itself; leave it out, or "
                            + given.get(Option.REPLAY).place());
                }
                if (given.containsKey(Option.REPLAY) && option == Option.STORE) {
                    problems.add(
                            each.place() + ": a repro is played in a world that begins as it did, and a store may have"
                                    + " another; leave it out, or "
                                    + given.get(Option.REPLAY).place());
                }
                if (option == Option.UNTIL && !given.containsKey(Option.REPLAY)) {
                    problems.add(each.place() + ": is for a repro file; replay FILE plays one");
                }
            });
            for (Map.Entry<Option, Given> entry : given.entrySet()) {
                Given each = entry.getValue();
                try {
                    arguments = entry.getKey().set(arguments, each.value());
                } catch (IllegalArgumentException e) {
                    problems.add(each.place() + ": " + e.getMessage());
                }
            }
            if (!problems.isEmpty()) {
                throw new ArgumentException(problems);
            }
            return arguments;
        }
    }
}
