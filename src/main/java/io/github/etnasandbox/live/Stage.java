package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultPoint;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.RequestPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * What testers have put around a world's state: its faults and gates in the order they were made, and its snapshots by name.
 * Immutable. No snapshot has it; a reset brings it back to the faults of the seed.
 *
 * @param serials how many faults and gates there ever were
 * @param isOver whether no request comes any more, so that no fault and no gate is taken
 */
record Stage(
        int serials,
        List<FaultState> faults,
        int faultsMade,
        List<GateState> gates,
        int gatesMade,
        PMap<String, Seed> snapshots,
        boolean isOver) {

    private static final int RELEASED_KEPT = 20;

    /** That of a world that begins with faults. */
    static Stage of(List<Fault> faults) {
        return new Stage(0, List.of(), 0, List.of(), 0, TreePMap.empty(), false).with(faults);
    }

    /** The same where nobody has done anything yet, with those faults. */
    Stage begun(List<Fault> others) {
        return new Stage(serials, List.of(), 0, List.of(), 0, TreePMap.empty(), isOver)
                .with(isOver ? List.of() : others);
    }

    /** Without faults and gates, and never with any again. */
    Stage over() {
        return new Stage(serials, List.of(), 0, List.of(), 0, snapshots, true);
    }

    private Stage with(List<Fault> more) {
        Stage stage = this;
        for (Fault each : more) {
            stage = stage.with(each);
        }
        return stage;
    }

    /**
     * Adds a fault; in place of the first that has struck as often as it may, where there are {@link Fault#LIMIT}. An
     * IllegalStateException when there is no room.
     */
    Stage with(Fault fault) {
        requireOpen();
        List<FaultState> more = new ArrayList<>(faults);
        if (more.size() >= Fault.LIMIT) {
            more.stream().filter(FaultState::isSpent).findFirst().ifPresent(more::remove);
        }
        if (more.size() >= Fault.LIMIT) {
            throw new IllegalStateException(
                    "there are " + Fault.LIMIT + " faults in this world already; remove some, or reset the world");
        }
        int made = faultsMade + 1;
        more.add(new FaultState(serials + 1, Integer.toString(made), fault, 0, 0));
        return new Stage(serials + 1, List.copyOf(more), made, gates, gatesMade, snapshots, isOver);
    }

    private Stage withFaults(List<FaultState> others) {
        return new Stage(serials, List.copyOf(others), faultsMade, gates, gatesMade, snapshots, isOver);
    }

    Stage withoutFault(int serial) {
        return withFaults(
                faults.stream().filter(each -> each.serial() != serial).toList());
    }

    /** Ids count from 1 again. */
    Stage withoutFaults() {
        return new Stage(serials, List.of(), 0, gates, gatesMade, snapshots, isOver);
    }

    /** Whether any fault of a point counts a request. */
    boolean countsAtFaults(FaultPoint point, String method, String path) {
        for (FaultState each : faults) {
            if (counts(each, point, method, path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean counts(FaultState fault, FaultPoint point, String method, String path) {
        return fault.fault().when() == point && fault.fault().match().matches(method, path);
    }

    /** A stage on which faults have counted a request, and the one that struck it; null for none. */
    record Struck(Stage stage, @Nullable FaultState by) {}

    /**
     * Counts a request at every fault of this point that matches it. Of those that would strike it, the first made does, and
     * only that one uses up one of its times.
     */
    Struck struck(FaultPoint point, String method, String path, Predicate<FaultState> would) {
        List<FaultState> counted = new ArrayList<>(faults);
        FaultState by = null;
        for (int i = 0; i < counted.size(); i++) {
            if (counts(counted.get(i), point, method, path)) {
                FaultState each = counted.get(i).counted();
                if (by == null && !each.isSpent() && would.test(each)) {
                    each = each.hit();
                    by = each;
                }
                counted.set(i, each);
            }
        }
        return new Struck(withFaults(counted), by);
    }

    /** Those that may strike still. */
    List<FaultState.Left> faultsLeft() {
        return faults.isEmpty()
                ? List.of()
                : faults.stream().flatMap(FaultState::left).toList();
    }

    /** The fault with a serial; null when it was removed. */
    @Nullable FaultState fault(int serial) {
        for (FaultState each : faults) {
            if (each.serial() == serial) {
                return each;
            }
        }
        return null;
    }

    /** Adds a gate; an IllegalStateException when there are {@link Gate#LIMIT} that nobody released. */
    Stage with(RequestPattern match, GatePoint point, Duration limit) {
        requireOpen();
        if (gates.stream().filter(gate -> !gate.isReleased()).count() >= Gate.LIMIT) {
            throw new IllegalStateException("there are " + Gate.LIMIT
                    + " gates in this world that nobody released; release some, or reset the world");
        }
        int made = gatesMade + 1;
        List<GateState> more = new ArrayList<>(gates);
        more.add(new GateState(serials + 1, Integer.toString(made), match, point, limit, false, null));
        return new Stage(serials + 1, faults, faultsMade, List.copyOf(more), made, snapshots, isOver);
    }

    /** Changes one of the gates, and keeps all but the oldest of the released. */
    Stage with(int serial, UnaryOperator<GateState> change) {
        List<GateState> changed = gates.stream()
                .map(gate -> gate.serial() == serial ? change.apply(gate) : gate)
                .toList();
        long tooMany = changed.stream().filter(GateState::isReleased).count() - RELEASED_KEPT;
        List<GateState> kept = new ArrayList<>();
        for (GateState gate : changed) {
            if (!gate.isReleased() || tooMany-- <= 0) {
                kept.add(gate);
            }
        }
        return new Stage(serials, faults, faultsMade, List.copyOf(kept), gatesMade, snapshots, isOver);
    }

    /** The gate with a serial; null when it is kept no more, and so holds nothing. */
    @Nullable GateState gate(int serial) {
        for (GateState each : gates) {
            if (each.serial() == serial) {
                return each;
            }
        }
        return null;
    }

    Stage withSnapshots(PMap<String, Seed> others) {
        return new Stage(serials, faults, faultsMade, gates, gatesMade, others, isOver);
    }

    /** Whether anybody may go on who waits at a gate or because of a fault, since it came after another one. */
    @SuppressWarnings("ReferenceEquality")
    boolean mayEndWaits(Stage before) {
        return gates != before.gates || before.faults.stream().anyMatch(each -> fault(each.serial()) == null);
    }

    /** Whether a person would see it, who looks at more than the counts of requests that no fault struck. */
    boolean looksOtherThan(Stage other) {
        return !gates.equals(other.gates) || !hits(faults).equals(hits(other.faults));
    }

    private static List<List<Integer>> hits(List<FaultState> faults) {
        return faults.stream()
                .map(fault -> List.of(fault.serial(), fault.hits()))
                .toList();
    }

    private void requireOpen() {
        if (isOver) {
            throw new IllegalStateException(
                    "no request comes here any more: the world was dropped, or its sandbox closed");
        }
    }
}
