package lab.carousel.ui.answers;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.answers.AnswersCsv;
import lab.carousel.file.answers.folder.ClassFolder;
import lab.carousel.file.disk.TextFile;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.PooledRun;
import lab.carousel.lesson.answers.Recheck;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.SerialExecutor;
import lab.carousel.ui.background.Urgency;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.file.FileAccess;
import lab.carousel.ui.theme.Icons;
import lab.carousel.ui.theme.Look;
import lab.carousel.ui.theme.Stylesheets;

/**
 * The answers of a class in a window of their own, so that the teacher can move it to the projector. They are read and
 * their runs trained again in the background. Used on the JavaFX thread.
 */
public final class AnswersWindow {

    private static final double WIDTH = 1040;
    private static final double HEIGHT = 760;

    private final Rechecks rechecks;
    private final Background background;
    private final FileAccess fileAccess;
    private final Exporter exporter;

    private List<Lesson> known = List.of();
    private ClassAnswers answers = ClassAnswers.of(List.of(), List.of(), List.of(), Map.of());
    private Optional<AnswersView> view = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    /** @param exporter writes pictures */
    public AnswersWindow(Background background, FileAccess fileAccess, Exporter exporter) {
        this.background = background;
        this.fileAccess = fileAccess;
        this.exporter = exporter;
        rechecks = new Rechecks(background);
    }

    /**
     * Opens what a class handed in; if that cannot be done, says why.
     *
     * @param path    a folder or a zip
     * @param lessons those that are known; asked in the background
     * @param asked   what was asked in between
     */
    public void open(Path path, Supplier<List<Lesson>> lessons, List<AskedNow> asked, Look look, Window owner) {
        int number = rechecks.begin();
        fileAccess.read(
                path,
                progress -> {
                    List<Lesson> all = lessons.get();
                    Map<String, String> versions = all.stream()
                            .collect(Collectors.toMap(
                                    Lesson::name, Lesson::version, (one, other) -> one, LinkedHashMap::new));
                    return Map.entry(ClassFolder.read(path, progress).together(versions), all);
                },
                found -> {
                    AnswersView shown = show(owner);
                    shown.setLook(look);
                    answers = found.getKey();
                    known = found.getValue();
                    shown.show(answers, new LessonWords(known, asked));
                    rechecks.check(number, answers, shown, checked -> answers = checked);
                });
    }

    private AnswersView show(Window owner) {
        AnswersView shown = view.orElseGet(() -> new AnswersView(background, this::saveCsv, exporter));
        view = Optional.of(shown);
        Stage window = stage.orElseGet(() -> build(shown, owner));
        stage = Optional.of(window);
        window.show();
        window.toFront();
        return shown;
    }

    private Stage build(AnswersView shown, Window owner) {
        Stage window = new Stage();
        window.initOwner(owner);
        window.setTitle(Message.text("answers.title"));
        Scene scene = new Scene(shown, WIDTH, HEIGHT);
        Stylesheets.addTo(scene);
        window.setScene(scene);
        Icons.copy(window, owner);
        window.setOnHidden(event -> rechecks.begin());
        return window;
    }

    private void saveCsv() {
        String table = AnswersCsv.of(answers, known);
        fileAccess.saveAs(
                "answers.csv",
                ".csv",
                Message.text("answers.csv.kind"),
                file -> TextFile.write(file, table),
                where -> Message.text("answers.csv.done", where),
                () -> {});
    }

    /** The window; empty before anything was opened. */
    public Optional<Window> window() {
        return stage.map(shown -> shown);
    }

    public void close() {
        stage.ifPresent(Stage::close);
    }

    /** Trains the runs of a class again in the background, one after the other. Used on the JavaFX thread. */
    static final class Rechecks {

        /** The picture is drawn anew after so many runs. */
        private static final int RUNS_PER_DRAWING = 10;

        private final SerialExecutor checks;
        /** Counts what was begun: what belongs to something begun before is given up. */
        private final AtomicInteger begun = new AtomicInteger();

        private ClassAnswers answers = ClassAnswers.of(List.of(), List.of(), List.of(), Map.of());

        Rechecks(Background background) {
            checks = background.inOrder("answers", Urgency.ASIDE);
        }

        /** Ends what was begun before; returns the number of what begins now. */
        int begin() {
            return begun.incrementAndGet();
        }

        /**
         * Trains all runs again, until something else begins.
         *
         * @param read   as the class handed them in
         * @param view   where the runs are shown
         * @param took   told the answers with what is known of their runs, after each of them
         */
        void check(int number, ClassAnswers read, AnswersView view, Consumer<ClassAnswers> took) {
            Recheck recheck = new Recheck(new KernelEngine(), () -> begun.get() != number);
            List<PooledRun> runs =
                    read.pools().stream().flatMap(pool -> pool.runs().stream()).toList();
            AtomicInteger done = new AtomicInteger();
            answers = read;
            runs.forEach(run -> checks.ask(() -> recheck.of(run), checked -> {
                if (begun.get() == number) {
                    answers = answers.checked(other -> other == run ? checked : other);
                    took.accept(answers);
                    int count = done.incrementAndGet();
                    if (count % RUNS_PER_DRAWING == 0 || count == runs.size()) {
                        view.showRuns(answers, count, runs.size());
                    }
                }
            }));
        }
    }
}
