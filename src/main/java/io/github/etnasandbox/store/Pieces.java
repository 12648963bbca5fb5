package io.github.etnasandbox.store;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * Puts a document into the tables while it is written, piece by piece, each of which lasts before the next is taken. It can
 * be found once {@link #keep} gives it a name; without one, {@link #close} removes what there is of it. Not thread-safe.
 */
final class Pieces extends OutputStream {
    private static final int PIECE = 4 * 1024 * 1024;

    private final Changing tables;
    private final MessageDigest hash = sha256();
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private long number; // 0 while no piece of it is in the tables

    /** Makes changes of the tables, which last when it returns. */
    interface Changing {
        <T> T make(Function<Tables, T> change);
    }

    Pieces(Changing tables) {
        this.tables = tables;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        hash.update(bytes, from, length);
        for (int done = 0; done < length; ) {
            int some = Math.min(length - done, PIECE - piece.size());
            piece.write(bytes, from + done, some);
            done += some;
            if (piece.size() == PIECE) {
                byte[] full = taken();
                number = tables.make(each -> each.addPiece(number, full));
            }
        }
    }

    /** Gives it its name, when it is written; it is kept once. */
    String keep() {
        String name = HexFormat.of().formatHex(hash.digest());
        byte[] rest = taken();
        boolean kept = tables.make(each -> each.keep(name, number, rest));
        number = kept ? 0 : number;
        return name;
    }

    private byte[] taken() {
        byte[] bytes = piece.toByteArray();
        piece.reset();
        return bytes;
    }

    @Override
    public void close() {
        try {
            while (number != 0 && tables.make(each -> each.removeUnfinished(number))) {
                // a piece is gone, the next one's turn
            }
        } catch (StoreException theNextOpeningDoesIt) {
            // nobody can find it
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
