package io.github.etnasandbox.journal;

import io.github.etnasandbox.json.Printable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of deciding a request: what was looked at, and whether it was as it must be.
 *
 * @param name what is checked, such as {@code app key} or {@code role}
 * @param passed whether it was as it must be; only the last check of a request can have failed
 * @param facts what was found, for a person; never a credential that was not sent
 * @param nearMiss something similar to what was asked for; null for nothing, and for a check that passed
 * @param remedy what the client would change to pass, null for a check that passed
 */
public record Check(
        String name,
        boolean passed,
        String facts,
        @Nullable String nearMiss,
        @Nullable String remedy) {

    /**
     * {@return this check with a near miss}
     *
     * @param alike a clause for a person, null for nothing
     */
    public Check withNearMiss(@Nullable String alike) {
        return new Check(name, passed, facts, alike, remedy);
    }

    /**
     * {@return this check with a remedy that fits it better}
     *
     * @param better what the client would change to pass
     */
    public Check withRemedy(String better) {
        return new Check(name, passed, facts, nearMiss, better);
    }

    /**
     * {@return the last check when it failed, else null}
     *
     * @param checks a request's checks, in order
     */
    public static @Nullable Check failedOf(List<Check> checks) {
        Check last = checks.isEmpty() ? null : checks.get(checks.size() - 1);
        return last == null || last.passed() ? null : last;
    }

    /** {@return the facts and the near miss in one line, as {@code Sandbox-Reason} has them} */
    public String line() {
        return Printable.line(nearMiss == null ? facts : facts + "; " + nearMiss);
    }
}
