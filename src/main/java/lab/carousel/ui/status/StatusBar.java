package lab.carousel.ui.status;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.study.ForkWords;
import lab.carousel.text.Glossary;
import lab.carousel.text.Message;
import lab.carousel.training.Criterion;
import lab.carousel.training.CriterionWords;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.background.Kept;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;
import org.jspecify.annotations.Nullable;
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
    /** Lets the whole window show a network step by step instead of as trained, where that differs. */
    private final ToggleButton stepByStepSwitch =
            whole(named(new ToggleButton(Message.text("status.stepByStep")), "stepByStep", "evaluation-switch"));

    private final Label reason = grow(stretch(Controls.words("reason", "muted")));
    /** All parts, while only some of them are shown. */
    private List<Node> whole = List.of();
    /** The ids of the values that are asked for then. */
    private Set<String> asked = Set.of();

    private final ForkAccount account;
    private String verdictReason = "";
    private String separation = "";
    private String fork = "";
    private String stepByStep = "";

    public StatusBar(Background background, BooleanProperty isStepByStep) {
        Tip.put(stepByStepSwitch, Message.text("status.stepByStep.hint"));
        Controls.show(stepByStepSwitch, false);
        WindowListeners.both(this, stepByStepSwitch.selectedProperty(), isStepByStep);
        HBox verdictHead = Controls.row(12, verdictBox.getChildren().remove(0), stepByStepSwitch);
        verdictBox.getChildren().add(0, verdictHead);
        account = new ForkAccount(background, (newFork, newStepByStep) -> {
            fork = newFork;
            stepByStep = newStepByStep;
            showReasons();
        });
        for (Label hovered : List.of(verdict, reason)) {
            hovered.setOnMouseEntered(event -> account.ask());
        }
        named(this, "status", "status").setAlignment(Pos.CENTER_LEFT);
        // However long its words are, it makes the window no wider than the screen
        setMinWidth(0);
        reason.setMinWidth(0);
        reason.setMinHeight(REASON_HEIGHT);
        reason.setMaxHeight(REASON_HEIGHT);
        verdict.setGraphic(verdictIcon);
        Tip.put(loss, Message.text("status.loss.hint"));
        List.of(recall, margin).forEach(value -> Tip.put(value, Glossary.text(value.getId())));
        Tip.put(criterionBox.getChildren().get(0), Message.text("status.criterion.hint"));
        Controls.show(criterionBox, false);
        getChildren().addAll(lossBox, recallBox, marginBox, verdictBox, criterionBox, reason);
    }

    /** Why the verdict is what it is: on hover and for screen readers all of it, beside it what there is room for. */
    private void showReasons() {
        String all = Stream.of(verdictReason, separation, fork, stepByStep)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
        Tip.putLong(verdict, all);
        if (!criterionBox.isVisible()) {
            Tip.putLong(reason, all);
            reason.setText(stepByStep.isEmpty() ? verdictReason : stepByStep);
        }
    }

    public void close() {
        account.close();
    }

    /** Shows or hides the criterion, which tasks of listed sequences do not have. */
    private void showCriterion(Optional<Criterion> now) {
        Controls.show(criterionBox, now.isPresent());
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
        Controls.show(lossBox, whole.isEmpty() || isLossAsked);
        // In large letters a long verdict leaves no room for all of them
        Controls.show(recallBox, room && (isShort || !isMarginAsked || asked.contains(recall.getId())));
        Controls.show(marginBox, room && (isMarginAsked || (isShort && !(isLossAsked && !whole.isEmpty()))));
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
        Controls.show(stepByStepSwitch, trained.get().experiment().hasTwoEvaluations());
        Tip.put(loss, Message.text(isStepByStep ? "status.loss.hint.stepByStep" : "status.loss.hint"));
        show(seen.get(), trained.get());
    }

    private void showNothing() {
        List.of(loss, recall, margin, verdict, criterion).forEach(value -> value.setText(UNKNOWN));
        reason.setText("");
        verdictReason = "";
        separation = "";
        fork = "";
        stepByStep = "";
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
        verdict.getStyleClass().removeAll("remembers", "trace");
        if (snapshot.verdict() == Verdict.REMEMBERS) {
            verdict.getStyleClass().add("remembers");
        } else if (snapshot.verdict() == Verdict.TRACE) {
            verdict.getStyleClass().add("trace");
        }
        verdictReason = words.reason();
        separation = words.separation();
        if (account.show(snapshot, trained, verdict.isHover() || reason.isHover())) {
            fork = "";
            stepByStep = "";
        }
        showCriterion(snapshot.criterion());
    }

    private static Feather icon(Verdict verdict) {
        return switch (verdict) {
            case REMEMBERS -> Feather.CHECK_CIRCLE;
            case TRACE -> Feather.HELP_CIRCLE;
            case NOT_YET -> Feather.CIRCLE;
            case NEEDS_NO_MEMORY -> Feather.MINUS_CIRCLE;
            case CANNOT_BE_KNOWN -> Feather.SLASH;
        };
    }

    private static Label value(String key) {
        return whole(named(new Label(UNKNOWN), key, "headline"));
    }

    /** A value under its name; at least so wide, so that its neighbours stand still while it changes. */
    private static VBox labelled(String key, Label value, double leastWidth) {
        Label name = styled(new Label(Message.text("status." + key)), "muted");
        name.setLabelFor(value);
        Region strut = new Region();
        strut.setMinWidth(leastWidth);
        VBox box = new VBox(name, value, strut);
        // What a lesson points at is the value with its name
        box.getStyleClass().add("row");
        return box;
    }

    /**
     * Works out in the background what the status bar says about the worst fork, and how the network does step by step where that
     * differs: as soon as somebody wants to know, or the network has stood still for a moment.
     */
    static final class ForkAccount implements AutoCloseable {

        private static final Duration STILL = Duration.millis(300);

        /** The network as it is looked at, and the snapshot of the run, which is evaluated as trained. */
        private record Shown(Snapshot seen, Snapshot trained) {}

        private record Found(Shown of, String fork, String stepByStep) {}

        private final ConflatingWorker<Shown, Found> worker;
        private final PauseTransition pause = new PauseTransition(STILL);
        private @Nullable Shown shown;
        private @Nullable Found found;

        /** Used in the background only. */
        private final Kept<Experiment, Evaluator> evaluator = new Kept<>(Evaluator::new);

        /**
         * An account of nothing yet.
         *
         * @param receiver takes the sentence about the worst fork, and the one about evaluation step by step
         */
        ForkAccount(Background background, BiConsumer<String, String> receiver) {
            worker = new ConflatingWorker<>(background, "worst fork", this::find, answer -> {
                if (shown != null
                        && answer.of().seen().experiment() == shown.seen().experiment()) {
                    found = answer;
                    receiver.accept(answer.fork(), answer.stepByStep());
                }
            });
            pause.setOnFinished(event -> ask());
        }

        /**
         * Another network is shown.
         *
         * @param seen     evaluated as it is looked at
         * @param trained  the snapshot of the run
         * @param isWanted whether somebody is reading
         * @return whether what was found before is not about its task
         */
        boolean show(Snapshot seen, Snapshot trained, boolean isWanted) {
            boolean isOther = found != null && found.of().seen().experiment() != seen.experiment();
            if (shown != null && seen == shown.seen()) {
                return false;
            }
            shown = new Shown(seen, trained);
            if (isOther) {
                found = null;
            }
            if (isWanted) {
                ask();
            } else {
                pause.playFromStart();
            }
            return isOther;
        }

        void ask() {
            if (shown != null && (found == null || found.of() != shown)) {
                worker.ask(shown);
            }
        }

        private Found find(Shown asked) {
            Experiment experiment = asked.seen().experiment();
            String fork = ForkWords.worst(
                    experiment, evaluator.of(experiment), asked.seen().parameters());
            return new Found(asked, fork, stepByStep(asked));
        }

        private static String stepByStep(Shown asked) {
            Experiment experiment = asked.trained().experiment();
            if (!experiment.hasTwoEvaluations()) {
                return "";
            }
            Evaluation other = asked.seen() == asked.trained()
                    ? Evaluation.of(experiment.stepByStep(), asked.trained().parameters())
                    : asked.seen().evaluation();
            return VerdictWords.ofBoth(experiment, asked.trained().evaluation(), other);
        }

        @Override
        public void close() {
            pause.stop();
            worker.close();
        }
    }
}
