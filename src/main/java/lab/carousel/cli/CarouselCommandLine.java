package lab.carousel.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lab.carousel.file.answers.AnswersCsv;
import lab.carousel.file.answers.folder.ClassFolder;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.disk.LogFile;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.file.output.TrainOutput;
import lab.carousel.lesson.answers.Check;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.FileLines;
import lab.carousel.lesson.answers.Recheck;
import lab.carousel.model.EngineName;
import lab.carousel.text.Citation;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command line. Any error ends in one line on standard error and an exit status. */
public final class CarouselCommandLine {

    /** Answered without what describes the commands, or parses them. */
    private static final List<String> VERSION = List.of("--version");

    private static final List<String> HELP = List.of("--help");

    private final Tools tools;
    private final Console console;

    public CarouselCommandLine(Tools tools, Console console) {
        this.tools = tools;
        this.console = console;
    }

    /** The program's command, with the one that the first word names, or with all: to describe each takes a while. */
    private CommandLine commands(List<String> arguments) {
        Map<String, Supplier<Callable<Integer>>> all = new LinkedHashMap<>();
        all.put("train", () -> new TrainCommand(tools, console));
        all.put("study", () -> new StudyCommand(tools, console));
        all.put("open", () -> new OpenCommand(tools, console));
        all.put("network", () -> new NetworkCommand(tools, console));
        all.put("view", () -> new ViewCommand(tools, console));
        all.put("judge", () -> new JudgeCommand(tools, console));
        all.put("answers", () -> new AnswersCommand(tools, console));
        all.put("class", () -> new ClassCommand(tools, console));
        CommandLine commands = new CommandLine(new CarouselCommand(tools, console));
        if (HELP.equals(arguments)) {
            // What a command takes is told by its own help
            all.keySet().forEach(name -> commands.addSubcommand(name, CommandSpec.create()));
        } else {
            if (all.containsKey(arguments.get(0))) {
                all.keySet().retainAll(arguments.subList(0, 1));
            }
            all.values().forEach(command -> commands.addSubcommand(command.get()));
        }
        commands.setOut(console.output())
                .setErr(console.errors())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((problem, words) -> wrongUse(problem))
                .setExecutionExceptionHandler((problem, command, parsed) -> failed(problem));
        commands.getCommandSpec().version(version());
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
        Language.broken().forEach(console::complain);
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
            if (VERSION.equals(List.of(arguments))) {
                console.output().println(version());
                return ExitStatus.DONE;
            }
            return commands(List.of(arguments)).execute(arguments);
        } catch (RuntimeException | Error problem) {
            return failed(problem);
        }
    }

    private static String version() {
        return Message.text("cli.version", Citation.version().orElseGet(() -> Message.text("cli.version.unpacked")));
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
        if (problem.getArgSpec() instanceof OptionSpec option
                && option.typeInfo().isBoolean()) {
            return Message.of("cli.option.flag", name(option), String.valueOf(problem.getValue()));
        }
        return Message.of("cli.option.other", String.valueOf(problem.getMessage()));
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** {@code open}: opens the window with a file: an experiment, a session, or a network that another program saved. */
    @Command(name = "open", sortOptions = false)
    static final class OpenCommand extends ToolCommand {

        @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "cli.help.openFile")
        private @Nullable String file;

        OpenCommand(Tools tools, Console console) {
            super(tools, console);
        }

        @Override
        public Integer call() {
            if (file == null) {
                throw new InvalidInput("cli.open.noFile");
            }
            return open(List.of(FileProblem.path(file)));
        }
    }

    /** {@code answers}: merges the submissions of a class, without a window. */
    @Command(name = "answers", sortOptions = false)
    static final class AnswersCommand extends ToolCommand {

        @Parameters(paramLabel = "DIR|F.zip", descriptionKey = "cli.help.answers")
        @SuppressWarnings("NullAway.Init") // picocli sees to it
        private String folder;

        @Option(names = "--csv", paramLabel = "F", descriptionKey = "cli.help.answersCsv")
        private @Nullable String csv;

        @Option(names = "--no-check", descriptionKey = "cli.help.noCheck")
        private boolean noCheck;

        AnswersCommand(Tools tools, Console console) {
            super(tools, console);
        }

        @Override
        public Integer call() {
            Optional<Path> target = Optional.ofNullable(csv).map(FileProblem::path);
            Path sheets = FileProblem.path(folder);
            CommandFiles files = new CommandFiles();
            if (!Files.isDirectory(sheets)) {
                files.reads(sheets);
            }
            target.ifPresent(path -> files.writes("--csv", path, TrainOutput.CSV.endings()));
            files.check();
            ClassAnswers read = ClassFolder.read(sheets).together(Map.of());
            Recheck recheck = new Recheck(tools.engine().apply(EngineName.KERNEL), () -> Thread.currentThread()
                    .isInterrupted());
            ClassAnswers answers = noCheck ? read : read.checked(recheck::of);
            List<String> told = FileLines.of(answers, false);
            if (answers.students().isEmpty() && told.isEmpty()) {
                throw new InvalidInput("answers.noFiles", folder);
            }
            lines(answers).forEach(console.output()::println);
            told.forEach(console.output()::println);
            target.ifPresent(path -> TextFile.write(path, AnswersCsv.of(answers, ShippedLessons.all())));
            return ExitStatus.DONE;
        }

        private static List<String> lines(ClassAnswers answers) {
            List<String> lines = new ArrayList<>();
            lines.add(Message.text("answers.students", answers.authors()));
            answers.asked().stream()
                    .filter(asked -> asked.before().length > 0)
                    .forEach(asked -> lines.add(Message.text(
                            "answers.asked",
                            asked.lesson().name(),
                            asked.step(),
                            Arrays.toString(asked.before()),
                            Arrays.toString(asked.after()))));
            answers.pools().forEach(pool -> {
                lines.add(pool.words());
                if (pool.count(Check.CORRECTED) > 0) {
                    lines.add("  " + Message.text("answers.corrected", pool.count(Check.CORRECTED)));
                }
            });
            return lines;
        }
    }

    /** The program itself: opens the window, with an experiment file if one is named. */
    @Command(name = "carousel", sortOptions = false)
    static final class CarouselCommand extends ToolCommand {

        /** A possibly mistyped command; file names have an ending, or a folder before them. */
        private static final Pattern COMMAND = Pattern.compile("[^./\\\\]*");

        @Parameters(arity = "0..1", paramLabel = "FILE.carousel", descriptionKey = "cli.help.windowFile")
        private @Nullable String file;

        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                order = 100,
                descriptionKey = "cli.help.version")
        @SuppressWarnings("UnusedVariable") // picocli reads it
        private boolean version;

        CarouselCommand(Tools tools, Console console) {
            super(tools, console);
        }

        @Override
        public Integer call() {
            if (isUnknownCommand()) {
                throw new InvalidInput("cli.unknownCommand", file());
            }
            return open(
                    Optional.ofNullable(file).map(FileProblem::path).stream().toList());
        }

        /** Whether the first word can only be meant as a command that does not exist. */
        boolean isUnknownCommand() {
            return file != null && COMMAND.matcher(file).matches() && !Files.exists(FileProblem.path(file));
        }

        String file() {
            return Objects.requireNonNull(file);
        }
    }
}
