/**
 * The command line: arguments and environment to a running sandbox, and what it tells the person who started it. Starts
 * at {@link io.github.etnasandbox.cli.Main}.
 */
@NullMarked
package io.github.etnasandbox.cli;

import org.jspecify.annotations.NullMarked;
