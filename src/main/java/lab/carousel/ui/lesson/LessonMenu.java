package lab.carousel.ui.lesson;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lab.carousel.lesson.Lesson;
import lab.carousel.text.Message;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.command.KeyTable;
import lab.carousel.ui.controls.Controls;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lessons that come with the program, with the minutes that they take, and a way to open another one. */
public final class LessonMenu extends MenuButton {

    private static final String ID = "lessonMenu";

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
        super(KeyTable.title(ID), new FontIcon(Feather.BOOK_OPEN));
        setId(ID);
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        commands.add(ID, "openLesson", "lesson.menu.open", openLesson, "Shortcut+L")
                                .item(),
                        new SeparatorMenuItem(),
                        commands.add(ID, "openAnswersFolder", "answers.menu.folder", openFolder)
                                .item(),
                        commands.add(ID, "openAnswersZip", "answers.menu.zip", openZip)
                                .item());
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
