package io.github.etnasandbox.control;

import io.github.etnasandbox.api.Answers;
import io.github.etnasandbox.coverage.Catalogue;
import io.github.etnasandbox.coverage.Coverage;
import io.github.etnasandbox.coverage.CoveragePage;
import io.github.etnasandbox.coverage.Row;
import io.github.etnasandbox.coverage.Tally;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.world.Dialect;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The route that tells which answers the clients of a world, or of all worlds, have met. */
final class CoverageEndpoints {
    private static final Catalogue CATALOGUE = Answers::of;

    private CoverageEndpoints() {}

    /** {@code GET /sandbox/coverage}: of all worlds there ever were; of one world behind that world's path. */
    static ControlReply get(ControlCall call) {
        boolean ofAll = call.worldId() == null;
        Coverage coverage = ofAll ? ofAll(call) : of(call.world());
        boolean isBrowser = Objects.requireNonNullElse(call.message().header().apply("Accept"), "")
                .contains("text/html");
        return ControlReply.of(
                isBrowser
                        ? new ControlReply.Page(
                                CoveragePage.html(
                                        coverage,
                                        ofAll
                                                ? "all worlds"
                                                : "world " + call.world().id()),
                                CoveragePage.POLICY)
                        : coverage);
    }

    private static Coverage of(LiveWorld world) {
        Map<Row, Long> counts = world.encounters().tally().counts();
        return Coverage.of(CATALOGUE.rows(Set.of(world.settings().dialect())), counts);
    }

    /** Has the rows of the dialects in which anything was asked, or of the default world's. */
    private static Coverage ofAll(ControlCall call) {
        Tally all = new Tally(null);
        EnumSet<Dialect> dialects = EnumSet.noneOf(Dialect.class);
        call.world().encounters().ofAllWorlds().forEach((dialect, tally) -> {
            all.addAll(tally);
            if (!tally.counts().isEmpty()) {
                dialects.add(dialect);
            }
        });
        if (dialects.isEmpty()) {
            dialects.add(call.world().settings().dialect());
        }
        return Coverage.of(CATALOGUE.rows(dialects), all.counts());
    }
}
