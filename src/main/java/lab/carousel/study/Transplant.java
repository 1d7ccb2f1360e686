package lab.carousel.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.trace.Tracer;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;

/**
 * The state that a network carries in one sequence, that of each slot of the batch, put into another: if what it remembers is
 * there, it moves with it. Both sequences are fed as in training.
 * Of a long sequence up to {@value StepWindow#MAX_COLUMNS} steps around the step are kept.
 *
 * @param step      before which step of both, counted from 0
 * @param before    what the recipient does by itself
 * @param after     what it does with the state of the donor
 * @param donated   what the donor does by itself; it begins at the same step, but may end earlier or later
 * @param sameUntil from the step on, the inputs of both are the same before this step, counted from 0
 */
public record Transplant(int step, Trace before, Trace after, Trace donated, int sameUntil) {

    private static final List<Quantity> STATES = List.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE);

    /**
     * A transplant.
     *
     * @param step   before which step, counted from 0
     * @param states what is moved: h, c, or both
     * @param units  of which units, numbered over all layers from 0
     *
     * @throws IndexOutOfBoundsException if one of the sequences does not have the step, or it has no whole lag before it
     */
    public static Transplant of(
            Experiment experiment,
            Parameters parameters,
            int donor,
            int recipient,
            int step,
            Set<Quantity> states,
            Set<Integer> units) {
        int lag = experiment.hyperparameters().get(Settings.LAG);
        Tracer tracer = new Tracer(experiment);
        Steps from = tracer.steps(donor);
        Steps to = tracer.steps(recipient);
        Objects.checkIndex(step - (lag - 1), Math.min(from.size(), to.size()) - (lag - 1));
        ForwardPass carried = tracer.before(parameters, donor, step);
        int slots = experiment.hyperparameters().get(Settings.BATCH_SIZE);
        Operation moved = new Operation() {
            @Override
            public void beforeStep(int t, NetworkState state) {
                // Each slot has its first step from there on among these
                if (t >= step && t < step + slots) {
                    move(carried.before(t), state, states, units);
                }
            }
        };
        return new Transplant(
                step,
                trace(tracer, parameters, recipient, step, Operation.NONE),
                trace(tracer, parameters, recipient, step, moved),
                trace(tracer, parameters, donor, step, Operation.NONE),
                sameUntil(from, to, step, lag));
    }

    /** What a cell carries from step to step: LSTM h and c, a dense one nothing. */
    public static List<Quantity> carriedBy(Cell cell) {
        return cell.isRecurrent()
                ? STATES.stream().filter(cell.quantities()::contains).toList()
                : List.of();
    }

    public static Set<Integer> allUnits(ParameterLayout layout) {
        return IntStream.range(0, layout.allUnits()).boxed().collect(Collectors.toUnmodifiableSet());
    }

    private static int sameUntil(Steps from, Steps to, int step, int lag) {
        int steps = Math.min(from.size(), to.size());
        int until = step;
        while (until < steps && Contrast.agree(from, to, until, lag)) {
            until++;
        }
        return until;
    }

    private static void move(NetworkState from, NetworkState to, Set<Quantity> states, Set<Integer> units) {
        for (Quantity quantity : states) {
            for (int unit : units) {
                to.get(quantity)[unit] = from.get(quantity)[unit];
            }
        }
    }

    private static Trace trace(Tracer tracer, Parameters parameters, int sequence, int around, Operation operation) {
        int least = tracer.experiment().hyperparameters().get(Settings.LAG) - 1;
        StepRange range = StepRange.around(around, least, tracer.steps(sequence).size());
        return tracer.trace(parameters, sequence, range.first(), range.count(), operation);
    }

    /** The place of a step in a trace, or -1 if it was not kept there. */
    static int at(Trace trace, int step) {
        int index = step - trace.firstStep();
        return index >= 0 && index < trace.steps() ? index : -1;
    }

    /**
     * Whether from the step on all outputs are exactly the donor's, as far as the inputs of both are the same.
     *
     * @return false if the inputs differ at once
     */
    public boolean isExactlyTheDonor() {
        return sameUntil > step
                && IntStream.range(step, sameUntil)
                        .filter(t -> at(after, t) >= 0 && at(donated, t) >= 0)
                        .allMatch(t -> Arrays.equals(after.outputs(at(after, t)), donated.outputs(at(donated, t))));
    }

    /**
     * What a transplant tells: at a step at which donor and recipient see the same symbols but answer differently, whose answer
     * the recipient gives with the state of the donor.
     *
     * @param step   such a step, counted from 0: the last one; -1 if there is none, and then there are no outputs
     * @param before the outputs of the recipient there by itself
     * @param after  the same with the state of the donor
     */
    public record Finding(Outcome outcome, int step, double[] before, double[] after, double[] donor) {

        /** Below this difference of two outputs, 0 to 1, it is a hair that decides between them. */
        public static final double SLIGHT = 0.1;

        /** Whose answer the recipient gives with the state of the donor. */
        public enum Outcome {
            /** The donor's, at each telling step: the memory has moved. */
            MOVED,
            /** Its own, at each telling step: the memory has stayed. */
            STAYED,
            /** The donor's at some of the telling steps. */
            PARTLY,
            /** Neither its own nor the donor's. */
            NEITHER,
            /** As long as their inputs are the same, both give the same answers: nothing can be told. */
            SAME_ANSWERS,
            /** Their inputs differ at the step of the transplant: nothing can be compared. */
            OTHER_INPUTS
        }

        /**
         * What a transplant tells.
         *
         * @param steps the number of steps of the recipient
         */
        public static Finding of(Transplant transplant, ScoredSteps scored, int steps) {
            List<Finding> telling = new ArrayList<>();
            for (int step = transplant.step(); step < transplant.sameUntil(); step++) {
                Finding found = at(transplant, step, step);
                if (found.step >= 0 && scored.include(step, steps) && found.own() != found.others()) {
                    telling.add(found);
                }
            }
            if (telling.isEmpty()) {
                return nothing(
                        transplant.sameUntil() == transplant.step() ? Outcome.OTHER_INPUTS : Outcome.SAME_ANSWERS);
            }
            return judged(telling);
        }

        /**
         * What a transplant tells where the inputs of both differ all along, as those of sequences that are drawn at random do:
         * their answers at the last step of each are compared.
         *
         * @param steps  the number of steps of the recipient
         * @param others that of the donor
         * @return {@link Outcome#OTHER_INPUTS} if the end of one is too far away to be among the steps kept
         */
        public static Finding ofEnds(Transplant transplant, int steps, int others) {
            Finding found = at(transplant, steps - 1, others - 1);
            if (found.step < 0) {
                return found;
            }
            return found.own() == found.others() ? nothing(Outcome.SAME_ANSWERS) : judged(List.of(found));
        }

        private static Finding nothing(Outcome outcome) {
            return new Finding(outcome, -1, new double[0], new double[0], new double[0]);
        }

        /** What stands at a step of the recipient, and at one of the donor, as far as both are among the steps kept. */
        private static Finding at(Transplant transplant, int step, int others) {
            int here = Transplant.at(transplant.before(), step);
            int there = Transplant.at(transplant.donated(), others);
            return here < 0 || there < 0
                    ? nothing(Outcome.OTHER_INPUTS)
                    : new Finding(
                            Outcome.NEITHER,
                            step,
                            transplant.before().outputs(here),
                            transplant.after().outputs(here),
                            transplant.donated().outputs(there));
        }

        /** The last of the telling steps, with what all of them tell. */
        private static Finding judged(List<Finding> telling) {
            long moved =
                    telling.stream().filter(step -> step.now() == step.others()).count();
            Outcome outcome = Outcome.NEITHER;
            if (moved > 0) {
                outcome = moved == telling.size() ? Outcome.MOVED : Outcome.PARTLY;
            } else if (telling.stream().allMatch(step -> step.now() == step.own())) {
                outcome = Outcome.STAYED;
            }
            Finding last = telling.get(telling.size() - 1);
            return new Finding(outcome, last.step, last.before, last.after, last.donor);
        }

        /** What the recipient answers by itself: index of a symbol. */
        public int own() {
            return Output.argmax(before);
        }

        /** What the donor answers. */
        public int others() {
            return Output.argmax(donor);
        }

        /** What the recipient answers with the state of the donor. */
        public int now() {
            return Output.argmax(after);
        }

        /** Whether in donor or recipient alone the two answers are so close that a hair decides. */
        public boolean isSlight() {
            return step >= 0 && (before[own()] - before[others()] < SLIGHT || donor[others()] - donor[own()] < SLIGHT);
        }
    }
}
