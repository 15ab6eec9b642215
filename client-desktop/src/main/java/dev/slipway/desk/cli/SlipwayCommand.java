package dev.slipway.desk.cli;

import dev.slipway.desk.cli.prepare.CompareCommand;
import dev.slipway.desk.cli.prepare.PrepareCommand;
import dev.slipway.desk.cli.wallet.WalletAddressCommand;
import dev.slipway.desk.cli.wallet.WalletBalanceCommand;
import dev.slipway.desk.cli.wallet.WalletCommand;
import dev.slipway.desk.cli.wallet.WalletCreateCommand;
import dev.slipway.desk.cli.wallet.WalletImportCommand;
import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The name in front of every command. */
@Command(
        name = "slipway",
        description = "Finish a video on your own desk, pay from your own wallet, launch it.",
        synopsisSubcommandLabel = "COMMAND")
final class SlipwayCommand implements Runnable {
    private final CommandSpec spec;

    private SlipwayCommand() {
        this.spec = CommandSpec.forAnnotatedObject(this);
    }

    static CommandLine withCommands(Desk desk, Console console) {
        CommandLine commands = new CommandLine(new SlipwayCommand().spec)
                .addSubcommand(new DemoCommand(desk, console))
                .addSubcommand(new DesktopCommand(desk, console))
                .addSubcommand(new ProbeCommand(desk, console))
                .addSubcommand(new PrepareCommand(desk, console))
                .addSubcommand(new CompareCommand(desk, console))
                .addSubcommand(new PublishCommand(desk, console))
                .addSubcommand(new StatusCommand(desk, console))
                .addSubcommand(new CommandLine(new WalletCommand())
                        .addSubcommand(new WalletCreateCommand(desk, console))
                        .addSubcommand(new WalletImportCommand(console))
                        .addSubcommand(new WalletAddressCommand(console))
                        .addSubcommand(new WalletBalanceCommand(desk, console)))
                .addSubcommand(new DoctorCommand(desk, console))
                .addSubcommand(new BenchCommand(desk, console));
        addCommonOptions(commands);
        return commands;
    }

    /** {@code --json} is read from the raw arguments before they are parsed, so that wrong usage is told in JSON too. */
    private static void addCommonOptions(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("--json")
                        .type(boolean.class)
                        .description("One JSON object a line on standard output, for programs.")
                        .build())
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this and end.")
                        .build());
        command.getSubcommands().values().forEach(SlipwayCommand::addCommonOptions);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command, such as probe or publish.");
    }
}
