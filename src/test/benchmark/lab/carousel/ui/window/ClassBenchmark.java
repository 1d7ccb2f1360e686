package lab.carousel.ui.window;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import lab.carousel.classroom.LiveClass;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;

/**
 * Measures in the real window, in presenter mode and drawn by the software pipeline, how much processor time a frame takes
 * while a class hands in 200 answers within 10 seconds and a run trains; and for comparison without them. Needs a display.
 *
 * <pre>
 *   mvn -q -Pbench test -Dbenchmark=ui.window.ClassBenchmark
 * </pre>
 */
public final class ClassBenchmark {

    private static final int ANSWERS = 200;
    private static final int MILLIS = 10_000;
    private static final int MOST_FRAMES = 4_000;
    private static final double TARGET_MILLIS = 50;

    private final int width;
    private final int height;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final double[] processor = new double[MOST_FRAMES];
    private MeasuredWindow window;
    private LiveClass live;
    private long[] drawing = {};
    private long used;
    private int frames;

    private ClassBenchmark(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Opens the window, 1920 by 1080 unless another width and height are given, and measures. */
    public static void main(String[] arguments) {
        System.setProperty("prism.order", "sw");
        int[] numbers = Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        Platform.startup(
                () -> new ClassBenchmark(numbers.length < 2 ? 1920 : numbers[0], numbers.length < 2 ? 1080 : numbers[1])
                        .start(new Stage()));
    }

    private void start(Stage stage) {
        Experiment reference = Experiment.reference();
        window = new MeasuredWindow(
                stage,
                width,
                height,
                new Experiment(reference.task(), reference.hyperparameters(), EngineName.KERNEL),
                this::pulse);
        window.measure(() -> {}, this::measure);
    }

    private void pulse() {
        long now = LongStream.of(drawing).map(threads::getThreadCpuTime).sum();
        if (used > 0 && frames < MOST_FRAMES) {
            processor[frames++] = (now - used) / 1e6;
        }
        used = now;
    }

    private void measure() {
        try {
            Thread.sleep(4_000);
            MeasuredWindow.onScreen(this::findThreads);
            var look = window.workspace().screen().look();
            MeasuredWindow.onScreen(() -> {
                look.set(look.get().presenting(true));
                return null;
            });
            Lesson lesson = ShippedLessons.read("was-it-memory");
            begin(lesson);
            System.out.printf("%d x %d, presented, software pipeline; processor time of a frame, ms%n", width, height);
            System.out.println(
                    "                                     frames   median    p95    p99    max   over 50 ms");
            row("no class", () -> Thread.sleep(MILLIS));
            live = new LiveClass(Files.createTempDirectory("class"), Optional.empty(), true);
            live.expect(1_000);
            MeasuredWindow.onScreen(() -> {
                window.workspace().lesson().liveProperty().set(Optional.of(live));
                return null;
            });
            Thread.sleep(2_000);
            row("a class that is silent", () -> Thread.sleep(MILLIS));
            row("200 answers", () -> handIn(0));
            press("lessonShow");
            row("200 answers, shown", () -> handIn(1));
            row("the same, and a run trains", () -> {
                press("play");
                handIn(2);
            });
            System.exit(0);
        } catch (Exception failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private void begin(Lesson lesson) throws InterruptedException, ExecutionException {
        MeasuredWindow.onScreen(() -> {
            ((MainWindow) window.scene().getRoot()).lessons().player().start(lesson, 2);
            return null;
        });
        Thread.sleep(2_000);
    }

    private interface Doing {
        void run() throws InterruptedException, ExecutionException, IOException;
    }

    /** Of the students, as the class gave them. */
    private final Map<Integer, String> ids = new HashMap<>();

    private void handIn(int time) throws InterruptedException {
        Lesson lesson = live.lesson().orElseThrow();
        LessonStep step = lesson.steps().get(1);
        List<String> steps = lesson.steps().stream().map(LessonStep::id).toList();
        int choices = step.question().orElseThrow().choices().size();
        for (int student = 0; student < ANSWERS; student++) {
            int choice = (student * 7 + time) % choices;
            Tally said = new Tally(
                    Stream.iterate(0, at -> at + 1)
                            .limit(choices)
                            .map(at -> at == choice ? 1 : 0)
                            .toList(),
                    true);
            String id = ids.computeIfAbsent(student, any -> live.join(live.join("", 2), 2));
            live.take(AnswersFile.text(new AnswerSheet(
                            new AnswerSheet.From(id, "", "benchmark"),
                            new LessonAnswers(AnswerSheet.shortName(lesson.name()), lesson.version(), steps),
                            Map.of(
                                    step.id(),
                                    new StepAnswers(
                                            Optional.of(said),
                                            Optional.of(new Tally(said.hands(), false)),
                                            "reason " + student,
                                            step.after().observations().stream()
                                                    .map(any -> Optional.<Observed>empty())
                                                    .collect(Collectors.toList()),
                                            List.of())),
                            List.of(),
                            Optional.empty()))
                    .getBytes(StandardCharsets.UTF_8));
            Thread.sleep(MILLIS / ANSWERS);
        }
    }

    private void row(String name, Doing doing) throws InterruptedException, ExecutionException, IOException {
        MeasuredWindow.onScreen(() -> {
            frames = 0;
            used = 0;
            return null;
        });
        doing.run();
        System.out.println(MeasuredWindow.onScreen(() -> summary(name)));
    }

    private String summary(String name) {
        double[] sorted = Arrays.copyOf(processor, frames);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%-36s %6d   %6.1f %6.1f %6.1f %6.1f   %d",
                name,
                frames,
                share(sorted, 0.5),
                share(sorted, 0.95),
                share(sorted, 0.99),
                share(sorted, 1),
                Arrays.stream(sorted).filter(time -> time > TARGET_MILLIS).count());
    }

    private static double share(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private void press(String id) throws InterruptedException, ExecutionException {
        MeasuredWindow.onScreen(() -> {
            ((ButtonBase) window.find(id)).fire();
            return null;
        });
        Thread.sleep(1_000);
    }

    private Void findThreads() {
        drawing = LongStream.of(threads.getAllThreadIds())
                .filter(id -> {
                    ThreadInfo thread = threads.getThreadInfo(id);
                    return thread != null
                            && (thread.getThreadName().startsWith("QuantumRenderer")
                                    || thread.getThreadName().equals("JavaFX Application Thread"));
                })
                .toArray();
        return null;
    }
}
