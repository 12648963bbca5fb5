package io.github.etnasandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;

/** Ours beside what is published of the family: each difference has its reason, and each reason its difference. */
@SandboxTest
class PublishedDefinitionTest {
    private static final Path FOLDER = Path.of("src/test/resources/published-definition");
    private static final List<String> MODELS = List.of(
            "Order", "Orders", "PlaceParams", "Preview", "OrderDetails", "TokenIssued", "UserInfo", "UserAccount");

    @Test
    void each_difference_has_a_reason_and_each_reason_a_difference(World world, Sandbox sandbox) throws IOException {
        Set<String> published = facts(Files.readAllLines(FOLDER.resolve("family.txt")), line -> line);
        Set<String> ours;
        try (World current = sandbox.newWorld(world.seed(), world.settings().withDialect(Dialect.CURRENT))) {
            ours = ours(new Contract(Unirest.get(current.controlUrl() + "/openapi.json")
                    .asString()
                    .getBody()));
        }
        List<String> reasons = Files.readAllLines(FOLDER.resolve("differences.txt"));
        reasons.stream().filter(line -> !line.startsWith("#")).forEach(System.out::println);
        assertThat(without(published, ours))
                .as("published, not ours")
                .isEqualTo(facts(reasons, line -> line.startsWith("- ") ? line.substring(2) : ""));
        assertThat(without(ours, published))
                .as("ours, not published")
                .isEqualTo(facts(reasons, line -> line.startsWith("+ ") ? line.substring(2) : ""));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }

    /** One for each operation, and for each name behind a colon. What follows a semicolon is a reason. */
    private static Set<String> facts(List<String> lines, UnaryOperator<String> choice) {
        Set<String> facts = new TreeSet<>();
        for (String line : lines) {
            String fact = line.startsWith("#") ? "" : choice.apply(line).split(";", -1)[0];
            int colon = fact.indexOf(": ");
            if (colon < 0 && !fact.isBlank()) {
                facts.add(fact);
            } else if (colon > 0) {
                for (String name : fact.substring(colon + 2).split(" ", -1)) {
                    facts.add(fact.substring(0, colon + 2) + name);
                }
            }
        }
        return facts;
    }

    private static Set<String> ours(Contract contract) {
        List<String> lines = new ArrayList<>();
        for (Contract.Operation operation : contract.operations()) {
            String route = operation.method() + " " + operation.path().replaceAll("\\{[^}]*}", "*");
            if (operation.isOfApi()) {
                lines.add(route);
            }
            boolean listed = route.endsWith(" /v1.0/accounts/*/orders") || route.endsWith(" /token");
            for (JsonNode parameter : operation.told().path("parameters")) {
                String in = parameter.get("in").asText();
                if (listed && !in.equals("path")) {
                    lines.add(in + " " + route + ": " + parameter.get("name").asText());
                }
            }
        }
        for (String model : MODELS) {
            contract.document()
                    .at("/components/schemas/" + model + "/properties")
                    .fieldNames()
                    .forEachRemaining(member -> lines.add(model + ": " + member));
        }
        return facts(lines, line -> line);
    }
}
