package io.github.etnasandbox.cli;

import io.github.etnasandbox.SandboxConfig;
import java.util.List;
import java.util.Map;

/**
 * What the command line and the environment ask for. Immutable.
 *
 * @param quiet whether to print the API's URL and nothing else
 */
record Arguments(SandboxConfig config, boolean quiet) {
    static final Arguments DEFAULTS = new Arguments(SandboxConfig.DEFAULTS.withPort(6303), false);

    /**
     * Reads arguments. Flags win over variables, a later flag over an earlier one; an empty variable is none.
     *
     * @throws ArgumentException with everything that is wrong
     */
    static Arguments parse(List<String> args, Map<String, String> environment) {
        ArgumentParser parser = new ArgumentParser();
        parser.readVariables(environment);
        parser.readFlags(args);
        return parser.result();
    }

    Arguments with(SandboxConfig newConfig) {
        return new Arguments(newConfig, quiet);
    }

    Arguments withQuiet(boolean newQuiet) {
        return new Arguments(config, newQuiet);
    }
}
