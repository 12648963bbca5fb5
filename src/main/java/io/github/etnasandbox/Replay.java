package io.github.etnasandbox;

import io.github.etnasandbox.world.World;
import java.util.List;
import java.util.Optional;

/**
 * What came of playing a {@link Repro}. Immutable.
 *
 * @param world the world in which it was played, as it is then
 * @param steps the steps that were played, in order
 */
public record Replay(World world, List<Step> steps) {

    /**
     * A step that was played.
     *
     * @param number its number in the repro file, from 1
     * @param line what was done and what came of it, in one line for a person
     * @param difference how what came of it is not what it was before, for a person; empty when it is the same
     */
    public record Step(int number, String line, Optional<String> difference) {}

    /** Copies the list. */
    public Replay {
        steps = List.copyOf(steps);
    }

    /** {@return the steps that did not give what they gave before; none when all is as it was} */
    public List<Step> differences() {
        return steps.stream().filter(step -> step.difference().isPresent()).toList();
    }
}
