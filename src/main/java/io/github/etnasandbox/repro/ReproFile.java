package io.github.etnasandbox.repro;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.json.JsonRecords;
import io.github.etnasandbox.json.RawJson;
import io.github.etnasandbox.json.Version;
import io.github.etnasandbox.live.FaultState;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Recording;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.live.Step;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.world.WorldSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A world's life in one document: what it began with, and each step since with what was answered.
 *
 * @param repro the version of the form of the document
 * @param version the version of the sandbox that wrote it
 * @param settings those of the world
 * @param fixtures the name of the packaged fixtures that it began with; null for others
 * @param checksum that of the fixture document of those; null for others
 * @param document the fixture document that it began with; null when that is packaged
 * @param steps what happened, in the order in which it was applied
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReproFile(
        int repro,
        String version,
        WorldSettings settings,
        @Nullable String fixtures,
        @Nullable String checksum,
        @Nullable RawJson document,
        List<ReproStep> steps) {
    private static final int FORM = 1;

    public ReproFile {
        Objects.requireNonNull(version, "there is no version");
        Objects.requireNonNull(settings, "there are no settings");
        Objects.requireNonNull(settings.dialect(), "the settings have no dialect");
        Objects.requireNonNull(settings.clock(), "the settings have no clock");
        Objects.requireNonNull(settings.rateLimiting(), "the settings have no rateLimiting");
        steps = List.copyOf(Objects.requireNonNull(steps, "there are no steps"));
    }

    /** Tells the life of a world, as far back as its journal goes; an IllegalStateException when it has no journal. */
    public static ReproFile of(LiveWorld world) {
        if (world.settings().journalBytes() == 0) {
            throw new IllegalStateException("world '" + world.id()
                    + "' keeps no requests, so that there is nothing to repeat; give its journal more than 0 bytes");
        }
        Recording recording = world.recorder().recording();
        Seed began = beginning(world.seed(), recording.beginning());
        byte[] document = bytes(began);
        Optional<String> packaged = Fixtures.names().stream()
                .filter(name -> Fixtures.named(name).equals(began.source()))
                .filter(name -> Arrays.equals(bytes(Fixtures.named(name).load()), document))
                .findFirst();
        return new ReproFile(
                FORM,
                Version.TEXT,
                world.settings(),
                packaged.orElse(null),
                packaged.isPresent() ? Checksum.of(document) : null,
                packaged.isPresent() ? null : json(document),
                ReproStep.of(recording, faultIds(recording, began)));
    }

    /** The seed, or what the world was after the step before the first. */
    private static Seed beginning(Seed seed, @Nullable Step before) {
        if (before == null) {
            return seed;
        }
        State after = before.after();
        State then = after.clock().isBefore(before.at()) ? after.withClock(before.at()) : after;
        return Snapshots.with(seed, then)
                .withFaults(before.faults().stream().map(FaultState.Left::fault).toList());
    }

    /** The ids of the faults that stand at the beginning; those of a seed are counted. */
    private static List<String> faultIds(Recording recording, Seed began) {
        Step before = recording.beginning();
        return before == null
                ? IntStream.rangeClosed(1, began.faults().size())
                        .mapToObj(Integer::toString)
                        .toList()
                : before.faults().stream().map(FaultState.Left::id).toList();
    }

    /** The same with other steps. */
    public ReproFile with(List<ReproStep> others) {
        return new ReproFile(repro, version, settings, fixtures, checksum, document, others);
    }

    /** Writes the document, one step a line. */
    public void write(OutputStream out) throws IOException {
        byte[] head = JsonRecords.bytes(with(List.of()));
        out.write(head, 0, head.length - "]}".length());
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write('\n');
            out.write(JsonRecords.bytes(steps.get(i)));
        }
        out.write('\n');
        out.write(head, head.length - "]}".length(), "]}".length());
        out.write('\n');
        out.flush();
    }

    /**
     * Reads a document.
     *
     * @param name what problems call it
     * @throws IllegalArgumentException when it is none of this form; the message says why
     */
    public static ReproFile read(String name, byte[] json) {
        ReproFile read;
        try {
            read = JsonRecords.read(json, ReproFile.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " is no repro file: " + JsonRecords.problem(e), e);
        }
        if (read.repro != FORM) {
            throw new IllegalArgumentException(name + " has repro " + read.repro + ", and this version of the sandbox ("
                    + Version.TEXT + ") reads repro " + FORM + "; it was written by version " + read.version);
        }
        if ((read.fixtures == null) == (read.document == null)) {
            throw new IllegalArgumentException(
                    name + " is no repro file: it must have fixtures or document, and not both");
        }
        return read;
    }

    /**
     * Loads what the world began with; an IllegalArgumentException when it cannot be had, or is not what it was.
     *
     * @param name what problems call the document
     */
    public Seed seed(String name) {
        if (document != null) {
            return Fixtures.document(name + ", document", document.json().getBytes(StandardCharsets.UTF_8))
                    .load();
        }
        String set = Objects.requireNonNull(fixtures);
        if (!Fixtures.names().contains(set)) {
            throw new IllegalArgumentException(name + " begins with packaged fixtures '" + set
                    + "', and there are only " + String.join(", ", Fixtures.names()));
        }
        Seed packaged = Fixtures.named(set).load();
        if (!Checksum.of(bytes(packaged)).equals(checksum)) {
            throw new IllegalArgumentException("the packaged fixtures '" + fixtures
                    + "' are not those that " + name + " was written with; use version " + version
                    + " of the sandbox to play it, this is " + Version.TEXT);
        }
        return packaged;
    }

    /** A seed as a fixture document. */
    static RawJson json(Seed seed) {
        return json(bytes(seed));
    }

    private static RawJson json(byte[] document) {
        return new RawJson(new String(document, StandardCharsets.UTF_8).strip());
    }

    private static byte[] bytes(Seed seed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            seed.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return bytes.toByteArray();
    }
}
