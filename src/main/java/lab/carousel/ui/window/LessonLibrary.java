package lab.carousel.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.text.Message;
import lab.carousel.ui.answers.AnswersWindow;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.file.FileAccess;
import lab.carousel.ui.file.UnsavedPart;
import lab.carousel.ui.file.WantedFile;
import lab.carousel.ui.lesson.LessonMenu;
import lab.carousel.ui.markdown.Links;
import lab.carousel.ui.workspace.Workspace;

/** The lessons that can be begun, and the answers that are given in them. */
final class LessonLibrary implements Links {

    /** Before the name of a lesson in an address. */
    private static final String LESSON = "lesson:";

    private final Workspace workspace;
    private final FileAccess fileAccess;
    private final Consumer<Lesson> onLesson;
    private final Supplier<Window> owner;
    private final AnswersWindow answers;

    /**
     * @param owner    the window that it belongs to, once it is on the screen
     */
    LessonLibrary(Workspace workspace, Consumer<Lesson> onLesson, Supplier<Window> owner, Exporter exporter) {
        this.workspace = workspace;
        this.fileAccess = workspace.fileAccess();
        this.onLesson = onLesson;
        this.owner = owner;
        this.answers = new AnswersWindow(workspace.background(), fileAccess, exporter);
        workspace.lesson().onRestored(this::offer);
    }

    /** Offers to go on with a lesson that was answered before the program ended, unless one is taught already. */
    private void offer(AnswerSheet sheet) {
        workspace.background().disk().ask(this::shipped, all -> {
            if (workspace.lesson().progress().isEmpty()) {
                offer(
                        sheet,
                        all.stream()
                                .filter(lesson -> sheet.goOn(lesson).isPresent())
                                .findFirst());
            }
        });
    }

    private void offer(AnswerSheet sheet, Optional<Lesson> shipped) {
        shipped.ifPresentOrElse(
                lesson -> workspace
                        .notices()
                        .offer(
                                Message.of("lesson.restored", lesson.spoken().title()),
                                Message.of("lesson.restored.goOn"),
                                () -> onLesson.accept(lesson)),
                () -> workspace
                        .notices()
                        .offer(
                                Message.of(
                                        "lesson.restored.file", sheet.lesson().name()),
                                Message.of("lesson.menu.open"),
                                this::openLesson));
    }

    /** Begins a lesson, or goes on with it. */
    void begin(Lesson lesson) {
        onLesson.accept(lesson);
    }

    LessonMenu menu(Commands commands) {
        return new LessonMenu(
                commands,
                onRead -> workspace.background().disk().ask(this::shipped, onRead),
                onLesson,
                this::openLesson,
                () -> openAnswers(WantedFile.CLASS_FOLDER),
                () -> openAnswers(WantedFile.CLASS_ZIP));
    }

    List<Lesson> shipped() {
        return ShippedLessons.all();
    }

    /** One that comes with the program, or from a file. */
    Lesson named(String name) {
        return shipped().stream()
                .filter(lesson -> lesson.name().equals(name))
                .findFirst()
                .orElseGet(() -> LessonFile.read(Path.of(name)));
    }

    @Override
    public boolean leads(String address) {
        return address.startsWith(LESSON);
    }

    @Override
    public void follow(String address) {
        String name = address.substring(LESSON.length());
        workspace.background().disk().ask(this::shipped, all -> all.stream()
                .filter(lesson -> lesson.name().equals(name))
                .findFirst()
                .ifPresentOrElse(onLesson, () -> workspace.notices().problem(Message.text("lesson.unknown", name))));
    }

    private void openLesson() {
        fileAccess.choose(WantedFile.LESSON, this::open);
    }

    /** Opens a lesson from the disk; if that cannot be done, says why and leaves everything as it is. */
    void open(Path file) {
        fileAccess.read(file, progress -> LessonFile.read(file, progress), onLesson);
    }

    private void openAnswers(WantedFile wanted) {
        fileAccess.choose(wanted, path -> showAnswers(path, List.of()));
    }

    /** Shows what a class that was open has answered, also to what it was asked in between. */
    void showAnswers(Path folder, List<AskedNow> asked) {
        answers.open(folder, this::shipped, asked, workspace.screen().look().get(), owner.get());
    }

    AnswersWindow answers() {
        return answers;
    }

    void saveAnswers(LessonProgress progress) {
        saveAnswers(progress, () -> {});
    }

    private void saveAnswers(LessonProgress progress, Runnable onEnd) {
        AnswerSheet sheet = AnswerSheet.of(progress, AnswersFile.program());
        fileAccess.saveAs(
                sheet.fileName() + AnswersFile.EXTENSION,
                AnswersFile.EXTENSION,
                Message.text("lesson.save.kind"),
                file -> AnswersFile.write(file, sheet),
                where -> {
                    workspace.lesson().saved(sheet);
                    return Message.text("lesson.save.done", where);
                },
                onEnd);
    }

    /** The lessons with answers that stand in no file. */
    List<UnsavedPart> unsaved() {
        return workspace.lesson().unsaved().stream()
                .map(each -> new UnsavedPart(
                        Message.text("lesson.unsaved", each.lesson().title()), onEnd -> saveAnswers(each, onEnd)))
                .toList();
    }
}
