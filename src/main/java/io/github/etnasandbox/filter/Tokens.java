package io.github.etnasandbox.filter;

import java.util.ArrayList;
import java.util.List;

/** Cuts a filter into its pieces and hands them out one after the other; the last is always the end. */
final class Tokens {
    private final String filter;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Tokens(String filter) {
        this.filter = filter;
        int at = skipSpace(0);
        while (at < filter.length()) {
            at = skipSpace(cut(at));
        }
        tokens.add(new Token(Token.Kind.END, "", filter.length() + 1));
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The next piece; the end is handed out again and again. */
    Token take() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    /** Takes the next piece if it is a certain word or sign. */
    boolean takeIf(String keyword) {
        boolean fits = peek().is(keyword);
        if (fits) {
            take();
        }
        return fits;
    }

    void require(String keyword) {
        if (!takeIf(keyword)) {
            throw peek().insteadOf("'" + keyword + "'");
        }
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < filter.length() && Character.isWhitespace(filter.charAt(at))) {
            at++;
        }
        return at;
    }

    private int cut(int from) {
        char first = filter.charAt(from);
        if (first == '#') {
            return cutDate(from);
        }
        int end = from + 1;
        Token.Kind kind = Token.Kind.SIGN;
        if (isDigit(first) || (first == '-' && end < filter.length() && isDigit(filter.charAt(end)))) {
            kind = Token.Kind.NUMBER;
            while (end < filter.length() && isDigit(filter.charAt(end))) {
                end++;
            }
        } else if (isLetter(first)) {
            kind = Token.Kind.WORD;
            while (end < filter.length() && (isLetter(filter.charAt(end)) || isDigit(filter.charAt(end)))) {
                end++;
            }
        } else if ((first == '<' || first == '>') && end < filter.length() && filter.charAt(end) == '=') {
            end++;
        }
        tokens.add(new Token(kind, filter.substring(from, end), from + 1));
        return end;
    }

    private int cutDate(int from) {
        int close = filter.indexOf('#', from + 1);
        if (close < 0) {
            throw new FilterException(filter.length() + 1, "the end", "the '#' that closes the date");
        }
        tokens.add(new Token(Token.Kind.DATE, filter.substring(from + 1, close), from + 1));
        return close + 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
