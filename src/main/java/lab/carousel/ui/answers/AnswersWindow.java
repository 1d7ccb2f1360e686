package lab.carousel.ui.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.carousel.file.answers.AnswersCsv;
import lab.carousel.file.answers.folder.ClassFolder;
import lab.carousel.file.disk.TextFile;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
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

    private final Rechecks rechecks;
    private final Background background;
    private final Filing filing;

    private ClassAnswers answers = ClassAnswers.of(List.of(), List.of(), List.of(), Map.of());
    private Optional<AnswersView> view = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    /** A window that is not open. */
    public AnswersWindow(Background background, Filing filing) {
        this.background = background;
        this.filing = filing;
        rechecks = new Rechecks(background);
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
        int number = rechecks.begin();
        filing.read(
                path,
                progress -> {
                    List<Lesson> known = lessons.get();
                    Map<String, String> versions = known.stream()
                            .collect(Collectors.toMap(Lesson::name, Lesson::version, (one, other) -> one));
                    return Map.entry(ClassFolder.read(path, progress).together(versions), new LessonWords(known));
                },
                found -> {
                    AnswersView shown = show(owner);
                    shown.setLook(look);
                    answers = found.getKey();
                    shown.show(answers, found.getValue());
                    rechecks.check(number, answers, shown, checked -> answers = checked);
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
        Icons.give(window, owner);
        window.setOnHidden(event -> rechecks.begin());
        return window;
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
