package io.github.etnasandbox.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the API writes an instant: in UTC with a {@code Z}, and up to seven fraction digits (ticks of 100 ns) of which
 * trailing zeros are left out. An unset date is the first instant of the year 1.
 *
 * <p>Done by hand, because the first use of {@code DateTimeFormatter} costs a small server much of its start-up time.
 */
public final class JsonDate {
    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int NANOS_A_TICK = 100;
    private static final int FRACTION_DIGITS = 7;
    private static final int LENGTH_TO_SECONDS = "2019-01-21T15:30:00".length();
    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final int LARGEST_OFFSET_HOURS = 18;
    private static final long FIRST_SECOND = LocalDate.of(1, 1, 1).toEpochDay() * SECONDS_A_DAY;
    private static final long LAST_SECOND = LocalDate.of(9999, 12, 31).toEpochDay() * SECONDS_A_DAY + SECONDS_A_DAY - 1;

    private JsonDate() {}

    /**
     * Spells an instant.
     *
     * @param instant an instant of the years 1 to 9999; what is finer than 100 ns is cut off
     * @return such as {@code 2019-01-21T15:07:45.8158882Z}
     */
    public static String spell(Instant instant) {
        StringBuilder text = new StringBuilder(28);
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), (long) SECONDS_A_DAY));
        int second = Math.floorMod(instant.getEpochSecond(), SECONDS_A_DAY);
        digits(day.getYear(), 4, text).append('-');
        digits(day.getMonthValue(), 2, text).append('-');
        digits(day.getDayOfMonth(), 2, text).append('T');
        digits(second / SECONDS_AN_HOUR, 2, text).append(':');
        digits(second / 60 % 60, 2, text).append(':');
        digits(second % 60, 2, text);
        int ticks = instant.getNano() / NANOS_A_TICK;
        if (ticks > 0) {
            digits(ticks, FRACTION_DIGITS, text.append('.'));
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
        return text.append('Z').toString();
    }

    /**
     * Reads an instant.
     *
     * @param text {@code yyyy-MM-ddTHH:mm:ss}, one to seven fraction digits or none, and {@code Z} or an offset such as
     *     {@code +01:00}
     * @return the instant, or null when the text is none, or is outside the years 1 to 9999
     */
    public static @Nullable Instant parse(String text) {
        if (text.length() <= LENGTH_TO_SECONDS || !hasShape(text, 0, SHAPE)) {
            return null;
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int fractionEnd = fractionEnd(text);
        int offset = offsetSeconds(text, fractionEnd);
        if (hour > 23 || minute > 59 || second > 59 || fractionEnd < 0 || offset == Integer.MIN_VALUE) {
            return null;
        }
        LocalDate day;
        try {
            day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
        int secondOfDay = hour * SECONDS_AN_HOUR + minute * 60 + second;
        long seconds = day.toEpochDay() * SECONDS_A_DAY + secondOfDay - offset;
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            return null;
        }
        return Instant.ofEpochSecond(seconds, nanos(text, fractionEnd));
    }

    private static StringBuilder digits(int value, int width, StringBuilder text) {
        int unit = 1;
        for (int i = 1; i < width; i++) {
            unit *= 10;
        }
        while (value < unit && unit > 1) {
            text.append('0');
            unit /= 10;
        }
        return text.append(value);
    }

    private static boolean hasShape(String text, int from, String shape) {
        for (int i = 0; i < shape.length(); i++) {
            char wanted = shape.charAt(i);
            char c = text.charAt(from + i);
            if (wanted == '0' ? !isDigit(c) : c != wanted) {
                return false;
            }
        }
        return true;
    }

    /** Where the fraction ends, -1 when it has no digit or too many. */
    private static int fractionEnd(String text) {
        int end = LENGTH_TO_SECONDS;
        if (text.charAt(end) != '.') {
            return end;
        }
        end++;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        int count = end - LENGTH_TO_SECONDS - 1;
        return count >= 1 && count <= FRACTION_DIGITS ? end : -1;
    }

    private static int nanos(String text, int fractionEnd) {
        int nanos = 0;
        for (int i = LENGTH_TO_SECONDS + 1, unit = 100_000_000; i < fractionEnd; i++, unit /= 10) {
            nanos += (text.charAt(i) - '0') * unit;
        }
        return nanos;
    }

    /** Seconds east of UTC, {@link Integer#MIN_VALUE} when there is no offset or a wrong one. */
    private static int offsetSeconds(String text, int from) {
        if (from < 0 || from >= text.length()) {
            return Integer.MIN_VALUE;
        }
        char sign = text.charAt(from);
        if (sign == 'Z' && from + 1 == text.length()) {
            return 0;
        }
        if ((sign != '+' && sign != '-') || from + 6 != text.length() || !hasShape(text, from + 1, "00:00")) {
            return Integer.MIN_VALUE;
        }
        int hours = number(text, from + 1, from + 3);
        int minutes = number(text, from + 4, from + 6);
        if (hours > LARGEST_OFFSET_HOURS || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * SECONDS_AN_HOUR + minutes * 60;
        return sign == '+' ? seconds : -seconds;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
