package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.etnasandbox.json.FoundValue;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.json.NotJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one body whose members are listed, and collects everything that is wrong with it. */
final class BodyReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(10_000)
                    .maxNameLength(1_000)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // interning is process-wide
            .build();

    private final JsonParser json;
    private final BodyProblems problems = new BodyProblems();

    private BodyReader(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads a body.
     *
     * @throws Problem with everything that is wrong with it
     */
    static ControlBody read(byte[] body, List<Member<?>> members) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            try (JsonParser json = FACTORY.createParser(text)) {
                return new BodyReader(json).readAll(members);
            }
        } catch (IOException notUtf8) {
            throw new BodyProblems().add(0, 0, "", "is not UTF-8").problem();
        }
    }

    private ControlBody readAll(List<Member<?>> members) throws IOException {
        ControlBody body = null;
        try {
            json.nextToken();
            body = value(MemberKinds.object(members));
            if (json.nextToken() != null) {
                problem("there is more after the end of the object, found " + found());
            }
        } catch (JsonProcessingException e) {
            NotJson fault = NotJson.of(e, json);
            problems.add(fault.line(), fault.column(), pointer(), fault.explanation());
        }
        if (body == null || problems.areAny()) {
            throw problems.problem();
        }
        return body;
    }

    /** Reads the object that starts here, to its end; null when there is none. */
    @Nullable ControlBody object(List<Member<?>> members) throws IOException {
        if (!isAt(JsonToken.START_OBJECT)) {
            return null;
        }
        JsonLocation start = json.currentTokenLocation();
        String pointer = pointer();
        Map<Member<?>, Object> values = new HashMap<>();
        Set<String> met = new HashSet<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            readMember(members, met, values);
        }
        for (Member<?> member : members) {
            if (member.required() && !met.contains(member.name())) {
                problems.add(start.getLineNr(), start.getColumnNr(), pointer, "'" + member.name() + "' is missing");
            }
        }
        return new ControlBody(values);
    }

    private void readMember(List<Member<?>> members, Set<String> met, Map<Member<?>, Object> values)
            throws IOException {
        String name = json.currentName();
        Member<?> member = members.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        if (member == null) {
            problem(unknown(name, members));
        } else if (!met.add(name)) {
            problem("'" + name + "' appears twice in this object");
            member = null;
        }
        json.nextToken();
        if (member == null) {
            json.skipChildren();
        } else if (member.required() || !isAt(JsonToken.VALUE_NULL)) {
            Object value = value(member.kind());
            if (value != null) {
                values.put(member, value);
            }
        }
    }

    /** Reads the value that starts here, to its end; null when it is wrong, which is told then. */
    private <T> @Nullable T value(MemberKind<T> kind) throws IOException {
        T value = kind.reading().of(this);
        if (value == null) {
            problem(kind.complaint().about(this));
            json.skipChildren();
        }
        return value;
    }

    private static String unknown(String name, List<Member<?>> members) {
        if (members.isEmpty()) {
            return "unknown member '" + name + "'; no members are allowed here";
        }
        List<String> allowed = members.stream().map(Member::name).collect(Collectors.toList());
        return "unknown member '" + name + "'; allowed are " + String.join(", ", allowed)
                + NearMiss.of(name, allowed)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
    }

    boolean isAt(JsonToken token) {
        return json.hasToken(token);
    }

    String text() throws IOException {
        return json.getText();
    }

    double number() throws IOException {
        return json.getDoubleValue();
    }

    boolean isText() {
        return isAt(JsonToken.VALUE_STRING);
    }

    /** Describes the value here, for a person. */
    String found() throws IOException {
        return json.currentToken() == null ? "nothing" : FoundValue.describe(json);
    }

    private void problem(String message) {
        JsonLocation here = json.currentTokenLocation();
        problems.add(here.getLineNr(), here.getColumnNr(), pointer(), message);
    }

    private String pointer() {
        return json.getParsingContext().pathAsPointer().toString();
    }
}
