package io.github.etnasandbox.api;

import io.github.etnasandbox.journal.Check;
import java.util.ArrayList;
import java.util.List;

/**
 * The checks that one request has passed so far. Lives within one evaluation of an {@link ApiCall}, and changes: facts are
 * written down as they are found, since the next check may end the request.
 */
final class Checks {
    private final List<Check> passed = new ArrayList<>(12);

    /** Writes down that a check was passed. What is found of the same criterion one after the other is one check. */
    void pass(Criterion criterion, String facts) {
        int last = passed.size() - 1;
        if (last >= 0 && passed.get(last).name().equals(criterion.word())) {
            passed.set(last, criterion.passed(passed.get(last).facts() + ", " + facts));
        } else {
            passed.add(criterion.passed(facts));
        }
    }

    List<Check> passed() {
        return passed;
    }
}
