package io.github.etnasandbox.bench;

import io.github.etnasandbox.bench.report.Findings;
import io.github.etnasandbox.bench.report.Machine;
import io.github.etnasandbox.bench.section.ColdStart;
import io.github.etnasandbox.bench.section.LargeFixture;
import io.github.etnasandbox.bench.section.Lists;
import io.github.etnasandbox.bench.section.Lives;
import io.github.etnasandbox.bench.section.Memory;
import io.github.etnasandbox.bench.section.Section;
import io.github.etnasandbox.bench.section.Throughput;
import io.github.etnasandbox.bench.section.WarmCycle;
import io.github.etnasandbox.bench.section.WorldCosts;
import java.util.List;

/**
 * The benchmark's command: runs the sections and prints what each found. A missed aim is said in the report and is no error;
 * aims are for people to judge, on a quiet machine.
 */
public final class Bench {
    private static final List<Section> SECTIONS = List.of(
            new ColdStart(),
            new WarmCycle(),
            new WorldCosts(),
            new Throughput(),
            new LargeFixture(),
            new Lists(),
            new Lives(),
            new Memory());

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.HELP);
            return;
        }
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Options.HELP);
            System.exit(2);
            return;
        }
        run(options);
    }

    /** Prints section by section, so that a run that is broken off leaves what it found so far. */
    private static void run(Options options) throws Exception {
        System.out.print(Machine.describe());
        for (Section section : SECTIONS) {
            if (options.includes(section.letter())) {
                long started = System.nanoTime();
                Findings findings = new Findings(section.letter(), section.title());
                section.measure(options, findings);
                System.out.print(findings.markdown());
                System.err.println(
                        "(" + section.letter() + ") took " + (System.nanoTime() - started) / 1_000_000_000 + " s");
            }
        }
    }
}
