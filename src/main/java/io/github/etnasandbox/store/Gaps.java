package io.github.etnasandbox.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The logs in which something has failed. All that was queued for such a log before that was told fails as well. For one
 * thread.
 */
final class Gaps {
    private static final long NOT_TOLD = Long.MAX_VALUE;

    private final Map<String, Gap> gaps = new HashMap<>();

    /** Notes that a step has failed, if it is one of a log, and that nobody was told yet. */
    void open(Inbox.Entry entry, StoreException why) {
        String log = entry.task().log();
        if (log != null && before(entry) == null) {
            gaps.put(log, new Gap(why, NOT_TOLD));
        }
    }

    /** Notes that it is told now. What is queued behind the newest may go on. */
    void tell(@Nullable String log, long newest) {
        if (log != null) {
            gaps.computeIfPresent(log, (each, gap) -> gap.until == NOT_TOLD ? new Gap(gap.why, newest) : gap);
        }
    }

    /** Why something must fail; null when it need not. */
    @Nullable StoreException before(Inbox.Entry entry) {
        Gap gap = gaps.get(entry.task().log());
        return gap == null || entry.number() > gap.until ? null : gap.why;
    }

    /** Forgets what no longer matters when all up to this was done. */
    void forget(long done) {
        gaps.values().removeIf(gap -> gap.until <= done);
    }

    private record Gap(StoreException why, long until) {}
}
