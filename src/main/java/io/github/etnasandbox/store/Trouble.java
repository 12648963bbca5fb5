package io.github.etnasandbox.store;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** What went wrong with a file, and what to do about it, for a person. */
final class Trouble {
    private Trouble() {}

    static StoreException opening(Path folder, Path file, Throwable cause) {
        if (cause instanceof StoreException told) {
            return told;
        }
        if (cause instanceof MVStoreException problem && problem.getErrorCode() == DataUtils.ERROR_UNSUPPORTED_FORMAT) {
            return new StoreException(newer(file, "another form"), cause);
        }
        if (cause instanceof IOException || cause.getCause() instanceof IOException) {
            return new StoreException(
                    "no store can be opened in " + folder + ": " + reason(cause)
                            + "; name a folder that can be written to",
                    cause);
        }
        return damaged(file, cause);
    }

    static StoreException writing(Path file, Throwable cause) {
        return cause instanceof StoreException told
                ? told
                : new StoreException(
                        file + " cannot be written to: " + reason(cause)
                                + "; what lasted stays, and each change tries again, so make room or mend what is broken",
                        cause);
    }

    static StoreException reading(Path file, Throwable cause) {
        if (cause instanceof StoreException told) {
            return told;
        }
        return cause instanceof IOException || cause.getCause() instanceof IOException
                ? new StoreException(file + " cannot be read: " + reason(cause) + "; mend that, and read again", cause)
                : damaged(file, cause);
    }

    static String newer(Path file, String form) {
        return file + " was written in " + form + " by a newer etna-sandbox; open it with that, or name another folder";
    }

    static StoreException foreign(Path file) {
        return new StoreException(file + " is no store of etna-sandbox; move it away, or name another folder");
    }

    private static StoreException damaged(Path file, Throwable cause) {
        return new StoreException(
                file + " is damaged: " + reason(cause)
                        + "; put a copy of it in its place, or move it away to begin anew",
                cause);
    }

    /** What is at the bottom of it, in few words. */
    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof OutOfMemoryError) {
            return "there is too little memory for it";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (cause instanceof ClosedChannelException) {
            return "it was closed";
        }
        String message = cause instanceof FileSystemException problem ? problem.getReason() : cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
