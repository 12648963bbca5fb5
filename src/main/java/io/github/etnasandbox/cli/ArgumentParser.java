package io.github.etnasandbox.cli;

import io.github.etnasandbox.text.NearMiss;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects what is given for each option, and every mistake on the way.
 */
final class ArgumentParser {
    /** A value, and the flag or variable it stands at. */
    private record Given(String place, String value) {}

    private final Map<Option, Given> given = new EnumMap<>(Option.class);
    private final List<String> problems = new ArrayList<>();

    void readVariables(Map<String, String> environment) {
        for (Option option : Option.values()) {
            String value = environment.get(option.variable());
            if (value != null && !value.isEmpty()) {
                given.put(option, new Given(option.variable(), value));
            }
        }
    }

    void readFlags(List<String> args) {
        Deque<String> rest = new ArrayDeque<>(args);
        while (!rest.isEmpty()) {
            String[] flagAndValue = rest.pop().split("=", 2);
            String flag = flagAndValue[0];
            Optional<String> value =
                    Optional.of(flagAndValue).filter(parts -> parts.length == 2).map(parts -> parts[1]);
            Option.ofFlag(flag)
                    .ifPresentOrElse(option -> readFlag(option, value, rest), () -> readUnknown(flag, value, rest));
        }
    }

    private void readFlag(Option option, Optional<String> value, Deque<String> rest) {
        if (option.operand().isEmpty()) {
            if (value.isPresent()) {
                problems.add(option.flag() + ": takes no value; it stands alone");
            }
            given.put(option, new Given(option.flag(), "true"));
        } else if (value.isPresent() || valueIsNext(rest)) {
            given.put(option, new Given(option.flag(), value.orElseGet(rest::pop)));
        } else {
            problems.add(option.flag() + ": its value is missing; " + option.flag() + " "
                    + option.operand().get() + " is right");
        }
    }

    private void readUnknown(String flag, Optional<String> value, Deque<String> rest) {
        List<String> flags = new ArrayList<>(Main.QUESTIONS);
        Arrays.stream(Option.values()).map(Option::flag).forEach(flags::add);
        problems.add(flag + ": there is no such flag"
                + NearMiss.of(flag, flags)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(""));
        if (flag.startsWith("-") && value.isEmpty() && valueIsNext(rest)) {
            rest.pop(); // most likely the value of the flag that was meant
        }
    }

    private static boolean valueIsNext(Deque<String> rest) {
        return !rest.isEmpty() && !rest.peek().startsWith("--");
    }

    /** Puts together what was collected. */
    Arguments result() {
        Arguments arguments = Arguments.DEFAULTS;
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
