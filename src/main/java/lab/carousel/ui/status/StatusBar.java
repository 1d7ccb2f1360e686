package lab.carousel.ui.status;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.model.verdict.BothVerdicts;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.study.ForkWords;
import lab.carousel.task.series.Series;
import lab.carousel.text.Glossary;
import lab.carousel.text.Message;
import lab.carousel.training.Criterion;
import lab.carousel.training.CriterionWords;
import lab.carousel.training.DrawnScores;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.state.TraceService;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Loss, recall, margin and verdict, in the largest words on the screen, and under them why in one sentence. */
public final class StatusBar extends HBox {

    private static final String UNKNOWN = "–";
    /** In large letters a verdict of more letters has room beside the margin only where these are smaller. */
    private static final int LONG_HEADLINE = 24;
    /** And one of more letters where they are smaller still. */
    private static final int LONGEST_HEADLINE = 34;

    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    private static final PseudoClass LONGEST = PseudoClass.getPseudoClass("longest");

    /** Beside a criterion the words are smaller, whatever they are, so that both fit into the smallest window. */
    private static final PseudoClass WITH_CRITERION = PseudoClass.getPseudoClass("with-criterion");

    private final Label loss = value("loss");
    private final Label recall = value("recall");
    private final Label margin = value("margin");
    private final Label verdict = value("verdict");
    private final FontIcon verdictIcon = new FontIcon(Feather.CIRCLE);
    private final Label criterion = value("criterion");
    private final HBox lossBox = labelled("loss", loss);
    private final HBox recallBox = labelled("recall", recall);
    private final HBox marginBox = labelled("margin", margin);
    private final HBox verdictBox = labelled("verdict", verdict);
    private final HBox criterionBox = labelled("criterion", criterion);
    /** Lets the whole window show a network step by step instead of as trained, where that differs. */
    private final ToggleButton stepByStepSwitch =
            whole(named(new ToggleButton(Message.text("status.stepByStep")), "stepByStep", "evaluation-switch"));

    private final HBox values =
            styled(Controls.row(0, lossBox, recallBox, marginBox, verdictBox, criterionBox), "status-values");
    private final Label reason = stretch(named(new WholeLabel(), "reason"));
    private final VBox said = grow(new VBox(values, reason));
    /** All parts, while only some of them are shown. */
    private List<Node> whole = List.of();
    /** The ids of the values that are asked for then. */
    private Set<String> asked = Set.of();

    private final ForkAccount account;
    private Optional<Snapshot> shown = Optional.empty();
    /** How many sequences meet the criterion, worked out when somebody wants to know. */
    private final ConflatingWorker<Snapshot, Scored> scores;

    private @Nullable Scored scored;
    private String sentence = "";
    private String details = "";
    private String fork = "";
    /** How the network does as trained and step by step, where that differs. */
    private Optional<BothVerdicts> both = Optional.empty();

    private boolean comparisonIsShown = true;
    private boolean hasTwoEvaluations;
    private boolean hasMargin = true;

    public StatusBar(Background background, TraceService traces) {
        Tip.put(stepByStepSwitch, Message.text("status.stepByStep.hint"));
        Controls.show(stepByStepSwitch, false);
        WindowListeners.both(this, stepByStepSwitch.selectedProperty(), traces.stepByStepProperty());
        verdictBox.getChildren().add(stepByStepSwitch);
        account = new ForkAccount(background, traces::fed, (newFork, newBoth) -> {
            fork = newFork;
            both = newBoth;
            shown.ifPresent(this::say);
            showReasons();
        });
        scores = new ConflatingWorker<>(background, "drawn scores", Scored::of, answer -> {
            scored = answer;
            shown.ifPresent(now -> showCriterion(now.criterion()));
        });
        for (Label hovered : List.of(verdict, reason)) {
            hovered.setOnMouseEntered(event -> account.ask());
        }
        for (Label hovered : List.of(criterion, reason)) {
            hovered.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> askScores());
        }
        named(this, "status", "status").setAlignment(Pos.CENTER_LEFT);
        // However long its words are, it makes the window no wider than the screen
        setMinWidth(0);
        List.of(said, values, reason).forEach(part -> part.setMinWidth(0));
        said.setPrefWidth(0);
        verdict.setGraphic(verdictIcon);
        Tip.put(loss, Message.text("status.loss.hint"));
        List.of(recall, margin).forEach(value -> Tip.put(value, Glossary.text(value.getId())));
        Tip.put(criterionBox.getChildren().get(0), Message.text("status.criterion.hint"));
        Controls.show(criterionBox, false);
        getChildren().add(said);
    }

    /** Puts what can be done about the verdict beside it, where it takes no room from the words. */
    public void offer(Button nextStep) {
        verdictBox.getChildren().add(nextStep);
        // It may be higher than the words without moving them
        HBox.setMargin(nextStep, new Insets(-5, 0, -5, 4));
    }

    /** Where there is no room for all values, those that the loss chart shows too, and the margin, give way to the verdict. */
    @Override
    protected void layoutChildren() {
        showValues();
        super.layoutChildren();
    }

    /** Why the verdict is what it is: on hover and for screen readers all of it, under it one sentence. */
    private void showReasons() {
        Optional<BothVerdicts> compared = both.filter(any -> comparisonIsShown);
        String results = compared.map(BothVerdicts::results).orElse("");
        String why = compared.map(BothVerdicts::why).orElse("");
        String all = Stream.of(sentence, details, fork, results, why)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
        Tip.putLong(verdict, all);
        if (!criterionBox.isVisible()) {
            Tip.putLong(reason, all);
            reason.setText(compared.isPresent() ? results : sentence);
        }
    }

    /** Whether to show how a network does as trained and step by step side by side, where that differs. */
    public void showComparison(boolean isShown) {
        comparisonIsShown = isShown;
        showSwitch();
        showReasons();
    }

    private void showSwitch() {
        Controls.show(stepByStepSwitch, comparisonIsShown && hasTwoEvaluations);
    }

    public void close() {
        account.close();
        scores.close();
    }

    private record Scored(Snapshot of, Optional<DrawnScores> scores) {

        static Scored of(Snapshot snapshot) {
            return new Scored(snapshot, DrawnScores.of(snapshot));
        }
    }

    private void askScores() {
        shown.filter(now -> now.criterion().isPresent() && (scored == null || scored.of != now))
                .ifPresent(scores::ask);
    }

    /** Of the network that is shown, as soon as that is known. */
    private String shares() {
        return shown.filter(now -> scored != null && scored.of == now)
                .flatMap(now -> Objects.requireNonNull(scored).scores)
                .map(DrawnScores::words)
                .orElseGet(() -> Message.text("criterion.scores.asked"));
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
        String hint = String.join(
                "\n\n",
                words.reason(),
                shares(),
                CriterionWords.explanation(now.get().rule()));
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
            getChildren().retainAll(said);
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

    private void showBrief() {
        pseudoClassStateChanged(LONG, verdict.getText().length() > LONG_HEADLINE);
        pseudoClassStateChanged(LONGEST, verdict.getText().length() > LONGEST_HEADLINE);
        // Before a room they are told by their words, which take all the room
        List.of(verdictBox, criterionBox)
                .forEach(box -> Controls.show(box.getChildren().get(0), whole.isEmpty()));
        requestLayout();
    }

    /** Verdict and criterion always; before them as many of the others as have room, what is asked for first. */
    private void showValues() {
        boolean isBrief = !whole.isEmpty();
        double room = values.getWidth() - width(verdictBox) - (criterionBox.isVisible() ? width(criterionBox) : 0);
        List<HBox> wanted = Stream.of(recallBox, marginBox, lossBox)
                .filter(box -> hasMargin || box != marginBox)
                .filter(box -> !isBrief || box != lossBox || isAsked(box))
                .sorted(Comparator.comparing(box -> !isAsked(box)))
                .toList();
        Set<HBox> shown = new HashSet<>();
        for (HBox box : wanted) {
            room -= width(box);
            if (room >= 0) {
                shown.add(box);
            }
        }
        List.of(recallBox, marginBox, lossBox).forEach(box -> Controls.show(box, shown.contains(box)));
    }

    private double width(HBox box) {
        return box.prefWidth(-1) + values.getSpacing();
    }

    private boolean isAsked(HBox box) {
        return asked.stream().anyMatch(id -> box.lookup("#" + id) != null);
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
        hasTwoEvaluations = trained.get().experiment().hasTwoEvaluations();
        showSwitch();
        Tip.put(loss, Message.text(isStepByStep ? "status.loss.hint.stepByStep" : "status.loss.hint"));
        show(seen.get(), trained.get());
    }

    private void showNothing() {
        List.of(loss, recall, margin, verdict, criterion).forEach(value -> value.setText(UNKNOWN));
        reason.setText("");
        shown = Optional.empty();
        sentence = "";
        details = "";
        fork = "";
        both = Optional.empty();
    }

    private void show(Snapshot snapshot, Snapshot trained) {
        Evaluation evaluation = snapshot.evaluation();
        boolean isJudged = ForkWords.untrained(snapshot).isEmpty();
        loss.setText(isJudged ? Message.text("status.loss.value", evaluation.loss()) : UNKNOWN);
        hasMargin = Series.of(snapshot.experiment().task()).isEmpty();
        int sequences = evaluation.sample().sequences();
        ((Label) lossBox.getChildren().get(0))
                .setText(Message.text(
                        sequences > 0 ? "status.loss.of" : hasMargin ? "status.loss" : "status.loss.scaled",
                        sequences));
        ((Label) recallBox.getChildren().get(0))
                .setText(snapshot.experiment().task().supply().rightName().text());
        recall.setText(
                isJudged ? Message.text("status.recall.value", evaluation.right(), evaluation.steps()) : UNKNOWN);
        margin.setText(
                evaluation.decidingSteps() == 0
                        ? UNKNOWN
                        : Message.text("status.margin.value", evaluation.margin())
                                .replace('-', '−'));
        shown = Optional.of(snapshot);
        verdictIcon.setIconCode(isJudged ? icon(snapshot.verdict()) : Feather.CIRCLE);
        verdict.getStyleClass().removeAll("remembers", "trace");
        if (snapshot.verdict() == Verdict.REMEMBERS) {
            verdict.getStyleClass().add("remembers");
        } else if (snapshot.verdict() == Verdict.A_TRACE) {
            verdict.getStyleClass().add("trace");
        }
        if (account.show(snapshot, trained, verdict.isHover() || reason.isHover())) {
            fork = "";
            both = Optional.empty();
        }
        say(snapshot);
        showCriterion(snapshot.criterion());
    }

    /** What the verdict says, and what its fork asks as soon as that is known. */
    private void say(Snapshot snapshot) {
        VerdictWords words = ForkWords.untrained(snapshot)
                .or(() -> ForkWords.ofForecast(snapshot.experiment(), snapshot.evaluation()))
                .orElseGet(() -> VerdictWords.of(snapshot.evaluation(), account.asked(snapshot), snapshot.floor()));
        verdict.setText(words.headline());
        sentence = words.sentence();
        details = words.details();
    }

    private static Feather icon(Verdict verdict) {
        return switch (verdict) {
            case REMEMBERS -> Feather.CHECK_CIRCLE;
            case A_TRACE -> Feather.HELP_CIRCLE;
            case NOT_YET -> Feather.CIRCLE;
            case NEEDS_NO_MEMORY -> Feather.MINUS_CIRCLE;
            case CANNOT_BE_KNOWN -> Feather.SLASH;
            case BY_FLOORS, TOO_FEW -> Feather.BAR_CHART_2;
            case FORECASTS -> Feather.CHECK_CIRCLE;
            case BETTER_THAN_ECHO -> Feather.HELP_CIRCLE;
            case NOT_SHOWN_BETTER, MAY_ECHO, WORSE -> Feather.CIRCLE;
            case ECHOES -> Feather.COPY;
        };
    }

    private static Label value(String key) {
        return whole(named(new Label(UNKNOWN), key, "headline"));
    }

    /** A value beside its name; at least as wide as its strut, so that its neighbours stand still while it changes. */
    private static HBox labelled(String key, Label value) {
        Label name = styled(new Label(Message.text("status." + key)), "muted");
        name.setLabelFor(value);
        Region strut = named(new Region(), key + "Strut");
        HBox box = new HBox(6, name, new VBox(value, strut));
        box.setAlignment(Pos.BASELINE_LEFT);
        // What a lesson points at is the value with its name
        return whole(styled(box, "row"));
    }
}
