package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.state.Command;

/**
 * What a tester can do that changes the answers of a world, but for what starts it over. A gate changes no answer: it puts
 * requests in an order, in which they are recorded.
 */
public sealed interface Action {
    /** A command other than a request to the API. */
    record Commanded(Command<?> command) implements Action {}

    /** All tokens but the seed's were forgotten. */
    record TokensForgotten() implements Action {}

    /** A snapshot was put back. */
    record Restored(Seed snapshot) implements Action {}

    /** What the world was got a name. */
    record Kept(String name) implements Action {}

    /** A named snapshot was forgotten. */
    record Forgotten(String name) implements Action {}

    /** A fault was made. */
    record Injected(String id, Fault fault) implements Action {}

    /** A fault was removed. */
    record Removed(String id) implements Action {}

    /** All faults were removed. */
    record Cleared() implements Action {}
}
