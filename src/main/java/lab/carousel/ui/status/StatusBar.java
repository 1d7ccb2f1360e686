package lab.carousel.ui.status;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.text.Message;
import lab.carousel.training.Criterion;
import lab.carousel.training.CriterionWords;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.controls.Tip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Loss, recall, margin and verdict, in the largest words on the screen. */
public final class StatusBar extends HBox {

    private static final String UNKNOWN = "–";
    /** In large letters a verdict of more letters has room beside the margin only where these are smaller. */
    private static final int LONG_HEADLINE = 24;
    /** And one of more letters not even then. */
    private static final int LONGEST_HEADLINE = 42;

    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

    /** Four lines, whatever is told in them, so that no verdict pushes all else up. */
    private static final double REASON_HEIGHT = 58;

    /** Beside a criterion the words are smaller, whatever they are, so that both fit into the smallest window. */
    private static final PseudoClass WITH_CRITERION = PseudoClass.getPseudoClass("with-criterion");

    private final Label loss = value("loss");
    private final Label recall = value("recall");
    private final Label margin = value("margin");
    private final Label verdict = value("verdict");
    private final FontIcon verdictIcon = new FontIcon(Feather.CIRCLE);
    private final Label criterion = value("criterion");
    private final VBox lossBox = labelled("loss", loss, 80);
    private final VBox recallBox = labelled("recall", recall, 88);
    private final VBox marginBox = labelled("margin", margin, 96);
    private final VBox verdictBox = labelled("verdict", verdict, 208);
    private final VBox criterionBox = labelled("criterion", criterion, 248);
    private final StepByStepSwitch stepByStepSwitch;
    private final Label reason = new Label();
    /** All parts, while only some of them are shown. */
    private List<Node> whole = List.of();
    /** The ids of the values that are asked for then. */
    private Set<String> asked = Set.of();

    private final ForkAccount account;
    private String verdictReason = "";
    private String fork = "";
    private String stepByStep = "";

    /**
     * A status bar that shows nothing yet.
     *
     * @param background finds out more about the worst fork
     * @param isStepByStep whether networks are looked at step by step
     */
    public StatusBar(Background background, BooleanProperty isStepByStep) {
        stepByStepSwitch = new StepByStepSwitch(isStepByStep);
        HBox verdictHead = new HBox(12, verdictBox.getChildren().remove(0), stepByStepSwitch);
        verdictHead.setAlignment(Pos.CENTER_LEFT);
        verdictBox.getChildren().add(0, verdictHead);
        account = new ForkAccount(background, (newFork, newStepByStep) -> {
            fork = newFork;
            stepByStep = newStepByStep;
            showReasons();
        });
        for (Label hovered : List.of(verdict, reason)) {
            hovered.setOnMouseEntered(event -> account.ask());
        }
        setId("status");
        getStyleClass().add("status");
        setAlignment(Pos.CENTER_LEFT);
        // However long its words are, it makes the window no wider than the screen
        setMinWidth(0);
        reason.setId("reason");
        reason.getStyleClass().add("muted");
        reason.setWrapText(true);
        reason.setMaxWidth(Double.MAX_VALUE);
        reason.setMinWidth(0);
        reason.setMinHeight(REASON_HEIGHT);
        reason.setMaxHeight(REASON_HEIGHT);
        HBox.setHgrow(reason, Priority.ALWAYS);
        verdict.setGraphic(verdictIcon);
        List.of(loss, recall, margin)
                .forEach(value -> Tip.put(value, Message.text("status." + value.getId() + ".hint")));
        criterionBox.setVisible(false);
        criterionBox.setManaged(false);
        getChildren().addAll(lossBox, recallBox, marginBox, verdictBox, criterionBox, reason);
    }

    /** Why the verdict is what it is: on hover and for screen readers all of it, beside it what there is room for. */
    private void showReasons() {
        String all = Stream.of(verdictReason, fork, stepByStep)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
        Tip.putLong(verdict, all);
        if (!criterionBox.isVisible()) {
            Tip.putLong(reason, all);
            reason.setText(stepByStep.isEmpty() ? verdictReason : stepByStep);
        }
    }

    /** Stops what it does in the background. */
    public void close() {
        account.close();
    }

    /** Shows or hides the criterion, which tasks of listed sequences do not have. */
    private void showCriterion(Optional<Criterion> now) {
        criterionBox.setVisible(now.isPresent());
        criterionBox.setManaged(now.isPresent());
        pseudoClassStateChanged(WITH_CRITERION, now.isPresent());
        showBrief();
        criterion.getStyleClass().remove("remembers");
        showReasons();
        if (now.isEmpty()) {
            return;
        }
        CriterionWords words = CriterionWords.of(now.get());
        criterion.setText(words.headline());
        String hint =
                words.reason() + "\n\n" + CriterionWords.explanation(now.get().bound());
        Tip.putLong(criterion, hint);
        Tip.putLong(reason, hint);
        reason.setText(words.reason());
        if (now.get().isSolved()) {
            criterion.getStyleClass().add("remembers");
        }
    }

    /** Shows only what must be seen from the back row, recall, margin and verdict, and what is asked for; or everything. */
    public void setBrief(boolean brief) {
        if (brief && whole.isEmpty()) {
            whole = List.copyOf(getChildren());
            getChildren().retainAll(lossBox, recallBox, marginBox, verdictBox, criterionBox);
            showBrief();
        } else if (!brief && !whole.isEmpty()) {
            getChildren().setAll(whole);
            whole = List.of();
            showBrief();
        }
    }

    /** Shows some values also where there is room only for the most important ones, in the place of others. */
    public void setAsked(Set<String> ids) {
        asked = ids;
        showBrief();
    }

    /** There is no room for recall and margin beside a criterion in large words. */
    private void showBrief() {
        boolean room = whole.isEmpty() || !criterionBox.isVisible();
        boolean isShort = whole.isEmpty() || verdict.getText().length() <= LONGEST_HEADLINE;
        pseudoClassStateChanged(LONG, verdict.getText().length() > LONG_HEADLINE);
        boolean isLossAsked = asked.contains(loss.getId());
        boolean isMarginAsked = asked.contains(margin.getId());
        show(lossBox, whole.isEmpty() || isLossAsked);
        // In large letters a long verdict leaves no room for all of them
        show(recallBox, room && (isShort || !isMarginAsked || asked.contains(recall.getId())));
        show(marginBox, room && (isMarginAsked || (isShort && !(isLossAsked && !whole.isEmpty()))));
    }

    private static void show(VBox box, boolean shown) {
        box.setVisible(shown);
        box.setManaged(shown);
    }

    /**
     * Shows the moment of a run that is looked at.
     *
     * @param seen    evaluated as it is looked at; empty if there is nothing to look at
     * @param trained the snapshot of the run
     */
    public void show(Optional<Snapshot> seen, Optional<Snapshot> trained) {
        if (seen.isEmpty() || trained.isEmpty()) {
            showNothing();
            return;
        }
        boolean isStepByStep = seen.get() != trained.get();
        stepByStepSwitch.offer(trained.get().experiment().hasTwoEvaluations());
        Tip.put(loss, Message.text(isStepByStep ? "status.loss.hint.stepByStep" : "status.loss.hint"));
        show(seen.get(), trained.get());
    }

    private void showNothing() {
        loss.setText(UNKNOWN);
        recall.setText(UNKNOWN);
        margin.setText(UNKNOWN);
        verdict.setText(UNKNOWN);
        reason.setText("");
        verdictReason = "";
        fork = "";
        stepByStep = "";
        criterion.setText(UNKNOWN);
    }

    private void show(Snapshot snapshot, Snapshot trained) {
        Evaluation evaluation = snapshot.evaluation();
        VerdictWords words = VerdictWords.of(evaluation);
        loss.setText(Message.text("status.loss.value", evaluation.loss()));
        recall.setText(Message.text("status.recall.value", evaluation.right(), evaluation.steps()));
        margin.setText(
                evaluation.decidingSteps() == 0
                        ? UNKNOWN
                        : Message.text("status.margin.value", evaluation.margin())
                                .replace('-', '−'));
        verdict.setText(words.headline());
        verdictIcon.setIconCode(icon(snapshot.verdict()));
        verdict.getStyleClass().removeAll("remembers", "luck");
        if (snapshot.verdict() == Verdict.REMEMBERS) {
            verdict.getStyleClass().add("remembers");
        } else if (snapshot.verdict() == Verdict.RIGHT_BY_LUCK) {
            verdict.getStyleClass().add("luck");
        }
        verdictReason = words.reason();
        if (account.show(snapshot, trained, verdict.isHover() || reason.isHover())) {
            fork = "";
            stepByStep = "";
        }
        showCriterion(snapshot.criterion());
    }

    private static Feather icon(Verdict verdict) {
        return switch (verdict) {
            case REMEMBERS -> Feather.CHECK_CIRCLE;
            case RIGHT_BY_LUCK -> Feather.HELP_CIRCLE;
            case NOT_YET -> Feather.CIRCLE;
            case NEEDS_NO_MEMORY -> Feather.MINUS_CIRCLE;
            case CANNOT_BE_KNOWN -> Feather.SLASH;
        };
    }

    private static Label value(String key) {
        Label label = new Label(UNKNOWN);
        label.setId(key);
        label.getStyleClass().add("headline");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A value under its name; at least so wide, so that its neighbours stand still while it changes. */
    private static VBox labelled(String key, Label value, double leastWidth) {
        Label name = new Label(Message.text("status." + key));
        name.getStyleClass().add("muted");
        name.setLabelFor(value);
        Tip.put(name, Message.text("status." + key + ".hint"));
        Region strut = new Region();
        strut.setMinWidth(leastWidth);
        VBox box = new VBox(name, value, strut);
        // What a lesson points at is the value with its name
        box.getStyleClass().add("row");
        return box;
    }

    /** The one switch that lets the whole window show a network step by step instead of as trained, where that differs. */
    static final class StepByStepSwitch extends ToggleButton {

        /** A switch of a choice that outlives its window. */
        StepByStepSwitch(BooleanProperty stepByStep) {
            super(Message.text("status.stepByStep"));
            setId("stepByStep");
            getStyleClass().add("evaluation-switch");
            Tip.put(this, Message.text("status.stepByStep.hint"));
            setAccessibleHelp(Message.text("status.stepByStep.hint"));
            setMinWidth(USE_PREF_SIZE);
            offer(false);
            Hearing.both(this, selectedProperty(), stepByStep);
        }

        /** Shows it where both ways to evaluate can differ. */
        void offer(boolean isOffered) {
            setVisible(isOffered);
            setManaged(isOffered);
        }
    }
}
