package io.github.etnasandbox.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails leaves what lasted as it was, and a store that goes on by itself once the disk does. */
class FailingDiskTest {
    private final FailingDisk disk = new FailingDisk();

    @TempDir
    private Path folder;

    private EmbeddedStore store;

    @BeforeEach
    void a_world_with_two_entries() {
        store = EmbeddedStore.open(folder.resolve("store"), disk::name);
        store.create("a", "key", bytes("head"), bytes("base"));
        append(1, "one").mustLast();
        append(2, "two").mustLast();
    }

    @AfterEach
    void close_it() {
        store.close();
    }

    @Test
    void a_full_disk_is_told_with_what_to_do() {
        disk.failWrites(100);
        assertThat(append(3, "three").failure())
                .startsWith(folder.resolve("store/worlds") + " cannot be written to: No space left on device; ")
                .contains("make room");
    }

    @Test
    void what_lasted_can_be_read_while_the_disk_is_full() {
        disk.failWrites(1000);
        append(3, "three").failure();
        assertThat(entries(store)).containsExactly("one", "two");
        append(3, "three").failure();
        assertThat(entries(store)).containsExactly("one", "two");
        assertThat(store.worlds()).containsExactly("a");
    }

    @Test
    void it_goes_on_by_itself_once_there_is_room() {
        disk.failWrites(1000);
        append(3, "three").failure();
        disk.failWrites(0);
        append(3, "another three").mustLast();
        append(4, "four").mustLast();
        assertThat(entries(store)).containsExactly("one", "two", "another three", "four");
    }

    @Test
    void changes_that_wait_fail_with_nothing_changed() {
        disk.failWrites(1000);
        assertThatThrownBy(() -> store.remove("a")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.create("a", null, bytes("other"), bytes("other")))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.create("b", null, bytes("other"), bytes("other")))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.keep(out -> out.write(bytes("document"))))
                .isInstanceOf(StoreException.class);
        disk.failWrites(0);
        store.check();
        assertThat(store.worlds()).containsExactly("a");
        assertThat(store.ofAppKey("key")).contains("a");
        assertThat(entries(store)).containsExactly("one", "two");
    }

    @Test
    void a_check_fails_as_long_as_the_disk_does() {
        disk.failWrites(1000);
        assertThatThrownBy(store::check).isInstanceOf(StoreException.class).hasMessageContaining("No space left");
        assertThatThrownBy(store::check).isInstanceOf(StoreException.class).hasMessageContaining("No space left");
        disk.failWrites(0);
        store.check();
    }

    @Test
    void what_is_on_the_disk_but_was_not_told_to_last_does_not_come_back() {
        disk.failSyncs(1);
        assertThat(append(3, "three").failure()).contains("Input/output error");
        assertThat(entries(store)).containsExactly("one", "two");
        append(3, "another three").mustLast();
        assertThat(entries(reopened())).containsExactly("one", "two", "another three");
    }

    @Test
    void it_does_not_come_back_either_when_the_disk_fails_on() {
        disk.failSyncs(1000);
        assertThat(append(3, "three").failure()).contains("Input/output error");
        assertThat(entries(store)).containsExactly("one", "two");
        assertThat(append(3, "three again").failure()).contains("Input/output error");
        assertThat(entries(store)).containsExactly("one", "two");
        disk.failSyncs(0);
        append(3, "another three").mustLast();
        assertThat(entries(reopened())).containsExactly("one", "two", "another three");
    }

    @Test
    void a_world_that_was_removed_in_vain_is_there() {
        disk.failSyncs(1);
        assertThatThrownBy(() -> store.remove("a")).isInstanceOf(StoreException.class);
        assertThat(entries(store)).containsExactly("one", "two");
        append(3, "three").mustLast();
        assertThat(entries(reopened())).containsExactly("one", "two", "three");
    }

    @Test
    void a_process_that_ends_in_a_half_written_commit_leaves_the_last_whole_one() throws IOException {
        disk.failWrites(1000);
        append(3, "three").failure();
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.copy(folder.resolve("store/worlds"), copy.resolve("worlds"));
        try (EmbeddedStore other = EmbeddedStore.open(copy)) {
            assertThat(entries(other)).containsExactly("one", "two");
        }
    }

    @Test
    void whenever_it_fails_what_was_told_is_what_is_there() {
        Random random = new Random(17);
        List<String> expected = new ArrayList<>(List.of("one", "two"));
        for (int i = 0; i < 400; i++) {
            if (random.nextInt(4) == 0) {
                disk.failWrites(random.nextInt(4));
                disk.failSyncs(random.nextInt(4));
            }
            Told told = append(expected.size() + 1, i + " ".repeat(random.nextInt(20_000)));
            if (told.didLast()) {
                expected.add(Integer.toString(i));
            }
            if (random.nextInt(50) == 0) {
                disk.failWrites(0);
                disk.failSyncs(0);
                reopened();
            }
        }
        disk.failWrites(0);
        disk.failSyncs(0);
        assertThat(entries(store)).isEqualTo(expected);
        assertThat(entries(reopened())).isEqualTo(expected);
    }

    private EmbeddedStore reopened() {
        store.close();
        store = EmbeddedStore.open(folder.resolve("store"), disk::name);
        return store;
    }

    private Told append(long number, String entry) {
        Told told = new Told();
        store.append("a", number, bytes(entry), told);
        return told;
    }

    private static List<String> entries(Store store) {
        return store.read("a").orElseThrow().entries().stream()
                .map(entry -> new String(entry, UTF_8).strip())
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
