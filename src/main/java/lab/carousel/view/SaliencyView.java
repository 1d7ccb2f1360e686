package lab.carousel.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Clue;
import lab.carousel.model.ClueKind;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.picture.probe.SaliencyDrawing;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.IntegratedGradients;
import lab.carousel.study.Saliency;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** Which of the symbols fed so far, and which states on the way, an output hangs on, while the network learns. */
public final class SaliencyView implements View {

    private static final String OUTPUT = "output";
    private static final String STATE = "state";
    private static final String WAY = "way";
    /** The output of the expected symbol, whichever it is. */
    private static final String EXPECTED = "";

    private enum Way {
        GRADIENT,
        INTEGRATED
    }

    @Override
    public PlaceName name() {
        return PlaceName.SALIENCY;
    }

    @Override
    public Set<PlaceNeed> needs() {
        return Set.of(PlaceNeed.HEIGHT);
    }

    @Override
    public List<Choice> choices(Experiment experiment) {
        Task task = experiment.task();
        Stream<Option> symbols = task.alphabet().symbols().subList(0, task.outputs()).stream()
                .map(symbol -> new Option(symbol, symbol, symbol));
        String expected = Message.text("saliency.output.expected");
        return List.of(
                Choice.listed(
                        name(),
                        OUTPUT,
                        Stream.concat(Stream.of(new Option(EXPECTED, expected, expected)), symbols)
                                .toList(),
                        EXPECTED),
                Choice.state(name(), STATE, experiment.hyperparameters().get(Settings.CELL)),
                Choice.of(name(), WAY, List.of(Way.values()), Way.GRADIENT));
    }

    @Override
    public boolean looksAtSelection() {
        return true;
    }

    @Override
    public List<String> sentences() {
        return List.of("question", "strongest", "decides", "sum");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        Experiment experiment = look.experiment();
        Task task = experiment.task();
        Evaluator evaluator = look.network().evaluator();
        Step step = look.step()
                .filter(evaluator.columns()::include)
                .map(selected -> task.step(selected.sequence(), selected.number()))
                .orElseGet(() -> firstOfInterest(evaluator));
        int explained = output(task, chosen.of(OUTPUT), step);
        FedSteps fed = look.network().sample();
        Saliency saliency = Saliency.of(fed, step, explained);
        Optional<IntegratedGradients> parts = chosen.of(WAY, Way.class) == Way.INTEGRATED
                ? Optional.of(IntegratedGradients.of(fed, step, explained))
                : Optional.empty();
        double[] sizes = parts.map(IntegratedGradients::parts).orElse(saliency.strengths());
        Clue tells = evaluator.deciding().clue(step.sequence(), step.number() - 1);
        String asked = Message.text(
                "saliency.question",
                step.sequence() + 1,
                step.number(),
                task.alphabet().symbol(step.fed()),
                task.alphabet().symbol(saliency.output()),
                NumberText.loss(saliency.value()));
        Sequence inputs = task.sequences().get(step.sequence());
        SaliencyDrawing.Shown shown = new SaliencyDrawing.Shown(
                task.alphabet().symbol(saliency.output()),
                inputs.symbols().subList(0, inputs.steps()),
                UnitName.all(experiment.layout()),
                chosen.of(STATE, Quantity.class) == Quantity.CELL_STATE,
                tells.kind() == ClueKind.EARLIER ? tells.place() : -1,
                look.unit(),
                parts);
        return new Answer(new SaliencyDrawing(saliency, shown), Message.text("saliency.picture.title", look.epoch()))
                .says("question", asked)
                .says("strongest", strongest(experiment, saliency, sizes))
                .says("decides", decides(task.alphabet(), saliency, sizes, tells))
                .says("sum", parts.map(SaliencyView::sum).orElse(""))
                .selects(spot -> selected(task.step(step.sequence(), Math.max(0, spot.column()) + 1), spot));
    }

    /** A bar selects the step, a cell of the heatmap the unit. */
    private static Optional<Selected> selected(Step step, Hit spot) {
        return spot.row() < 0 ? Selected.step(step) : Selected.unit(spot.row());
    }

    /** All parts together, checked against the difference of the outputs. */
    private static String sum(IntegratedGradients parts) {
        return Message.text(
                parts.isClose() ? "saliency.sum" : "saliency.sum.off",
                NumberText.loss(parts.sum()),
                NumberText.loss(parts.output()),
                NumberText.loss(parts.baseline()),
                NumberText.loss(parts.difference()),
                parts.points(),
                NumberText.loss(parts.error()));
    }

    /** The last deciding step of the first sequence that has one; without any the last step of the first sequence. */
    private static Step firstOfInterest(Evaluator evaluator) {
        Task task = evaluator.experiment().task();
        for (int s = 0; s < task.sequences().size(); s++) {
            int steps = task.sequences().get(s).steps();
            for (int t = steps - 1;
                    t >= 0 && evaluator.experiment().scoredSteps().include(t, steps);
                    t--) {
                if (evaluator.deciding().includes(s, t)) {
                    return task.step(s, t + 1);
                }
            }
        }
        return task.step(0, task.sequences().get(0).steps());
    }

    /** The output of a symbol, or of the expected one; where that has none, the first one that there is. */
    private static int output(Task task, String symbol, Step step) {
        boolean isThere = step.target().size() > 0 && step.target().isWithin(task.outputs());
        return symbol.equals(EXPECTED)
                ? isThere ? step.target().symbols()[0] : 0
                : task.alphabet().symbols().indexOf(symbol);
    }

    /** Which earlier symbol the output hangs on most. */
    private static String strongest(Experiment experiment, Saliency saliency, double[] sizes) {
        OptionalInt strongest = saliency.strongestEarlier(sizes);
        return strongest.isPresent()
                ? Message.text(
                        "saliency.strongest",
                        place(experiment.task().alphabet(), saliency, sizes, strongest.getAsInt()))
                : Message.text("saliency.none", reason(experiment, saliency));
    }

    /** Whether that is the one that decides what follows, by the task. */
    private static String decides(Alphabet alphabet, Saliency saliency, double[] sizes, Clue telling) {
        OptionalInt strongest = saliency.strongestEarlier(sizes);
        return switch (telling.kind()) {
            case CURRENT ->
                Message.text(
                        "saliency.decides.current",
                        alphabet.symbol(saliency.fed().get(saliency.step())));
            case BEGINNING -> Message.text("saliency.decides.beginning");
            case SEQUENCE_BEFORE -> Message.text("saliency.decides.before");
            case UNTOLD -> "";
            case NOTHING -> Message.text("saliency.decides.nothing");
            case EARLIER -> {
                boolean same = strongest.isPresent() && strongest.getAsInt() == telling.place();
                yield same
                        ? Message.text("saliency.decides.yes")
                        : Message.text(
                                strongest.isPresent() ? "saliency.decides.no" : "saliency.decides.earlier",
                                place(alphabet, saliency, sizes, telling.place()));
            }
        };
    }

    private static String place(Alphabet alphabet, Saliency saliency, double[] sizes, int place) {
        return Message.text(
                "saliency.strength",
                alphabet.symbol(saliency.fed().get(place)),
                place + 1,
                NumberText.loss(sizes[place]));
    }

    private static String reason(Experiment experiment, Saliency saliency) {
        if (saliency.step() == 0) {
            return Message.text("saliency.none.first");
        }
        if (!experiment.hyperparameters().get(Settings.CELL).isRecurrent()) {
            return Message.text("saliency.none.cell");
        }
        if (experiment.hyperparameters().get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP) {
            return Message.text("saliency.none.reset");
        }
        return Message.text("saliency.none.zero");
    }
}
