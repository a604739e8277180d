package io.cryptolambda.core.testing;

import io.cryptolambda.core.config.EnvironmentDefaults;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints a program's options as Markdown, from its own command classes; see {@code docs/write-configuration}. */
public final class ConfigurationReference {
    private ConfigurationReference() {}

    /** @param arguments the program's name in the document, and its command class */
    public static void main(String[] arguments) throws ClassNotFoundException {
        // Read without running static code of the program's engine.
        Class<?> command = Class.forName(arguments[1], false, ConfigurationReference.class.getClassLoader());
        print(arguments[0], new CommandLine(command).getCommandSpec(), "##");
    }

    private static void print(String name, CommandSpec command, String heading) {
        System.out.printf("%n%s %s%n", heading, name);
        String description = String.join(" ", command.usageMessage().description());
        System.out.printf("%s%n", description);
        List<OptionSpec> options = command.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp() && !option.hidden())
                .toList();
        if (!options.isEmpty() || !command.positionalParameters().isEmpty()) {
            System.out.printf("%n| option | variable | default | |%n|---|---|---|---|%n");
        }
        command.positionalParameters().forEach(ConfigurationReference::print);
        options.forEach(ConfigurationReference::print);
        // By name: the order of methods is not a JVM's to keep.
        new TreeMap<>(command.subcommands()).forEach((sub, line) -> {
            if (!sub.equals("help")) {
                print(name + " " + sub, line.getCommandSpec(), heading + "#");
            }
        });
    }

    private static void print(PositionalParamSpec parameter) {
        System.out.printf("| `%s` | | | %s |%n", parameter.paramLabel(), description(parameter));
    }

    private static void print(OptionSpec option) {
        String value = option.defaultValue() == null || option.defaultValue().isEmpty()
                ? ""
                : "`" + option.defaultValue() + "`";
        System.out.printf(
                "| `%s` | `%s` | %s | %s |%n",
                option.longestName(),
                EnvironmentDefaults.variable(option.longestName()),
                option.required() ? "must be given" : value,
                description(option));
    }

    private static String description(CommandLine.Model.ArgSpec argument) {
        String text = String.join(" ", argument.description());
        if (argument.defaultValue() != null) {
            // It has a column of its own.
            String value = Pattern.quote(argument.defaultValue());
            text = text.replaceAll("[,;]? ?(\\((default:? )?" + value + "\\)|default:? " + value + "$)", "");
        }
        return text.replace("|", "\\|").strip();
    }
}
