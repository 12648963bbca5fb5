package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A position in one JSON text: moves on, and knows where it is when something is wrong there. Not thread-safe. */
public final class Cursor {
    private static final int DEEPEST = 32;
    /** The longest text, in characters. */
    public static final int LONGEST_TEXT = 10_000;

    private static final int MOST_SHOWN = 60;
    private static final int LONGEST_NAME = 1_000;
    private static final long LONGEST_FILE = 1L << 33;
    private static final int MOST_REMEMBERED = 1000;
    private static final int SLOTS = 1 << 13;

    /** One for all readings: it keeps the names that it has met, which each reading would have to learn anew. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .maxDocumentLength(LONGEST_FILE)
                    .build())
            // Interning is process-wide; the names that matter are shared anyway.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final String file;
    private final Wording wording;
    private final JsonParser parser;
    private final Problems problems;
    /** Equal values share one instance, most of the time: it knows so many, and forgets one for another. */
    private final @Nullable Object[] known = new @Nullable Object[SLOTS];

    /** Unknown names that are like no known one: a large file repeats them in every object. */
    private final Map<Shape<?>, Set<String>> unlikeAny = new HashMap<>();

    private Cursor(String file, Wording wording, JsonParser parser, Problems problems) {
        this.file = file;
        this.wording = wording;
        this.parser = parser;
        this.problems = problems;
    }

    /** Whose text it is, which says in which words problems are told, and what values it may hold. */
    public enum Wording {
        /** Of a file, or a document with what files have. */
        FILE("field", "value"),
        /** Of a request's body, see {@link Kind#inBodies}. */
        BODY("member", "object"),
        /** Of what the sandbox has written for itself, where values keep what the API's spelling would cut off. */
        STORED("field", "value");

        /** What a name and its value in an object are called. */
        final String member;
        /** What the text as a whole is called. */
        private final String root;

        Wording(String member, String root) {
            this.member = member;
            this.root = root;
        }
    }

    /** Reads the value that starts at a cursor and leaves the cursor at its end. */
    @FunctionalInterface
    public interface Root {
        void read(Cursor cursor) throws IOException;
    }

    /**
     * Reads a text that holds one value and nothing else, and closes it. What ends the reading early is one more problem.
     *
     * @param file what problems call the text
     * @return whether it was JSON to its end
     */
    public static boolean read(String file, Reader text, Wording wording, Problems problems, Root root)
            throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            return new Cursor(file, wording, parser, problems).readAll(root);
        }
    }

    /** Reads a text in memory that holds one value of a kind; what the problems throw when it is none. */
    public static <V> V read(String file, Reader text, Wording wording, Problems problems, Kind<V> kind) {
        AtomicReference<@Nullable V> read = new AtomicReference<>();
        try {
            read(file, text, wording, problems, (Cursor cursor) -> read.set(kind.read(cursor)));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        problems.throwIfAny();
        return Objects.requireNonNull(read.get());
    }

    private boolean readAll(Root root) throws IOException {
        try {
            if (next() == null && wording != Wording.BODY) {
                problem("is empty, found no JSON in it");
                return false;
            }
            root.read(this);
            if (next() != null) {
                problem("there is more after the end of the " + wording.root + ", found " + found());
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

    Wording wording() {
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

    /** Whether a value here starts with that token; else notes what is wrong with it, and skips it. */
    public boolean expect(JsonToken token, String expected) throws IOException {
        boolean fits = isAt(token);
        if (!fits) {
            refuse(expected, "");
        }
        return fits;
    }

    /** Notes that the value here is not what was expected, and skips it. */
    void refuse(String expected, String hint) throws IOException {
        problem("must be " + expected + ", found " + found() + hint);
        skipValue();
    }

    /** The name or scalar here. */
    public String text() throws IOException {
        return parser.getText();
    }

    /** Describes the value here, for a person. */
    public String found() throws IOException {
        return describe(parser);
    }

    /** Describes what a parser stands at: an object, an array, nothing, or the scalar as JSON has it, cut when it is long. */
    public static String describe(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "nothing";
        }
        if (token.isStructStart()) {
            return token == JsonToken.START_OBJECT ? "an object" : "an array";
        }
        String text = parser.getText();
        String shown = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
        return token == JsonToken.VALUE_STRING ? JsonText.quote(shown) : shown;
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
        problems.add(place, message, true);
    }

    /** Counts the problems so far: an object in which none was added is sound. */
    public int problems() {
        return problems.count();
    }

    /** An equal value that was met before, else this one. */
    @SuppressWarnings("unchecked") // equal values have one class
    <V> V shared(V value) {
        int hash = value.hashCode();
        int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
        if (value.equals(known[slot])) {
            return (V) known[slot];
        }
        known[slot] = value;
        return value;
    }

    /** Whether a name that a shape does not know is like none of those it interprets. */
    boolean isUnlikeAny(String name, Shape<?> shape) {
        Set<String> known = unlikeAny.computeIfAbsent(shape, none -> new HashSet<>());
        if (known.contains(name)) {
            return true;
        }
        if (NearMiss.of(name, shape.names(false)).isPresent()) {
            return false;
        }
        if (known.size() < MOST_REMEMBERED) {
            known.add(name);
        }
        return true;
    }

    /**
     * Why a text could not be read as JSON, and where.
     *
     * @param line line from 1
     * @param column column in characters from 1
     * @param explanation what is wrong there, without the parser's remarks about its own settings
     */
    public record NotJson(int line, int column, String explanation) {
        /** What a parser's message says of the parser, which is of no use to who wrote the text. */
        private static final Pattern OWN_SETTINGS =
                Pattern.compile(": enable `.*|, from `[^`]*`| \\([^()]*Feature '[^']*'[^()]*\\)");

        /** Explains what a parser over a {@link Utf8Reader} threw. */
        public static NotJson of(IOException fault, JsonParser parser) {
            JsonLocation here = parser.currentLocation();
            if (fault instanceof Utf8Reader.NotUtf8Exception notUtf8) {
                return new NotJson(here.getLineNr(), notUtf8.column, String.valueOf(notUtf8.getMessage()));
            }
            if (fault instanceof JsonParseException notJson) {
                JsonLocation place = notJson.getLocation();
                return new NotJson(place.getLineNr(), place.getColumnNr(), "not JSON: " + ofSyntax(notJson));
            }
            String message = fault instanceof JacksonException limit ? limit.getOriginalMessage() : fault.toString();
            return new NotJson(here.getLineNr(), here.getColumnNr(), firstLine(message));
        }

        private static String ofSyntax(JsonParseException e) {
            String message = firstLine(e.getOriginalMessage());
            return message.startsWith("Unexpected end-of-input") ? "it ends in the middle" : message;
        }

        /** The parser's further lines are about the text, as the place is. */
        private static String firstLine(String message) {
            String line = message.lines().findFirst().orElse(message);
            return OWN_SETTINGS.matcher(line).replaceAll("");
        }
    }
}
