package io.github.etnasandbox.stream;

import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.security.Security;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A quote as the streamer of quotes tells it. What the sandbox does not know of a security is 0, or empty.
 *
 * <p>Source: guide page Streaming Data, Quotes, later editions. Assumed: {@code Date} is when it is told.
 */
final class QuoteMessage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String NEVER = "01/01/1970 00:00:00";

    private QuoteMessage() {}

    static MessageText text(Security security, Quote quote, Instant now) {
        String exchange = security.listing().exchange();
        return MessageText.of(Entity.QUOTE)
                .text("QuoteTypes", "0")
                .shortest("Ask", quote.ask())
                .text("AskMarket", exchange)
                .text("AskTime", NEVER)
                .text("AskUpdate", "False")
                .shortest("Bid", quote.bid())
                .text("BidMarket", exchange)
                .text("BidTime", NEVER)
                .text("BidUpdate", "False")
                .shortest("Last", quote.last())
                .shortest("Price", quote.last())
                .text("LastMarket", exchange)
                .id("Key", security.id().value())
                .text("Date", TIME.format(now))
                .text("High", "0")
                .text("Low", "0")
                .text("Open", "0")
                .text("Close", "0")
                .shortest("Volume", quote.volume())
                .text("Change", "0")
                .text("ChangePc", "0")
                .text("Week52Low", "0")
                .text("Week52High", "0")
                .text("Dividend", "0")
                .text("DividendShare", "0")
                .text("DividendYield", "0")
                .text("MarketCap", "0")
                .text("Eps", "0")
                .text("DayHigh", "0")
                .text("DayLow", "0")
                .text("PeRatio", "0")
                .shortest("OpenInterest", quote.openInterest())
                .shortest("TotalDailyVolume", quote.volume())
                .shortest("AskSize", size(quote.askSize()))
                .shortest("BidSize", size(quote.bidSize()))
                .text("TradeCondition", "")
                .text("Beta", "0")
                .text("Sector", "")
                .text("AverageVolume3Month", "0")
                .text("PreviousClose", "0")
                .text("DontAffectCandle", "False");
    }

    private static double size(@Nullable Double told) {
        return told == null ? 0 : told;
    }
}
