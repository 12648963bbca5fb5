package io.github.etnasandbox.control;

import io.github.etnasandbox.live.Events;
import io.javalin.http.HttpStatus;

/** The route that tells what happens in all worlds, as it happens. */
final class EventEndpoints {
    private static final String LAST = "Last-Event-ID";

    private EventEndpoints() {}

    /** {@code GET /sandbox/events}, with {@code Last-Event-ID} from where it broke off. */
    static ControlReply follow(ControlCall call) {
        Events events = call.worlds().events();
        String last = call.message().header().apply(LAST);
        return ControlReply.of(last == null ? events.reader() : events.readerAfter(id(last)));
    }

    private static long id(String sent) {
        try {
            long id = Long.parseLong(sent);
            if (id >= 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT, LAST + " is '" + sent + "'; it must be the id of an event, a number");
    }
}
