package io.github.etnasandbox.security;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/** The weekdays on which the New York Stock Exchange is closed, by its rules. */
final class Holidays {
    private static final int FIRST_JUNETEENTH = 2022;

    private Holidays() {}

    /** @param day a weekday: what falls on a weekend is observed on a weekday or not at all */
    static boolean include(LocalDate day) {
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
}
