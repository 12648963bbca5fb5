package io.github.etnasandbox.api;

import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Word;
import java.util.List;

/** A query parameter of the API. Others are ignored. */
enum QueryParameter implements Word {
    PAGE_NUMBER("pageNumber", "The page, from 0"),
    PAGE_SIZE("pageSize", "How many records a page has; of more than " + ListQuery.LARGEST_PAGE + ", so many"),
    FILTER("filter", "Conditions of members, joined with and"),
    SORT_FIELD("sortField", "The member that is sorted by; Id when it is left out"),
    DESC("desc", "Whether the largest comes first"),
    PROPERTY_NAME("propertyName", "The member that is sorted by; Id when it is left out"),
    IS_ASCENDING("isAscending", "Whether the smallest comes first"),
    SORT_BY("sortBy", "The member that is sorted by; Id when it is left out"),
    IS_DESC("isDesc", "Whether the largest comes first"),
    START_DATE("startDate", "The first day, such as 2019-01-14"),
    END_DATE("endDate", "The last day"),
    STEP("step", "Without meaning: each day is told"),
    MASK("mask", "What a text of each has in it, in whatever letter case"),
    SYMBOL("symbol", "The mask, as samples of AutoShares call it"),
    COUNT("count", "How many are listed at most; of more than " + ListQuery.LARGEST_PAGE + ", so many"),
    SESSION_TYPE("sessionType", "0 for the streamer of data, 1 for that of quotes"),
    PRICE("price", "The price that is asked about; the quote's when it is 0 or left out"),
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
            case GET_FILTERED_EQUITIES -> List.of(PAGE_NUMBER, PAGE_SIZE, FILTER, SORT_FIELD, DESC);
            case GET_POSITIONS -> List.of(PAGE_NUMBER, PAGE_SIZE, FILTER, SORT_FIELD, DESC);
            case GET_TRANSACTIONS -> List.of(PAGE_NUMBER, PAGE_SIZE, FILTER, SORT_BY, IS_DESC);
            case GET_ACCOUNT_HISTORY -> List.of(START_DATE, END_DATE, STEP);
            case LOOK_UP_EQUITIES -> List.of(MASK, SYMBOL, COUNT, FILTER);
            case GET_ALL_ACCOUNTS -> List.of(PAGE_NUMBER, PAGE_SIZE, FILTER, PROPERTY_NAME, IS_ASCENDING, MASK);
            case GET_OPTION_CHAIN, LIST_CONSOLIDATED_ORDERS -> List.of(FILTER);
            case GET_TRADE_LIMITS -> List.of(PRICE);
            case RECOVER_STREAMER_SESSION -> List.of(SESSION_TYPE);
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
            case PAGE_SIZE, COUNT -> Kinds.COUNT;
            case FILTER, SORT_FIELD, PROPERTY_NAME, SORT_BY, MASK, SYMBOL, START_DATE, END_DATE, STEP -> Kinds.TEXT;
            case DESC, IS_ASCENDING, IS_DESC -> Kinds.FLAG;
            case SESSION_TYPE -> Kinds.integer(0, 1);
            case PRICE -> Kinds.decimal();
            case USER_ID -> Kinds.INT32;
        };
    }
}
