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

    @Option(names = CommandText.OUT, paramLabel = "DIR", descriptionKey = "cli.help.classOut")
    private @Nullable String out;

    ClassCommand(Tools tools, Console console) {
        super(tools, console);
    }

    @Override
    public Integer call() throws InterruptedException {
        Lesson taught = lesson("LESSON", lesson, List.of());
        int number = OptionNumber.orElse(0, "--port", port, 0, MOST_PORT);
        InetAddress address = address();
        Path folder = out == null ? newFolder() : FileProblem.path(out);
        LiveClass live = new LiveClass(folder, Optional.of(taught), false);
        FileLines.of(live.answers(), false).forEach(line -> console.complain(Message.literal(line)));
        byte[] page = PageClass.page(Experiment.reference(), Colours.OKABE_ITO);
        CountDownLatch ended = new CountDownLatch(1);
        try (Interruption interruption = new Interruption(ended::countDown);
                ClassServer server = new ClassServer(live, page, address, number, Set.of())) {
            // Not before: a port that is in use leaves nothing behind
            folder(folder, "a");
            console.output().println(server.address());
            console.output().flush();
            console.complain(Message.of("cli.class.folder", folder));
            String said = "";
            while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS) && !interruption.isInterrupted()) {
                String now = counts(live);
                if (!now.equals(said)) {
                    console.complain(Message.literal(now));
                    said = now;
                }
            }
        }
        return ExitStatus.DONE;
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
    private static String counts(LiveClass live) {
        ClassAnswers answers = live.answers();
        String votes = answers.asked().stream()
                .filter(asked -> asked.before().length > 0)
                .map(asked -> "; " + asked.step() + " " + Arrays.toString(asked.before()))
                .collect(Collectors.joining());
        String problem = live.problem().map(why -> ". " + why.getMessage()).orElse("");
        return Message.text(
                        "cli.class.counts",
                        live.counts().joined(),
                        answers.students().size())
                + votes
                + problem;
    }
}
