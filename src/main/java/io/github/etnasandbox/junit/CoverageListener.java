package io.github.etnasandbox.junit;

import io.github.etnasandbox.coverage.CoverageRun;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Writes the report of answer coverage at the end of a test run, where one is asked for, and fails the run when fewer rows
 * are met than must be. JUnit finds it by itself; there is nothing to call.
 */
public final class CoverageListener implements LauncherSessionListener {

    /** For JUnit. */
    public CoverageListener() {}

    /** Has JUnit, and the build that runs it, end with one line. */
    private static final class TooFewRowsMet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooFewRowsMet(String message) {
            super(message, null, false, false);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        List<String> problems = CoverageRun.finishAll();
        if (!problems.isEmpty()) {
            throw new TooFewRowsMet(String.join("; ", problems));
        }
    }
}
