package io.github.etnasandbox.live;

import io.github.etnasandbox.state.State;
import org.jspecify.annotations.Nullable;

/** Reads each change of a world once, in the order they were made. For one thread at a time; closing is for any. */
public interface Changes extends AutoCloseable {

    /** What the world was after the last change that was read. */
    State state();

    /** Returns the change after it; null when there is none yet. */
    @Nullable Change next();

    /** Whether no more changes come than those that can be read now: the world was dropped, or its sandbox closes. */
    boolean isOver();

    /** Ends this reader. One that stays open keeps all that it has not read yet in memory. */
    @Override
    void close();
}
