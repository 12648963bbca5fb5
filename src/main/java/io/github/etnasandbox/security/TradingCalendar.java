package io.github.etnasandbox.security;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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

    private TradingCalendar() {}

    /**
     * Tells when an order that is good for a day expires: when the trading day it was placed for ends. That is the day it
     * was placed on, or the next trading day when it was placed on none or at its end or later.
     *
     * @param placed when the order was placed, an instant of the years 1 to 9999
     * @return 16:00 in New York, later than {@code placed}; from 9999-12-31T21:00:00Z on it is in the year 10000
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

    /** Tells whether the exchange is open on a day. */
    public static boolean isTradingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !Holidays.include(day);
    }
}
