package lab.carousel.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import lab.carousel.file.answers.AnswersCsv;
import lab.carousel.file.answers.folder.ClassFolder;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.disk.LogFile;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.OpenQuestion;
import lab.carousel.file.model.network.OpenQuestion.Subject;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.states.StatesFile;
import lab.carousel.lesson.answers.AskedStep;
import lab.carousel.lesson.answers.Check;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.FileLines;
import lab.carousel.lesson.answers.PoolWords;
import lab.carousel.lesson.answers.Recheck;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.training.PausedRun;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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
            Path target = csv == null ? null : FileProblem.path(csv);
            if (target != null) {
                AtomicFile.checkWritable(target);
            }
            ClassAnswers read = ClassFolder.read(FileProblem.path(folder)).together(Map.of());
            Recheck recheck = new Recheck(tools.engine().apply(EngineName.KERNEL), () -> Thread.currentThread()
                    .isInterrupted());
            ClassAnswers answers = noCheck ? read : read.checked(recheck::of);
            List<String> told = FileLines.of(answers, false);
            if (answers.students().isEmpty() && told.isEmpty()) {
                throw new InvalidInput("answers.noFiles", folder);
            }
            lines(answers).forEach(console.output()::println);
            told.forEach(console.output()::println);
            if (target != null) {
                TextFile.write(target, AnswersCsv.of(answers));
            }
            return ExitStatus.DONE;
        }

        private static List<String> lines(ClassAnswers answers) {
            List<String> lines = new ArrayList<>();
            lines.add(Message.text("answers.students", answers.students().size()));
            answers.asked().stream()
                    .filter(asked -> asked.before().length > 0)
                    .forEach(asked -> lines.add(asked(asked)));
            answers.pools().forEach(pool -> {
                lines.add(PoolWords.of(pool));
                if (pool.count(Check.CORRECTED) > 0) {
                    lines.add("  " + Message.text("answers.corrected", pool.count(Check.CORRECTED)));
                }
            });
            return lines;
        }

        private static String asked(AskedStep asked) {
            return Message.text(
                    "answers.asked",
                    asked.lesson().name(),
                    asked.step(),
                    Arrays.toString(asked.before()),
                    Arrays.toString(asked.after()));
        }
    }

    /** {@code network}: describes a network that another program saved, and evaluates it on a task, without a window. */
    @Command(name = "network", sortOptions = false)
    static final class NetworkCommand extends ToolCommand {

        @Parameters(paramLabel = "FILE", descriptionKey = "cli.help.networkFile")
        @SuppressWarnings("NullAway.Init") // picocli sees to it
        private String file;

        @Option(names = "--order", paramLabel = "A,B", descriptionKey = "cli.help.networkOrder")
        private @Nullable String order;

        @Option(names = "--gates", paramLabel = "ORDER", descriptionKey = "cli.help.networkGates")
        private @Nullable String gates;

        @Option(names = "--activation", paramLabel = "NAME", descriptionKey = "cli.help.networkActivation")
        private @Nullable String activation;

        @Option(names = "--between", paramLabel = "NAME", descriptionKey = "cli.help.networkBetween")
        private @Nullable String between;

        @Option(names = "--output", paramLabel = "NAME", descriptionKey = "cli.help.networkOutput")
        private @Nullable String output;

        @Option(names = "--experiment", paramLabel = "E", descriptionKey = "cli.help.networkExperiment")
        private @Nullable String experiment;

        @Option(names = "--states", paramLabel = "F", descriptionKey = "cli.help.networkStates")
        private @Nullable String states;

        NetworkCommand(Tools tools, Console console) {
            super(tools, console);
        }

        @Override
        public Integer call() {
            if ((experiment == null) != (states == null)) {
                throw new InvalidInput("cli.network.both");
            }
            Path target = states == null ? null : FileProblem.path(states);
            if (target != null) {
                StatesFile.checkName(target);
                AtomicFile.checkWritable(target);
            }
            FoundNetwork found = ModelFile.find(FileProblem.path(file));
            Map<Subject, String> chosen = chosen();
            requireChosen(found, chosen);
            ReadNetwork network = found.with(chosen);
            Optional<Experiment> task = experiment == null ? Optional.empty() : Optional.of(task(network, experiment));
            lines(found, chosen, network).forEach(line -> console.output().println(line.text()));
            if (target != null && task.isPresent()) {
                PausedRun run = PausedRun.opened(
                        task.get(), tools.engine().apply(task.get().engine()), network.parameters());
                StatesFile.write(run.snapshot(), target);
                console.output().println(Message.text("ui.saved", target));
            }
            return ExitStatus.DONE;
        }

        private Map<Subject, String> chosen() {
            Map<Subject, String> chosen = new EnumMap<>(Subject.class);
            for (Subject subject : Subject.values()) {
                String answer =
                        switch (subject) {
                            case ORDER -> order;
                            case GATES -> gates;
                            case ACTIVATION -> activation;
                            case BETWEEN -> between;
                            case OUTPUT -> output;
                        };
                if (answer != null) {
                    chosen.put(subject, answer);
                }
            }
            return chosen;
        }

        /** Names the option that must be given to choose between several. */
        private static void requireChosen(FoundNetwork found, Map<Subject, String> chosen) {
            for (OpenQuestion question : found.questions()) {
                Subject subject = question.subject();
                if (question.assumed().isEmpty() && !chosen.containsKey(subject)) {
                    List<String> ways = question.answers().stream()
                            .map(answer -> "--" + subject.key() + " \"" + answer + "\"")
                            .toList();
                    throw new InvalidInput("network.answer.open", subject.words(), String.join(" | ", ways));
                }
            }
        }

        /** The experiment of a file, with the network's shape. */
        private static Experiment task(ReadNetwork network, String experiment) {
            Experiment wanted = ExperimentFile.read(FileProblem.path(experiment));
            return network.experiment(wanted.task(), wanted.hyperparameters());
        }

        private static List<Message> lines(FoundNetwork found, Map<Subject, String> chosen, ReadNetwork network) {
            ParameterLayout layout = network.parameters().layout();
            String cell = layout.cell().name();
            List<Message> lines = new ArrayList<>();
            lines.add(Message.of("cli.network.cell", Message.of("ui.network.cell." + cell)));
            lines.add(Message.of("cli.network.layers", layout.layers(), layout.units()));
            lines.add(Message.of("cli.network.symbols", layout.symbols(), layout.outputs()));
            lines.add(Message.of("cli.network.functions." + cell));
            lines.add(Message.of("cli.network.outputs." + network.output().name()));
            lines.addAll(found.assumptions(chosen));
            lines.addAll(network.remarks());
            lines.add(network.experiment()
                    .map(told -> Message.of(
                            "cli.network.told", told.task().alphabet().size()))
                    .orElseGet(() -> Message.of("cli.network.untold")));
            return lines;
        }
    }

    /** The program itself: opens the window, with an experiment file if one is named. */
    @Command(name = "carousel", sortOptions = false, versionProvider = CarouselCommand.CarouselVersion.class)
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
            if (file == null) {
                return open(List.of());
            }
            if (isUnknownCommand()) {
                throw new InvalidInput("cli.unknownCommand", file);
            }
            // the window reports problems with the file
            return open(List.of(FileProblem.path(file)));
        }

        private int open(List<Path> files) {
            Optional<Message> problem = tools.window().apply(files);
            problem.ifPresent(console::complain);
            return problem.isPresent() ? ExitStatus.FAILED : ExitStatus.DONE;
        }

        /** Whether the first word can only be meant as a command that does not exist. */
        boolean isUnknownCommand() {
            return file != null && COMMAND.matcher(file).matches() && !Files.exists(FileProblem.path(file));
        }

        String file() {
            return Objects.requireNonNull(file);
        }

        /** The program's version, from the manifest of its jar. */
        static final class CarouselVersion implements IVersionProvider {

            @Override
            public String[] getVersion() {
                String version = Optional.ofNullable(
                                CarouselVersion.class.getPackage().getImplementationVersion())
                        .orElseGet(() -> Message.text("cli.version.unpacked"));
                return new String[] {Message.text("cli.version", version)};
            }
        }
    }
}
