package lab.carousel.cli;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import lab.carousel.classroom.ClassServer;
import lab.carousel.classroom.FolderLock;
import lab.carousel.classroom.LiveClass;
import lab.carousel.classroom.NetworkAddress;
import lab.carousel.cli.StudyCommand.Interruption;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.command.CommandText;
import lab.carousel.file.disk.DataFolder;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.page.PageClass;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.FileLines;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code class}: serves a lesson to the phones of a class, without a window, until it is ended. */
@Command(name = "class", sortOptions = false)
final class ClassCommand extends ToolCommand {

    private static final int MOST_PORT = 65_535;
    private static final int LOOK_MILLIS = 250;

    @Parameters(paramLabel = "LESSON", descriptionKey = "cli.help.class")
    @SuppressWarnings("NullAway.Init") // picocli sees to it
    private String lesson;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "cli.help.classPort")
    private @Nullable String port;

    @Option(names = "--interface", paramLabel = "NAME", descriptionKey = "cli.help.classInterface")
    private @Nullable String network;

    @Option(names = "--students", paramLabel = "N", descriptionKey = "cli.help.classStudents")
    private @Nullable String students;

    @Option(names = CommandText.OUT, paramLabel = "DIR", descriptionKey = "cli.help.classOut")
    private @Nullable String out;

    ClassCommand(Tools tools, Console console) {
        super(tools, console);
    }

    @Override
    public Integer call() throws InterruptedException {
        Lesson taught = lesson("LESSON", lesson, List.of());
        int number = OptionNumber.orElse(0, "--port", port, 0, MOST_PORT);
        int expected = OptionNumber.orElse(LiveClass.EXPECTED, "--students", students, 1, ClassAnswers.MOST_SHEETS);
        InetAddress address = address();
        Path folder = out == null ? newFolder() : FileProblem.path(out);
        byte[] page = PageClass.page(Experiment.reference(), Colours.OKABE_ITO);
        folder(folder, "a");
        try (FolderLock lock = FolderLock.of(folder)) {
            LiveClass live = new LiveClass(lock.folder(), Optional.of(taught), false);
            live.expect(expected);
            serve(live, page, address, number);
        }
        return ExitStatus.DONE;
    }

    private void serve(LiveClass live, byte[] page, InetAddress address, int number) throws InterruptedException {
        FileLines.of(live.answers(), false).forEach(line -> console.complain(Message.literal(line)));
        CountDownLatch ended = new CountDownLatch(1);
        try (Interruption interruption = new Interruption(ended::countDown);
                ClassServer server = port == null
                        ? ClassServer.again(live, page, address, 0)
                        : new ClassServer(live, page, address, number, Set.of())) {
            console.output().println(server.address());
            console.output().flush();
            console.complain(Message.of("cli.class.folder", live.folder()));
            if (server.isElsewhere()) {
                console.complain(Message.of("class.elsewhere"));
            }
            String said = "";
            while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS) && !interruption.isInterrupted()) {
                String now = counts(live, server.problem());
                if (!now.equals(said)) {
                    console.complain(Message.literal(now));
                    said = now;
                }
            }
        }
    }

    private InetAddress address() {
        if (network != null) {
            return NetworkAddress.of(network).address();
        }
        return NetworkAddress.all().stream()
                .map(NetworkAddress::address)
                .filter(InetAddress::isSiteLocalAddress)
                .findFirst()
                .orElseGet(() -> {
                    console.complain(Message.of("cli.class.alone"));
                    return InetAddress.getLoopbackAddress();
                });
    }

    private static Path newFolder() {
        String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm-ss", Locale.ROOT));
        return DataFolder.path().resolve("classes").resolve(time);
    }

    /** How many have joined and handed in, the votes for each question, and what cannot be kept. */
    private static String counts(LiveClass live, Optional<InvalidInput> why) {
        ClassAnswers answers = live.answers();
        String votes = answers.asked().stream()
                .filter(asked -> asked.before().length > 0)
                .map(asked -> "; " + asked.step() + " " + Arrays.toString(asked.before()))
                .collect(Collectors.joining());
        String problem = why.map(it -> ". " + it.getMessage()).orElse("");
        return Message.text(
                        "cli.class.counts",
                        live.counts().joined(),
                        answers.authors(),
                        live.door().waiting())
                + votes
                + problem;
    }
}
