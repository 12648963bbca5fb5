package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.store.EmbeddedStore;
import io.github.etnasandbox.store.Store;
import io.github.etnasandbox.world.WorldSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Worlds that come into memory when they are asked for, and leave it. */
@Timeout(120)
class LoadedWorldsTest {
    private static final int MOST_IDLE = 3;

    @TempDir
    private Path folder;

    private Store store;
    private Worlds worlds;

    @BeforeEach
    void open() {
        store = EmbeddedStore.open(folder);
        worlds = StoredSandbox.worlds("http://localhost", WorldSettings.DEFAULTS.withJournalBytes(10_000), store);
    }

    @AfterEach
    void end() {
        worlds.letGo();
        store.close();
    }

    @Test
    void a_world_that_somebody_uses_is_the_same_one_for_all_however_many_others_come() {
        LoadedWorlds loaded = new LoadedWorlds(MOST_IDLE);
        LiveWorld used = loaded.find("used", this::made);
        for (int i = 0; i < 50; i++) {
            assertThat(loaded.find("other " + i, this::made)).isNotNull();
        }
        System.gc();
        assertThat(loaded.find("used", id -> null)).isSameAs(used);
    }

    @Test
    void worlds_that_nobody_uses_leave_memory_but_for_the_last() {
        LoadedWorlds loaded = new LoadedWorlds(MOST_IDLE);
        for (int i = 0; i < 50; i++) {
            assertThat(loaded.find("world " + i, this::made)).isNotNull();
        }
        while (loaded.all().size() > MOST_IDLE) {
            System.gc();
        }
        assertThat(loaded.all())
                .extracting(LiveWorld::id)
                .containsExactlyInAnyOrder("world 47", "world 48", "world 49");
    }

    @Test
    void those_who_ask_at_once_get_one_world_that_is_read_once() throws Exception {
        LoadedWorlds loaded = new LoadedWorlds(MOST_IDLE);
        AtomicInteger read = new AtomicInteger();
        Set<LiveWorld> found = Collections.newSetFromMap(new ConcurrentHashMap<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> found.add(Objects.requireNonNull(loaded.find("one", id -> {
                read.incrementAndGet();
                return made(id);
            }))));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(found).hasSize(1);
        assertThat(read).hasValue(1);
    }

    @Test
    void a_world_that_is_forgotten_is_read_again() {
        LoadedWorlds loaded = new LoadedWorlds(MOST_IDLE);
        LiveWorld first = loaded.find("one", this::made);
        assertThat(loaded.remove("one")).isTrue();
        assertThat(loaded.find("one", this::made)).isNotSameAs(first);
    }

    /** Each of them changes, leaves memory, and goes on where it was. */
    @Test
    void three_thousand_worlds_take_the_memory_of_a_thousand_and_forget_nothing() {
        int count = 3_000;
        List<Instant> clocks = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            LiveWorld world = worlds.create(
                    worlds.defaultWorld().settings(), worlds.defaultWorld().seed());
            world.advance(Duration.ofMillis(i));
            clocks.add(world.now());
        }
        for (int i = 1; i <= count; i++) {
            assertThat(worlds.find(Integer.toString(i)).orElseThrow().now()).isEqualTo(clocks.get(i - 1));
        }
        while (worlds.inMemory() > 1_001) {
            System.gc();
        }
        assertThat(worlds.count()).isEqualTo(1 + count);
    }

    private LiveWorld made(String id) {
        return new LiveWorld(
                worlds,
                id,
                "http://localhost/worlds/" + id,
                WorldSettings.DEFAULTS,
                null,
                Life.of(worlds.defaultWorld().seed()),
                null);
    }
}
