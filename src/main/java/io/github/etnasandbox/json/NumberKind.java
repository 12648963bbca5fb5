package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What JSON has as a number; and true and false, which are as short. */
final class NumberKind {
    private NumberKind() {}

    /** True or false. */
    static final class Flag extends Kind<Boolean> {
        Flag() {
            super("true or false");
        }

        @Override
        public @Nullable Boolean read(Cursor cursor) throws IOException {
            boolean yes = cursor.isAt(JsonToken.VALUE_TRUE);
            return yes != cursor.isAt(JsonToken.VALUE_FALSE) ? Boolean.valueOf(yes) : refuse(cursor);
        }
    }

    /** A whole number of a range inside int32. */
    static final class Int32 extends Kind<Integer> {
        /** No int32 has more, its sign included. */
        private static final int MOST_CHARACTERS = 11;

        private final int least;
        private final int most;

        Int32(int least, int most) {
            super("a whole number from " + least + " to " + most);
            this.least = least;
            this.most = most;
        }

        @Override
        public @Nullable Integer read(Cursor cursor) throws IOException {
            if (!cursor.isAt(JsonToken.VALUE_NUMBER_INT) || cursor.parser().getTextLength() > MOST_CHARACTERS) {
                return refuse(cursor);
            }
            long value = cursor.parser().getLongValue();
            return value < least || value > most ? refuse(cursor) : Integer.valueOf((int) value);
        }
    }

    /** Any whole number of 64 bits. */
    static final class Int64 extends Kind<Long> {
        /** No int64 has more, its sign included. */
        private static final int MOST_CHARACTERS = 20;

        Int64() {
            super("a whole number of 64 bits");
        }

        @Override
        public @Nullable Long read(Cursor cursor) throws IOException {
            if (!cursor.isAt(JsonToken.VALUE_NUMBER_INT) || cursor.parser().getTextLength() > MOST_CHARACTERS) {
                return refuse(cursor);
            }
            try {
                return Long.valueOf(cursor.text());
            } catch (NumberFormatException tooLarge) {
                return refuse(cursor);
            }
        }
    }

    /** A number of a range. */
    static final class Decimal extends Kind<Double> {
        private final double least;
        private final double most;

        Decimal(String expected, double least, double most) {
            super(expected);
            this.least = least;
            this.most = most;
        }

        @Override
        public @Nullable Double read(Cursor cursor) throws IOException {
            if (!cursor.isAt(JsonToken.VALUE_NUMBER_INT) && !cursor.isAt(JsonToken.VALUE_NUMBER_FLOAT)) {
                return refuse(cursor);
            }
            double value = cursor.parser().getDoubleValue();
            return value < least || value > most ? refuse(cursor) : Double.valueOf(value);
        }
    }
}
