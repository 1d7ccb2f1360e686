package lab.carousel.ui.lesson;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonResult;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.RecallCard;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.Pool;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.Pills;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.hyperparameters.SettingsTable;
import lab.carousel.ui.markdown.MarkdownView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The step of a lesson that is shown, with the ways back and on. */
final class LessonCard extends VBox {

    /** The height that stays on view when a page is turned over. */
    private static final double LINE = 18;
    /** From this width on there is room for words between the buttons, in any language. */
    private static final double WORDY = 372;

    private final LessonProgress progress;
    private final LessonPlayer player;
    private final Label title = named(new WholeLabel(), "lessonTitle", "place-title");
    private final Hyperlink again = whole(named(new Hyperlink(Message.text("lesson.again")), "lessonAgain"));
    private final VBox content = styled(new VBox(), "lesson-content");
    private final ScrollArea scroll = grow(named(new ScrollArea(content), "lessonText"));
    /** Around the question, if there is one: it stays while what is in it is made anew. */
    final StackPane vote = named(new StackPane(), "lessonVote");

    private final Label missing = named(new WholeLabel(), "lessonMissing", "muted");
    private final Label pool = named(new WholeLabel(), "lessonPool", "lesson-heading");
    private final Button large;
    private final Button back =
            whole(named(new Button(Message.text("lesson.back"), new FontIcon(Feather.ARROW_LEFT)), "lessonBack"));
    private final Button next = whole(named(new Button(), "lessonNext", "accent"));
    private final StepMenu where;
    private final HBox head;
    private @Nullable QuestionView question;
    private VoteRoom voteRoom = VoteRoom.IN_TEXT;
    /** The id of what has come into the text last, and is scrolled to. */
    private String arrived = "";

    private int framesToScroll;
    private boolean isBrief;
    private boolean isObserving;
    private boolean isDone;

    LessonCard(LessonProgress progress, LessonPlayer player) {
        this.progress = progress;
        this.player = player;
        where = new StepMenu(player);
        large = whole(Controls.button("lessonLarge", "class.pictures.open", player::showClassPictures, "small"));
        setId("lessonCard");
        getStyleClass().addAll("place", "lesson-card");
        setMinHeight(240);
        vote.setMinHeight(USE_PREF_SIZE);
        Tip.put(again, Message.text("lesson.again.tip"));
        again.setOnAction(event -> player.setUpAgain());
        head = head();
        getChildren().addAll(head, title, scroll, missing, foot());
        // While it is laid out, what is around it would not hear that it can be narrower
        widthProperty().addListener(change -> Platform.runLater(() -> where.setNarrow(getWidth() < WORDY)));
        showStep();
    }

    private HBox head() {
        Label name = grow(stretch(styled(new Label(progress.lesson().title()), "muted")));
        Tip.put(name, name.getText());
        Button close =
                explained(named(new Button(null, new FontIcon(Feather.X)), "lessonClose", "flat"), "lesson.close");
        close.setOnAction(event -> player.close());
        return Controls.row(8, name, again, close);
    }

    private HBox foot() {
        back.setOnAction(event -> player.back());
        Tip.put(back, Message.text("lesson.back.tip"));
        Tip.put(next, Message.text("lesson.next.tip"));
        Region right = Controls.spring();
        return styled(Controls.row(0, back, Controls.spring(), where, right, next), "lesson-foot");
    }

    /** Leaves out what only the teacher needs, so that there is more room for the text. */
    void setBrief(boolean brief) {
        Controls.show(head, !brief);
        where.setBrief(brief);
        if (brief != isBrief) {
            isBrief = brief;
            showAnew();
        }
    }

    void setVoteRoom(VoteRoom room) {
        if (room != voteRoom) {
            voteRoom = room;
            getChildren().remove(vote);
            if (room == VoteRoom.UNDER_TEXT) {
                getChildren().add(getChildren().indexOf(missing), vote);
            }
            showContent();
        }
    }

    /** Scrolls to what has come, until it has found its place. Called once per frame. */
    void pulse() {
        if (framesToScroll > 0) {
            framesToScroll--;
            Optional.ofNullable(content.lookup("#" + arrived)).ifPresent(LessonOverlay::scrollTo);
            if (question != null && arrived.equals("lessonQuestion")) {
                // If there is no room for all of it, what is to be filled in comes first
                LessonOverlay.scrollTo(question.lastChoice());
            }
        }
    }

    /** The question that is open now, or what explains the one that was. */
    private String newest() {
        int reasons = player.classVote().map(vote -> vote.reasons().size()).orElse(0);
        if (voteRoom == VoteRoom.UNDER_TEXT && reasons > 0) {
            return "lessonReason" + reasons;
        }
        OptionalInt observation = isObserving ? progress.answers().nextObservation() : OptionalInt.empty();
        return observation.isPresent()
                ? "lessonObserve" + (observation.getAsInt() + 1)
                : vote.lookup("#lessonExplanation") == null ? "lessonQuestion" : "lessonExplanation";
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

    void showStep() {
        Optional<Node> focused = focused();
        LessonStep step = progress.step();
        title.setText(step.words().title());
        Controls.show(again, step.setUp().change().isPresent());
        showContent();
        arrived = newest();
        framesToScroll = 0;
        scroll.setVvalue(0);
        back.setDisable(!progress.canGoBack());
        where.show(progress);
        next.setText(Message.text(progress.isLast() ? "lesson.finish" : "lesson.next"));
        next.setGraphic(progress.isLast() ? null : new FontIcon(Feather.ARROW_RIGHT));
        acting(next, progress.isLast() ? player::close : player::next);
        update();
        focused.ifPresent(before -> keepFocus(before, content.getChildren().size()));
    }

    /** The node in this card that has the keyboard's focus, if one has. */
    private Optional<Node> focused() {
        return Optional.ofNullable(getScene())
                .map(Scene::getFocusOwner)
                .filter(owner -> FirstControl.isIn(owner, this) || FirstControl.isIn(owner, vote));
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
        if (progress.number() == 1 && !isBrief) {
            content.getChildren().add(start());
        }
        if (step.after().isTransfer()) {
            Label transfer = named(new WholeLabel(Message.text("lesson.transfer")), "lessonTransfer", "lesson-heading");
            content.getChildren().add(transfer);
        }
        content.getChildren()
                .add(new MarkdownView(step.words().text(), progress.lesson().pictures(), player.links()));
        question = step.question()
                .map(asked ->
                        new QuestionView(progress, asked, progress.lesson().pictures(), player, isBrief))
                .orElse(null);
        vote.getChildren().setAll(Optional.ofNullable(question).stream().toList());
        if (question != null && voteRoom == VoteRoom.IN_TEXT) {
            content.getChildren().add(vote);
        } else if (question != null && voteRoom == VoteRoom.UNDER_TEXT) {
            // They may be long, and are scrolled with the text
            question.reasons().ifPresent(content.getChildren()::add);
        }
        for (int card = 0; card < step.after().cards().size(); card++) {
            content.getChildren().add(new CardView(progress, card));
        }
        if (step.after().listsTries()) {
            content.getChildren().add(tries());
        }
        isObserving = progress.canObserve();
        if (isObserving) {
            for (int number = 0; number < step.after().observations().size(); number++) {
                content.getChildren().add(new ObservationView(progress, number, player));
            }
        }
        content.getChildren().addAll(pool, large);
        // What comes by itself, when a run ends, comes below all that can be clicked
        isDone = progress.isLast() && progress.missing().isEmpty();
        if (isDone) {
            if (!progress.answered().isEmpty()) {
                content.getChildren().add(predictions());
            }
            content.getChildren().add(saveRow());
        }
    }

    /** What a teacher wants to know before the lesson: how long it and its steps take, what it is for, and who takes it. */
    private VBox start() {
        Lesson lesson = progress.lesson();
        String steps = lesson.steps().stream()
                .map(step -> Integer.toString(step.words().minutes()))
                .collect(Collectors.joining(" · "));
        VBox start = named(
                new VBox(
                        4,
                        styled(new WholeLabel(Message.text("lesson.start", lesson.minutes(), steps)), "muted"),
                        styled(new WholeLabel(lesson.aim()), "muted")),
                "lessonStart");
        if (progress.audience() != Audience.PHONES) {
            start.getChildren().add(audience(progress, player, "lessonStart-"));
        }
        return start;
    }

    /** Asks who takes the lesson. */
    static Region audience(LessonProgress progress, LessonPlayer player, String id) {
        Pills<Audience> audience = new Pills<>(
                Audience.CHOICES,
                each -> whole(named(new ToggleButton(Message.text(each.key("lesson.audience."))), id + each, "small")));
        audience.choose(progress.audience());
        audience.valueProperty().addListener((observable, before, now) -> player.setAudience(now));
        return audience;
    }

    /** The same with what was answered meanwhile; the keyboard stays where it is, or goes on to what comes next, as the text does. */
    void showAnew() {
        Optional<Node> focused = focused();
        int part = focused.map(this::partWith).orElse(0);
        showContent();
        framesToScroll = arrived.equals(newest()) ? framesToScroll : LessonOverlay.FRAMES_TO_SCROLL;
        arrived = newest();
        update();
        focused.ifPresent(before -> keepFocus(before, part));
    }

    /** The same once the answers are committed to: the question, which may stand elsewhere now, is scrolled to. */
    void showRevealed() {
        arrived = "";
        showAnew();
    }

    void update() {
        boolean isDoneNow = progress.isLast() && progress.missing().isEmpty();
        if (isObserving != progress.canObserve() || isDone != isDoneNow) {
            showAnew();
            return;
        }
        String words = progress.missing().stream()
                .map(Message::text)
                .reduce((first, then) -> Message.text("lesson.then", first, then))
                .orElse("");
        String key = progress.isLast() ? "lesson.missing.last" : "lesson.missing";
        missing.setText(words.isEmpty() ? "" : Message.text(key, words));
        Controls.show(missing, !words.isEmpty());
        next.setDisable(!progress.missing().isEmpty());
        if (question != null) {
            question.update();
        }
        content.getChildren().stream()
                .filter(ObservationView.class::isInstance)
                .forEach(view -> ((ObservationView) view).update());
        Optional<ClassVote> told = player.classVote()
                .filter(vote -> vote.isOf(progress) && progress.answers().isCommitted());
        Optional<Pool> runs = told.flatMap(vote -> vote.counts().pool());
        Controls.show(
                large,
                runs.isPresent()
                        || (told.isPresent() && progress.step().question().isPresent()));
        pool.setText(runs.map(this::words).orElse(""));
        Controls.show(pool, runs.isPresent());
    }

    /** The runs of the class; an explanation that is shown speaks of another one. */
    private String words(Pool runs) {
        boolean isExplained = progress.isExplained()
                && !progress.step().question().orElseThrow().explanation().isEmpty();
        return runs.words() + (isExplained ? "\n" + Message.text("lesson.phones.wall") : "");
    }

    /** A field that takes a text up to a length. */
    static TextField field(String text, String id, String key, int longest) {
        TextField field = named(new TextField(text), id);
        field.setPromptText(Message.text(key));
        field.setAccessibleText(Message.text(key));
        field.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() <= longest ? change : null));
        return field;
    }

    /** Saves the answers, with a name if one is typed. */
    private VBox saveRow() {
        TextField name =
                grow(field(progress.student(), "lessonStudent", "lesson.student", LessonProgress.LONGEST_NAME));
        name.textProperty().addListener((observable, before, now) -> progress.setStudent(now));
        Button save =
                whole(acting(named(new Button(Message.text("lesson.save")), "lessonSaveButton"), player::saveAnswers));
        Label hint = styled(new WholeLabel(Message.text("lesson.save.hint")), "muted");
        return named(new VBox(4, Controls.row(8, name, save), hint), "lessonSave");
    }

    private static VBox lines(String id, String heading, Stream<String> lines) {
        VBox box = named(
                new VBox(4, wrapped(styled(new Label(Message.text(heading)), "lesson-heading"))),
                id,
                "lesson-question");
        lines.map(WholeLabel::new).forEach(box.getChildren()::add);
        return box;
    }

    /** The questions, and how many answers were right. */
    private VBox predictions() {
        return lines(
                "lessonAnswers",
                progress.audience().key("lesson.answers."),
                progress.answered().stream().map(this::words));
    }

    private String words(LessonProgress.Answered answered) {
        Tally tally = answered.tally();
        if (progress.audience() == Audience.ALONE && tally.total() == 1) {
            int chosen = tally.hands().indexOf(1);
            OptionalInt right = answered.question().right();
            return Message.text(
                    "lesson.answers.alone",
                    answered.number(),
                    answered.title(),
                    answered.question().choices().get(chosen),
                    right.isEmpty() ? 0 : right.getAsInt() == chosen ? 1 : 2);
        }
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

    /** The runs that were made to their end: what was different in them, and what came of it. */
    private VBox tries() {
        List<LessonRun> tries = progress.tries();
        return lines(
                "lessonTries",
                tries.isEmpty() ? "lesson.tries.none" : "lesson.tries",
                IntStream.range(0, tries.size()).mapToObj(number -> words(number + 1, tries.get(number))));
    }

    private static String words(int number, LessonRun tried) {
        LessonResult result = tried.result();
        return Message.text(
                "lesson.tries.line",
                number,
                SettingsTable.ofReference(tried.experiment()),
                Message.text("verdict." + result.verdict() + ".name"),
                result.right(),
                result.steps());
    }

    /** A card that one turns over once one has tried to recall what is on its back, and says whether one knew it. */
    static final class CardView extends VBox {

        private final LessonProgress progress;
        private final int number;
        private final RecallCard card;

        /** @param number of it in the step, from 0 */
        CardView(LessonProgress progress, int number) {
            super(4);
            this.progress = progress;
            this.number = number;
            card = progress.step().after().cards().get(number);
            setId("lessonCard" + (number + 1));
            getStyleClass().add("lesson-recall");
            show(progress.answers().known().get(number).isPresent());
        }

        private void show(boolean isTurned) {
            Label front = new WholeLabel(card.front());
            front.getStyleClass().add("lesson-heading");
            getChildren().setAll(front);
            if (!isTurned) {
                Button turn = named(new Button(Message.text("lesson.card.turn")), "lessonTurn" + (number + 1));
                turn.setAccessibleText(Message.text("lesson.card.turnFor", card.front()));
                turn.setOnAction(event -> show(true));
                getChildren().add(turn);
                return;
            }
            Label back = new WholeLabel(card.back());
            back.setId("lessonBack" + (number + 1));
            Optional<Boolean> known = progress.answers().known().get(number);
            HBox row = Controls.row(
                    8,
                    button("lesson.card.knew", "lessonKnew", true, known),
                    button("lesson.card.not", "lessonNotYet", false, known));
            getChildren().addAll(back, row);
        }

        private Button button(String key, String id, boolean isKnown, Optional<Boolean> known) {
            Button button = named(new Button(Message.text(key)), id + (number + 1));
            known.filter(was -> was == isKnown).ifPresent(was -> button.setGraphic(new FontIcon(Feather.CHECK)));
            button.setOnAction(event -> {
                progress.recall(number, isKnown);
                show(true);
            });
            return button;
        }
    }
}
