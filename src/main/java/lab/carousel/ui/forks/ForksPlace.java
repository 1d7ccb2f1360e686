package lab.carousel.ui.forks;

import static lab.carousel.ui.controls.Controls.named;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.probe.ForksDrawing;
import lab.carousel.study.ForkAnswers;
import lab.carousel.study.ForkList;
import lab.carousel.study.ForkWords;
import lab.carousel.study.Remedies;
import lab.carousel.study.Remedy;
import lab.carousel.study.SymbolWitness;
import lab.carousel.task.Step;
import lab.carousel.task.memory.UnknowableReason;
import lab.carousel.task.memory.UnknowableStep;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.Kept;
import lab.carousel.view.PlaceKind;

/** The forks of the task, the worst first, with the bits that the network has; and the steps that nobody can know. */
public final class ForksPlace {

    private static final int PICTURE_WIDTH = 560;
    private static final int PICTURE_HEAD = 96;
    private static final int LEAST_PICTURE = 200;
    /** So many symbols fed at most for the second witnesses while the network is being trained: some milliseconds. */
    private static final long MOST_FED = 20_000;

    private final Selection selection;
    private final Form form = new Form(PlaceName.FORKS);
    private final VBox mending = named(new VBox(), "forksMending", "forks-mending");
    private final BiConsumer<Experiment, Message> onMend;
    private final Kept<Evaluator, Remedies> remedies = new Kept<>(
            evaluator -> Remedies.of(evaluator.experiment(), evaluator.memory().unknowable()));
    private final Probe<Ask> probe;
    private Map<UnknowableReason, List<Remedy>> offered = Map.of();
    private Experiment offeredFor = Experiment.reference();

    /**
     * What is asked.
     *
     * @param traced   the network
     * @param isStill  whether it stands still, so that there is time to ask which symbol is remembered, however large the task
     * @param selected the steps of the fork that is selected; empty if none is
     */
    private record Ask(TracedSnapshot traced, boolean isStill, List<Step> selected) {

        /** The experiment that it was trained by. */
        Experiment trained() {
            return traced.trained().experiment();
        }
    }

    /**
     * The place.
     *
     * @param training whether the network is changing
     * @param onMend   takes a mended experiment, and what was done
     */
    public static Place of(PlaceContext in, ObservableValue<Boolean> training, BiConsumer<Experiment, Message> onMend) {
        return new Place(PlaceName.FORKS, PlaceKind.SEE, () -> new ForksPlace(in, training, onMend).probe);
    }

    private ForksPlace(PlaceContext in, ObservableValue<Boolean> training, BiConsumer<Experiment, Message> onMend) {
        this.selection = in.selection();
        this.onMend = onMend;
        form.asksAgain(training);
        form.asksAgain(selection.forkProperty());
        probe = new Probe<>(
                in,
                form,
                now -> Asked.of(new Ask(
                        now, !training.getValue(), selection.forkProperty().get())),
                this::answer);
        ScrollArea scroll = named(new ScrollArea(probe.drawing()), "forksScroll", "forks-scroll");
        scroll.setFocusTraversable(false);
        probe.open(form.column(scroll, form.words("verdict", "probe-answer"), form.words("count", "muted"), mending));
    }

    private Shown answer(Ask ask) {
        Snapshot snapshot = ask.traced().snapshot();
        FedNetwork network = ask.traced().network();
        Experiment experiment = snapshot.experiment();
        long fed = (long) Math.min(ForkList.SHOWN, network.memory().forks())
                * SymbolWitness.MOST
                * experiment.task().longestSteps();
        int witnessed = ask.isStill() || fed <= MOST_FED ? ForkList.SHOWN : 0;
        ForkList forks = ForkList.of(network, ForkList.SHOWN, witnessed);
        List<ForkAnswers> answers =
                forks.rows().stream().map(row -> ForkAnswers.of(network, row)).toList();
        Remedies remedies = forks.unknowable().isEmpty() ? Remedies.NONE : this.remedies.of(network.evaluator());
        ForksDrawing drawing = new ForksDrawing(
                forks, answers, remedies, experiment.task().alphabet(), selected(ask.selected(), forks, answers));
        String verdict = VerdictWords.of(snapshot.evaluation()).headline();
        boolean isDrawn = ask.trained().task().isDrawn() && forks.total() == 0;
        String count = isDrawn
                ? Message.text(experiment.task().isOfNumbers() ? "forks.numbers" : "forks.drawn")
                : Message.text("forks.count", forks.total());
        boolean isUntrained = snapshot.position().updates() == 0 && forks.total() > 0;
        String title = Message.text("forks.picture.title", snapshot.position().epoch());
        String subtitle = verdict + ". " + count;
        double height = Math.ceil(drawing.height());
        return new Shown(drawing, title, subtitle)
                .size(PICTURE_WIDTH, Math.max(LEAST_PICTURE, PICTURE_HEAD + (int) height))
                .spoken(subtitle
                        + IntStream.range(0, forks.rows().size())
                                .mapToObj(row -> " " + drawing.words(row) + ".")
                                .collect(Collectors.joining()))
                .says("verdict", verdict)
                .says("count", isUntrained ? count + " " + Message.text("forks.untrained") : count)
                .then(() -> {
                    probe.drawing().setMinHeight(height);
                    probe.drawing().setPrefHeight(height);
                    offer(
                            forks.unknowable().stream()
                                    .map(UnknowableStep::reason)
                                    .distinct()
                                    .collect(Collectors.toMap(
                                            Function.identity(),
                                            remedies::of,
                                            (one, same) -> one,
                                            () -> new EnumMap<>(UnknowableReason.class))),
                            ask.trained());
                })
                .opens(spot -> select(ask.trained(), answers, forks, spot));
    }

    /** The number of the fork whose steps are selected; -1 if none is. */
    private static int selected(List<Step> steps, ForkList forks, List<ForkAnswers> answers) {
        for (int row = 0; row < answers.size() && !steps.isEmpty(); row++) {
            if (answers.get(row).steps().equals(steps)) {
                return forks.rows().get(row).number();
            }
        }
        return -1;
    }

    /** A sentence for each reason why nobody can know some steps, and a button for each remedy of it. */
    private void offer(Map<UnknowableReason, List<Remedy>> reasons, Experiment experiment) {
        offeredFor = experiment;
        if (reasons.equals(offered)) {
            return;
        }
        offered = reasons;
        mending.getChildren().clear();
        Set<Remedy> seen = new HashSet<>();
        reasons.forEach((reason, remedies) -> {
            mending.getChildren().add(named(new WholeLabel(Message.text("forks.why." + reason)), "forksWhy-" + reason));
            remedies.stream().filter(seen::add).forEach(remedy -> mending.getChildren()
                    .add(button(remedy)));
        });
    }

    private Button button(Remedy remedy) {
        Message words = ForkWords.remedy(remedy);
        String changes = remedy.changes().stream().map(Enum::name).collect(Collectors.joining("-"));
        Button mend = named(new Button(words.text()), "forksMend-" + changes, "small");
        mend.setWrapText(true);
        mend.setMinHeight(Region.USE_PREF_SIZE);
        mend.setOnAction(event -> remedy.of(offeredFor).ifPresent(mended -> onMend.accept(mended, words)));
        return mend;
    }

    /** A fork selects its steps: the first one, with each further click the next one. A step that cannot be known itself. */
    private void select(Experiment experiment, List<ForkAnswers> answers, ForkList forks, Hit spot) {
        if (spot.row() < answers.size()) {
            List<Step> steps = answers.get(spot.row()).steps();
            boolean isAgain = steps.equals(selection.forkProperty().get());
            int before = isAgain ? steps.indexOf(selection.stepProperty().get()) : -1;
            selection.select(steps, steps.get((before + 1) % steps.size()));
        } else {
            UnknowableStep step = forks.unknowable().get(spot.row() - answers.size());
            Step whole = experiment.task().step(step.sequence(), step.step() + 1);
            selection.select(List.of(whole), whole);
        }
    }
}
