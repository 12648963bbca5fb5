package io.github.etnasandbox.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be found where a store is to be opened. */
class StoreFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_store_is_in_use_by_one_at_a_time() {
        try (Store store = EmbeddedStore.open(folder)) {
            problem()
                    .isEqualTo("the store in " + folder
                            + " is in use by this very process; end that, or name another folder");
            store.check();
        }
        EmbeddedStore.open(folder).close();
    }

    @Test
    void another_process_is_told_who_has_the_store() {
        try (StoreProcess other = StoreProcess.start(Holder.class, folder)) {
            assertThat(other.line()).isEqualTo("open");
            problem()
                    .isEqualTo("the store in " + folder + " is in use by another process, " + other.pid()
                            + "; end that, or name another folder");
            other.kill();
            EmbeddedStore.open(folder).close();
        }
    }

    @Test
    void a_file_where_the_folder_should_be_is_told() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> EmbeddedStore.open(file))
                .withMessage("no store can be opened in " + file
                        + ": there is a file of that name; name a folder that can be written to");
    }

    @Test
    void a_file_that_is_no_store_is_left_alone() throws IOException {
        Files.writeString(worlds(), "something else");
        problem().isEqualTo(worlds() + " is no store of etna-sandbox; move it away, or name another folder");
        assertThat(worlds()).hasContent("something else");
    }

    @Test
    void an_empty_file_is_no_store() throws IOException {
        Files.createFile(worlds());
        problem().contains("is no store of etna-sandbox");
        assertThat(worlds()).isEmptyFile();
    }

    @Test
    void a_file_of_the_same_library_that_is_no_store_is_told() {
        try (MVStore other = MVStore.open(worlds().toString())) {
            other.openMap("something else").put("a", "b");
        }
        problem().contains("is no store of etna-sandbox");
    }

    @Test
    void a_store_of_a_newer_form_is_told() {
        EmbeddedStore.open(folder).close();
        try (MVStore newer = MVStore.open(worlds().toString())) {
            new Tables(newer, new Changes()).setForm(Tables.FORM + 1);
        }
        problem()
                .isEqualTo(worlds() + " was written in form 2 by a newer etna-sandbox; open it with that, "
                        + "or name another folder");
    }

    @Test
    void what_was_appended_to_the_file_by_others_is_ignored() throws IOException {
        entries("one", "two", "three");
        Files.write(worlds(), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        assertThat(read()).containsExactly("one", "two", "three");
        Files.write(worlds(), "garbage".repeat(10_000).getBytes(UTF_8), StandardOpenOption.APPEND);
        assertThat(read()).containsExactly("one", "two", "three");
    }

    @Test
    void a_file_whose_end_is_missing_opens_at_the_last_whole_commit() throws IOException {
        entries("one", "two", "three");
        try (FileChannel file = FileChannel.open(worlds(), StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 100);
        }
        assertThat(read()).containsExactly("one", "two");
    }

    @Test
    void a_file_that_is_damaged_beyond_repair_is_told() throws IOException {
        entries("one", "two", "three");
        overwrite(2 * 4096, Files.size(worlds()));
        problem().startsWith(worlds() + " is ").contains("move it away");
    }

    @Test
    void an_entry_that_is_no_longer_what_was_written_is_told() throws IOException {
        entries("abcdefghijklmnopqrstuvwxyz");
        String bytes = Files.readString(worlds(), ISO_8859_1);
        int at = bytes.indexOf("jklmno");
        overwrite(at, at + 1);
        problem().startsWith(worlds() + " is damaged: ").contains("put a copy of it in its place");
    }

    @Test
    void a_file_that_is_gone_while_it_is_used_is_told() throws IOException {
        try (Store store = EmbeddedStore.open(folder)) {
            Path elsewhere = Files.move(worlds(), folder.resolve("elsewhere"));
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(store::check)
                    .withMessage(worlds() + " is gone; put it back, or end what uses it");
            Files.move(elsewhere, worlds());
            store.check();
        }
    }

    @Test
    void the_file_stays_small_when_bases_take_the_place_of_entries() throws IOException {
        byte[] entry = new byte[10_000];
        try (Store store = EmbeddedStore.open(folder)) {
            store.create("a", null, new byte[0], new byte[0]);
            for (long number = 1; number <= 5_000; number++) {
                entry = entry.clone();
                for (int i = 0; i < entry.length; i++) {
                    entry[i] = (byte) (number * 31 + i * (number % 251) + i / 7); // hardly compressed
                }
                store.append("a", number, entry, new Told());
                if (number % 10 == 0) {
                    Told based = new Told();
                    store.rebase("a", number, entry, based);
                    based.mustLast();
                }
            }
        }
        assertThat(Files.size(worlds())).isLessThan(5_000_000); // of the 55 MB that were written
    }

    private AbstractStringAssert<?> problem() {
        return assertThatThrownBy(() -> EmbeddedStore.open(folder))
                .isInstanceOf(StoreException.class)
                .message();
    }

    private Path worlds() {
        return folder.resolve("worlds");
    }

    /** Makes a world with entries, each in a commit of its own. */
    private void entries(String... entries) {
        try (Store store = EmbeddedStore.open(folder)) {
            store.create("a", null, new byte[0], new byte[0]);
            for (int i = 0; i < entries.length; i++) {
                Told told = new Told();
                store.append("a", i + 1, entries[i].getBytes(UTF_8), told);
                told.mustLast();
            }
        }
    }

    private List<String> read() {
        try (Store store = EmbeddedStore.open(folder)) {
            return store.read("a").orElseThrow().entries().stream()
                    .map(entry -> new String(entry, UTF_8))
                    .toList();
        }
    }

    private void overwrite(long from, long to) throws IOException {
        try (FileChannel file = FileChannel.open(worlds(), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate((int) (to - from)), from);
        }
    }

    /** Opens a store and keeps it open until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            EmbeddedStore.open(Path.of(args[0]));
            System.out.println("open"); // for the test, which reads the output of this process
            System.in.read();
        }
    }
}
