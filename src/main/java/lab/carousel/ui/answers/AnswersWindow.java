package lab.carousel.ui.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.answers.AnswersCsv;
import lab.carousel.file.answers.ClassFolder;
import lab.carousel.file.disk.TextFile;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.PooledRun;
import lab.carousel.lesson.answers.Recheck;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.InOrder;
import lab.carousel.ui.file.Filing;
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
    /** The picture is drawn anew after so many runs. */
    private static final int OFTEN = 10;

    private final InOrder checks;
    private final Background background;
    private final Filing filing;
    /** Counts what was opened: what belongs to something opened before is given up. */
    private final AtomicInteger opened = new AtomicInteger();

    private ClassAnswers answers = ClassAnswers.of(List.of(), List.of(), List.of(), Map.of());
    private Optional<AnswersView> view = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    /** A window that is not open. */
    public AnswersWindow(Background background, Filing filing) {
        this.background = background;
        this.filing = filing;
        checks = background.inOrder("answers", Background.Urgency.ASIDE);
    }

    /**
     * Opens what a class handed in; if that cannot be done, says why.
     *
     * @param path    a folder or a zip
     * @param lessons those that are known; asked in the background
     * @param look    the colours
     * @param owner   the window beside which it stands
     */
    public void open(Path path, Supplier<List<Lesson>> lessons, Look look, Window owner) {
        int number = opened.incrementAndGet();
        filing.read(
                path,
                () -> {
                    List<Lesson> known = lessons.get();
                    Map<String, String> versions = known.stream()
                            .collect(Collectors.toMap(Lesson::name, Lesson::version, (one, other) -> one));
                    return Map.entry(ClassFolder.read(path).together(versions), new Choices(known));
                },
                found -> {
                    AnswersView shown = show(owner);
                    shown.setLook(look);
                    answers = found.getKey();
                    shown.show(answers, found.getValue());
                    check(number);
                });
    }

    private AnswersView show(Window owner) {
        AnswersView shown = view.orElseGet(() -> new AnswersView(background, this::saveCsv));
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
        Icons.all().forEach(window.getIcons()::add);
        window.setOnHidden(event -> opened.incrementAndGet());
        return window;
    }

    /** Trains the runs again, one after the other, until something else is opened or the window is closed. */
    private void check(int number) {
        Recheck recheck = new Recheck(new KernelEngine(), () -> opened.get() != number);
        List<PooledRun> runs =
                answers.pools().stream().flatMap(pool -> pool.runs().stream()).toList();
        AtomicInteger done = new AtomicInteger();
        runs.forEach(run -> checks.ask(() -> recheck.of(run), checked -> {
            if (opened.get() == number) {
                answers = answers.checked(other -> other == run ? checked : other);
                int count = done.incrementAndGet();
                if (count % OFTEN == 0 || count == runs.size()) {
                    view.ifPresent(shown -> shown.showRuns(answers, count, runs.size()));
                }
            }
        }));
    }

    private void saveCsv() {
        String table = AnswersCsv.of(answers);
        filing.dialogs()
                .chooseTarget("answers.csv", ".csv", Message.text("answers.csv.kind"))
                .ifPresent(file -> filing.save(
                        file, () -> TextFile.write(file, table), where -> Message.text("answers.csv.done", where)));
    }

    /** What is shown; empty before anything was opened. */
    public Optional<Window> window() {
        return stage.map(shown -> shown);
    }

    /** Closes it. */
    public void close() {
        stage.ifPresent(Stage::close);
    }
}
