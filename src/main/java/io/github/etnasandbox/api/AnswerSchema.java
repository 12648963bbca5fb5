package io.github.etnasandbox.api;

import io.github.etnasandbox.account.BalanceFigure;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderKey;
import io.github.etnasandbox.resource.PositionKey;
import io.github.etnasandbox.resource.TransactionKey;
import io.github.etnasandbox.world.Dialect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes the bodies of answers as JSON Schema: read off their templates, and what is filled in there by its writer. */
final class AnswerSchema {
    private static final Set<Field<Order, ?>> MAY_BE_ABSENT = Set.of(OrderKey.SYMBOL, OrderKey.DESCRIPTION);

    private final Dialect dialect;
    private final Schemas schemas;
    private final Map<Answer, Map<String, Object>> described = new EnumMap<>(Answer.class);

    AnswerSchema(Dialect dialect, Schemas schemas) {
        this.dialect = dialect;
        this.schemas = schemas;
    }

    /** Describes the body of an answer; null when it has none. Answers that look alike have one schema. */
    @Nullable Map<String, Object> of(Answer answer) {
        String template = answer.template();
        if (template.isEmpty()) {
            return null;
        }
        if (template.startsWith("{") && !template.startsWith("{\"")) {
            return filledIn(template.substring(1, template.length() - 1));
        }
        Map<String, Object> schema = described(answer);
        return schemas.named(name(schema), () -> schema);
    }

    private Map<String, Object> described(Answer answer) {
        Map<String, Object> known = described.get(answer);
        if (known == null) {
            known = new Template(answer.template(), this::filledIn).schema();
            described.put(answer, known);
        }
        return known;
    }

    /** The name of the first answer that looks so. */
    private String name(Map<String, Object> schema) {
        for (Answer like : Answer.values()) {
            if (like.template().startsWith("{\"") && described(like).equals(schema)) {
                return Word.camelCase(like.name());
            }
        }
        throw new IllegalArgumentException("no answer looks like " + schema);
    }

    private Map<String, Object> filledIn(String braces) {
        return switch (braces) {
            case "order" -> order();
            case "orders" -> array(order());
            case "preview" -> PreviewShape.SHAPE.schema(schemas);
            case "records" -> array(GetOrderDetails.KIND.schema(schemas));
            case "accounts" -> array(ListUserAccounts.KIND.schema(schemas));
            case "user" -> GetUserInfo.schema(schemas);
            case "balance" -> balance();
            case "account" -> AccountJson.KIND.schema(schemas);
            case "accountlist" -> array(AccountJson.KIND.schema(schemas));
            case "accountusers" -> array(GetAccount.usersSchema(schemas));
            case "verified" -> PreviewShape.VERIFIED.schema(schemas);
            case "limits" -> GetTradeLimits.KIND.schema(schemas);
            case "security" -> SecurityJson.KIND.schema(schemas);
            case "securities" -> array(SecurityJson.KIND.schema(schemas));
            case "positions" -> array(position());
            case "groups" -> array(ListPositionGroups.KIND.schema(schemas));
            case "transactions" -> array(TransactionKey.SHAPE.schema(schemas));
            case "values" -> array(GetAccountHistory.KIND.schema(schemas));
            case "chain" -> GetOptionChain.KIND.schema(schemas);
            case "count" -> Kinds.integer(0, Integer.MAX_VALUE).schema(schemas);
            case "errors" -> Schemas.of("type", "object", "additionalProperties", array(Kinds.TEXT.schema(schemas)));
            case "schema" -> Schemas.of("type", "object");
            default -> throw new IllegalStateException("nothing describes what {" + braces + "} stands for");
        };
    }

    private static Map<String, Object> array(Map<String, Object> items) {
        return Schemas.of("type", "array", "items", items);
    }

    /** Fields that are only kept may be absent, since fixtures may leave them out. */
    private Map<String, Object> order() {
        return schemas.named("Order", () -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> always = new ArrayList<>();
            for (Field<Order, ?> field : OrderKey.ALL) {
                if (field == OrderKey.SYMBOL && !Difference.SYMBOL_SHOWN.in(dialect)) {
                    continue;
                }
                properties.put(field.name(), field == OrderKey.LEGS ? array(order()) : schema(field));
                if (field.isInterpreted() && !MAY_BE_ABSENT.contains(field)) {
                    always.add(field.name());
                }
            }
            return Schemas.object(properties, always, true);
        });
    }

    private Map<String, Object> schema(Field<Order, ?> field) {
        return field == OrderKey.EXEC_INST
                ? Schemas.of("type", List.of("string", "integer"))
                : field.kind().schema(schemas);
    }

    /** All but what is only kept, since fixtures may leave it out. */
    private Map<String, Object> position() {
        return schemas.named("Position", () -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> always = new ArrayList<>();
            for (Field<Position, ?> field : PositionKey.ALL) {
                properties.put(field.name(), field.kind().schema(schemas));
                if (field.isInterpreted() && field != PositionKey.SYMBOL) {
                    always.add(field.name());
                }
            }
            return Schemas.object(properties, always, true);
        });
    }

    private Map<String, Object> balance() {
        return schemas.named("Balance", () -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            for (BalanceFigure figure : BalanceFigure.values()) {
                figures.put(
                        figure.word(),
                        figure == BalanceFigure.PENDING_ORDERS_COUNT
                                ? Schemas.of("type", "integer", "format", "int32")
                                : Schemas.of("type", "number", "format", "double"));
            }
            return Schemas.object(figures, List.copyOf(figures.keySet()), false);
        });
    }
}
