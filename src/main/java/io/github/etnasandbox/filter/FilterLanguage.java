package io.github.etnasandbox.filter;

import io.github.etnasandbox.json.NearMiss;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The filters that a list of records T takes. Keywords and names may have any letter case. Immutable and thread-safe.
 *
 * <pre>
 * filter    = condition { "and" condition }
 * condition = field ( "=" | "&lt;" | "&gt;" | "&lt;=" | "&gt;=" | "contains" | "startsWith" | "endsWith" ) value
 *           | field "in" "(" value { "," value } ")"
 *           | field "between" value "and" value
 * value     = "2500" | "'text'" | "#2019-03-13T18:31:42#", in UTC | "true" | "false"
 * </pre>
 *
 * <p>Which of the operators a field takes, and what values, its {@link FilterField} says.
 *
 * <p>Source: guide pages Get Filtered Orders, Get Filtered Equities and Get All Accounts.
 */
public final class FilterLanguage<T> {
    private final List<FilterField<T, ?>> fields;
    private final List<String> names;

    public FilterLanguage(List<FilterField<T, ?>> fields) {
        this.fields = List.copyOf(fields);
        this.names = this.fields.stream().map(FilterField::name).toList();
    }

    /** The fields that a filter may name. */
    public List<String> names() {
        return names;
    }

    /** Reads a filter of one condition or more; a FilterException says what is wrong with it. */
    public Predicate<T> parse(String text) {
        return new Reader(text).filter();
    }

    /** Reads one filter, one condition after the other. */
    private final class Reader {
        private final Iterator<Lexeme> rest;
        private Lexeme next;

        Reader(String text) {
            rest = Lexeme.listOf(text).iterator();
            next = rest.next();
        }

        Predicate<T> filter() {
            Predicate<T> filter = condition();
            while (takeIf("and")) {
                filter = filter.and(condition());
            }
            if (next.kind() != Lexeme.Kind.END) {
                throw next.insteadOf("'and' or the end");
            }
            return filter;
        }

        private Predicate<T> condition() {
            Lexeme name = take();
            for (FilterField<T, ?> field : fields) {
                if (name.is(field.name())) {
                    return condition(field);
                }
            }
            throw name.insteadOf(String.join(", ", names) + NearMiss.hint(name.text(), names, ""));
        }

        private Predicate<T> condition(FilterField<T, ?> field) {
            String operator = operator(field.operators());
            return switch (operator) {
                case "in" -> anyOf(field);
                case "between" -> {
                    Predicate<T> from = field.condition(">=", take());
                    require("and");
                    yield from.and(field.condition("<=", take()));
                }
                default -> field.condition(operator, take());
            };
        }

        private String operator(List<String> allowed) {
            Lexeme written = take();
            for (String operator : allowed) {
                if (written.is(operator)) {
                    return operator;
                }
            }
            throw written.insteadOf(listed(allowed));
        }

        private Predicate<T> anyOf(FilterField<T, ?> field) {
            require("(");
            Predicate<T> any = field.condition("=", take());
            while (takeIf(",")) {
                any = any.or(field.condition("=", take()));
            }
            if (!takeIf(")")) {
                throw next.insteadOf("',' or ')'");
            }
            return any;
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
    }

    /** Each in quotes, and the last behind an or. */
    private static String listed(List<String> operators) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < operators.size(); i++) {
            list.append(i == 0 ? "" : i == operators.size() - 1 ? " or " : ", ");
            list.append('\'').append(operators.get(i)).append('\'');
        }
        return list.toString();
    }
}
