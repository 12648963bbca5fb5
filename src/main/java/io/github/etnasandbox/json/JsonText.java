package io.github.etnasandbox.json;

/** How a text is written in JSON: in quotes, with no more escapes than needed. */
public final class JsonText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    public static String quote(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2);
        quote(text, json);
        return json.toString();
    }

    /** Quotes a text. The result has a UTF-8 form whatever the text is: half a surrogate pair is escaped. */
    public static void quote(String text, StringBuilder json) {
        json.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < ' ' || Character.isSurrogate(c)) {
                if (isPairAt(text, i)) {
                    i++;
                    continue;
                }
                json.append(text, written, i);
                escape(c, json);
                written = i + 1;
            }
        }
        json.append(text, written, text.length()).append('"');
    }

    /** Tells whether a text has no form in UTF-8. */
    public static boolean hasHalfPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!isPairAt(text, i)) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static boolean isPairAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static void escape(char c, StringBuilder json) {
        json.append('\\');
        switch (c) {
            case '"', '\\' -> json.append(c);
            case '\n' -> json.append('n');
            case '\r' -> json.append('r');
            case '\t' -> json.append('t');
            case '\b' -> json.append('b');
            case '\f' -> json.append('f');
            default -> {
                json.append('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    json.append(HEX[(c >> shift) & 0xF]);
                }
            }
        }
    }
}
