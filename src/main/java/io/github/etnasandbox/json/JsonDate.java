package io.github.etnasandbox.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How the API writes an instant: in UTC with a {@code Z}, and up to seven fraction digits (ticks of 100 ns) of which
 * trailing zeros are left out. An unset date is the first instant of the year 1.
 *
 * <p>Done by hand, because the first use of {@code DateTimeFormatter} costs a small server much of its start-up time.
 */
public final class JsonDate {
    /** The last instant that can be spelt. */
    public static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999900Z");

    /** An instant, or the last one when that is earlier. */
    public static Instant atMostLast(Instant instant) {
        return instant.isAfter(LAST) ? LAST : instant;
    }

    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int NANOS_A_TICK = 100;
    private static final int TICKS_A_SECOND = 10_000_000;
    private static final int NANOS_A_SECOND = NANOS_A_TICK * TICKS_A_SECOND;
    private static final String SHAPE = "0000-00-00T00:00:00.0000000";
    private static final String EXACT_SHAPE = SHAPE + "00";
    private static final int LENGTH_TO_SECONDS = 19;
    private static final String OFFSET = "+00:00";
    private static final int LARGEST_OFFSET_HOURS = 18;
    private static final long FIRST_SECOND = LocalDate.of(1, 1, 1).toEpochDay() * SECONDS_A_DAY;
    private static final long LAST_SECOND = LocalDate.of(9999, 12, 31).toEpochDay() * SECONDS_A_DAY + SECONDS_A_DAY - 1;

    private JsonDate() {}

    /** Spells an instant of the years 1 to 9999, such as {@code 2019-01-21T15:07:45.8158882Z}; what is finer is cut off. */
    public static String spell(Instant instant) {
        return spell(instant, TICKS_A_SECOND);
    }

    /** Spells the same with up to nine fraction digits, which the API has nowhere: nothing is cut off. */
    static String spellExactly(Instant instant) {
        return spell(instant, NANOS_A_SECOND);
    }

    /** @param partsASecond a power of ten: what is finer than such a part is cut off */
    private static String spell(Instant instant, int partsASecond) {
        StringBuilder text = new StringBuilder(30);
        int second = Math.floorMod(instant.getEpochSecond(), SECONDS_A_DAY);
        text.append(LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), (long) SECONDS_A_DAY)));
        twoDigits(second / SECONDS_AN_HOUR, text.append('T'));
        twoDigits(second / 60 % 60, text.append(':'));
        twoDigits(second % 60, text.append(':'));
        int parts = instant.getNano() / (NANOS_A_SECOND / partsASecond);
        if (parts > 0) {
            text.append(partsASecond + parts).setCharAt(LENGTH_TO_SECONDS, '.');
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
        return text.append('Z').toString();
    }

    private static void twoDigits(int value, StringBuilder text) {
        text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }

    /** Reads what {@link #spell} gives, also with an offset such as {@code +01:00}; null when a text is nothing like that. */
    public static @Nullable Instant parse(String text) {
        return parse(text, SHAPE);
    }

    /** Reads what {@link #spellExactly} gives as well. */
    static @Nullable Instant parseExactly(String text) {
        return parse(text, EXACT_SHAPE);
    }

    private static @Nullable Instant parse(String text, String shape) {
        boolean isUtc = text.endsWith("Z");
        int zone = text.length() - (isUtc ? 1 : OFFSET.length());
        if (zone < LENGTH_TO_SECONDS
                || zone == LENGTH_TO_SECONDS + 1
                || zone > shape.length()
                || !hasShape(text, 0, zone, shape)) {
            return null;
        }
        int offset = isUtc ? 0 : offsetSeconds(text, zone);
        if (offset == Integer.MIN_VALUE) {
            return null;
        }
        try {
            LocalDateTime local = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
            long second = local.toEpochSecond(ZoneOffset.UTC) - offset;
            return second < FIRST_SECOND || second > LAST_SECOND
                    ? null
                    : Instant.ofEpochSecond(second, nanos(text, zone));
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    /** Whether a part of a text has digits where the shape has zeros, and elsewhere what the shape has. */
    private static boolean hasShape(String text, int from, int to, String shape) {
        for (int i = from; i < to; i++) {
            char wanted = shape.charAt(i - from);
            char c = text.charAt(i);
            if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int nanos(String text, int zone) {
        int nanos = 0;
        for (int i = LENGTH_TO_SECONDS + 1, unit = 100_000_000; i < zone; i++, unit /= 10) {
            nanos += (text.charAt(i) - '0') * unit;
        }
        return nanos;
    }

    /** Seconds east of UTC, {@link Integer#MIN_VALUE} when the offset is none. */
    private static int offsetSeconds(String text, int zone) {
        boolean isWest = text.charAt(zone) == '-';
        int hours = number(text, zone + 1, zone + 3);
        int minutes = number(text, zone + 4, zone + 6);
        if ((!isWest && text.charAt(zone) != '+')
                || !hasShape(text, zone + 1, text.length(), OFFSET.substring(1))
                || hours > LARGEST_OFFSET_HOURS
                || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * SECONDS_AN_HOUR + minutes * 60;
        return isWest ? -seconds : seconds;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
