package io.github.etnasandbox.stream;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.journal.StreamMessage;
import io.github.etnasandbox.journal.StreamMessage.Way;
import io.github.etnasandbox.json.Int32;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client has sent. A command is done as a whole or not at all, and answered before what comes of it.
 *
 * <p>Assumed: the answer to a command is its own members, after a {@code StatusCode} of {@code Error} where it is refused; what is
 * no command is ignored.
 */
record CommandCall(Connection connection, WorldStream stream, LiveWorld world, User user) {

    /** @param number that of the connection in its world */
    void run(String text, int number) {
        StreamCommand command = StreamCommand.read(text, world.settings().dialect());
        State state = stream.state();
        String problem = null;
        List<Topic> topics = List.of();
        if (command == null) {
            problem = "it is no JSON object with a Cmd, and ignored";
        } else if (!command.name().equals("Pong")) {
            List<Topic> named = new ArrayList<>();
            problem = problem(command, state, named);
            topics = named;
        }
        world.streamLog()
                .add(new StreamMessage(
                        0,
                        world.now(),
                        number,
                        Way.RECEIVED,
                        command == null ? "" : command.name(),
                        "",
                        world.recorder().withoutCredentials(text),
                        null,
                        List.of(),
                        problem));
        if (command != null && !command.name().equals("Pong")) {
            connection.answer(command, problem);
            if (problem == null) {
                perform(command, topics);
            }
        }
    }

    private void perform(StreamCommand command, List<Topic> topics) {
        for (Topic topic : topics) {
            if (command.name().equals(StreamCommand.SUBSCRIBE)) {
                connection.offer(stream.subscribe(connection, topic));
            } else {
                stream.unsubscribe(connection, topic);
            }
        }
    }

    /** Tells what is wrong with a command, and adds what it is about; null when nothing is. */
    private @Nullable String problem(StreamCommand command, State state, List<Topic> topics) {
        if (!List.of(StreamCommand.SUBSCRIBE, StreamCommand.UNSUBSCRIBE).contains(command.name())) {
            return "there is no command '" + command.name() + "'; there are Subscribe.txt, Unsubscribe.txt and Pong";
        }
        if (command.needsSession() && !command.session().equals(connection.sessionId())) {
            return "SessionId is not the one that the CreateSession.txt of this connection has";
        }
        Optional<Entity> entity = Entity.find(connection.streamer(), command.entityType());
        if (entity.isEmpty()) {
            return noSuchEntity(command.entityType());
        }
        for (String key : command.keys()) {
            OptionalInt id = Int32.parse(key);
            String problem = id.isEmpty()
                    ? "Keys has '" + key + "'; ids are needed, joined with ';'"
                    : refusal(entity.get(), id.getAsInt(), state);
            if (problem != null) {
                return problem;
            }
            topics.add(new Topic(entity.get(), id.orElse(0)));
        }
        return null;
    }

    private String noSuchEntity(String sent) {
        List<String> there = Entity.of(connection.streamer()).map(Entity::word).toList();
        String told = "the streamer of " + connection.streamer().word() + " tells of "
                + there.stream().collect(Collectors.joining(", "));
        return "EntityType is '" + sent + "'; " + told
                + NearMiss.question(sent, there, "").map(near -> "; " + near).orElse("");
    }

    private @Nullable String refusal(Entity entity, int key, State state) {
        return switch (entity) {
            case QUOTE -> state.security(new SecurityId(key)).isPresent() ? null : "there is no security " + key;
            case USER_BALANCE ->
                key == user.id().value() || user.administrator()
                        ? null
                        : "user " + user.login() + " may not see the balance of user " + key;
            default -> refusalOfAccount(new AccountId(key), state);
        };
    }

    private @Nullable String refusalOfAccount(AccountId id, State state) {
        Account account = state.account(id).orElse(null);
        if (account == null) {
            return "there is no account " + id;
        }
        return user.administrator() || account.accessOf(user.id()).isPresent()
                ? null
                : "user " + user.login() + " has no access to account " + id;
    }
}
