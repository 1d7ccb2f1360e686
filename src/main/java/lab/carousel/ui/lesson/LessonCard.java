package lab.carousel.ui.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.Tried;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.hyperparameters.SettingsTable;
import lab.carousel.ui.markdown.Links;
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

        /** The class was counted. */
        void answered();

        /** The class has committed to its answers. */
        void revealed();

        /**
         * The class says what it sees.
         *
         * @param number of the observation in the step, from 0
         * @param answer the place of a choice, from 0, or a number
         * @return whether it could be compared with the run
         */
        boolean observed(int number, double answer);

        /** To any step, counted from 1, whatever has happened. */
        void goTo(int step);

        /** Saves the answers of this lesson. */
        void saveAnswers();

        /** Throws all answers of this lesson away, and begins it anew. */
        void beginAnew();

        /** Where the links of the texts lead. */
        Links links();
    }

    /** What stays on view when a page is turned over. */
    private static final double LINE = 18;

    private final LessonProgress progress;
    private final Actions actions;
    private final Label title = new WholeLabel();
    private final Hyperlink again = new Hyperlink(Message.text("lesson.again"));
    private final VBox content = new VBox();
    private final ScrollArea scroll = new ScrollArea(content);
    private final Label missing = new WholeLabel();
    private final Button back = new Button(Message.text("lesson.back"), new FontIcon(Feather.ARROW_LEFT));
    private final Button next = new Button();
    private final StepMenu where;
    private final HBox head;
    private @Nullable QuestionView question;
    private boolean isObserving;
    private boolean isDone;

    LessonCard(LessonProgress progress, Actions actions) {
        this.progress = progress;
        this.actions = actions;
        where = new StepMenu(actions);
        setId("lessonCard");
        getStyleClass().addAll("place", "lesson-card");
        setMinHeight(240);
        title.setId("lessonTitle");
        title.getStyleClass().add("place-title");
        content.getStyleClass().add("lesson-content");
        scroll.setId("lessonText");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        missing.setId("lessonMissing");
        missing.getStyleClass().add("muted");
        again.setId("lessonAgain");
        again.setMinWidth(USE_PREF_SIZE);
        Tip.put(again, Message.text("lesson.again.tip"));
        again.setOnAction(event -> actions.setUpAgain());
        head = head();
        getChildren().addAll(head, title, scroll, missing, foot());
        showStep();
    }

    private HBox head() {
        Label name = new Label(progress.lesson().title());
        name.getStyleClass().add("muted");
        Tip.put(name, name.getText());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon(Feather.X));
        close.setId("lessonClose");
        close.getStyleClass().add("flat");
        close.setAccessibleText(Message.text("lesson.close"));
        Tip.put(close, Message.text("lesson.close.tip"));
        close.setOnAction(event -> actions.close());
        HBox head = new HBox(8, name, again, close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox foot() {
        back.setId("lessonBack");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(event -> actions.back());
        Tip.put(back, Message.text("lesson.back.tip"));
        next.setId("lessonNext");
        next.setMinWidth(USE_PREF_SIZE);
        next.getStyleClass().add("accent");
        Tip.put(next, Message.text("lesson.next.tip"));
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
        where.setBrief(brief);
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
        Optional<Node> focused = focused();
        LessonStep step = progress.step();
        title.setText(step.title());
        again.setVisible(step.setUp().isPresent());
        again.setManaged(step.setUp().isPresent());
        showContent();
        scroll.setVvalue(0);
        back.setDisable(!progress.canGoBack());
        where.show(progress);
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
        focused.ifPresent(before -> keepFocus(before, content.getChildren().size()));
    }

    /** What has the keyboard's focus, if it is in this card. */
    private Optional<Node> focused() {
        return Optional.ofNullable(getScene())
                .map(Scene::getFocusOwner)
                .filter(owner -> FirstControl.isIn(owner, this));
    }

    /**
     * Keeps the keyboard in the card when what had its focus is gone, or cannot be used any more: JavaFX would give it to the
     * presets.
     *
     * @param before what had it
     * @param from   the part of the content in which that was, from 0; what comes next is looked for from there on
     */
    private void keepFocus(Node before, int from) {
        Optional<Node> same = Optional.ofNullable(before.getId()).map(id -> lookup("#" + id));
        Stream<Node> following =
                content.getChildren().stream().skip(from).flatMap(part -> FirstControl.in(part).stream());
        Stream.of(same.stream(), following, Stream.of(next, scroll))
                .flatMap(nodes -> nodes)
                .filter(node -> !node.isDisabled())
                .findFirst()
                .ifPresent(Node::requestFocus);
        same.filter(node -> node.isFocused() && node != before)
                .filter(TextInputControl.class::isInstance)
                .ifPresent(field -> ((TextInputControl) field).end());
    }

    private int partWith(Node node) {
        List<Node> parts = content.getChildren();
        return IntStream.range(0, parts.size())
                .filter(at -> FirstControl.isIn(node, parts.get(at)))
                .findFirst()
                .orElse(parts.size());
    }

    /** Shows the text of the step with all that it asks, without leaving the place where one reads. */
    private void showContent() {
        LessonStep step = progress.step();
        content.getChildren().clear();
        if (step.after().isTransfer()) {
            Label transfer = new WholeLabel(Message.text("lesson.transfer"));
            transfer.setId("lessonTransfer");
            transfer.getStyleClass().add("lesson-heading");
            content.getChildren().add(transfer);
        }
        content.getChildren()
                .add(new MarkdownView(step.text(), progress.lesson().pictures(), actions.links()));
        question = null;
        step.question().ifPresent(asked -> {
            question = new QuestionView(progress, asked, progress.lesson().pictures(), actions);
            content.getChildren().add(question);
        });
        for (int card = 0; card < step.after().cards().size(); card++) {
            content.getChildren().add(new CardView(progress, card));
        }
        if (step.after().listsTries()) {
            content.getChildren().add(new TryList(progress.tries()));
        }
        isObserving = progress.canObserve();
        if (isObserving) {
            for (int number = 0; number < step.after().observations().size(); number++) {
                content.getChildren().add(new ObservationView(progress, number, actions));
            }
        }
        // What comes by itself, when a run ends, comes below all that can be clicked
        isDone = progress.isLast() && progress.missing().isEmpty();
        if (isDone) {
            if (!progress.answered().isEmpty()) {
                content.getChildren().add(new PredictionList(progress));
            }
            content.getChildren().add(new SaveRow(progress, actions));
        }
    }

    /** The same with what was answered meanwhile; the keyboard stays where it is, or goes on to what comes next. */
    void showAnew() {
        Optional<Node> focused = focused();
        int part = focused.map(this::partWith).orElse(0);
        showContent();
        update();
        focused.ifPresent(before -> keepFocus(before, part));
    }

    /** Shows what has changed within the step. */
    void update() {
        boolean isDoneNow = progress.isLast() && progress.missing().isEmpty();
        if (isObserving != progress.canObserve() || isDone != isDoneNow) {
            showAnew();
            return;
        }
        String words = progress.missing().stream().map(Message::text).collect(Collectors.joining("; "));
        String key = progress.isLast() ? "lesson.missing.last" : "lesson.missing";
        missing.setText(words.isEmpty() ? "" : Message.text(key, words));
        missing.setVisible(!words.isEmpty());
        missing.setManaged(!words.isEmpty());
        next.setDisable(!progress.missing().isEmpty());
        if (question != null) {
            question.update();
        }
    }

    /** Saves the answers of a lesson, with a name if one is typed. */
    static final class SaveRow extends VBox {

        SaveRow(LessonProgress progress, LessonCard.Actions actions) {
            super(4);
            setId("lessonSave");
            TextField name = new TextField(progress.student());
            name.setId("lessonStudent");
            name.setPromptText(Message.text("lesson.student"));
            name.setAccessibleText(Message.text("lesson.student"));
            name.setTextFormatter(new TextFormatter<>(
                    change -> change.getControlNewText().length() <= LessonProgress.LONGEST_NAME ? change : null));
            name.textProperty().addListener((observable, before, now) -> progress.setStudent(now));
            HBox.setHgrow(name, Priority.ALWAYS);
            Button save = new Button(Message.text("lesson.save"));
            save.setId("lessonSaveButton");
            save.setMinWidth(USE_PREF_SIZE);
            save.setOnAction(event -> actions.saveAnswers());
            HBox row = new HBox(8, name, save);
            row.setAlignment(Pos.CENTER_LEFT);
            Label hint = new WholeLabel(Message.text("lesson.save.hint"));
            hint.getStyleClass().add("muted");
            getChildren().addAll(row, hint);
        }
    }

    /** The questions of a lesson, and how many answers were right. */
    static final class PredictionList extends VBox {

        PredictionList(LessonProgress progress) {
            super(4);
            setId("lessonAnswers");
            getStyleClass().add("lesson-question");
            Label heading = new Label(Message.text("lesson.answers"));
            heading.getStyleClass().add("lesson-heading");
            getChildren().add(heading);
            for (LessonProgress.Answered answered : progress.answered()) {
                Label line = new WholeLabel(words(answered));
                getChildren().add(line);
            }
        }

        private static String words(LessonProgress.Answered answered) {
            Tally tally = answered.tally();
            return answered.question().right().isPresent()
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
        }
    }

    /** The runs that were made to their end in a lesson: what was different in them, and what came of it. */
    static final class TryList extends VBox {

        TryList(List<Tried> tries) {
            super(4);
            setId("lessonTries");
            getStyleClass().add("lesson-question");
            Label heading = new Label(Message.text(tries.isEmpty() ? "lesson.tries.none" : "lesson.tries"));
            heading.getStyleClass().add("lesson-heading");
            heading.setWrapText(true);
            getChildren().add(heading);
            for (int number = 0; number < tries.size(); number++) {
                Label line = new WholeLabel(words(number + 1, tries.get(number)));
                getChildren().add(line);
            }
        }

        private static String words(int number, Tried tried) {
            String different = SettingsTable.differences(List.of(Experiment.reference(), tried.experiment())).stream()
                    .map(row -> Message.text(
                            "lesson.value", row.name(), row.values().get(1)))
                    .collect(Collectors.joining(", "));
            Tried.Result result = tried.result();
            return Message.text(
                    "lesson.tries.line",
                    number,
                    different.isEmpty() ? Message.text("lesson.tries.reference") : different,
                    Message.text("verdict." + result.verdict() + ".name"),
                    result.right(),
                    result.steps());
        }
    }
}
