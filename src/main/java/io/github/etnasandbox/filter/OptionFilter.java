package io.github.etnasandbox.filter;

import io.github.etnasandbox.security.OptionChain;
import java.util.List;

/**
 * What the options of a chain can be filtered by: {@code Expiration = #2020-01-17T00:00:00Z# and Range = 1}.
 *
 * <p>{@code Range} is a number of strikes on each side of the central one. That the central strike counts as the first one
 * above is assumed: the page says that a range of 1 gives two pairs of options, and its sample has the central strike.
 *
 * <p>Source: later guide page Get an Option Chain.
 */
public final class OptionFilter {
    public static final FilterLanguage<OptionChain.Entry> LANGUAGE = new FilterLanguage<>(List.of(
            FilterField.date("Expiration", entry -> entry.terms().expires()),
            FilterField.limit("Range", (entry, range) -> entry.rank() < range),
            FilterField.int32(
                    "ExpirationType", entry -> entry.terms().expirationType().code())));

    private OptionFilter() {}
}
