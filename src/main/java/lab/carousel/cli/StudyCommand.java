package lab.carousel.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.file.command.CommandText;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.disk.ShutdownLatch;
import lab.carousel.file.study.ReadyMade;
import lab.carousel.file.study.ShardFile;
import lab.carousel.file.study.StudyFile;
import lab.carousel.file.study.StudyOutput;
import lab.carousel.picture.study.StudyPictures;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Shard;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.StudyRun;
import lab.carousel.study.many.StudyState;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code study}: runs a study on all cores and writes its tables and pictures. */
@Command(name = "study", sortOptions = false)
final class StudyCommand extends LongCommand {

    private static final int MAX_THREADS = 1_024;
    private static final int WAIT_MILLIS = 100;
    /** Five seconds between the times that a share is saved. */
    private static final int WAITS_BETWEEN = 50;

    private static final String PART = "--part";
    private static final String LIST = "--list";
    private static final Pattern PORTION = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    @Parameters(arity = "0..1", paramLabel = "FILE|NAME", descriptionKey = "cli.help.study")
    private @Nullable String name;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sees to it
    private CommandSpec spec;

    @Option(names = LIST, descriptionKey = "cli.help.studyList")
    private boolean list;

    @Option(names = CommandText.OUT, paramLabel = "DIR", descriptionKey = "cli.help.out")
    private @Nullable String out;

    @Option(names = PART, paramLabel = "I/N", descriptionKey = "cli.help.part")
    private @Nullable String part;

    @Option(names = "--join", paramLabel = "DIR", arity = "1..*", descriptionKey = "cli.help.join")
    private List<String> join = List.of();

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "cli.help.threads")
    private @Nullable String threads;

    @Option(names = CommandText.SEEDS, paramLabel = "N", descriptionKey = "cli.help.seeds")
    private @Nullable String seeds;

    StudyCommand(Tools tools, Console console) {
        super(tools, console);
    }

    @Override
    public Integer call() {
        if (list) {
            spec.commandLine().getParseResult().originalArgs().stream()
                    .skip(1)
                    .filter(word -> !word.equals(LIST))
                    .findFirst()
                    .ifPresent(word -> {
                        throw new InvalidInput("cli.argument.extra", word);
                    });
            ReadyMade.all().forEach(ready -> console.output()
                    .println(Message.text("cli.study.listed", ready.name(), ready.title())));
            return ExitStatus.DONE;
        }
        if (!join.isEmpty()) {
            return join();
        }
        if (name == null) {
            throw new InvalidInput("cli.study.noName");
        }
        String target = requiredOut();
        Study study = study(name);
        Plan plan = Plan.of(
                study.withSeeds(OptionNumber.orElse(study.seeds(), CommandText.SEEDS, seeds, 1, Study.MAX_RUNS)));
        int threadCount =
                OptionNumber.orElse(Runtime.getRuntime().availableProcessors(), "--threads", threads, 1, MAX_THREADS);
        Path folder = FileProblem.path(target);
        Optional<ShardFile> share = Optional.ofNullable(part).map(text -> new ShardFile(plan, portion(text), folder));
        checkUnread(name, folder);
        folder(folder, StudyOutput.RUNS);
        return share.isEmpty() ? run(plan, threadCount, folder) : runShare(share.get(), name, threadCount);
    }

    /** A study that was read from the folder that it is written to would be replaced by itself, with other seeds. */
    private static void checkUnread(String name, Path folder) {
        if (ReadyMade.named(name).isEmpty()) {
            CommandFiles files = new CommandFiles();
            files.reads(FileProblem.path(name));
            StudyOutput.TABLES_AND_STUDY.forEach(file -> files.checkUnread(CommandText.OUT, folder.resolve(file)));
        }
    }

    private String requiredOut() {
        if (out == null) {
            throw new InvalidInput("cli.study.noOut");
        }
        return out;
    }

    private static Shard portion(String text) {
        Matcher written = PORTION.matcher(text);
        if (!written.matches()) {
            throw new InvalidInput("cli.study.part", PART, text);
        }
        return new Shard(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
    }

    private int join() {
        if (name != null || part != null || seeds != null) {
            throw new InvalidInput("cli.study.joinAlone");
        }
        Results results = ShardFile.joined(join.stream().map(FileProblem::path).toList());
        Path folder = FileProblem.path(requiredOut());
        folder(folder, StudyOutput.RUNS);
        save(folder, results, () -> {}, () -> false);
        return ExitStatus.DONE;
    }

    /** Saves and prints the results; the pictures last, because what they show is in the tables. */
    private void save(Path folder, Results results, Runnable afterPrint, BooleanSupplier isOver) {
        StudyOutput.saveTables(folder, results);
        StudyReport.lines(results).forEach(console.output()::println);
        console.output().flush();
        afterPrint.run();
        if (!isOver.getAsBoolean()) {
            StudyOutput.savePictures(folder, StudyPictures.of(results, Palette.LIGHT), tools.drawing(), isOver);
        }
    }

    /** Saves the finished runs while it goes on, so that a few seconds at most are ever lost. */
    private int runShare(ShardFile share, String study, int threadCount) {
        StudyRun run = StudyRun.start(share.begin(study), share.portion(), tools.engine(), threadCount);
        try (Interruption interruption = new Interruption(run::cancel)) {
            waitFor(run, interruption, () -> share.keep(run.results()));
            share.keep(run.results());
        }
        int status = status(run);
        console.output()
                .println(Message.text(
                        "cli.study.share",
                        share.portion().number(),
                        share.portion().of(),
                        run.progress().finished(),
                        run.progress().runs(),
                        share.folder()));
        return status;
    }

    private static int status(StudyRun run) {
        run.failure().ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
        return run.progress().state() == StudyState.DONE ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private static Study study(String name) {
        return ReadyMade.named(name).map(ReadyMade::study).orElseGet(() -> {
            Path file = FileProblem.path(name);
            if (!Files.exists(file)) {
                throw new InvalidInput("cli.study.unknown", name);
            }
            return StudyFile.read(file);
        });
    }

    private int run(Plan plan, int threadCount, Path folder) {
        // Fonts cannot be loaded while the program ends
        PictureFont.regular(1);
        StudyRun run = StudyRun.start(plan, tools.engine(), threadCount);
        try (Interruption interruption = new Interruption(run::cancel)) {
            waitFor(run, interruption, () -> {});
            Results results = run.results();
            int finished = results.finished().size();
            Runnable told = () -> {
                if (run.failure().isEmpty() && finished < plan.runs()) {
                    console.complain(Message.of("cli.study.cancelled", finished, plan.runs()));
                }
            };
            save(folder, results, told, interruption::isInterrupted);
        }
        return status(run);
    }

    /** Waits for the end; when the program is interrupted only for a moment. */
    private void waitFor(StudyRun run, Interruption interruption, Runnable nowAndThen) {
        Progress line = progress();
        try {
            for (int waits = 1;
                    !run.await(WAIT_MILLIS, TimeUnit.MILLISECONDS) && !interruption.isInterrupted();
                    waits++) {
                line.show(() -> StudyReport.progress(run.progress()));
                if (waits % WAITS_BETWEEN == 0) {
                    nowAndThen.run();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            run.cancel();
        } finally {
            line.clear();
        }
    }

    /**
     * Reaction to an interruption of the program (Ctrl-C, a signal, the end of the session): a call, and a moment to
     * save what there is.
     */
    static final class Interruption implements AutoCloseable {

        private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);

        private final CountDownLatch interrupted = new CountDownLatch(1);
        private final ShutdownLatch latch = new ShutdownLatch();
        private final Thread hook;

        /** Makes a call when the program is interrupted before this is closed, and then waits until it is closed. */
        Interruption(Runnable told) {
            this.hook = new Thread(
                    () -> {
                        interrupted.countDown();
                        told.run();
                        latch.await();
                    },
                    "interruption");
            Runtime.getRuntime().addShutdownHook(hook);
        }

        /** Whether the program was interrupted: nothing long may be begun any more. */
        boolean isInterrupted() {
            return interrupted.getCount() == 0;
        }

        @Override
        public void close() {
            latch.end();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                LOG.debug("What was under way is in safety", shuttingDown);
            }
        }
    }
}
