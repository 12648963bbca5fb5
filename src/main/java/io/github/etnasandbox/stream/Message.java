package io.github.etnasandbox.stream;

import io.github.etnasandbox.token.Streamer;

/**
 * A message to a client.
 *
 * @param type its {@code EntityType} or {@code Cmd}
 * @param key whom it tells about; empty for a command
 */
record Message(String type, String key, String text) {

    static Message of(Topic topic, MessageText text) {
        return new Message(topic.entity().word(), Integer.toString(topic.key()), text.end());
    }

    /** What faults and gates match. */
    String path(Streamer streamer) {
        return "/streamers/" + streamer.word() + "/" + type + (key.isEmpty() ? "" : "/" + key);
    }
}
