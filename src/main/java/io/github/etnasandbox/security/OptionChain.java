package io.github.etnasandbox.security;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The options on one security, by expiration. Immutable.
 *
 * <p>The central strike of an expiration is the one next to the underlying security's price, the lower one of two; the middle
 * one where there is no price. Assumed: the page shows one, and does not say how it is found.
 *
 * <p>Source: later guide page Get an Option Chain.
 *
 * @param expirations the first one first
 */
public record OptionChain(List<Expiration> expirations) {
    /**
     * The options that expire on one day.
     *
     * @param options by strike, the lowest one first, and of one strike calls first
     */
    public record Expiration(Instant expires, double centralStrike, List<Entry> options) {}

    /**
     * An option, and where its strike is.
     *
     * @param rank how many strikes lie between it and the central one on its side: 0 for the central strike and for the
     *     next one below it
     */
    public record Entry(Security option, OptionTerms terms, int rank) {}

    public OptionChain {
        expirations = List.copyOf(expirations);
    }

    /**
     * Finds the chain among securities.
     *
     * @param underlying the symbol of the underlying security, in whatever letter case
     * @param price its price, empty when there is none
     */
    public static OptionChain of(String underlying, OptionalDouble price, Collection<Security> securities) {
        TreeMap<Instant, TreeMap<Double, List<Entry>>> byExpiration = new TreeMap<>();
        for (Security security : securities) {
            OptionTerms terms = security.option();
            if (terms != null && terms.underlying().equalsIgnoreCase(underlying)) {
                byExpiration
                        .computeIfAbsent(terms.expires(), first -> new TreeMap<>())
                        .computeIfAbsent(terms.strike(), first -> new ArrayList<>())
                        .add(new Entry(security, terms, 0));
            }
        }
        List<Expiration> expirations = new ArrayList<>();
        byExpiration.forEach((expires, byStrike) -> expirations.add(expiration(expires, price, byStrike)));
        return new OptionChain(expirations);
    }

    private static Expiration expiration(Instant expires, OptionalDouble price, TreeMap<Double, List<Entry>> byStrike) {
        List<Double> strikes = List.copyOf(byStrike.keySet());
        int central = price.isPresent() ? nearest(strikes, price.getAsDouble()) : (strikes.size() - 1) / 2;
        List<Entry> options = new ArrayList<>();
        for (int i = 0; i < strikes.size(); i++) {
            int rank = i < central ? central - 1 - i : i - central;
            byStrike.getOrDefault(strikes.get(i), List.of()).stream()
                    .map(entry -> new Entry(entry.option(), entry.terms(), rank))
                    .sorted(Comparator.comparing(entry -> entry.terms().type()))
                    .forEach(options::add);
        }
        return new Expiration(expires, strikes.get(central), List.copyOf(options));
    }

    private static int nearest(List<Double> strikes, double price) {
        int nearest = 0;
        for (int i = 1; i < strikes.size(); i++) {
            if (Math.abs(strikes.get(i) - price) < Math.abs(strikes.get(nearest) - price)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
