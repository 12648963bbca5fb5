package io.github.etnasandbox.bench.subject;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the main method of every subject does: the first argument says which part to play. Each prints what it has to say
 * on one line.
 *
 * <p>Plain code throughout. A lambda or a joined string, linked here before a subject needs one, would be charged to all
 * of them and blur the difference.
 */
public final class Role {
    private Role() {}

    /**
     * Plays the part.
     *
     * @param mainNanos the monotonic clock as the first line of main read it
     * @param subject the server
     * @param arguments the arguments of main
     */
    public static void play(long mainNanos, Subject subject, String... arguments) throws Exception {
        switch (arguments[0]) {
            case "cold" -> coldStart(mainNanos, subject);
            case "cycles" -> cycles(subject, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            case "serve" -> serve(subject.startForLoad(Integer.parseInt(arguments[1])));
            case "list" -> serve(subject.startForLists(Path.of(arguments[1])));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Prints the nanoseconds from the first line of main until the first answer is read. */
    private static void coldStart(long mainNanos, Subject subject) throws Exception {
        try (Subject.Started started = subject.start()) {
            FirstAnswer.read(started.port());
            System.out.println(System.nanoTime() - mainNanos);
        }
    }

    /** Prints the median of start, first answer and close in a JVM that has done it before, in nanoseconds. */
    private static void cycles(Subject subject, int warmUp, int count) throws Exception {
        long[] nanos = new long[count];
        for (int i = -warmUp; i < count; i++) {
            long before = System.nanoTime();
            try (Subject.Started started = subject.start()) {
                FirstAnswer.read(started.port());
            }
            if (i >= 0) {
                nanos[i] = System.nanoTime() - before;
            }
        }
        Arrays.sort(nanos);
        System.out.println(nanos[count / 2]);
    }

    /** Prints its port, then does what each line says that it reads, and answers with one, until there are no more. */
    private static void serve(Subject.Started server) throws Exception {
        try (Subject.Started started = server;
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            System.out.println(started.port());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("heap")) {
                    System.out.println(LiveHeap.bytes());
                } else {
                    started.reset();
                    System.out.println("reset");
                }
            }
        }
    }
}
