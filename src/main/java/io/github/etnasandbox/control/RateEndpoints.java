package io.github.etnasandbox.control;

import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.state.RateLimit;
import io.github.etnasandbox.state.RateUsage;
import io.github.etnasandbox.state.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The route that tells how much of its rate limits a world has used. */
final class RateEndpoints {
    private RateEndpoints() {}

    /** {@code GET /sandbox/rates}: the windows that are not over, in the order in which they began. */
    static ControlReply list(ControlCall call) {
        State state = call.world().state();
        List<ShownWindow> windows = state.rates().windows().entrySet().stream()
                .filter(each -> each.getValue().ends().isAfter(state.clock()))
                .map(ShownWindow::of)
                .toList();
        return ControlReply.of(windows);
    }

    /**
     * @param credential the token, or the app key where a token is asked for
     * @param subject the account, or the user name where a token is asked for; empty where neither counts
     */
    record ShownWindow(
            String limit, String credential, String subject, int requests, int used, Instant begins, Instant ends) {

        static ShownWindow of(Map.Entry<RateUsage.Key, RateUsage.Window> entry) {
            RateUsage.Key key = entry.getKey();
            RateUsage.Window window = entry.getValue();
            RateLimit limit = key.limit();
            return new ShownWindow(
                    Word.of(limit),
                    key.credential(),
                    key.subject(),
                    limit.requests(),
                    window.used(),
                    window.begins(),
                    window.ends());
        }
    }
}
