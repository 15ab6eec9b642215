package dev.slipway.desk.cli;

import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command line and turns every way it can end into an exit code and, with {@code --json}, a last line. */
final class CommandLineTool {
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    /** 128 and SIGINT's number, as shells expect. */
    static final int CANCELLED = 130;

    private static final int HELP_COLUMNS = 120;

    private final Console console;
    private final CommandLine commands;

    CommandLineTool(Desk desk, Console console) {
        this.console = console;
        this.commands = SlipwayCommand.withCommands(desk, console)
                .setCaseInsensitiveEnumValuesAllowed(true)
                // Wide enough that no example is broken within a word: people copy them.
                .setUsageHelpWidth(HELP_COLUMNS)
                .setParameterExceptionHandler(this::wrongUsage)
                .setExecutionExceptionHandler(this::failed);
    }

    int run(String... arguments) {
        return commands.execute(arguments);
    }

    /** Not foreseen, so the whole trace is shown: it is a fault of ours. */
    static int unexpected(Console console, Throwable fault) {
        console.failure(ProblemCode.INTERNAL, "Something went wrong inside Slipway: " + fault + ". Please report it.");
        // Beside the sentence, where whoever reports it can copy it from; a terminal is the command line's only log.
        fault.printStackTrace(System.err);
        return FAILED;
    }

    private int wrongUsage(ParameterException problem, String... arguments) {
        String words = ForeignOption.of(problem)
                .map(ForeignOption::words)
                .orElse(Objects.requireNonNullElse(problem.getMessage(), "Wrong usage."));
        console.failure(ProblemCode.USAGE, words);
        console.say("See: " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return WRONG_USAGE;
    }

    private int failed(Exception problem, CommandLine command, ParseResult parsed) {
        if (!(problem instanceof DeskException known)) {
            return unexpected(console, problem);
        }
        console.failure(known.code(), known.getMessage());
        return switch (known.code()) {
            case USAGE -> WRONG_USAGE;
            case CANCELLED -> CANCELLED;
            default -> FAILED;
        };
    }
}
