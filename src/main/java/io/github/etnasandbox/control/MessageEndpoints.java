package io.github.etnasandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.etnasandbox.journal.Exchange.StruckFault;
import io.github.etnasandbox.journal.StreamMessage;
import io.github.etnasandbox.live.StreamLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The route that tells what went over the connections to a world's streamers. */
final class MessageEndpoints {
    static final List<String> PARAMETERS =
            List.of("connection", "type", "key", "after", "skip", "limit", "newest", Waits.PARAMETER);

    private MessageEndpoints() {}

    /** {@code GET /sandbox/messages}, with {@code ?await=PT5S} as soon as there is one that matches. */
    static ControlReply list(ControlCall call) {
        QueryReader query = call.query(PARAMETERS);
        Predicate<StreamMessage> wanted = wanted(query);
        Slice slice = Slice.of(query);
        Optional<Duration> longest = Waits.of(query);
        query.requireNoProblems();
        StreamLog log = call.world().streamLog();
        longest.ifPresent(atMost -> call.waits().await(atMost, limit -> log.await(wanted, limit)));
        List<StreamMessage> found = log.messages().stream().filter(wanted).toList();
        return ControlReply.of(
                new Page(slice.of(found).stream().map(ShownMessage::of).toList(), found.size()));
    }

    private static Predicate<StreamMessage> wanted(QueryReader query) {
        Optional<Integer> connection = query.number("connection", 1);
        Optional<String> type = query.find("type", "an entity type or a command, such as Order", text -> text);
        Optional<String> key = query.find("key", "a key, such as 6303", text -> text);
        Optional<Integer> after = query.number("after", 0);
        return message -> connection.filter(one -> one != message.connection()).isEmpty()
                && type.filter(one -> !one.equals(message.type())).isEmpty()
                && key.filter(one -> !one.equals(message.key())).isEmpty()
                && message.number() > after.orElse(0);
    }

    /** Messages as they are listed. */
    record Page(List<ShownMessage> messages, int matching) {}

    /** A message as it is shown. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ShownMessage(
            long number,
            Instant at,
            int connection,
            StreamMessage.Way way,
            String type,
            String key,
            String text,
            @Nullable StruckFault fault,
            List<String> gates,
            @Nullable String reason) {

        static ShownMessage of(StreamMessage message) {
            return new ShownMessage(
                    message.number(),
                    message.at(),
                    message.connection(),
                    message.way(),
                    message.type(),
                    message.key(),
                    message.text(),
                    message.fault(),
                    message.gates(),
                    message.reason());
        }
    }
}
