package io.github.etnasandbox.live;

import io.github.etnasandbox.state.State;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the versions of a world as changes. While it is among the followers, each version leads to the next. */
final class Follower implements Changes {
    private final Collection<Follower> followers;
    private final Runnable onMore;
    private final BooleanSupplier isOver;
    private Version read;

    /**
     * Begins to follow.
     *
     * @param followers all of the world, this one as well from now on
     * @param told gives the last version that the followers were told of
     */
    Follower(Collection<Follower> followers, Supplier<Version> told, Runnable onMore, BooleanSupplier isOver) {
        this.followers = followers;
        this.onMore = onMore;
        this.isOver = isOver;
        followers.add(this); // before it reads: what is told from now on leads on
        this.read = told.get();
    }

    void wake() {
        onMore.run();
    }

    @Override
    public State state() {
        return read.state();
    }

    @Override
    public @Nullable Change next() {
        for (Version next = read.next; next != null; next = next.next) {
            Version before = read;
            read = next;
            if (next.changesStateOf(before)) {
                return new Change(before.state(), next.state(), next.beginning() != Version.Beginning.NONE);
            }
        }
        return null;
    }

    @Override
    public boolean isOver() {
        return isOver.getAsBoolean();
    }

    @Override
    public void close() {
        followers.remove(this);
    }
}
