package io.github.etnasandbox.security;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an option is an option on. Immutable.
 *
 * <p>Source: guide pages about options.
 *
 * @param expires the day on which it expires, at midnight UTC
 * @param strike the price at which the underlying security can be bought or sold, above 0
 * @param seriesId the id of its series, 0 for none
 * @param underlying the symbol of the underlying security, of which there need be no security
 */
public record OptionTerms(
        OptionType type,
        ExpirationType expirationType,
        Instant expires,
        double strike,
        int seriesId,
        String underlying) {

    /** The underlying symbol filled up to six characters, the day, C or P, and the strike price in thousandths. */
    private static final Pattern OSI = Pattern.compile(
            "(?=.{6}[0-9]{6}[CP])(?<underlying>[^ ]+) *(?<year>[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})(?<type>[CP])"
                    + "(?<strike>[0-9]{8})");

    private static final int CENTURY = 2000;

    /** Reads the terms off an OSI symbol such as {@code AAPL  190503C00165000}; empty when it is none. */
    public static Optional<OptionTerms> ofSymbol(String symbol) {
        Matcher osi = OSI.matcher(symbol);
        if (!osi.matches()) {
            return Optional.empty();
        }
        double strike = new BigDecimal(osi.group("strike")).movePointLeft(3).doubleValue();
        try {
            LocalDate day = LocalDate.of(
                    CENTURY + Integer.parseInt(osi.group("year")),
                    Integer.parseInt(osi.group("month")),
                    Integer.parseInt(osi.group("day")));
            return Optional.of(new OptionTerms(
                            osi.group("type").equals("C") ? OptionType.CALL : OptionType.PUT,
                            ExpirationType.REGULAR,
                            day.atStartOfDay().toInstant(ZoneOffset.UTC),
                            strike,
                            0,
                            osi.group("underlying")))
                    .filter(terms -> terms.strike() > 0);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
