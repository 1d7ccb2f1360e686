package lab.carousel.cli;

import java.util.ListResourceBundle;
import java.util.ResourceBundle;
import lab.carousel.file.disk.LogFile;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command line. Any error ends in one line on standard error and an exit status. */
public final class CarouselCommandLine {

    private final Tools tools;
    private final Console console;

    public CarouselCommandLine(Tools tools, Console console) {
        this.tools = tools;
        this.console = console;
    }

    private CommandLine commands() {
        CommandLine commands = new CommandLine(new CarouselCommand(tools, console))
                .addSubcommand(new TrainCommand(tools, console))
                .addSubcommand(new StudyCommand(tools, console))
                .addSubcommand(new OpenCommand(tools, console))
                .addSubcommand(new NetworkCommand(tools, console))
                .addSubcommand(new AnswersCommand(tools, console))
                .setOut(console.output())
                .setErr(console.errors())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((problem, arguments) -> wrongUse(problem))
                .setExecutionExceptionHandler((problem, command, parsed) -> failed(problem));
        ResourceBundle texts = texts();
        commands.setResourceBundle(texts);
        commands.getSubcommands().values().forEach(command -> command.setResourceBundle(texts));
        return commands;
    }

    private static ResourceBundle texts() {
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return Message.patterns("cli", Language.current()).entrySet().stream()
                        .map(text -> new Object[] {text.getKey(), text.getValue()})
                        .toArray(Object[][]::new);
            }
        };
    }

    /** Runs a command; returns its {@link ExitStatus}. */
    public int run(String... arguments) {
        int status = status(arguments);
        console.errors().flush();
        if (console.output().checkError() && status != ExitStatus.BAD_INPUT) {
            console.complain(Message.of("cli.output.lost"));
            return ExitStatus.FAILED;
        }
        return status;
    }

    private int status(String... arguments) {
        try {
            if (arguments.length == 0) {
                // The window need not wait for the parser
                return new CarouselCommand(tools, console).call();
            }
            return commands().execute(arguments);
        } catch (RuntimeException | Error problem) {
            return failed(problem);
        }
    }

    private int badInput(Message message) {
        console.complain(message);
        return ExitStatus.BAD_INPUT;
    }

    private int wrongUse(ParameterException problem) {
        try {
            return badInput(message(problem));
        } catch (InvalidInput noName) {
            // the first word can be the name of no file
            return badInput(noName.problem());
        }
    }

    private int failed(Throwable problem) {
        if (problem instanceof InvalidInput invalid) {
            return badInput(invalid.problem());
        }
        // logging is set up only now: help and bad input do not need it
        LoggerFactory.getLogger(CarouselCommandLine.class).error("The command ended unexpectedly", problem);
        String what = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        console.complain(
                problem instanceof OutOfMemoryError
                        ? Message.of("cli.outOfMemory", LogFile.path())
                        : Message.of("cli.unexpected", what, LogFile.path()));
        return ExitStatus.FAILED;
    }

    private static Message message(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            if (problem.getCommandLine().getCommand() instanceof CarouselCommand top && top.isUnknownCommand()) {
                return Message.of("cli.unknownCommand", top.file());
            }
            String first = unmatched.getUnmatched().get(0);
            return Message.of(first.startsWith("-") ? "cli.option.unknown" : "cli.argument.extra", first);
        }
        if (problem instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return Message.of("cli.option.noValue", name(missing.getMissing().get(0)));
        }
        if (problem instanceof OverwrittenOptionException overwritten) {
            return Message.of("cli.option.twice", name(overwritten.getOverwritten()));
        }
        return Message.of("cli.option.other", String.valueOf(problem.getMessage()));
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
