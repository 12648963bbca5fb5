package io.github.etnasandbox.api;

import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.IdsUsedUpException;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.world.WorldSettings;
import java.time.Instant;
import java.util.List;

/**
 * One request to the API as a command: all checks and the change, decided on one state. A request is therefore applied
 * wholly or not at all, and no reset or other request can come between its checks and its change.
 */
public record ApiCall(ApiRequest request, WorldSettings settings) implements Command<ApiResponse> {

    @Override
    public Transition<ApiResponse> applyTo(State state, Instant now) {
        Admission admission = new Admission(request, settings, state, now);
        Transition<ApiResponse> decided = decide(admission);
        return admission.standing().map(standing -> standing.count(decided)).orElse(decided);
    }

    /** The same request, not counted for its rate limit. The limit itself still holds. */
    public Command<ApiResponse> uncounted() {
        return (state, now) -> decide(new Admission(request, settings, state, now));
    }

    private static Transition<ApiResponse> decide(Admission admission) {
        try {
            admission.requireAppKey();
            Route.Match match = Routes.find(admission);
            admission.requireRate(match);
            return match.route()
                    .endpoint()
                    .answer(admission, match.parameters())
                    .map(response -> response.after(admission.passed()));
        } catch (Refused refused) {
            return admission.answer(refused.response().after(admission.passed()));
        } catch (IdsUsedUpException atTheEnd) {
            Check failed = Criterion.SANDBOX.failed(String.valueOf(atTheEnd.getMessage()));
            return admission.answer(
                    Answer.SERVER_ERROR.response().because(failed).after(admission.passed()));
        }
    }

    /** Answers a request to a world that does not exist like a request to any unknown path. */
    public static ApiResponse noSuchWorld(String uri, String worldId) {
        return Answer.NO_RESOURCE
                .response("uri", uri)
                .because(Criterion.WORLD.failed("there is no world '" + worldId + "'; POST /sandbox/worlds makes one"));
    }

    /** The answer to a request at the root that belongs to a world by its app key, which is checked before all else. */
    public static ApiResponse ofAppKey(ApiResponse response, String worldId) {
        return response.after(List.of(Criterion.WORLD.passed("the app key is that of world " + worldId
                + ", to which requests with it belong also without /worlds/" + worldId + " in the path")));
    }

    /** Answers a request that would wait for the venue while as many do already as may. */
    public static ApiResponse notAwaited(ApiResponse first, int mostWaiting) {
        List<Check> passed = first.checks().subList(0, first.checks().size() - 1); // the last one says that it waits
        return Venue.notAwaited(mostWaiting).after(passed);
    }

    /** Answers a request whose body is over {@code limit} bytes. */
    public static ApiResponse contentTooLarge(int limit) {
        return Answer.CONTENT_TOO_LARGE
                .response()
                .because(Criterion.SIZE.failed("the body is over " + limit + " bytes"));
    }

    /** Answers a request that met a fault of the sandbox itself. */
    public static ApiResponse sandboxFault(Throwable fault) {
        return Answer.SERVER_ERROR
                .response()
                .because(Criterion.SANDBOX.failed("the sandbox itself failed, please report this: " + fault));
    }
}
