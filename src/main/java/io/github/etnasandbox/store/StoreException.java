package io.github.etnasandbox.store;

import org.jspecify.annotations.Nullable;

/** A store that failed. The message tells a person what failed and what to do about it. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        this(message, null);
    }

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
