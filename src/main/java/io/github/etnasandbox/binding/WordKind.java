package io.github.etnasandbox.binding;

import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.json.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the words of an enumeration, in any letter case. Json.NET takes the number of a constant, too; no number is
 * documented, so here they are refused.
 */
final class WordKind extends Kind {
    private final List<String> words = new ArrayList<>();
    private final Map<String, Word> bySpelling = new LinkedHashMap<>();

    /** @param others further spellings that are accepted, with what they mean */
    WordKind(Word[] words, Map<String, ? extends Word> others) {
        super("one of " + list(words));
        for (Word word : words) {
            add(word.word(), word);
        }
        others.forEach(this::add);
    }

    private void add(String spelling, Word word) {
        words.add(spelling);
        bySpelling.put(spelling.toLowerCase(Locale.ROOT), word);
    }

    @Override
    @Nullable Object read(Body body) throws IOException {
        return body.token() == JsonToken.VALUE_STRING ? word(body.text()) : null;
    }

    /** Looks up a word, white space around it aside; null when it is none. */
    @Nullable Word word(String text) {
        return bySpelling.get(text.trim().toLowerCase(Locale.ROOT));
    }

    @Override
    String complaint(Body body) throws IOException {
        String complaint = super.complaint(body);
        if (body.token() != JsonToken.VALUE_STRING) {
            return complaint + (body.token().isNumeric() ? "; numbers of words are not documented" : "");
        }
        return complaint + NearMiss.hint(body.text(), words, "\"");
    }

    private static String list(Word... words) {
        List<String> list = new ArrayList<>();
        for (Word word : words) {
            list.add(word.word());
        }
        return String.join(", ", list);
    }
}
