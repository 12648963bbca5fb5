package io.github.etnasandbox.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, sign, number, date or text of a filter.
 *
 * @param text it as written; of a date and of a text what stands between its marks
 * @param column where it starts, from 1
 */
record Lexeme(Kind kind, String text, int column) {
    private static final Pattern LEXEME = Pattern.compile("#(?<date>[^#]*)#|'(?<text>(?:[^']|'')*)'"
            + "|(?<number>-?[0-9]+(?:\\.[0-9]+)?)|[A-Za-z_][A-Za-z0-9_]*|[<>]=|\\P{javaWhitespace}");

    enum Kind {
        WORD_OR_SIGN,
        NUMBER,
        DATE,
        TEXT,
        END
    }

    /** Cuts a filter into its lexemes, of which the last is always the end. */
    static List<Lexeme> listOf(String filter) {
        List<Lexeme> lexemes = new ArrayList<>();
        Matcher matcher = LEXEME.matcher(filter);
        while (matcher.find()) {
            String written = matcher.group();
            String date = matcher.group("date");
            String text = matcher.group("text");
            int column = matcher.start() + 1;
            if (date != null) {
                lexemes.add(new Lexeme(Kind.DATE, date, column));
            } else if (text != null) {
                lexemes.add(new Lexeme(Kind.TEXT, text.replace("''", "'"), column));
            } else if (written.equals("#") || written.equals("'")) {
                String closes = "the '" + written + "' that closes the " + (written.equals("#") ? "date" : "text");
                throw new FilterException(filter.length() + 1, "the end", closes);
            } else {
                boolean isNumber = matcher.group("number") != null;
                lexemes.add(new Lexeme(isNumber ? Kind.NUMBER : Kind.WORD_OR_SIGN, written, column));
            }
        }
        lexemes.add(new Lexeme(Kind.END, "", filter.length() + 1));
        return lexemes;
    }

    boolean is(String keyword) {
        return kind != Kind.DATE && kind != Kind.TEXT && text.equalsIgnoreCase(keyword);
    }

    FilterException insteadOf(String allowed) {
        String found = switch (kind) {
            case END -> "the end";
            case DATE -> "'#" + text + "#'";
            case TEXT -> "the text '" + text + "'";
            case NUMBER, WORD_OR_SIGN -> "'" + text + "'";
        };
        return new FilterException(column, found, allowed);
    }
}
