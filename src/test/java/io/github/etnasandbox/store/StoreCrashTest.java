package io.github.etnasandbox.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that appends, again and again. {@code -Dstore.crashes=200} does it more often. */
class StoreCrashTest {
    private static final int CRASHES = Integer.getInteger("store.crashes", 20);
    private static final int WORLDS = 4;
    private static final int REBASED_EACH = 40;

    @TempDir
    private Path folder;

    @Test
    void whatever_was_told_to_last_is_there_after_a_crash_in_order_and_without_gaps() {
        Random random = new Random(6303);
        for (int crash = 0; crash < CRASHES; crash++) {
            Map<String, Long> told = crash(random.nextInt(600));
            try (Store store = EmbeddedStore.open(folder)) {
                told.forEach((world, number) -> {
                    Saved saved = store.read(world).orElseThrow();
                    assertThat(saved.last()).as(world).isGreaterThanOrEqualTo(number);
                    assertThat(written(saved)).as(world).isEqualTo(expected(world, saved));
                });
            }
        }
    }

    /** Kills a process when it has told so much, and returns the number that it told last of each world. */
    private Map<String, Long> crash(int lines) {
        List<String> told = new ArrayList<>();
        try (StoreProcess process = StoreProcess.start(Child.class, folder)) {
            for (int i = 0; i < WORLDS + lines; i++) {
                told.add(process.line());
            }
            told.addAll(process.kill());
        }
        Map<String, Long> last = new HashMap<>();
        for (String line : told) {
            if (line.endsWith(".")) {
                String[] words = line.split(" ", -1);
                last.merge(words[0], Long.parseLong(words[1]), Math::max);
            }
        }
        assertThat(last).hasSize(WORLDS);
        return last;
    }

    private static List<String> written(Saved saved) {
        List<String> written = new ArrayList<>();
        written.add(new String(saved.base(), UTF_8).strip());
        saved.entries().forEach(entry -> written.add(new String(entry, UTF_8).strip()));
        return written;
    }

    private static List<String> expected(String world, Saved saved) {
        return LongStream.rangeClosed(saved.last() - saved.entries().size(), saved.last())
                .mapToObj(number -> world + " " + number)
                .toList();
    }

    /** Goes on with its worlds where they end, and prints the number of each entry that lasts. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            Store store = EmbeddedStore.open(Path.of(args[0]));
            IntStream.range(0, WORLDS)
                    .mapToObj(each -> CompletableFuture.runAsync(
                            () -> write(store, "world-" + each), task -> new Thread(task).start()))
                    .toList()
                    .forEach(CompletableFuture::join);
        }

        private static void write(Store store, String world) {
            if (store.read(world).isEmpty()) {
                store.create(world, world, bytes(world, 0), bytes(world, 0));
            }
            long number = store.read(world).orElseThrow().last();
            print(world, number);
            while (true) {
                number++;
                Told told = new Told();
                store.append(world, number, bytes(world, number), told);
                if (number % REBASED_EACH == 0) {
                    store.rebase(world, number, bytes(world, number), new Told());
                }
                told.mustLast();
                print(world, number);
            }
        }

        /** Tells the test, which reads the output of this process. */
        private static void print(String world, long number) {
            System.out.println(world + " " + number + " .");
        }

        private static byte[] bytes(String world, long number) {
            return (world + " " + number + " ".repeat(1500)).getBytes(UTF_8);
        }
    }
}
