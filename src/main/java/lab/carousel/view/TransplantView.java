package lab.carousel.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Trace;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.picture.probe.SymbolRow;
import lab.carousel.picture.state.UnitRanges;
import lab.carousel.study.Contrast;
import lab.carousel.study.Transplant;
import lab.carousel.study.TransplantFinding;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;

/** The transplant: what sequence A has in mind before a step is put into sequence B, and B goes on with it. */
public final class TransplantView implements View {

    private static final String DONOR = "donor";
    private static final String RECIPIENT = "recipient";
    private static final String STATES = "states";
    private static final String STEP = "step";
    private static final String UNITS = "units";
    /** Before the first step there is no state yet. */
    private static final int FIRST_STEP = 2;

    /**
     * A transplant to be made.
     *
     * @param donor     the sequence A that the state is taken from, counted from 0
     * @param recipient the sequence B that it is put into
     * @param step      before which step, counted from 1; both have it
     * @param states    what is moved
     * @param units     of which units, numbered over all layers from 0
     */
    record Ask(int donor, int recipient, int step, MovedStates states, Set<Integer> units) {}

    @Override
    public PlaceName name() {
        return PlaceName.TRANSPLANT;
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
    public Optional<String> obstacle(Experiment experiment) {
        if (experiment.task().sequences().size() < 2) {
            return Optional.of(Message.text("operation.noPair"));
        }
        if (!experiment.hyperparameters().get(Settings.CELL).isRecurrent()) {
            return Optional.of(Message.text("transplant.nothingCarried"));
        }
        return experiment.hyperparameters().get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP
                ? Optional.of(Message.text("transplant.resetEveryStep"))
                : Optional.empty();
    }

    @Override
    public List<Choice> choices(Experiment experiment) {
        int most = IntStream.range(0, experiment.task().sequences().size())
                .map(sequence -> steps(experiment, sequence))
                .max()
                .orElse(FIRST_STEP);
        int least = least(experiment);
        return List.of(
                Choice.sequence(name(), DONOR, experiment, 1),
                Choice.sequence(name(), RECIPIENT, experiment, 2),
                Choice.of(
                        name(),
                        STATES,
                        MovedStates.of(experiment.hyperparameters().get(Settings.CELL)),
                        MovedStates.BOTH),
                Choice.number(name(), STEP, Integer.toString(least), text -> step(text, Math.min(least, most), most)),
                Choice.units(name(), UNITS, experiment.layout(), UnitRanges.ALL));
    }

    private static int step(String text, int least, int most) {
        return (int) TypedNumber.whole(text, least, most)
                .orElseThrow(() -> new InvalidInput("transplant.step.none", least, most));
    }

    private static int least(Experiment experiment) {
        return Math.max(FIRST_STEP, experiment.hyperparameters().get(Settings.LAG) + 1);
    }

    private static int steps(Experiment experiment, int sequence) {
        return experiment.task().sequences().get(sequence).steps();
    }

    /** What is moved with some choices, by the letters. */
    public static List<String> moved(Map<String, String> chosen) {
        return MovedStates.valueOf(chosen.getOrDefault(STATES, MovedStates.BOTH.name())).quantities().stream()
                .sorted()
                .map(Quantity::letter)
                .toList();
    }

    @Override
    public List<String> sentences() {
        return List.of("sentence");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        Experiment experiment = look.experiment();
        int donor = chosen.number(DONOR) - 1;
        int recipient = chosen.number(RECIPIENT) - 1;
        // Of two sequences the shorter one may end before
        int step = Math.min(chosen.number(STEP), Math.min(steps(experiment, donor), steps(experiment, recipient)));
        MovedStates states = chosen.of(STATES, MovedStates.class);
        Ask ask = new Ask(donor, recipient, step, states, chosen.units(UNITS, experiment.layout()));
        Transplant transplant =
                Transplant.of(look.network().sample(), donor, recipient, step - 1, states.quantities(), ask.units());
        ContrastDrawing drawing = drawing(experiment, ask, transplant);
        return new Answer(
                        drawing,
                        Message.text(
                                "transplant.picture", states.words(), donor + 1, recipient + 1, step, look.epoch()))
                .says(
                        "sentence",
                        donor == recipient ? Message.text("operation.samePair") : sentence(experiment, ask, transplant))
                .selects(spot -> spot.column() < 0
                        ? Optional.empty()
                        : Selected.choice(
                                STEP,
                                Integer.toString(Math.max(
                                        least(experiment),
                                        drawing.steps().get(spot.column()).number()))));
    }

    private static ContrastDrawing drawing(Experiment experiment, Ask ask, Transplant transplant) {
        Alphabet alphabet = experiment.task().alphabet();
        Trace before = transplant.before();
        Trace donated = transplant.donated();
        List<String> donors = IntStream.range(0, before.steps())
                .map(index -> before.firstStep() + index - donated.firstStep())
                .mapToObj(there -> there < donated.steps() ? alphabet.symbol(donated.predicted(there)) : "")
                .toList();
        Contrast contrast = Contrast.of(
                experiment,
                ask.recipient(),
                Message.text("transplant.before"),
                before,
                Message.text("transplant.after", ask.states().words(), ask.step()),
                transplant.after());
        List<SymbolRow> others = List.of(new SymbolRow(Message.text("transplant.donorAnswers"), donors));
        return ContrastDrawing.ofAnswers(contrast, alphabet, others, ask.step() - 1 - before.firstStep(), -1);
    }

    static String sentence(Experiment experiment, Ask ask, Transplant transplant) {
        Task task = experiment.task();
        Alphabet alphabet = task.alphabet();
        int steps = steps(experiment, ask.recipient());
        TransplantFinding finding = TransplantFinding.of(transplant, experiment.scoredSteps(), steps);
        String key = "transplant.";
        // Sequences drawn at random share no stretch on which they could be compared, but each has its answer at the
        // end
        if (finding.step() < 0 && task.listedSequences() == 0) {
            finding = TransplantFinding.ofEnds(transplant, steps, steps(experiment, ask.donor()));
            key = "transplant.ends.";
        }
        List<String> sentences = new ArrayList<>();
        if (finding.step() >= 0 && finding.own().size() == 0) {
            String shared = key.equals("transplant.") ? "transplant.numbers" : "transplant.numbers.ends";
            sentences.add(Message.text(
                    shared,
                    finding.step() + 1,
                    alphabet.symbol(finding.own()),
                    alphabet.symbol(finding.others()),
                    alphabet.symbol(finding.now())));
        } else if (finding.step() < 0) {
            sentences.add(Message.text(key + finding.outcome().name(), ask.step()));
        } else {
            sentences.add(Message.text(
                    key + finding.outcome().name(),
                    finding.step() + 1,
                    alphabet.symbol(finding.own()),
                    alphabet.symbol(finding.others()),
                    alphabet.symbol(finding.now()),
                    moved(experiment, ask)));
        }
        if (finding.step() >= 0 && finding.own().size() > 0) {
            sentences.add(Message.text(
                    "transplant.outputs",
                    alphabet.symbol(finding.others()),
                    finding.others().lowest(finding.before()),
                    finding.others().lowest(finding.after()),
                    alphabet.symbol(finding.own()),
                    finding.own().lowest(finding.before()),
                    finding.own().lowest(finding.after())));
        }
        if (finding.isSlight()) {
            sentences.add(Message.text("transplant.slight", TransplantFinding.SLIGHT));
        }
        if (transplant.sameUntil() > transplant.step() && transplant.isExactlyTheDonor()) {
            sentences.add(Message.text("transplant.exact", ask.step()));
        }
        return String.join(" ", sentences);
    }

    /** What is moved, and of which units. */
    private static String moved(Experiment experiment, Ask ask) {
        String states = ask.states().words();
        int all = experiment.layout().allUnits();
        return ask.units().size() == all
                ? states
                : Message.text("transplant.some", states, ask.units().size(), all);
    }

    enum MovedStates {
        BOTH(Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE)),
        CELL_STATE(Set.of(Quantity.CELL_STATE)),
        HIDDEN_STATE(Set.of(Quantity.HIDDEN_STATE));

        private final Set<Quantity> quantities;

        MovedStates(Set<Quantity> quantities) {
            this.quantities = quantities;
        }

        Set<Quantity> quantities() {
            return quantities;
        }

        String words() {
            return Message.text("transplant.states." + name());
        }

        /** What moves these states; both if nothing else does. */
        static MovedStates of(Set<Quantity> quantities) {
            return List.of(values()).stream()
                    .filter(states -> states.quantities.equals(quantities))
                    .findFirst()
                    .orElse(BOTH);
        }

        /** What can be moved in a network of a cell: a GRU has no c, a dense one carries nothing. */
        static List<MovedStates> of(Cell cell) {
            List<Quantity> carried = Transplant.carriedBy(cell);
            return List.of(values()).stream()
                    .filter(states -> carried.containsAll(states.quantities))
                    .toList();
        }
    }
}
