package lab.carousel.ui.forks;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.model.Experiment;
import lab.carousel.task.Step;
import lab.carousel.task.memory.UnknowableStep;
import lab.carousel.task.memory.UnknowableStep.Reason;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/** The forks of the task, the worst first, with the bits that the network has; and the steps that nobody can know. */
public final class ForksPlace extends AskingPlace<ForksQuestion, ForksAnswer> {

    private final Selection selection;
    private final ObservableValue<Boolean> training;
    private final Label verdict = new Label();
    private final Label count = new Label();
    private final VBox mending = new VBox();
    private final BiConsumer<Experiment, Message> onMend;
    private List<Reason> offered = List.of();

    /**
     * A place that asks about the networks that are traced.
     *
     * @param training whether the network is changing
     * @param onMend   takes a mended experiment, and what was done
     */
    public ForksPlace(
            Background background,
            TraceService traces,
            Selection selection,
            ObservableValue<Boolean> training,
            BiConsumer<Experiment, Message> onMend) {
        super(background, "forks", PlaceKind.SEE, traces, new ForksProbe()::answer);
        this.selection = selection;
        this.training = training;
        this.onMend = onMend;
        drawing().setOnOpened((drawn, spot) -> true, (drawn, spot) -> shownAs(drawn)
                .ifPresent(answer -> select(answer, spot)));
        open(column(), training, selection.forkProperty());
    }

    private Region column() {
        Label title = new Label(Message.text("forks.title"));
        title.getStyleClass().add("place-title");
        verdict.setId("forksVerdict");
        verdict.setWrapText(true);
        verdict.getStyleClass().add("probe-answer");
        count.setId("forksCount");
        count.setWrapText(true);
        count.getStyleClass().add("muted");
        mending.setId("forksMending");
        mending.getStyleClass().add("forks-mending");
        ScrollArea scroll = new ScrollArea(drawing());
        scroll.setId("forksScroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("forks-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox column = new VBox(title, verdict, count, mending, scroll);
        column.getStyleClass().addAll("place", "probe");
        return column;
    }

    @Override
    protected Asked<ForksQuestion> question(TracedSnapshot traced) {
        return Asked.of(new ForksQuestion(
                traced.snapshot(),
                traced.trained().experiment(),
                !training.getValue(),
                selection.forkProperty().get()));
    }

    @Override
    protected void show(ForksAnswer answer) {
        verdict.setText(answer.verdict().headline());
        count.setText(answer.count());
        double height = Math.ceil(answer.drawing().height());
        drawing().setMinHeight(height);
        drawing().setPrefHeight(height);
        offer(List.copyOf(answer.reasons()));
    }

    /** A sentence and a button for each reason why nobody can know some steps. */
    private void offer(List<Reason> reasons) {
        if (reasons.equals(offered)) {
            return;
        }
        offered = reasons;
        mending.getChildren().clear();
        for (Reason reason : reasons) {
            Label why = new WholeLabel(Message.text("forks.why." + reason));
            why.setId("forksWhy-" + reason);
            Button mend = new Button(Message.text("forks.mend." + reason));
            mend.setId("forksMend-" + reason);
            mend.getStyleClass().add("small");
            mend.setOnAction(event -> mend(reason));
            mending.getChildren().addAll(why, mend);
        }
    }

    private void mend(Reason reason) {
        shown().flatMap(answer -> Mending.of(answer.experiment(), reason))
                .ifPresent(mended -> onMend.accept(mended, Message.of("forks.mend." + reason)));
    }

    /** A fork selects its steps: the first one, with each further click the next one. A step that cannot be known itself. */
    private void select(ForksAnswer answer, Drawing.Spot spot) {
        if (spot.row() < answer.answers().size()) {
            select(answer.answers().get(spot.row()).steps());
            return;
        }
        UnknowableStep step = answer.drawing()
                .forks()
                .unknowable()
                .get(spot.row() - answer.answers().size());
        Step whole = answer.experiment().task().step(step.sequence(), step.step() + 1);
        selection.select(List.of(whole), whole);
    }

    private void select(List<Step> steps) {
        boolean isAgain = steps.equals(selection.forkProperty().get());
        int before = isAgain
                ? Optional.ofNullable(selection.stepProperty().get())
                        .map(steps::indexOf)
                        .orElse(-1)
                : -1;
        selection.select(steps, steps.get((before + 1) % steps.size()));
    }
}
