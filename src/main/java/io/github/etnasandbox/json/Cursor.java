package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A position in one JSON text: moves on, and knows where it is when something is wrong there. Not thread-safe. */
public final class Cursor {
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NAME = 1_000;
    private static final long LONGEST_FILE = 1L << 33;
    private static final int MOST_REMEMBERED = 1000;

    private final String file;
    private final Wording wording;
    private final JsonParser parser;
    private final Problems problems;
    private final Pool<String> texts = new Pool<>();
    private final Pool<Instant> dates = new Pool<>();
    private final Pool<KeptFields> keptFields = new Pool<>();
    /** Unknown names that are like no known one: a large file repeats them in every object. */
    private final Map<Shape<?>, Set<String>> unlikeAny = new HashMap<>();

    private Cursor(String file, Wording wording, JsonParser parser, Problems problems) {
        this.file = file;
        this.wording = wording;
        this.parser = parser;
        this.problems = problems;
    }

    /** Reads the value that starts at a cursor and leaves the cursor at its end. */
    @FunctionalInterface
    public interface Root {
        void read(Cursor cursor) throws IOException;
    }

    /**
     * Reads a text that holds one value, and nothing else. What ends the reading early is one more problem.
     *
     * @param file what problems call the text
     * @param text the text; closed here
     * @return whether it was JSON to its end
     * @throws IOException when the text itself cannot be read
     */
    public static boolean read(String file, Reader text, Wording wording, Problems problems, Root root)
            throws IOException {
        JsonFactory json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_NAME)
                        .maxDocumentLength(LONGEST_FILE)
                        .build())
                // Interning is process-wide; the names that matter are shared anyway.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        try (JsonParser parser = json.createParser(text)) {
            return new Cursor(file, wording, parser, problems).readAll(root);
        }
    }

    private boolean readAll(Root root) throws IOException {
        try {
            if (next() == null && wording == Wording.FILE) {
                problem("is empty, found no JSON in it");
                return false;
            }
            root.read(this);
            if (next() != null) {
                problem("there is more after the end of the " + wording.root() + ", found " + found());
            }
            return true;
        } catch (JsonProcessingException | Utf8Reader.NotUtf8Exception e) {
            NotJson fault = NotJson.of(e, parser);
            problem(new Place(file, fault.line(), fault.column(), pointer()), fault.explanation());
            return false;
        }
    }

    public JsonParser parser() {
        return parser;
    }

    /** The words for problems here. */
    public Wording wording() {
        return wording;
    }

    /** Moves to the next token, null at the end of the text. */
    public @Nullable JsonToken next() throws IOException {
        return parser.nextToken();
    }

    /** Moves to the end of the array or object that starts here, if one does. */
    public void skipValue() throws IOException {
        parser.skipChildren();
    }

    public boolean isAt(JsonToken token) {
        return parser.hasToken(token);
    }

    /** The name or scalar here. */
    public String text() throws IOException {
        return parser.getText();
    }

    /** Describes the value here, for a person. */
    public String found() throws IOException {
        return parser.currentToken() == null ? "nothing" : FoundValue.describe(parser);
    }

    /** Where the token here begins. */
    public Place place() {
        JsonLocation here = location();
        return new Place(file, here.getLineNr(), here.getColumnNr(), pointer());
    }

    Place place(int line, int column, String pointer) {
        return new Place(file, line, column, pointer);
    }

    JsonLocation location() {
        return parser.currentTokenLocation();
    }

    String pointer() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    /** Tells whether the object or array that starts here is somewhere inside two fields of that name. */
    public boolean isTwiceInside(String name) {
        int times = 0;
        for (JsonStreamContext context = parser.getParsingContext(); context != null; context = context.getParent()) {
            times += name.equals(context.getCurrentName()) ? 1 : 0;
        }
        return times > 1;
    }

    /** Notes what is wrong with what is here. */
    public void problem(String message) {
        problem(place(), message);
    }

    /** Notes what is wrong at a place. */
    public void problem(Place place, String message) {
        problems.add(place, message);
    }

    void contradiction(Place place, String message) {
        problems.add(new JsonProblem(place, message, true));
    }

    /** Counts the problems so far: an object in which none was added is sound. */
    public int problems() {
        return problems.count();
    }

    /** Returns an equal text that was met before, else this one. */
    public String shared(String text) {
        return texts.shared(text);
    }

    Instant shared(Instant date) {
        return dates.shared(date);
    }

    KeptFields shared(KeptFields fields) {
        return keptFields.shared(fields);
    }

    /** Whether a name that a shape does not know is like none of those it interprets. */
    boolean isUnlikeAny(String name, Shape<?> shape) {
        Set<String> known = unlikeAny.computeIfAbsent(shape, none -> new HashSet<>());
        if (known.contains(name)) {
            return true;
        }
        if (NearMiss.of(name, shape.interpretedNames()).isPresent()) {
            return false;
        }
        if (known.size() < MOST_REMEMBERED) {
            known.add(name);
        }
        return true;
    }
}
