package io.github.etnasandbox.api;

import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.token.Streamer;
import io.github.etnasandbox.token.StreamerSession;
import io.github.etnasandbox.user.UserId;

/**
 * {@code GET /v1.0/streamers}, where the streamers of the world are, and {@code PUT /v1.0/streamers/session/recover}, a fresh
 * session for one of them.
 *
 * <p>Assumed: sessions that were handed out before stay good until the world starts over.
 *
 * <p>Source: guide pages Get Streamers Info and Recover a Streamer Session, later editions; AutoShares' OpenAPI document.
 */
final class Streamers {
    private Streamers() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        UserId user = admission.access().user().id();
        return admission.answer(Answer.STREAMERS.response(
                "quote",
                url(admission, Streamer.QUOTE),
                "quotes",
                Difference.QUOTES_ARE.in(admission.dialect()),
                "session",
                new StreamerSession(Streamer.QUOTE, user, 0).id(),
                "data",
                url(admission, Streamer.DATA)));
    }

    /** Clients put {@code /CreateSession.txt} behind it. */
    private static String url(Admission admission, Streamer streamer) {
        String world = admission.request().worldUrl(); // of http, or https behind a proxy
        return "ws" + world.substring("http".length()) + "/streamers/" + streamer.word();
    }

    static Transition<ApiResponse> answerRecovery(Admission admission, PathParameters path) {
        UserId user = admission.access().user().id();
        int type = ListQuery.int32(admission.query(), QueryParameter.SESSION_TYPE, 0, 0);
        Streamer[] streamers = Streamer.values();
        if (type >= streamers.length) {
            throw ListQuery.invalid(
                    QueryParameter.SESSION_TYPE, Integer.toString(type), "Int32", "0 for data, or 1 for quotes");
        }
        State state = admission.state();
        String id = new StreamerSession(streamers[type], user, state.nextId()).id();
        return new Transition<>(state.withIdTaken(), Answer.SESSION_RECOVERED.response("session", id));
    }
}
