package io.github.etnasandbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiecesTest {
    private static final byte[] PIECE = new byte[6_000_000];

    @TempDir
    Path folder;

    @Test
    void an_opening_removes_what_a_crash_has_left_of_a_document() throws IOException {
        long number;
        try (Volume before = open()) {
            number = before.writable().addPiece(0, PIECE);
            before.writable().addPiece(number, PIECE);
            before.commit();
        }
        try (Volume after = open()) {
            assertThat(after.readable().unfinished()).isEmpty();
            assertThat(after.readable().part(number, 0)).isEmpty();
        }
    }

    @Test
    void a_document_without_a_name_is_removed_when_it_is_closed() throws IOException {
        try (Volume volume = open()) {
            Pieces pieces = new Pieces(new Pieces.Changing() {
                @Override
                public <T> T make(Function<Tables, T> change) {
                    return change.apply(volume.writable());
                }
            });
            pieces.write(PIECE, 0, PIECE.length);
            assertThat(volume.readable().unfinished()).hasSize(1);
            pieces.close();
            assertThat(volume.readable().unfinished()).isEmpty();
        }
    }

    private Volume open() throws IOException {
        return Volume.open(folder.resolve("worlds"), Path::toString);
    }
}
