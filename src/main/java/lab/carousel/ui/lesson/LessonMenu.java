package lab.carousel.ui.lesson;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import lab.carousel.lesson.Lesson;
import lab.carousel.text.Message;
import lab.carousel.ui.command.CommandMenu;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.Controls;
import org.kordamp.ikonli.feather.Feather;

/** The lessons that come with the program, with the minutes that they take, and a way to open another one. */
public final class LessonMenu extends CommandMenu {

    private final Consumer<Consumer<List<Lesson>>> lessons;
    private final Consumer<Lesson> onStart;
    private boolean isAsked;

    /**
     * @param lessons    gives them when they have been read; asked when it is prepared, or opened for the first time
     * @param openFolder opens a folder of what a class handed in
     * @param openZip    the same in a zip
     */
    public LessonMenu(
            Commands commands,
            Consumer<Consumer<List<Lesson>>> lessons,
            Consumer<Lesson> onStart,
            Runnable openLesson,
            Runnable openFolder,
            Runnable openZip) {
        super(commands, "lessonMenu", Feather.BOOK_OPEN);
        separate();
        put("openLesson", "lesson.menu.open", openLesson, "Shortcut+L");
        separate();
        put("openAnswersFolder", "answers.menu.folder", openFolder);
        put("openAnswersZip", "answers.menu.zip", openZip);
        this.lessons = lessons;
        this.onStart = onStart;
        setOnShowing(event -> prepare());
    }

    /** Reads the lessons, if nobody has: they need not be waited for where this was called before the menu is opened. */
    public void prepare() {
        if (!isAsked) {
            isAsked = true;
            MenuItem reading = Controls.item("readingLessons", Message.text("lesson.menu.reading"), () -> {});
            reading.setDisable(true);
            getItems().add(0, reading);
            lessons.accept(this::fill);
        }
    }

    private void fill(List<Lesson> read) {
        boolean isOpen = isShowing();
        // What is open keeps the size that it had
        hide();
        getItems().remove(0);
        getItems().addAll(0, read.stream().map(lesson -> item(lesson, onStart)).toList());
        if (isOpen) {
            show();
        }
    }

    private static MenuItem item(Lesson lesson, Consumer<Lesson> onStart) {
        String words = Message.text("lesson.menu.item", lesson.spoken().title(), lesson.minutes());
        return Controls.item("lesson-" + lesson.name(), words, () -> onStart.accept(lesson));
    }
}
