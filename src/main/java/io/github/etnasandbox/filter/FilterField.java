package io.github.etnasandbox.filter;

import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A field that records T can be filtered by: its name, how its values V are written, how a record is compared with one, and
 * by which operators. A record without a value fits no condition. Immutable.
 */
public final class FilterField<T, V> {
    private static final String[] ORDERED = {"=", "<", ">", "<=", ">=", "in", "between"};
    private static final String[] TEXTS = {"=", "contains", "startsWith", "endsWith", "in"};

    private final String name;
    private final List<String> operators;
    private final Literal<V> literal;
    private final Comparison<T, V> comparison;

    /** Whether a record fits a value by an operator. */
    @FunctionalInterface
    private interface Comparison<T, V> {
        boolean fits(String operator, T record, V value);
    }

    private FilterField(String name, List<String> operators, Literal<V> literal, Comparison<T, V> comparison) {
        this.name = name;
        this.operators = operators;
        this.literal = literal;
        this.comparison = comparison;
    }

    /** A whole number, by these operators; by all that numbers have when none is named. */
    public static <T> FilterField<T, Integer> int32(
            String name, Function<T, @Nullable Integer> getter, String... operators) {
        return ordered(name, Literal.INT32, getter, operators);
    }

    /** A number, by these operators; by all that numbers have when none is named. */
    public static <T> FilterField<T, Double> number(
            String name, Function<T, @Nullable Double> getter, String... operators) {
        return ordered(name, Literal.NUMBER, getter, operators);
    }

    /** A date, by these operators; by all that dates have when none is named. */
    public static <T> FilterField<T, Instant> date(
            String name, Function<T, @Nullable Instant> getter, String... operators) {
        return ordered(name, Literal.DATE, getter, operators);
    }

    public static <T> FilterField<T, Boolean> flag(String name, Function<T, @Nullable Boolean> getter) {
        return ordered(name, Literal.FLAG, getter, "=");
    }

    /** A text, compared in whatever letter case. */
    public static <T> FilterField<T, String> text(String name, Function<T, @Nullable String> getter) {
        return new FilterField<>(name, List.of(TEXTS), Literal.TEXT, (operator, record, value) -> {
            String own = getter.apply(record);
            return own != null && fitsText(operator, Literal.folded(own), value);
        });
    }

    /** A whole number that says in its own way which records fit: only {@code =} is written. */
    public static <T> FilterField<T, Integer> limit(String name, BiPredicate<T, Integer> fits) {
        return new FilterField<>(
                name, List.of("="), Literal.INT32, (operator, record, value) -> fits.test(record, value));
    }

    private static <T, V extends Comparable<V>> FilterField<T, V> ordered(
            String name, Literal<V> literal, Function<T, @Nullable V> getter, String... operators) {
        List<String> allowed = List.of(operators.length == 0 ? ORDERED : operators);
        return new FilterField<>(name, allowed, literal, (operator, record, value) -> {
            V own = getter.apply(record);
            return own != null && fitsOrdered(operator, own.compareTo(value));
        });
    }

    private static boolean fitsOrdered(String operator, int difference) {
        return switch (operator) {
            case "<" -> difference < 0;
            case ">" -> difference > 0;
            case "<=" -> difference <= 0;
            case ">=" -> difference >= 0;
            default -> difference == 0;
        };
    }

    private static boolean fitsText(String operator, String own, String value) {
        return switch (operator) {
            case "contains" -> own.contains(value);
            case "startsWith" -> own.startsWith(value);
            case "endsWith" -> own.endsWith(value);
            default -> own.equals(value);
        };
    }

    String name() {
        return name;
    }

    List<String> operators() {
        return operators;
    }

    /** The condition that a record fits the value that is written here. */
    Predicate<T> condition(String operator, Lexeme written) {
        V value = literal.of(written);
        return record -> comparison.fits(operator, record, value);
    }
}
