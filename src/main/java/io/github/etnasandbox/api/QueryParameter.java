package io.github.etnasandbox.api;

import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Word;
import java.util.List;

/** A query parameter of the API. Others are ignored. */
enum QueryParameter implements Word {
    PAGE_NUMBER("pageNumber", "The page, from 0"),
    PAGE_SIZE("pageSize", "How many orders a page has; of more than " + OrderListQuery.LARGEST_PAGE + ", so many"),
    FILTER("filter", "Conditions of SecurityId, Status and CreateDate, joined with and"),
    SORT_FIELD("sortField", "The member of orders that they are sorted by; Id when it is left out"),
    DESC("desc", "Whether the largest comes first"),
    USER_ID("userId", "The user whose order it is to be; the token's user when it is left out");

    private final String word;
    private final String description;

    QueryParameter(String word, String description) {
        this.word = word;
        this.description = description;
    }

    static List<QueryParameter> of(ApiOperation operation) {
        return switch (operation) {
            case GET_FILTERED_ORDERS -> List.of(PAGE_NUMBER, PAGE_SIZE, FILTER, SORT_FIELD, DESC);
            case PLACE_ORDER, VALIDATE_ORDER_PLACEMENT -> List.of(USER_ID);
            default -> List.of();
        };
    }

    @Override
    public String word() {
        return word;
    }

    String description() {
        return description;
    }

    Kind<?> kind() {
        return switch (this) {
            case PAGE_NUMBER -> Kinds.integer(0, Integer.MAX_VALUE);
            case PAGE_SIZE -> Kinds.COUNT;
            case FILTER, SORT_FIELD -> Kinds.TEXT;
            case DESC -> Kinds.FLAG;
            case USER_ID -> Kinds.INT32;
        };
    }
}
