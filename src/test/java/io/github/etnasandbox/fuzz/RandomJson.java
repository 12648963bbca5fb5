package io.github.etnasandbox.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes JSON that is wrong, odd or extreme out of JSON that is right. The same random numbers make the same texts. */
final class RandomJson {
    private static final Pattern SCALAR =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null");
    private static final Pattern MEMBER = Pattern.compile("\"[A-Za-z]+\"\\s*:");

    private static final List<String> EXTREMES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "-0.0",
            "1",
            "-1",
            "0.5",
            "1e-7",
            "0.1234567890123456789",
            "1e12",
            "-1e12",
            "999999999999.99994",
            "1000000000000.0001",
            "1.1e12",
            "1e13",
            "1e308",
            "1e309",
            "-1e400",
            "4.9e-324",
            "1e-400",
            "1E+2",
            "2147483646",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890",
            "9".repeat(999),
            "9".repeat(1_001),
            "\"\"",
            "\" \"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"1,000\"",
            "\"1e5\"",
            "\"١\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\uD83D\\uDE00\"",
            "\"\\u2028</script>\"",
            "\"" + "x".repeat(10_000) + "\"",
            "\"" + "x".repeat(10_001) + "\"",
            "\"" + "é".repeat(10_000) + "\"",
            "\"9999-12-31T23:59:59.9999999Z\"",
            "\"9999-12-31T23:59:59-23:00\"",
            "\"0001-01-01T00:00:00Z\"",
            "\"0001-01-01T00:00:00+14:00\"",
            "\"10000-01-01T00:00:00Z\"",
            "\"2019-01-21T15:30:00.12345678Z\"",
            "\"2019-02-30\"",
            "\"PT0S\"",
            "\"-PT1S\"",
            "\"PT0.000000001S\"",
            "\"P366D\"",
            "\"P367D\"",
            "\"PT2562047788015215H30M7.999999999S\"",
            "\"P999999999999D\"",
            "\"Buy\"",
            "\"SellShort\"",
            "\"Market\"",
            "\"GoodTillDate\"",
            "\"FillOrKill\"",
            "\"OneCancelOther\"",
            "\"OneTriggerOneCancelOther\"",
            "\"PendingCancel\"",
            "\"Held\"",
            "\"AAPL\"",
            "\"hold\"",
            "\"partial-fill-first\"",
            "\"fill-after-accept\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[{}]",
            "{\"a\":1,\"a\":2}",
            "{\"\":\"\"}",
            "[".repeat(31) + "]".repeat(31),
            "[".repeat(300) + "]".repeat(300),
            "{\"a\":".repeat(200) + "1" + "}".repeat(200));

    private static final String NOISE = "{}[]:,\"\\ \n\u0000\u00e9\ufeff+-.eE0\ud83d";

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    /** A value that is allowed in few places. */
    String extreme() {
        return pick(EXTREMES);
    }

    /** The text with one change or a few. */
    String mutated(String json) {
        String mutated = json;
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            mutated = switch (random.nextInt(10)) {
                case 0 -> withMember(mutated);
                case 1 -> withMemberTwice(mutated);
                case 2 -> withNoise(mutated);
                case 3 -> mutated.substring(0, random.nextInt(mutated.length() + 1));
                default -> withExtreme(mutated);
            };
        }
        return mutated;
    }

    /** The text with another value, or name, in the place of one. */
    private String withExtreme(String json) {
        MatchResult scalar = pick(SCALAR, json);
        return scalar == null
                ? extreme()
                : json.substring(0, scalar.start()) + extreme() + json.substring(scalar.end());
    }

    private String withMember(String json) {
        int brace = json.indexOf('{', random.nextInt(json.length() + 1));
        return brace < 0
                ? json
                : json.substring(0, brace + 1) + "\"unknown " + random.nextInt(3) + "\":" + extreme() + ","
                        + json.substring(brace + 1);
    }

    private String withMemberTwice(String json) {
        MatchResult member = pick(MEMBER, json);
        return member == null
                ? json
                : json.substring(0, member.start()) + member.group() + extreme() + "," + json.substring(member.start());
    }

    private String withNoise(String json) {
        int at = random.nextInt(json.length() + 1);
        return json.substring(0, at) + NOISE.charAt(random.nextInt(NOISE.length())) + json.substring(at);
    }

    private MatchResult pick(Pattern pattern, String text) {
        List<MatchResult> found = new ArrayList<>();
        pattern.matcher(text).results().forEach(found::add);
        return found.isEmpty() ? null : pick(found);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
