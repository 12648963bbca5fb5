package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.world.World;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An order of account 6303 as the API shows it. Fields of its legs stand behind its own and are not looked at. */
record ShownOrder(String json) {

    static ShownOrder get(World world, int orderId) {
        var answer = Calls.get(world, "/v1.0/accounts/6303/orders/" + orderId, "admin-token");
        assertThat(answer.getStatus()).isEqualTo(200);
        return new ShownOrder(answer.getBody());
    }

    /** Status, ExecutionStatus, RequestStatus and Target. */
    String state() {
        return fields("Status", "ExecutionStatus", "RequestStatus", "Target");
    }

    /** LeavesQuantity, ExecutedQuantity and AveragePrice. */
    String quantities() {
        return fields("LeavesQuantity", "ExecutedQuantity", "AveragePrice");
    }

    /** Date and TransactionDate. */
    String dates() {
        return fields("Date", "TransactionDate");
    }

    int requestId() {
        return Integer.parseInt(field("RequestId"));
    }

    int stateId() {
        return Integer.parseInt(field("StateId"));
    }

    /** What a field holds, a text without its quotes; "absent" when it is not there. */
    String field(String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
        return found.find() ? found.group(1) : "absent";
    }

    private String fields(String... names) {
        return Stream.of(names).map(this::field).collect(Collectors.joining(" "));
    }
}
