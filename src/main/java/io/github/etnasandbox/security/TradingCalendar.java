package io.github.etnasandbox.security;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The days of the New York Stock Exchange. Pure and thread-safe.
 *
 * <p>Every trading day ends at 16:00 in New York: days on which the exchange closes early, or unplanned, are not known.
 * Nothing needs this class before the first order is placed, and nothing should: reading the rules of a time zone takes a
 * start some of its time.
 *
 * <p>Source: the {@code ExpireDate} of the orders on the guide pages; the exchange's holidays by today's rules.
 */
public final class TradingCalendar {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    private static final int FIRST_JUNETEENTH = 2022;

    private TradingCalendar() {}

    /**
     * Tells when an order that is good for a day expires: when the trading day it was placed for ends. That is the day it
     * was placed on, or the next trading day when it was placed on none or at its end or later. Orders are placed in the
     * years 1 to 9999; from 9999-12-31T21:00:00Z on they expire in the year 10000.
     */
    public static Instant dayOrderExpiry(Instant placed) {
        ZonedDateTime there = placed.atZone(NEW_YORK);
        LocalDate day = there.toLocalDate();
        if (!there.toLocalTime().isBefore(CLOSE)) {
            day = day.plusDays(1);
        }
        while (!isTradingDay(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(CLOSE).atZone(NEW_YORK).toInstant();
    }

    public static boolean isTradingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** Whether the exchange is closed on a weekday. What falls on a weekend is observed on a weekday or not at all. */
    private static boolean isHoliday(LocalDate day) {
        return switch (day.getMonth()) {
            case JANUARY -> isNewYear(day) || isNth(3, DayOfWeek.MONDAY, day);
            case FEBRUARY -> isNth(3, DayOfWeek.MONDAY, day);
            case MARCH, APRIL -> day.equals(goodFriday(day.getYear()));
            case MAY -> isLastMonday(day);
            case JUNE -> day.getYear() >= FIRST_JUNETEENTH && isObserved(19, day);
            case JULY -> isObserved(4, day);
            case SEPTEMBER -> isNth(1, DayOfWeek.MONDAY, day);
            case NOVEMBER -> isNth(4, DayOfWeek.THURSDAY, day);
            case DECEMBER -> isObserved(25, day);
            case AUGUST, OCTOBER -> false;
        };
    }

    /** Unlike others it is not observed on the Friday before, which is the last trading day of a year. */
    private static boolean isNewYear(LocalDate day) {
        return day.getDayOfMonth() == 1 || (day.getDayOfMonth() == 2 && day.getDayOfWeek() == DayOfWeek.MONDAY);
    }

    /** Whether a holiday that has a date is observed: on the Friday before a Saturday, on the Monday after a Sunday. */
    private static boolean isObserved(int dayOfMonth, LocalDate day) {
        int after = day.getDayOfMonth() - dayOfMonth;
        return after == 0
                || (after == 1 && day.getDayOfWeek() == DayOfWeek.MONDAY)
                || (after == -1 && day.getDayOfWeek() == DayOfWeek.FRIDAY);
    }

    private static boolean isNth(int n, DayOfWeek weekday, LocalDate day) {
        return day.getDayOfWeek() == weekday && (day.getDayOfMonth() + 6) / 7 == n;
    }

    private static boolean isLastMonday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY && day.getDayOfMonth() > 31 - 7;
    }

    /** Two days before Easter, which is computed by the method of Meeus, Jones and Butcher. */
    private static LocalDate goodFriday(int year) {
        int century = year / 100;
        int ofCentury = year % 100;
        int golden = year % 19;
        int correction = century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15;
        int epact = (19 * golden + correction) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int sinceMarch = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, Month.of(sinceMarch / 31), sinceMarch % 31 + 1)
                .minusDays(2);
    }

    /** By how much the clocks of the exchanges are ahead of UTC at an instant; below 0, as they are behind. */
    public static Duration offset(Instant at) {
        return Duration.ofSeconds(NEW_YORK.getRules().getOffset(at).getTotalSeconds());
    }

    /** The day that it is at the exchanges at an instant. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, NEW_YORK);
    }
}
