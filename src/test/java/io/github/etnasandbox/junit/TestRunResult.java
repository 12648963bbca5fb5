package io.github.etnasandbox.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A test run inside a test, and what came of it. Its tests tell what they saw through JUnit's {@code TestReporter}. */
record TestRunResult(EngineExecutionResults results) {

    static TestRunResult of(Class<?>... classes) {
        return run(false, classes);
    }

    static TestRunResult inParallelOf(Class<?>... classes) {
        return run(true, classes);
    }

    private static TestRunResult run(boolean parallel, Class<?>... classes) {
        DiscoverySelector[] selectors =
                Stream.of(classes).map(each -> selectClass(each)).toArray(DiscoverySelector[]::new);
        return new TestRunResult(EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", Boolean.toString(parallel))
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .selectors(selectors)
                .execute());
    }

    /** What tests published under a key, in the order in which they did. */
    List<String> reported(String key) {
        return results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .filter(pairs -> pairs.containsKey(key))
                .map(pairs -> pairs.get(key))
                .toList();
    }

    /** The messages of all failures, of tests and of containers. */
    List<String> failures() {
        return results.allEvents()
                .finished()
                .map(event ->
                        event.getRequiredPayload(TestExecutionResult.class).getThrowable())
                .flatMap(failure -> failure.stream())
                .map(failure -> String.valueOf(failure.getMessage()))
                .toList();
    }

    long succeeded() {
        return results.testEvents().succeeded().count();
    }
}
