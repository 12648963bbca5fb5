package io.github.etnasandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The public API: what users may build on. Its packages are named in {@code pom.xml}, where the Javadoc gate asks for their
 * documentation, and each of its signatures stands in {@code src/test/resources/public-api.txt}.
 */
class PublicApiTest {
    private static final Path DECIDED = Path.of("src/test/resources/public-api.txt");
    private static final Path PRESENT = Path.of("target/public-api.txt");
    private static final Path CLASSES = Path.of("target/classes");
    private static final Pattern PACKAGE = Pattern.compile("<sourceFileInclude>(.*)/\\*\\.java</sourceFileInclude>");
    private static final Pattern TYPE = Pattern.compile("(?:[a-z]\\w*\\.)+[A-Z][\\w$]*");

    /** What each record and enum has without anybody's writing it. */
    private static final Set<String> GIVEN = Set.of("equals", "hashCode", "toString", "values", "valueOf");

    private static final TreeMap<String, Class<?>> TYPES = new TreeMap<>();

    @BeforeAll
    static void find_the_public_types() throws Exception {
        for (MatchResult named :
                PACKAGE.matcher(Files.readString(Path.of("pom.xml"))).results().toList()) {
            try (Stream<Path> files = Files.list(CLASSES.resolve(named.group(1)))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".class")).toList()) {
                    Class<?> type = Class.forName(CLASSES.relativize(file)
                            .toString()
                            .replaceAll("\\.class$", "")
                            .replace('/', '.'));
                    if (isPublic(type)) {
                        TYPES.put(type.getName(), type);
                    }
                }
            }
        }
    }

    @Test
    void every_change_of_the_public_api_is_a_decision() throws IOException {
        List<String> present = signatures().toList();
        Files.write(PRESENT, present);
        List<String> decided = Files.readAllLines(DECIDED);
        Stream<String> gone = decided.stream().filter(line -> !present.contains(line));
        Stream<String> added = present.stream().filter(line -> !decided.contains(line));
        assertThat(Stream.concat(gone.map(line -> "- " + line), added.map(line -> "+ " + line)))
                .as("changes of the public API; if you mean them, copy %s to %s", PRESENT, DECIDED)
                .isEmpty();
    }

    @Test
    void the_public_api_shows_no_types_but_its_own_and_those_of_the_jdk_and_of_junit() {
        Set<String> others = signatures()
                .flatMap(line -> TYPE.matcher(line).results())
                .map(MatchResult::group)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("org.junit."))
                .filter(name -> !TYPES.containsKey(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others).isEmpty();
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> around = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers()) && (around == null ? !type.isAnonymousClass() : isPublic(around));
    }

    private static Stream<String> signatures() {
        return TYPES.values().stream().flatMap(PublicApiTest::signatures);
    }

    private static Stream<String> signatures(Class<?> type) {
        List<String> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            add(members, field, field.toGenericString());
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            add(members, constructor, constructor.toGenericString());
        }
        for (Method method : type.getDeclaredMethods()) {
            add(members, method, method.toGenericString());
        }
        members.sort(null);
        String itself = type.toGenericString().replace(" sealed", ""); // Java 17 does not tell it
        return Stream.concat(Stream.of(itself), members.stream().map(member -> "    " + member));
    }

    private static void add(List<String> members, Member member, String signature) {
        boolean seen = (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
        boolean given = member.isSynthetic() || (member instanceof Executable && GIVEN.contains(member.getName()));
        if (seen && !given) {
            members.add(signature);
        }
    }
}
