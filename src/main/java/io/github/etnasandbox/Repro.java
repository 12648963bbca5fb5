package io.github.etnasandbox;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.repro.ReproFile;
import io.github.etnasandbox.repro.ReproStep;
import io.github.etnasandbox.world.World;
import io.github.etnasandbox.world.WorldSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What happened in a world, so that it can happen again: what it began with, and each request to its API and each act of a
 * tester since, in the order in which they were applied, with what was answered.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     sandbox.world().fill(75302, 10);
 *
 *     Repro repro = Repro.of(sandbox.world());          // or Repro.load(path)
 *     Replay replay = sandbox.replay(repro);
 *     assertThat(replay.differences()).isEmpty();       // the same requests give the same answers
 *     assertThat(replay.world().order(75302).executedQuantity()).isEqualTo(50);
 * }
 * }</pre>
 *
 * <p>It goes back as far as the world's request journal keeps what the world was, at most to the last reset. Credentials that
 * the world knew are in it, since they are invented; of others, fingerprints. Gates are not: what they staged is an order of
 * requests, which is kept. Immutable and thread-safe.
 */
public final class Repro {
    private final String name;
    private final ReproFile file;
    private final Seed seed;

    private Repro(String name, ReproFile file, Seed seed) {
        this.name = name;
        this.file = file;
        this.seed = seed;
    }

    /**
     * {@return what happened in a world so far}
     *
     * @param world the world
     * @throws IllegalStateException when the world has no request journal
     */
    public static Repro of(World world) {
        return of("the life of " + world, ReproFile.of(LiveWorld.of(world)));
    }

    /**
     * Reads a repro file.
     *
     * @param path the file, as {@link #write} or {@code GET /sandbox/repro} wrote it
     * @return what it tells
     * @throws IllegalArgumentException when it is none, or another version of the sandbox is needed to play it
     * @throws io.github.etnasandbox.fixture.FixtureException when what its world began with has problems
     * @throws UncheckedIOException when it cannot be read
     */
    public static Repro load(Path path) {
        try {
            return of(path.toString(), ReproFile.read(path.toString(), Files.readAllBytes(path)));
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("there is no repro file " + path, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the repro file " + path + " cannot be read: " + e, e);
        }
    }

    private static Repro of(String name, ReproFile file) {
        return new Repro(name, file, file.seed(name));
    }

    /** {@return what its world began with} */
    public Seed seed() {
        return seed;
    }

    /** {@return the settings that its world had} */
    public WorldSettings settings() {
        return file.settings();
    }

    /** {@return how many steps it has} */
    public int size() {
        return file.steps().size();
    }

    /**
     * {@return this without a step and all that come behind it}
     *
     * @param step the number of the first step that is left out, from 1
     * @throws IllegalArgumentException when there is no such step
     */
    public Repro until(int step) {
        if (step < 1 || step > size()) {
            throw new IllegalArgumentException(name + " has " + (size() == 0 ? "no steps" : "steps 1 to " + size())
                    + ", so that it cannot be played until step " + step);
        }
        return new Repro(name, file.with(file.steps().subList(0, step - 1)), seed);
    }

    /**
     * Writes this as a repro file: JSON in UTF-8, one step a line.
     *
     * @param out where to; left open, and best buffered
     * @throws IOException when {@code out} fails
     */
    public void write(OutputStream out) throws IOException {
        file.write(out);
    }

    /**
     * Writes this into a file, and makes its folder where there is none.
     *
     * @param path the file, replaced when it is there
     * @throws UncheckedIOException when it cannot be written
     */
    public void write(Path path) {
        try {
            Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
            try (OutputStream out = Files.newOutputStream(path)) {
                write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the repro file " + path + " cannot be written: " + e, e);
        }
    }

    List<ReproStep> steps() {
        return file.steps();
    }

    @Override
    public String toString() {
        return "Repro[" + name + ", " + size() + " steps]";
    }
}
