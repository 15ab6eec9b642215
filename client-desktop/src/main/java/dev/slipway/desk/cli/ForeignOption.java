package dev.slipway.desk.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * An option that others have, given to a command on which it has no effect.
 *
 * @param name with its dashes, as it was typed
 * @param owners the commands that have it; at least one
 */
record ForeignOption(String name, String command, List<String> owners) {

    /** Empty where the usage is wrong for another reason. */
    static Optional<ForeignOption> of(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        CommandLine parent = command.getParent();
        if (!(problem instanceof UnmatchedArgumentException unmatched) || parent == null) {
            return Optional.empty();
        }
        return unmatched.getUnmatched().stream()
                .map(argument -> argument.split("=", 2)[0])
                .map(name -> new ForeignOption(name, command.getCommandName(), owners(parent, name)))
                .filter(option -> !option.owners().isEmpty())
                .findFirst();
    }

    private static List<String> owners(CommandLine parent, String option) {
        return parent.getSubcommands().values().stream()
                .filter(command -> command.getCommandSpec().optionsMap().containsKey(option))
                .map(CommandLine::getCommandName)
                .toList();
    }

    String words() {
        return name + " changes nothing of what " + command + " does; it is an option of " + String.join(", ", owners)
                + ". Leave it out.";
    }
}
