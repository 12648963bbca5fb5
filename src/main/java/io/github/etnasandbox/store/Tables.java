package io.github.etnasandbox.store;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * What is in the file, as sorted tables, and every change of them. A change that is refused with a {@link StoreException}
 * has changed nothing. For one thread.
 */
final class Tables {
    /** The form of these tables. Whoever changes them such that former programs would misread them raises it. */
    static final int FORM = 1;

    private static final String ABOUT = "about";
    private static final int PART = 256 * 1024;
    private static final int PARTS_AT_ONCE = 16;

    private final MVMap<String, String> about;
    private final MVMap<String, WorldRow> worlds;
    private final MVMap<String, String> appKeys;
    private final MVMap<Long, byte[]> heads;
    private final MVMap<PartKey, byte[]> entries;
    private final MVMap<String, Long> documents;
    /** The numbers of documents that have no name yet, since they are being written; or were, when the process ended. */
    private final MVMap<Long, Long> unfinished;
    /** Bases and documents: numbered, each in parts, since a part is read and written as a whole. */
    private final MVMap<PartKey, byte[]> parts;

    private final Changes changes;

    /**
     * Opens the tables in a file.
     *
     * @param changes where to note what is changed in them
     */
    Tables(MVStore file, Changes changes) {
        this.changes = changes;
        StringDataType text = StringDataType.INSTANCE;
        about = file.openMap(
                ABOUT, new MVMap.Builder<String, String>().keyType(text).valueType(text));
        worlds = file.openMap(
                "worlds", new MVMap.Builder<String, WorldRow>().keyType(text).valueType(WorldRow.TYPE));
        appKeys = file.openMap(
                "appKeys", new MVMap.Builder<String, String>().keyType(text).valueType(text));
        heads = file.openMap(
                "heads",
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(CheckedBytes.TYPE));
        entries = file.openMap(
                "entries",
                new MVMap.Builder<PartKey, byte[]>().keyType(PartKey.TYPE).valueType(CheckedBytes.TYPE));
        documents = file.openMap(
                "documents", new MVMap.Builder<String, Long>().keyType(text).valueType(LongDataType.INSTANCE));
        unfinished = file.openMap(
                "unfinished",
                new MVMap.Builder<Long, Long>().keyType(LongDataType.INSTANCE).valueType(LongDataType.INSTANCE));
        parts = file.openMap(
                "parts",
                new MVMap.Builder<PartKey, byte[]>().keyType(PartKey.TYPE).valueType(CheckedBytes.TYPE));
    }

    /** The form of the tables in a file; 0 when it has none of ours. */
    static int form(MVStore file) {
        if (!file.hasMap(ABOUT)) {
            return 0;
        }
        MVMap<String, String> about = file.openMap(
                ABOUT,
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
        String form = about.get("form");
        return form == null || !form.matches("[1-9]\\d{0,8}") ? 0 : Integer.parseInt(form);
    }

    void setForm(int form) {
        about.put("form", Integer.toString(form));
    }

    /** Changes something, so that there is something to commit. */
    void mark() {
        about.put("mark", Long.toString(about.getStore().getCurrentVersion()));
    }

    List<String> worlds() {
        return List.copyOf(worlds.keyList());
    }

    int count() {
        return Math.toIntExact(worlds.sizeAsLong());
    }

    Optional<byte[]> head(String world) {
        return Optional.ofNullable(worlds.get(world)).map(row -> Objects.requireNonNull(heads.get(row.number())));
    }

    Optional<String> ofAppKey(String appKey) {
        return Optional.ofNullable(appKeys.get(appKey));
    }

    Optional<Saved> read(String world) {
        return Optional.ofNullable(worlds.get(world)).map(row -> {
            List<byte[]> log = new ArrayList<>();
            Cursor<PartKey, byte[]> cursor =
                    entries.cursor(PartKey.first(row.number()), PartKey.last(row.number()), false);
            while (cursor.hasNext()) {
                long number = cursor.next().at();
                if (number != row.upTo() + log.size() + 1) {
                    throw new StoreException("the log of world '" + world + "' has a gap before entry " + number);
                }
                log.add(cursor.getValue());
            }
            byte[] head = Objects.requireNonNull(heads.get(row.number()));
            return new Saved(head, bytes(row.base()), row.upTo() + log.size(), log);
        });
    }

    void create(String world, @Nullable String appKey, byte[] head, byte[] base) {
        String owner = appKey == null ? null : appKeys.get(appKey);
        if (owner != null && !owner.equals(world)) {
            throw new StoreException("app key '" + appKey + "' is that of world '" + owner + "' already");
        }
        remove(world);
        Long newest = heads.lastKey();
        WorldRow row = new WorldRow(newest == null ? 1 : newest + 1, addBytes(base), 0, appKey);
        changes.put(worlds, world, row);
        changes.put(heads, row.number(), head);
        if (appKey != null) {
            changes.put(appKeys, appKey, world);
        }
    }

    void append(String world, long number, byte[] entry) {
        WorldRow row = row(world);
        long last = last(row);
        if (number != last + 1) {
            throw new StoreException(
                    "entry " + number + " of world '" + world + "' does not follow entry " + last + ", the last one");
        }
        changes.put(entries, new PartKey(row.number(), number), entry);
    }

    void rebase(String world, long upTo, byte[] base) {
        WorldRow row = row(world);
        long last = last(row);
        if (upTo < row.upTo() || upTo > last) {
            throw new StoreException("entry " + upTo + " of world '" + world + "' cannot be the last one of its base: "
                    + "its log goes from entry " + (row.upTo() + 1) + " to " + last);
        }
        removeAll(entries, PartKey.first(row.number()), new PartKey(row.number(), upTo));
        removeAll(parts, PartKey.first(row.base()), PartKey.last(row.base()));
        changes.put(worlds, world, row.rebased(addBytes(base), upTo));
    }

    void remove(String world) {
        WorldRow row = worlds.get(world);
        if (row != null) {
            changes.remove(worlds, world);
            changes.remove(heads, row.number());
            removeAll(entries, PartKey.first(row.number()), PartKey.last(row.number()));
            removeAll(parts, PartKey.first(row.base()), PartKey.last(row.base()));
            if (row.appKey() != null) {
                changes.remove(appKeys, row.appKey());
            }
        }
    }

    /**
     * Adds a piece to a document that has no name yet.
     *
     * @param begun its number; 0 for a new one
     * @return its number
     */
    long addPiece(long begun, byte[] piece) {
        if (begun != 0) {
            PartKey last = Objects.requireNonNull(parts.floorKey(PartKey.last(begun)));
            addParts(begun, last.at() + 1, piece);
            return begun;
        }
        long number = addBytes(piece);
        changes.put(unfinished, number, number);
        return number;
    }

    /**
     * Adds the last piece to a document and gives it its name; nothing of both when there is one of this name.
     *
     * @param begun its number; 0 when this is all of it
     */
    boolean keep(String name, long begun, byte[] rest) {
        if (documents.containsKey(name)) {
            return false;
        }
        long number = addPiece(begun, rest);
        changes.remove(unfinished, number);
        changes.put(documents, name, number);
        return true;
    }

    /** Removes some of the parts of a document that is to have no name, and tells whether there are more. */
    boolean removeUnfinished(long number) {
        List<PartKey> some = keys(parts, PartKey.first(number), PartKey.last(number), PARTS_AT_ONCE);
        some.forEach(key -> changes.remove(parts, key));
        boolean more = some.size() == PARTS_AT_ONCE;
        if (!more) {
            changes.remove(unfinished, number);
        }
        return more;
    }

    /** Documents that were begun and not finished. */
    List<Long> unfinished() {
        return List.copyOf(unfinished.keyList());
    }

    /** The number of a document. */
    long document(String name) {
        Long number = documents.get(name);
        if (number == null) {
            throw new StoreException("there is no document '" + name + "'");
        }
        return number;
    }

    /** A part of a document; empty behind the last. */
    Optional<byte[]> part(long number, long at) {
        return Optional.ofNullable(parts.get(new PartKey(number, at)));
    }

    private WorldRow row(String world) {
        WorldRow row = worlds.get(world);
        if (row == null) {
            throw new StoreException("there is no world '" + world + "'");
        }
        return row;
    }

    private long last(WorldRow row) {
        PartKey last = entries.floorKey(PartKey.last(row.number()));
        return last == null || last.of() != row.number() ? row.upTo() : last.at();
    }

    private long addBytes(byte[] bytes) {
        PartKey newest = parts.lastKey();
        long number = newest == null ? 1 : newest.of() + 1;
        addParts(number, 0, bytes);
        return number;
    }

    private void addParts(long number, long at, byte[] bytes) {
        int from = 0;
        do { // no bytes are one empty part, so that their number is taken
            int to = Math.min(from + PART, bytes.length);
            changes.put(parts, new PartKey(number, at + from / PART), Arrays.copyOfRange(bytes, from, to));
            from = to;
        } while (from < bytes.length);
    }

    private byte[] bytes(long number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Cursor<PartKey, byte[]> cursor = parts.cursor(PartKey.first(number), PartKey.last(number), false);
        while (cursor.hasNext()) {
            cursor.next();
            bytes.writeBytes(cursor.getValue());
        }
        return bytes.toByteArray();
    }

    private void removeAll(MVMap<PartKey, byte[]> table, PartKey first, PartKey last) {
        keys(table, first, last, Integer.MAX_VALUE).forEach(key -> changes.remove(table, key));
    }

    private static List<PartKey> keys(MVMap<PartKey, byte[]> table, PartKey first, PartKey last, int most) {
        List<PartKey> keys = new ArrayList<>();
        Cursor<PartKey, byte[]> cursor = table.cursor(first, last, false);
        while (keys.size() < most && cursor.hasNext()) {
            keys.add(cursor.next());
        }
        return keys;
    }
}
