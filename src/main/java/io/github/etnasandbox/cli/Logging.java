package io.github.etnasandbox.cli;

/** When the command line prints a line for each request. */
enum Logging {
    /** When it is used at a terminal and not told to be quiet. The default. */
    TERMINAL,
    REQUESTS,
    NONE
}
