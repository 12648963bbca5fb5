package io.github.etnasandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where worlds outlive their process. Each has a head, a base, and a log of the entries that came after the base, numbered
 * without gaps. Beside them lie documents that worlds share.
 *
 * <p>What a method has returned, and what an outcome has called lasting, is there after any end of the process. Methods
 * that return when something lasts throw a {@link StoreException} when it does not, and have then changed nothing.
 *
 * <p>Implementations are safe for use by many threads. Whoever hands over an array leaves it as it is from then on.
 */
public interface Store extends AutoCloseable {
    /** Where it is, for a person, such as the folder. */
    String place();

    /** The ids of all worlds it has, in any order; quick for a hundred thousand. */
    List<String> worlds();

    /** The number of worlds it has. */
    int count();

    /** The head of a world, read without its base and log; empty when there is no such world. */
    Optional<byte[]> head(String world);

    /** The world that has this app key. */
    Optional<String> ofAppKey(String appKey);

    /**
     * Makes a world, or puts another in its place. Returns when it lasts. Its first entry has the number 1.
     *
     * @param appKey the app key it is found by, or null when it has none
     * @param head what must be known of it before it is read; small
     * @throws StoreException when another world has the app key, too
     */
    void create(String world, @Nullable String appKey, byte[] head, byte[] base);

    /**
     * Reads a world. What was appended and has no outcome yet may be missing.
     *
     * @return empty when there is no such world
     */
    Optional<Saved> read(String world);

    /**
     * Adds an entry to the log of a world; returns at once. A number that does not follow that of the last entry fails.
     * When an entry fails, all that were appended to the world behind it before its outcome was told fail as well: nothing
     * lasts behind a gap. Whoever then goes on begins with the number of the one that failed first.
     */
    void append(String world, long number, byte[] entry, Outcome outcome);

    /**
     * Puts a base in the place of the former one and forgets the entries up to a number, both at once and behind what was
     * appended before; returns at once. Numbers go on.
     *
     * @param upTo the number of the last entry that the base has in it
     */
    void rebase(String world, long upTo, byte[] base, Outcome outcome);

    /** Forgets a world, if there is one. Returns when it is gone for good. */
    void remove(String world);

    /** A document that writes itself, which may be too large to be in memory at once. */
    @FunctionalInterface
    interface Document {
        /** Writes all of it, and leaves open where it is written to. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Keeps a document, so that many worlds can name it in their bases. Returns when it lasts as a whole; before, it cannot be
     * found. A small one that is there already costs a look-up.
     *
     * @return the name to find it by: the SHA-256 of its bytes in lower-case hexadecimal
     * @throws IOException when the document throws it
     */
    String keep(Document document) throws IOException;

    /**
     * Reads a document, piece by piece. Where a piece cannot be read, reading throws a StoreException.
     *
     * @throws StoreException when there is none of this name, too
     */
    InputStream document(String name);

    /** Throws a {@link StoreException} when the store cannot be written to now. Writes a little, so it asks nothing in vain. */
    void check();

    /** Ends it when all that was appended lasts or has failed. Further calls do nothing. */
    @Override
    void close();
}
