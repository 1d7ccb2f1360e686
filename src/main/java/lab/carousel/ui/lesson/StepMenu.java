package lab.carousel.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;

/** Says at which step a class is; its menu leads to any other, whatever has happened. */
final class StepMenu extends MenuButton {

    private final LessonPlayer player;
    private String words = "";
    private String numbers = "";
    private boolean isBrief;
    private boolean isNarrow = true;

    StepMenu(LessonPlayer player) {
        this.player = player;
        setId("lessonWhere");
        getStyleClass().addAll("flat", "muted", "lesson-where");
        setMinWidth(USE_PREF_SIZE);
        Tip.put(this, Message.text("lesson.where.tip"));
    }

    /** Says where the class is in two numbers alone: twice as large, the words have no room beside both buttons. */
    void setBrief(boolean brief) {
        isBrief = brief;
        say();
    }

    /** As {@link #setBrief}, for a card that is too narrow. */
    void setNarrow(boolean narrow) {
        isNarrow = narrow;
        say();
    }

    private void say() {
        setText(isBrief || isNarrow ? numbers : words);
    }

    void show(LessonProgress progress) {
        List<LessonStep> steps = progress.lesson().steps();
        words = Message.text("lesson.where", progress.number(), steps.size());
        numbers = progress.number() + "/" + steps.size();
        say();
        setAccessibleText(words);
        List<MenuItem> items = new ArrayList<>();
        if (!progress.isLast()) {
            items.add(item("lessonSkip", "lesson.skip", () -> player.goTo(progress.number() + 1)));
            items.add(new SeparatorMenuItem());
        }
        for (int number = 1; number <= steps.size(); number++) {
            int to = number;
            String title = steps.get(number - 1).words().title();
            MenuItem item = Controls.item(
                    "lessonStep" + number,
                    Message.text(
                            "lesson.where.stepMinutes",
                            number,
                            title,
                            steps.get(number - 1).words().minutes()),
                    () -> player.goTo(to));
            item.setDisable(number == progress.number());
            items.add(item);
        }
        if (progress.audience() != Audience.PHONES) {
            items.add(new SeparatorMenuItem());
            ToggleGroup audience = new ToggleGroup();
            Audience.CHOICES.forEach(each -> items.add(audience(each, progress, audience)));
        }
        items.add(new SeparatorMenuItem());
        items.add(item("lessonSaveAnswers", "lesson.save", player::saveAnswers));
        items.add(item("lessonAnew", "lesson.anew", player::beginAnew));
        getItems().setAll(items);
    }

    private RadioMenuItem audience(Audience each, LessonProgress progress, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(Message.text(each.key("lesson.audience.")));
        item.setId("lessonAudience-" + each);
        item.setToggleGroup(group);
        item.setSelected(each == progress.audience());
        item.setOnAction(event -> player.setAudience(each));
        return item;
    }

    private static MenuItem item(String id, String key, Runnable action) {
        return Controls.item(id, Message.text(key), action);
    }
}
