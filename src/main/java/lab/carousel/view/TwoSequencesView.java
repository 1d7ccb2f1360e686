package lab.carousel.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.probe.ComparedStates;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.Contrast;
import lab.carousel.study.StateDifference;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** The difference of the states of two sequences, step by step. */
public final class TwoSequencesView implements View {

    /** Sequences, by their numbers, counted from 1. */
    private static final String FIRST = "first";

    private static final String SECOND = "second";
    private static final String QUANTITY = "quantity";

    /** Below this a difference is what rounding leaves. */
    private static final double NOTHING = 1e-9;

    @Override
    public PlaceName name() {
        return PlaceName.TWO_SEQUENCES;
    }

    @Override
    public PlaceKind kind() {
        return PlaceKind.OPERATE;
    }

    @Override
    public Set<PlaceNeed> needs() {
        return Set.of(PlaceNeed.HEIGHT);
    }

    @Override
    public List<Choice> choices(Experiment experiment) {
        return List.of(
                Choice.sequence(name(), FIRST, experiment, 1),
                Choice.sequence(name(), SECOND, experiment, 2),
                Choice.quantity(
                        name(),
                        QUANTITY,
                        experiment.hyperparameters().get(Settings.CELL).quantities(),
                        Quantity.CELL_STATE));
    }

    @Override
    public Optional<String> obstacle(Experiment experiment) {
        return experiment.task().sequences().size() < 2
                ? Optional.of(Message.text("operation.noPair"))
                : Optional.empty();
    }

    @Override
    public boolean looksAtSelection() {
        return true;
    }

    @Override
    public List<String> sentences() {
        return List.of("sentence");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        Experiment experiment = look.experiment();
        int first = chosen.number(FIRST) - 1;
        int second = chosen.number(SECOND) - 1;
        Quantity quantity = chosen.of(QUANTITY, Quantity.class);
        int step = look.step()
                .filter(selected -> selected.sequence() == first || selected.sequence() == second)
                .map(Step::number)
                .orElse(0);
        Contrast compared = Contrast.ofSequences(look.network().sample(), first, second, quantity, step - 1);
        String letter = quantity.letter();
        ComparedStates states = new ComparedStates(
                quantity,
                true,
                Message.text("twoSequences.total", letter),
                Message.text("twoSequences.units", letter),
                UnitName.all(experiment.layout()),
                look.unit());
        int selected = step > 0 ? step - compared.steps().get(0).number() : -1;
        return new Answer(
                        ContrastDrawing.ofStates(compared, experiment.task().alphabet(), states, selected),
                        Message.text("twoSequences.picture", letter, first + 1, second + 1, look.epoch()))
                .size(720, 640)
                .says(
                        "sentence",
                        first == second ? Message.text("operation.samePair") : sentence(compared, quantity, experiment))
                .selects(spot -> selected(experiment, first, compared, spot));
    }

    /** Of the last stretch in which the inputs are the same; that is where an answer is asked that memory has to give. */
    static String sentence(Contrast compared, Quantity quantity, Experiment experiment) {
        List<Contrast.Stretch> stretches = compared.agreements();
        if (stretches.isEmpty()) {
            return Message.text("twoSequences.never");
        }
        Contrast.Stretch last = stretches.get(stretches.size() - 1);
        int from = compared.steps().get(last.from()).number();
        int to = compared.steps().get(last.to()).number();
        String where =
                from == to ? Message.text("twoSequences.step", from) : Message.text("twoSequences.steps", from, to);
        int lag = experiment.hyperparameters().get(Settings.LAG);
        if (from == lag && last.to() < compared.steps().size() - 1) {
            return Message.text("twoSequences.beginning", where);
        }
        StateDifference difference = compared.difference(last.to(), quantity);
        String letter = quantity.letter();
        if (difference.sum() < NOTHING) {
            return Message.text("twoSequences.nothing", where, letter);
        }
        double[] sizes = IntStream.range(0, difference.ofUnits().length)
                .mapToDouble(unit -> Math.abs(difference.ofUnits()[unit]))
                .toArray();
        int unit = IntStream.range(0, sizes.length)
                .reduce((best, each) -> sizes[each] > sizes[best] ? each : best)
                .orElseThrow();
        return Message.text(
                "twoSequences.memory",
                where,
                letter,
                NumberText.inLine(difference.sum()),
                UnitName.of(experiment.layout(), unit),
                NumberText.inLine(sizes[unit]));
    }

    private static Optional<Selected> selected(Experiment experiment, int sequence, Contrast compared, Hit spot) {
        if (spot.column() < 0) {
            return Optional.empty();
        }
        int step = compared.steps().get(spot.column()).number();
        OptionalInt unit = spot.row() < 0 ? OptionalInt.empty() : OptionalInt.of(spot.row());
        return Selected.both(unit, experiment.task().step(sequence, step));
    }
}
