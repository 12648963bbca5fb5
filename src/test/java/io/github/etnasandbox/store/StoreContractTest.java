package io.github.etnasandbox.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does, whatever it stores with. */
abstract class StoreContractTest {
    private Store store;

    /** Opens the store, which is empty at first, and has the second time what it had before. */
    abstract Store open();

    @BeforeEach
    void open_it() {
        store = open();
    }

    @AfterEach
    void close_it() {
        store.close();
    }

    @Test
    void an_empty_store_has_nothing() {
        assertThat(store.count()).isZero();
        assertThat(store.worlds()).isEmpty();
        assertThat(store.head("a")).isEmpty();
        assertThat(store.read("a")).isEmpty();
        assertThat(store.ofAppKey("key")).isEmpty();
    }

    @Test
    void a_world_is_read_as_it_was_made() {
        store.create("a", null, bytes("head"), bytes("base"));
        reopen();
        assertThat(store.count()).isEqualTo(1);
        assertThat(store.worlds()).containsExactly("a");
        assertThat(store.head("a")).hasValueSatisfying(head -> assertThat(head).isEqualTo(bytes("head")));
        assertThat(text(read("a"))).isEqualTo("head base 0 []");
    }

    @Test
    void worlds_keep_their_entries_apart_and_in_order() {
        make("a");
        make("b");
        append("a", 1, "a1").mustLast();
        append("b", 1, "b1").mustLast();
        append("a", 2, "a2").mustLast();
        reopen();
        assertThat(text(read("a"))).isEqualTo("head base 2 [a1, a2]");
        assertThat(text(read("b"))).isEqualTo("head base 1 [b1]");
        assertThat(store.worlds()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void all_that_was_appended_lasts_when_it_is_closed() {
        make("a");
        List<Told> told = LongStream.rangeClosed(1, 500)
                .mapToObj(number -> append("a", number, "entry"))
                .toList();
        store.close();
        told.forEach(Told::mustLast);
        store = open();
        assertThat(read("a").entries()).hasSize(500);
    }

    @Test
    void outcomes_are_told_in_the_order_of_the_entries() {
        make("a");
        List<Long> lasting = new ArrayList<>();
        for (long number = 1; number <= 200; number++) {
            long each = number;
            store.append("a", number, bytes("entry"), onLasting(() -> lasting.add(each)));
        }
        store.close();
        assertThat(lasting)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void many_threads_append_at_once_each_to_its_world() {
        IntStream.range(0, 8).forEach(world -> make("world " + world));
        IntStream.range(0, 8)
                .mapToObj(world -> CompletableFuture.runAsync(
                        () -> {
                            for (long number = 1; number <= 50; number++) {
                                append("world " + world, number, world + "." + number)
                                        .mustLast();
                            }
                        },
                        task -> new Thread(task).start()))
                .toList()
                .forEach(CompletableFuture::join);
        reopen();
        assertThat(IntStream.range(0, 8)
                        .mapToObj(world -> read("world " + world).last()))
                .containsOnly(50L);
    }

    @Test
    void an_entry_whose_number_does_not_follow_fails() {
        make("a");
        append("a", 1, "one").mustLast();
        assertThat(append("a", 3, "three").failure()).contains("entry 3 of world 'a' does not follow entry 1");
        assertThat(append("a", 1, "one again").failure()).contains("entry 1 of world 'a' does not follow entry 1");
        append("a", 2, "two").mustLast();
        assertThat(text(read("a"))).isEqualTo("head base 2 [one, two]");
    }

    @Test
    void what_was_appended_behind_a_failure_that_was_not_told_fails_too() {
        make("a");
        make("b");
        CountDownLatch added = new CountDownLatch(1);
        store.append("a", 1, bytes("one"), onLasting(() -> waitFor(added)));
        Told gap = append("a", 3, "three");
        Told behind = append("a", 2, "two");
        Told based = rebase("a", 1, "base 1");
        Told elsewhere = append("b", 1, "one");
        added.countDown();
        assertThat(gap.failure()).contains("does not follow");
        assertThat(behind.failure()).isEqualTo(gap.failure());
        assertThat(based.failure()).isEqualTo(gap.failure());
        elsewhere.mustLast();
        assertThat(text(read("a"))).isEqualTo("head base 1 [one]");
    }

    @Test
    void what_is_appended_once_a_failure_is_told_lasts() {
        make("a");
        Told retried = new Told();
        store.append("a", 2, bytes("two"), onFailure(() -> store.append("a", 1, bytes("one"), retried)));
        append("a", 3, "three").failure();
        retried.mustLast();
        append("a", 2, "two").mustLast();
        assertThat(text(read("a"))).isEqualTo("head base 2 [one, two]");
    }

    @Test
    void there_is_no_appending_to_a_world_that_is_not_there() {
        assertThat(append("a", 1, "one").failure()).contains("there is no world 'a'");
        assertThat(rebase("a", 0, "base").failure()).contains("there is no world 'a'");
    }

    @Test
    void a_new_base_takes_the_place_of_the_entries_up_to_its_number() {
        make("a");
        append("a", 1, "one");
        append("a", 2, "two");
        append("a", 3, "three");
        rebase("a", 2, "base 2").mustLast();
        append("a", 4, "four").mustLast();
        reopen();
        assertThat(text(read("a"))).isEqualTo("head base 2 4 [three, four]");
    }

    @Test
    void numbers_go_on_behind_a_base_with_all_entries() {
        make("a");
        append("a", 1, "one");
        rebase("a", 1, "base 1").mustLast();
        reopen();
        assertThat(text(read("a"))).isEqualTo("head base 1 1 []");
        append("a", 2, "two").mustLast();
        assertThat(text(read("a"))).isEqualTo("head base 1 2 [two]");
    }

    @Test
    void a_base_with_entries_that_are_not_there_fails() {
        make("a");
        append("a", 1, "one");
        append("a", 2, "two");
        rebase("a", 1, "base 1").mustLast();
        assertThat(rebase("a", 3, "base 3").failure()).contains("entry 3", "from entry 2 to 2");
        assertThat(rebase("a", 0, "base 0").failure()).contains("entry 0", "from entry 2 to 2");
        assertThat(text(read("a"))).isEqualTo("head base 1 2 [two]");
    }

    @Test
    void a_world_that_is_made_again_begins_anew() {
        make("a");
        append("a", 1, "one").mustLast();
        store.create("a", null, bytes("head 2"), bytes("base 2"));
        append("a", 1, "another").mustLast();
        reopen();
        assertThat(store.count()).isEqualTo(1);
        assertThat(text(read("a"))).isEqualTo("head 2 base 2 1 [another]");
    }

    @Test
    void a_world_that_is_removed_is_gone() {
        make("a");
        make("b");
        append("a", 1, "one").mustLast();
        append("b", 1, "one").mustLast();
        store.remove("a");
        store.remove("never there");
        reopen();
        assertThat(store.worlds()).containsExactly("b");
        assertThat(store.read("a")).isEmpty();
        assertThat(text(read("b"))).isEqualTo("head base 1 [one]");
        make("a");
        assertThat(text(read("a"))).isEqualTo("head base 0 []");
    }

    @Test
    void a_world_is_found_by_its_app_key() {
        store.create("a", "key", bytes("head"), bytes("base"));
        reopen();
        assertThat(store.ofAppKey("key")).contains("a");
        store.remove("a");
        assertThat(store.ofAppKey("key")).isEmpty();
    }

    @Test
    void a_world_that_is_made_again_has_only_its_new_app_key() {
        store.create("a", "key", bytes("head"), bytes("base"));
        store.create("a", "key", bytes("head"), bytes("base"));
        store.create("a", "another", bytes("head"), bytes("base"));
        assertThat(store.ofAppKey("key")).isEmpty();
        assertThat(store.ofAppKey("another")).contains("a");
    }

    @Test
    void an_app_key_has_one_world() {
        store.create("a", "key", bytes("head"), bytes("base"));
        make("b");
        assertThatThrownBy(() -> store.create("b", "key", bytes("head 2"), bytes("base 2")))
                .isInstanceOf(StoreException.class)
                .hasMessage("app key 'key' is that of world 'a' already");
        assertThat(text(read("b"))).isEqualTo("head base 0 []");
        assertThat(store.ofAppKey("key")).contains("a");
    }

    @Test
    void a_document_is_kept_by_its_hash_once() throws IOException {
        String name = store.keep(out -> out.write(bytes("abc")));
        assertThat(name).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(store.keep(out -> out.write(bytes("abc")))).isEqualTo(name);
        String other = store.keep(out -> {});
        reopen();
        assertThat(store.document(name)).hasBinaryContent(bytes("abc"));
        assertThat(store.document(other)).isEmpty();
        assertThatThrownBy(() -> store.document("no hash"))
                .isInstanceOf(StoreException.class)
                .hasMessage("there is no document 'no hash'");
    }

    @Test
    void a_document_of_many_pieces_is_read_as_it_was_written() throws IOException {
        byte[] piece = noise(1_000_001);
        String name = keepTenTimes(piece);
        assertThat(keepTenTimes(piece)).isEqualTo(name);
        reopen();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 10; i++) {
            all.writeBytes(piece);
        }
        assertThat(store.document(name)).hasBinaryContent(all.toByteArray());
    }

    @Test
    void a_document_that_ends_in_the_middle_leaves_nothing_behind() throws IOException {
        byte[] piece = noise(5_000_000);
        String name = store.keep(out -> out.write(piece));
        assertThatIOException()
                .isThrownBy(() -> store.keep(out -> {
                    out.write(piece);
                    throw new IOException("enough");
                }))
                .withMessage("enough");
        reopen();
        assertThat(store.document(name)).hasBinaryContent(piece);
    }

    private String keepTenTimes(byte[] piece) throws IOException {
        return store.keep(out -> {
            for (int i = 0; i < 10; i++) {
                out.write(piece);
            }
        });
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    @Test
    void large_and_empty_bytes_are_read_as_they_were_written() {
        byte[] large = new byte[3_000_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31 + i / 251);
        }
        store.create("a", null, new byte[0], large);
        store.append("a", 1, large, new Told());
        append("a", 2, "").mustLast();
        reopen();
        Saved saved = read("a");
        assertThat(saved.head()).isEmpty();
        assertThat(Arrays.equals(saved.base(), large)).isTrue();
        assertThat(Arrays.equals(saved.entries().get(0), large)).isTrue();
        assertThat(saved.entries().get(1)).isEmpty();
    }

    @Test
    void it_can_be_written_to() {
        make("a");
        store.check();
        assertThat(text(read("a"))).isEqualTo("head base 0 []");
    }

    @Test
    void an_interrupt_neither_hurts_it_nor_is_lost() {
        Thread.currentThread().interrupt();
        make("a");
        assertThat(text(read("a"))).isEqualTo("head base 0 []");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void who_is_told_an_outcome_cannot_wait_for_it() {
        make("a");
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        store.append("a", 1, bytes("one"), onLasting(() -> {
            try {
                store.count();
            } catch (IllegalStateException e) {
                thrown.complete(e);
            }
        }));
        assertThatIllegalStateException().isThrownBy(() -> {
            throw (IllegalStateException) thrown.join();
        });
    }

    @Test
    void one_who_throws_when_told_does_not_keep_others_from_being_told() {
        make("a");
        CompletableFuture<Throwable> reported = new CompletableFuture<>();
        store.append("a", 1, bytes("one"), onLasting(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> reported.complete(thrown));
            throw new IllegalStateException("a mistake");
        }));
        append("a", 2, "two").mustLast();
        assertThat(reported.join()).hasMessage("a mistake");
    }

    @Test
    void one_that_is_closed_says_so() {
        make("a");
        store.close();
        store.close();
        assertThatThrownBy(store::count).isInstanceOf(StoreException.class).hasMessageContaining("is closed");
        assertThat(append("a", 1, "one").failure()).contains("is closed");
    }

    private void reopen() {
        store.close();
        store = open();
    }

    private void make(String world) {
        store.create(world, null, bytes("head"), bytes("base"));
    }

    private Told append(String world, long number, String entry) {
        Told told = new Told();
        store.append(world, number, bytes(entry), told);
        return told;
    }

    private Told rebase(String world, long upTo, String base) {
        Told told = new Told();
        store.rebase(world, upTo, bytes(base), told);
        return told;
    }

    private Saved read(String world) {
        return store.read(world).orElseThrow();
    }

    private static String text(Saved saved) {
        return new String(saved.head(), UTF_8) + " " + new String(saved.base(), UTF_8) + " " + saved.last() + " "
                + saved.entries().stream()
                        .map(entry -> new String(entry, UTF_8))
                        .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome onLasting(Runnable then) {
        return new Outcome() {
            @Override
            public void lasts() {
                then.run();
            }

            @Override
            public void failed(StoreException why) {
                throw why;
            }
        };
    }

    private static Outcome onFailure(Runnable then) {
        return new Outcome() {
            @Override
            public void lasts() {
                throw new AssertionError("it lasts");
            }

            @Override
            public void failed(StoreException why) {
                then.run();
            }
        };
    }
}
