package lab.carousel.ui.forks;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.probe.ForksDrawing;
import lab.carousel.study.ForkAnswers;
import lab.carousel.study.ForkList;
import lab.carousel.study.SymbolWitness;
import lab.carousel.task.OwnBeginnings;
import lab.carousel.task.Step;
import lab.carousel.task.memory.UnknowableStep;
import lab.carousel.task.memory.UnknowableStep.Reason;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.place.PlaceAnswer;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;
import org.jspecify.annotations.Nullable;

/** The forks of the task, the worst first, with the bits that the network has; and the steps that nobody can know. */
public final class ForksPlace extends AskingPlace<ForksPlace.ForksQuestion, ForksPlace.ForksAnswer> {

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
        super(background, "forks", traces, new ForksProbe()::answer);
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

    /** What makes steps known that nobody can know. */
    static final class Mending {

        private Mending() {}

        /** The experiment with what a reason asks for; empty if that cannot be. */
        static Optional<Experiment> of(Experiment experiment, Reason reason) {
            Hyperparameters settings = experiment.hyperparameters();
            try {
                return switch (reason) {
                    case TASK ->
                        OwnBeginnings.of(experiment.task())
                                .map(task -> new Experiment(task, settings, experiment.engine()).checked());
                    case NO_STATE -> Optional.of(experiment.with(settings.withCell(Cell.LSTM)));
                    case RESET_EVERY_STEP, NO_BEGINNING ->
                        Optional.of(experiment.with(settings.withResetPolicy(ResetPolicy.AFTER_SEQUENCE)));
                    case SLOTS -> Optional.of(experiment.with(settings.withBatchSize(1)));
                };
            } catch (InvalidInput unsuitable) {
                // The engine cannot train it, or it is too large: then there is nothing to offer
                return Optional.empty();
            }
        }
    }

    /** Works out what the place shows. Belongs to one background thread: it keeps what the task asks, which it found last. */
    static final class ForksProbe {

        /** So many symbols fed at most for the second witnesses while the network is being trained: some milliseconds. */
        private static final long MOST_FED = 20_000;

        private @Nullable Evaluator evaluator;

        /** Answers a question. */
        ForksAnswer answer(ForksQuestion question) {
            Experiment experiment = question.snapshot().experiment();
            Evaluator known = evaluator;
            if (known == null || known.experiment() != experiment) {
                known = new Evaluator(experiment);
                evaluator = known;
            }
            long fed = (long) Math.min(ForkList.SHOWN, known.memory().forks())
                    * SymbolWitness.MOST
                    * experiment.task().longestSteps();
            int witnessed = question.isStill() || fed <= MOST_FED ? ForkList.SHOWN : 0;
            ForkList forks =
                    ForkList.of(experiment, known, question.snapshot().parameters(), ForkList.SHOWN, witnessed);
            List<ForkAnswers> answers =
                    ForkAnswers.of(experiment, question.snapshot().parameters(), known.memory(), forks.rows());
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            forks.unknowable().forEach(step -> reasons.add(step.reason()));
            return new ForksAnswer(
                    question.trained(),
                    question.snapshot().position().epoch(),
                    VerdictWords.of(question.snapshot().evaluation()),
                    reasons,
                    new ForksDrawing(forks, answers, experiment.task().alphabet(), selected(question, forks, answers)));
        }

        /** The number of the fork whose steps are selected. */
        private static int selected(ForksQuestion question, ForkList forks, List<ForkAnswers> answers) {
            for (int row = 0; row < answers.size() && !question.selected().isEmpty(); row++) {
                if (answers.get(row).steps().equals(question.selected())) {
                    return forks.rows().get(row).number();
                }
            }
            return -1;
        }
    }

    /**
     * What is asked.
     *
     * @param snapshot the network
     * @param trained  the experiment that it was trained by
     * @param isStill  whether it stands still, so that there is time to ask which symbol is remembered, however large the task
     * @param selected the steps of the fork that is selected; empty if none is
     */
    record ForksQuestion(Snapshot snapshot, Experiment trained, boolean isStill, List<Step> selected) {}

    /**
     * What is shown.
     *
     * @param experiment that the network was trained by
     * @param epoch      of the network
     * @param verdict    of the whole task
     * @param reasons    why nobody can know some steps
     * @param drawing    the forks, and these steps
     */
    record ForksAnswer(
            Experiment experiment, int epoch, VerdictWords verdict, Set<Reason> reasons, ForksDrawing drawing)
            implements PlaceAnswer {

        private static final int HEAD = 96;
        private static final int LEAST = 200;

        /** What each fork is answered with. */
        List<ForkAnswers> answers() {
            return drawing.answers();
        }

        /** How many forks there are, or why there are none. */
        String count() {
            boolean isDrawn = experiment.task().isDrawn() && drawing.forks().total() == 0;
            return isDrawn
                    ? Message.text("forks.drawn")
                    : Message.text("forks.count", drawing.forks().total());
        }

        @Override
        public String spoken() {
            StringBuilder words = new StringBuilder(subtitle());
            for (int row = 0; row < drawing.forks().rows().size(); row++) {
                words.append(' ').append(drawing.words(row)).append('.');
            }
            return words.toString();
        }

        @Override
        public String title() {
            return Message.text("forks.picture.title", epoch);
        }

        @Override
        public String subtitle() {
            return verdict.headline() + ". " + count();
        }

        @Override
        public int width() {
            return 560;
        }

        @Override
        public int height() {
            return Math.max(LEAST, HEAD + (int) Math.ceil(drawing.height()));
        }
    }
}
