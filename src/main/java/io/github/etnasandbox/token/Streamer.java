package io.github.etnasandbox.token;

import io.github.etnasandbox.json.Word;

/** One of the two servers that tell what happens as it happens, each with sessions of its own. */
public enum Streamer implements Word {
    /** Tells of orders, positions and balances. */
    DATA,
    /** Tells of quotes. */
    QUOTE;

    @Override
    public String word() {
        return this == DATA ? "data" : "quote";
    }
}
