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
        return run(builder(false), classes);
    }

    static TestRunResult inParallelOf(Class<?>... classes) {
        return run(builder(true), classes);
    }

    static TestRunResult withParameter(String key, String value, Class<?>... classes) {
        return run(builder(false).configurationParameter(key, value), classes);
    }

    private static EngineTestKit.Builder builder(boolean parallel) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", Boolean.toString(parallel))
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .configurationParameter("etna-sandbox.repro", "none");
    }

    private static TestRunResult run(EngineTestKit.Builder builder, Class<?>... classes) {
        DiscoverySelector[] selectors =
                Stream.of(classes).map(each -> selectClass(each)).toArray(DiscoverySelector[]::new);
        return new TestRunResult(builder.selectors(selectors).execute());
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
        return thrown().map(failure -> String.valueOf(failure.getMessage())).toList();
    }

    /** What goes with failures. */
    List<String> reports() {
        return thrown().flatMap(failure -> Stream.of(failure.getSuppressed()))
                .map(Throwable::getMessage)
                .toList();
    }

    private Stream<Throwable> thrown() {
        return results.allEvents()
                .finished()
                .map(event ->
                        event.getRequiredPayload(TestExecutionResult.class).getThrowable())
                .flatMap(failure -> failure.stream());
    }

    long succeeded() {
        return results.testEvents().succeeded().count();
    }
}
