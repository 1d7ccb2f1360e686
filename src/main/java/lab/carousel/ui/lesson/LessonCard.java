package lab.carousel.ui.lesson;

import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Tally;
import lab.carousel.text.Message;
import lab.carousel.ui.markdown.MarkdownView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The step of a lesson that is shown, with the ways back and on. */
final class LessonCard extends VBox {

    /** What the card lets be done. */
    interface Actions {

        /** To the step before. */
        void back();

        /** To the next step. */
        void next();

        /** Ends the lesson. */
        void close();

        /** Sets the step up as when it was entered. */
        void setUpAgain();

        /** The class was counted, or has committed to its answers. */
        void answered();
    }

    /** What stays on view when a page is turned over. */
    private static final double LINE = 18;

    private final LessonProgress progress;
    private final Actions actions;
    private final Label title = new Label();
    private final Hyperlink again = new Hyperlink(Message.text("lesson.again"));
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Label missing = new Label();
    private final Button back = new Button(Message.text("lesson.back"), new FontIcon(Feather.ARROW_LEFT));
    private final Button next = new Button();
    private final Label where = new Label();
    private final HBox head;
    private @Nullable QuestionView question;

    LessonCard(LessonProgress progress, Actions actions) {
        this.progress = progress;
        this.actions = actions;
        setId("lessonCard");
        getStyleClass().addAll("place", "lesson-card");
        setMinHeight(240);
        title.setId("lessonTitle");
        title.getStyleClass().add("place-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        content.getStyleClass().add("lesson-content");
        scroll.setId("lessonText");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        missing.setId("lessonMissing");
        missing.setWrapText(true);
        missing.setMinHeight(USE_PREF_SIZE);
        missing.getStyleClass().add("muted");
        again.setId("lessonAgain");
        again.setMinWidth(USE_PREF_SIZE);
        again.setTooltip(new Tooltip(Message.text("lesson.again.tip")));
        again.setOnAction(event -> actions.setUpAgain());
        head = head();
        getChildren().addAll(head, title, scroll, missing, foot());
        showStep();
    }

    private HBox head() {
        Label name = new Label(progress.lesson().title());
        name.getStyleClass().add("muted");
        name.setTooltip(new Tooltip(name.getText()));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon(Feather.X));
        close.setId("lessonClose");
        close.getStyleClass().add("flat");
        close.setAccessibleText(Message.text("lesson.close"));
        close.setTooltip(new Tooltip(Message.text("lesson.close.tip")));
        close.setOnAction(event -> actions.close());
        HBox head = new HBox(8, name, again, close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox foot() {
        back.setId("lessonBack");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(event -> actions.back());
        back.setTooltip(new Tooltip(Message.text("lesson.back.tip")));
        next.setId("lessonNext");
        next.setMinWidth(USE_PREF_SIZE);
        next.getStyleClass().add("accent");
        next.setTooltip(new Tooltip(Message.text("lesson.next.tip")));
        where.setId("lessonWhere");
        where.getStyleClass().add("muted");
        Region left = new Region();
        Region right = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox foot = new HBox(back, left, where, right, next);
        foot.getStyleClass().add("lesson-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    /** Leaves out what only the teacher needs, so that there is more room for the text. */
    void setBrief(boolean brief) {
        head.setVisible(!brief);
        head.setManaged(!brief);
    }

    /** Turns over a page of the text; whether there was one. */
    boolean turn(boolean forward) {
        double all = content.getHeight();
        double room = scroll.getViewportBounds().getHeight();
        double beyond = all - room;
        double place = scroll.getVvalue() * beyond;
        boolean isThere = forward ? place < beyond - 1 : place > 1;
        if (beyond > 1 && isThere) {
            double step = Math.max(room / 2, room - LINE);
            scroll.setVvalue(Math.max(0, Math.min(1, (place + (forward ? step : -step)) / beyond)));
            return true;
        }
        return false;
    }

    /** Shows the step where the class is. */
    void showStep() {
        LessonStep step = progress.step();
        title.setText(step.title());
        again.setVisible(step.setUp().isPresent());
        again.setManaged(step.setUp().isPresent());
        content.getChildren()
                .setAll(new MarkdownView(step.text(), progress.lesson().pictures()));
        question = null;
        step.question().ifPresent(asked -> {
            question = new QuestionView(progress, asked, progress.lesson().pictures(), actions::answered);
            content.getChildren().add(question);
        });
        if (progress.isLast() && !progress.answered().isEmpty()) {
            content.getChildren().add(answers());
        }
        scroll.setVvalue(0);
        back.setDisable(!progress.canGoBack());
        where.setText(Message.text(
                "lesson.where", progress.number(), progress.lesson().steps().size()));
        next.setText(Message.text(progress.isLast() ? "lesson.finish" : "lesson.next"));
        next.setGraphic(progress.isLast() ? null : new FontIcon(Feather.ARROW_RIGHT));
        next.setOnAction(event -> {
            if (progress.isLast()) {
                actions.close();
            } else {
                actions.next();
            }
        });
        update();
    }

    /** The questions of the lesson, and how many were right. */
    private VBox answers() {
        VBox list = new VBox(4);
        list.setId("lessonAnswers");
        list.getStyleClass().add("lesson-question");
        Label heading = new Label(Message.text("lesson.answers"));
        heading.getStyleClass().add("lesson-heading");
        list.getChildren().add(heading);
        for (LessonProgress.Answered answered : progress.answered()) {
            Tally tally = answered.tally();
            String words = answered.question().right().isPresent()
                    ? Message.text(
                            "lesson.answers.right",
                            answered.number(),
                            answered.title(),
                            tally.hands().get(answered.question().right().getAsInt()),
                            tally.total())
                    : Message.text(
                            "lesson.answers.open",
                            answered.number(),
                            answered.title(),
                            tally.hands().stream().map(String::valueOf).collect(Collectors.joining(" · ")));
            Label line = new Label(words);
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            list.getChildren().add(line);
        }
        return list;
    }

    /** Shows what has changed within the step. */
    void update() {
        String words = progress.missing().stream().map(Message::text).collect(Collectors.joining("; "));
        missing.setText(words.isEmpty() ? "" : Message.text("lesson.missing", words));
        missing.setVisible(!words.isEmpty());
        missing.setManaged(!words.isEmpty());
        next.setDisable(!progress.isLast() && !progress.canGoOn());
        if (question != null) {
            question.update();
        }
    }
}
