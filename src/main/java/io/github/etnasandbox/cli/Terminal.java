package io.github.etnasandbox.cli;

import java.io.Console;

/** Tells whether a person looks on. */
final class Terminal {
    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // what it hints at is asked below
    static boolean isAttached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console); // Java 22 has consoles without one
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
