package io.github.etnasandbox.live;

import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.json.RawJson;
import io.github.etnasandbox.json.WithoutNulls;
import io.github.etnasandbox.stage.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a world's log, as it stands in a store. It has one of these members.
 *
 * @param change a new version of the world
 * @param exchange a request to the API, for the journal
 * @param forgotten true where the journal was emptied
 */
@WithoutNulls
record LogEntry(
        @Nullable Change change,
        @Nullable Answered exchange,
        @Nullable Boolean forgotten) {

    /**
     * A new version.
     *
     * @param version its number
     * @param at the instant of the world's clock then, to the nanosecond
     * @param begins whether the world starts over: from its {@code seed}, or from another {@code state}; null where it goes on
     * @param seed the seed that it has from now on; null where that is the same
     * @param state how the state differs from the one before, or from the seed's; null where it does not
     * @param stage what else is around the state; null where all is as it was
     */
    @WithoutNulls
    record Change(
            long version,
            String at,
            @Nullable Origin begins,
            @Nullable SeedName seed,
            @Nullable RawJson state,
            @Nullable StageChange stage) {}

    /** Where a state comes from. */
    enum Origin {
        SEED,
        STATE
    }

    /**
     * A seed, whose document is kept apart as many worlds may have it.
     *
     * @param document the name of the document
     * @param source what it was loaded from, in words
     */
    record SeedName(String document, String source) {}

    /**
     * What stands around a state now.
     *
     * @param faults all faults; null where they are as they were
     * @param gates all gates; null where they are as they were
     * @param kept the snapshots that are new, or have taken the place of others
     * @param forgotten the names of snapshots that are gone
     */
    @WithoutNulls
    record StageChange(
            int serials,
            int faultsMade,
            int gatesMade,
            @Nullable List<StandingFault> faults,
            @Nullable List<StandingGate> gates,
            @Nullable List<Snapshot> kept,
            @Nullable List<String> forgotten) {}

    /** A fault, spelt as fixtures spell one, and how often it was met. */
    record StandingFault(int serial, String id, long matches, int hits, RawJson fault) {}

    /** A gate, at the {@link io.github.etnasandbox.stage.GatePoint} of that name. */
    @WithoutNulls
    record StandingGate(
            int serial,
            String id,
            @Nullable String method,
            String path,
            String at,
            Duration limit,
            boolean met,
            Gate.@Nullable Release releasedBy) {}

    /** A snapshot by its name, and how its state differs from that of the world. */
    record Snapshot(String name, RawJson state) {}

    /**
     * A request with its answer.
     *
     * @param number its place in the journal
     * @param moment when it was applied, see {@link Applied}
     * @param orders the orders it changed, by id; null where that is told by the change of its moment
     */
    @WithoutNulls
    record Answered(
            long number,
            long moment,
            Instant at,
            Exchange.Request request,
            Exchange.@Nullable Response response,
            Exchange.@Nullable Rule rule,
            List<Check> checks,
            Exchange.@Nullable StruckFault fault,
            List<String> gates,
            @Nullable List<ChangedOrder> orders) {}

    /** An order before and after, each as it makes a state that has no orders differ. */
    @WithoutNulls
    record ChangedOrder(int id, @Nullable RawJson before, RawJson after) {}

    /**
     * All that a world is, in the place of the entries that told it.
     *
     * @param form the version of the form of these entries
     * @param exchanges the request journal
     * @param lastExchange the number of the last request
     */
    record Base(int form, Change change, List<Answered> exchanges, long lastExchange) {}
}
