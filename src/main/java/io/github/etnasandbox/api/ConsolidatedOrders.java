package io.github.etnasandbox.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.Cursor;
import io.github.etnasandbox.json.Cursor.NotJson;
import io.github.etnasandbox.json.Int32;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.json.Utf8Reader;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.state.Transition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1.0/orders/consolidated}: a page of the orders of several accounts, filtered and sorted. The body names the
 * accounts and the page, the query has the filter. Every account must be one that the caller may view.
 *
 * <p>The parameters of the page are those of an account's list, and are checked as such: {@code PageSize} as
 * {@code pageSize}. A page has no links, since a link is no POST. Both is assumed.
 *
 * <p>Source: AutoShares' OpenAPI document.
 */
final class ConsolidatedOrders {
    private static final String PARAMETER = "dto";
    private static final String ACCOUNT_IDS = "AccountIds";
    private static final int DEEPEST = 256;

    /** Reads as {@link io.github.etnasandbox.binding.Binding} does: names in any letter case, comments, a last comma. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final List<QueryParameter> PAGE = List.of(
            QueryParameter.PAGE_NUMBER, QueryParameter.PAGE_SIZE, QueryParameter.SORT_FIELD, QueryParameter.DESC);

    /** What a body asks for; no account ids when it has no such member. */
    private record Asked(@Nullable Set<AccountId> accounts, Query page) {}

    private ConsolidatedOrders() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        Asked asked = read(admission);
        ListQuery<Order> query = ListQuery.of(ListOrders.KIND, asked.page(), admission);
        Set<AccountId> accounts = asked.accounts();
        if (accounts == null) {
            throw Difference.MISSING_MEMBER
                    .in(admission.dialect())
                    .refusal(Criterion.BODY
                            .failed("the body has no " + ACCOUNT_IDS)
                            .withRemedy("send " + ACCOUNT_IDS + " in the body, an array of ids of accounts"));
        }
        admission.pass(Criterion.BODY, "the body names " + accounts.size() + " accounts");
        List<Order> orders = new ArrayList<>();
        for (AccountId account : accounts) {
            admission.viewedAccount(account);
            orders.addAll(admission.state().orders().ofAccount(account).values());
        }
        orders.sort(Comparator.comparing(order -> order.id().value()));
        ListQuery.Page<Order> page = query.of(orders);
        String shown = OrderJson.array(page.records(), admission.state(), admission.dialect());
        return admission.answer(Answer.ORDERS.response(
                "orders", shown, "next", "", "previous", "", "count", Integer.toString(page.totalCount())));
    }

    private static Asked read(Admission admission) {
        OrderRequest.requireJson(admission.request());
        try (JsonParser parser =
                JSON.createParser(new Utf8Reader(admission.request().content().bytes()))) {
            try {
                return read(parser, admission.query());
            } catch (IOException e) {
                NotJson fault = NotJson.of(e, parser);
                throw invalid(
                        PARAMETER,
                        "the body cannot be read at line " + fault.line() + ", column " + fault.column() + ": "
                                + fault.explanation());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to close", e);
        }
    }

    private static Asked read(JsonParser parser, Query query) throws IOException {
        Set<AccountId> accounts = null;
        List<String> page = new ArrayList<>();
        query.first(QueryParameter.FILTER).ifPresent(filter -> page.add(Query.spell(QueryParameter.FILTER, filter)));
        JsonToken first = parser.nextToken();
        if (first != null && first != JsonToken.START_OBJECT && first != JsonToken.VALUE_NULL) {
            throw invalid(PARAMETER, "the body must be an object, found " + Cursor.describe(parser));
        }
        while (first == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equalsIgnoreCase(ACCOUNT_IDS)) {
                accounts = value == JsonToken.VALUE_NULL ? null : accounts(parser);
            }
            for (QueryParameter parameter : PAGE) {
                if (name.equalsIgnoreCase(parameter.word()) && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    page.add(Query.spell(parameter, parser.getText()));
                } else if (name.equalsIgnoreCase(parameter.word()) && value.isStructStart()) {
                    throw invalid(
                            PARAMETER + "." + name,
                            name + " must be a number, text or flag, found " + Cursor.describe(parser));
                }
            }
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            throw invalid(PARAMETER, "there is more after the end of the body's value");
        }
        return new Asked(accounts, new Query(page));
    }

    private static Set<AccountId> accounts(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw invalid(
                    PARAMETER + "." + ACCOUNT_IDS,
                    ACCOUNT_IDS + " must be an array of ids of accounts, found " + Cursor.describe(parser));
        }
        Set<AccountId> accounts = new LinkedHashSet<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            OptionalInt id =
                    parser.currentToken().isScalarValue() ? Int32.parse(parser.getText()) : OptionalInt.empty();
            if (id.isEmpty()) {
                throw invalid(
                        PARAMETER + "." + ACCOUNT_IDS,
                        "an id in " + ACCOUNT_IDS + " must be an int32, found " + Cursor.describe(parser));
            }
            accounts.add(new AccountId(id.getAsInt()));
        }
        return accounts;
    }

    private static Refused invalid(String key, String reason) {
        return OrderRequest.invalid(key, Criterion.BODY.failed(reason));
    }

    /** Describes the body. */
    static Map<String, Object> schema(Schemas schemas) {
        return schemas.named("ConsolidatedQuery", () -> {
            Map<String, Object> ids = Schemas.of("type", "array", "items", Kinds.INT32.schema(schemas));
            Map<String, Object> members = Schemas.of(ACCOUNT_IDS, ids);
            members.put("PageNumber", QueryParameter.PAGE_NUMBER.kind().schema(schemas));
            members.put("PageSize", QueryParameter.PAGE_SIZE.kind().schema(schemas));
            members.put("SortField", QueryParameter.SORT_FIELD.kind().schema(schemas));
            members.put("Desc", QueryParameter.DESC.kind().schema(schemas));
            return Schemas.object(members, List.of(ACCOUNT_IDS), true);
        });
    }
}
