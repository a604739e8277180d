package io.cryptolambda.core.config;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes the default of every option from the environment: {@code --batch-every} from {@code LAMBDA_BATCH_EVERY}. An option
 * on the command line wins over the environment, which wins over the default in the code.
 */
public final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final String PREFIX = "LAMBDA_";

    private final Map<String, String> environment;

    /** Reads the process environment. Called by picocli. */
    public EnvironmentDefaults() {
        this(System.getenv());
    }

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The environment variable of an option given by its long name, such as {@code --batch-every}. */
    public static String variable(String longName) {
        return PREFIX + longName.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String value = environment.get(variable(option.longestName()));
        return value == null || value.isEmpty() ? null : value;
    }
}
