package io.github.etnasandbox.live;

import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.store.StoreException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notes in the log of a world what its journal keeps, and puts what the world is in the place of a log that has become long.
 * Nobody waits for either. Thread-safe.
 */
final class LogKeeper implements Journal.Notes {
    private final WorldLog log;
    private final StoredWorlds stored;
    /** What the last base was made of, or is being made of. No entry behind it tells what was applied before. */
    private @Nullable Life base; // guarded by the journal

    LogKeeper(WorldLog log, StoredWorlds stored) {
        this.log = log;
        this.stored = stored;
    }

    /** Has the world go back when an entry fails, a base made when there are many, and notes that failed tried again. */
    void serve(Timeline timeline, Recorder recorder) {
        log.serve(
                timeline::goBack,
                () -> stored.inBackground(() -> makeBase(timeline, recorder)),
                () -> stored.inASecond(log::tryAgain)); // which leads to the world, so that it stays in memory
    }

    /** Tries at last to have all notes in the log. */
    void close() {
        log.tryAgain();
    }

    private void makeBase(Timeline timeline, Recorder recorder) {
        try {
            WorldLog.Mark<Supplier<byte[]>> mark = recorder.withJournal((journal, number) -> log.mark(() -> {
                Present now = timeline.present();
                base = now.version().life();
                return () -> stored.writer().base(now.version().life(), now.now(), journal, number);
            }));
            log.rebase(mark, mark.what().get());
        } catch (StoreException tryAgainLater) {
            log.noBase();
        }
    }

    @Override
    public void added(Exchange exchange, long moment) {
        log.note(
                base != null && moment < 2 * base.version()
                        ? LogWriter.exchange(exchange, moment, base)
                        : LogWriter.exchange(exchange, moment));
    }

    @Override
    public void cleared() {
        log.note(LogWriter.forgotten());
    }
}
