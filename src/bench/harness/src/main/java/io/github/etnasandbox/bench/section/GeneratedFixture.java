package io.github.etnasandbox.bench.section;

import io.github.etnasandbox.bench.Candidate;
import io.github.etnasandbox.bench.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder of fixtures with generated orders, all on one account; closing deletes it.
 *
 * @param folder where it is
 * @param bytes the length of its orders
 */
record GeneratedFixture(Path folder, double bytes) implements AutoCloseable {

    /** Has a folder written whose orders have {@code all} documented fields, or the {@code interpreted} ones only. */
    static GeneratedFixture of(int orders, String fields) {
        Path folder = Path.of("target", "bench", "fixture-" + orders + "-" + fields);
        try (ChildJvm jvm = Candidate.OURS.startMain("FixtureFolder", folder, orders, fields)) {
            return new GeneratedFixture(folder, jvm.number());
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
