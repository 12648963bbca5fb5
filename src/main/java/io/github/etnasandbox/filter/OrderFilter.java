package io.github.etnasandbox.filter;

import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a filter of an order list, one condition after the other. Keywords and names are taken in any letter case.
 *
 * <pre>
 * filter    = condition { "and" condition }
 * condition = "CreateDate" ( "&gt;" | "&gt;=" | "&lt;" | "&lt;=" ) date
 *           | "CreateDate" "between" date "and" date
 *           | "SecurityId" "=" number
 *           | "Status" "in" "(" number { "," number } ")"
 * date      = "#2019-03-13T18:31:42#", in UTC
 * </pre>
 *
 * <p>Source: guide page Get Filtered Orders.
 */
public final class OrderFilter {
    /** Lets every order through. */
    public static final Predicate<Order> ALL = order -> true;

    private static final String CREATE_DATE = "CreateDate";
    private static final String SECURITY_ID = "SecurityId";
    private static final String STATUS = "Status";
    private static final List<String> NAMES = List.of(CREATE_DATE, SECURITY_ID, STATUS);

    private final Iterator<Lexeme> rest;
    private Lexeme next;

    private OrderFilter(String text) {
        rest = Lexeme.listOf(text).iterator();
        next = rest.next();
    }

    /** Reads a filter; a FilterException says that it is wrong, or more than the documented language. */
    public static Predicate<Order> parse(String text) {
        return text.isBlank() ? ALL : new OrderFilter(text).filter();
    }

    private Predicate<Order> filter() {
        Predicate<Order> filter = condition();
        while (takeIf("and")) {
            filter = filter.and(condition());
        }
        if (next.kind() != Lexeme.Kind.END) {
            throw next.insteadOf("'and' or the end");
        }
        return filter;
    }

    private Predicate<Order> condition() {
        Lexeme name = take();
        if (name.is(CREATE_DATE)) {
            return createDate();
        }
        if (name.is(SECURITY_ID)) {
            require("=");
            int id = number();
            return order -> order.terms().securityId() == id;
        }
        if (name.is(STATUS)) {
            require("in");
            Set<OrderStatus> statuses = statuses();
            return order -> statuses.contains(order.status());
        }
        throw name.insteadOf(String.join(", ", NAMES) + NearMiss.hint(name.text(), NAMES, ""));
    }

    private Predicate<Order> createDate() {
        Lexeme comparison = take();
        if (comparison.is("between")) {
            Predicate<Order> from = created(difference -> difference >= 0);
            require("and");
            return from.and(created(difference -> difference <= 0));
        }
        return switch (comparison.text()) {
            case ">" -> created(difference -> difference > 0);
            case ">=" -> created(difference -> difference >= 0);
            case "<" -> created(difference -> difference < 0);
            case "<=" -> created(difference -> difference <= 0);
            default -> throw comparison.insteadOf("'>', '>=', '<', '<=' or 'between'");
        };
    }

    /** Compares with the date that is next: a difference below zero is an earlier order. */
    private Predicate<Order> created(IntPredicate difference) {
        Instant date = date();
        return order -> difference.test(order.terms().createDate().compareTo(date));
    }

    /** Codes that no status has are taken, as in the documented examples, and match nothing. */
    private Set<OrderStatus> statuses() {
        Set<Integer> codes = new HashSet<>();
        require("(");
        do {
            codes.add(number());
        } while (takeIf(","));
        if (!takeIf(")")) {
            throw next.insteadOf("',' or ')'");
        }
        Set<OrderStatus> statuses = EnumSet.allOf(OrderStatus.class);
        statuses.removeIf(status -> !codes.contains(status.code()));
        return statuses;
    }

    private int number() {
        Lexeme number = take();
        if (number.kind() != Lexeme.Kind.NUMBER) {
            throw number.insteadOf("a number");
        }
        try {
            return Integer.parseInt(number.text());
        } catch (NumberFormatException outOfRange) {
            throw number.insteadOf("an int32 (-2147483648 to 2147483647)");
        }
    }

    private Instant date() {
        Lexeme date = take();
        String text = date.text();
        Instant instant =
                date.kind() == Lexeme.Kind.DATE ? JsonDate.parse(text.endsWith("Z") ? text : text + "Z") : null;
        if (instant == null) {
            throw date.insteadOf("a date in UTC such as #2019-03-13T18:31:42#");
        }
        return instant;
    }

    /** The next lexeme; behind the last one is the end, again and again. */
    private Lexeme take() {
        Lexeme taken = next;
        next = rest.hasNext() ? rest.next() : taken;
        return taken;
    }

    private boolean takeIf(String keyword) {
        boolean fits = next.is(keyword);
        if (fits) {
            take();
        }
        return fits;
    }

    private void require(String keyword) {
        if (!takeIf(keyword)) {
            throw next.insteadOf("'" + keyword + "'");
        }
    }

    /**
     * A word, sign, number or date of a filter.
     *
     * @param text it as written; of a date what stands between the hashes
     * @param column where it starts, from 1
     */
    private record Lexeme(Kind kind, String text, int column) {
        private static final Pattern LEXEME = Pattern.compile(
                "#(?<date>[^#]*)#|(?<number>-?[0-9]+)|[A-Za-z_][A-Za-z0-9_]*|[<>]=|\\P{javaWhitespace}");

        enum Kind {
            WORD_OR_SIGN,
            NUMBER,
            DATE,
            END
        }

        /** Cuts a filter into its lexemes, of which the last is always the end. */
        static List<Lexeme> listOf(String filter) {
            List<Lexeme> lexemes = new ArrayList<>();
            Matcher matcher = LEXEME.matcher(filter);
            while (matcher.find()) {
                String text = matcher.group();
                String date = matcher.group("date");
                int column = matcher.start() + 1;
                if (date != null) {
                    lexemes.add(new Lexeme(Kind.DATE, date, column));
                } else if (text.equals("#")) {
                    throw new FilterException(filter.length() + 1, "the end", "the '#' that closes the date");
                } else {
                    boolean isNumber = matcher.group("number") != null;
                    lexemes.add(new Lexeme(isNumber ? Kind.NUMBER : Kind.WORD_OR_SIGN, text, column));
                }
            }
            lexemes.add(new Lexeme(Kind.END, "", filter.length() + 1));
            return lexemes;
        }

        boolean is(String keyword) {
            return kind != Kind.DATE && text.equalsIgnoreCase(keyword);
        }

        FilterException insteadOf(String allowed) {
            String found = switch (kind) {
                case END -> "the end";
                case DATE -> "'#" + text + "#'";
                case NUMBER, WORD_OR_SIGN -> "'" + text + "'";
            };
            return new FilterException(column, found, allowed);
        }
    }

    /** Says what is wrong with a filter: where, what was found, and what is allowed there. */
    public static final class FilterException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private FilterException(int column, String found, String allowed) {
            super(
                    "column " + column + " of the filter: found " + found + "; allowed is " + allowed,
                    null,
                    false,
                    false);
        }

        /** What is wrong, for a person. */
        public String problem() {
            return String.valueOf(getMessage());
        }
    }
}
