package io.github.etnasandbox.binding;

import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.ExecInst;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set of execution instructions: words parted by commas, or a number. Unlike other words these have a documented number:
 * orders without instructions show 0.
 */
final class ExecInstKind extends Kind {
    private static final WordKind WORDS = new WordKind(ExecInst.values(), Map.of());

    ExecInstKind() {
        super("a whole number, or words parted by commas");
    }

    /** As compact JSON: what orders show. */
    @Override
    @Nullable Object read(Body body) throws IOException {
        if (body.token() != JsonToken.VALUE_STRING) {
            return body.token() == JsonToken.VALUE_NUMBER_INT ? body.text() : null;
        }
        List<String> spelt = new ArrayList<>();
        for (String text : body.text().split(",", -1)) {
            Word word = WORDS.word(text);
            if (word == null) {
                return null;
            }
            spelt.add(word.word());
        }
        return JsonText.quote(String.join(", ", spelt));
    }

    @Override
    String complaint(Body body) throws IOException {
        return body.token() == JsonToken.VALUE_STRING ? WORDS.complaint(body) : super.complaint(body);
    }
}
