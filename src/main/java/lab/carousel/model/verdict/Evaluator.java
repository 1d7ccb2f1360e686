package lab.carousel.model.verdict;

import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.Output;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Task;

/** Evaluates networks on one task again and again, without encoding the task each time. Safe for use by many threads. */
public final class Evaluator {

    private final Hyperparameters hyperparameters;
    private final boolean drawn;
    private final int[][] sequences;
    private final boolean[] undecided;
    private final ScoredSteps scored;

    /** An evaluator for the task of an experiment. */
    public Evaluator(Experiment experiment) {
        Task task = experiment.task();
        this.hyperparameters = experiment.hyperparameters();
        this.scored = experiment.scoredSteps();
        this.drawn = task.isDrawn();
        this.sequences = task.encoded();
        this.undecided = task.undecidedSymbols();
    }

    /** How well a network with these parameters does on the listed sequences, or on the sample of a drawn task. */
    public Evaluation evaluate(Parameters parameters) {
        return evaluate(parameters, sequences);
    }

    /** The same for a network to which something is done on the way. */
    public Evaluation evaluate(Parameters parameters, Operation operation) {
        return evaluate(new ForwardPass(parameters, hyperparameters, operation), sequences);
    }

    /**
     * How well a network with these parameters does on these sequences. Drawn ones come and go, so their losses are not
     * told one by one.
     *
     * @param sequences indices into the alphabet of the task
     */
    public Evaluation evaluate(Parameters parameters, int[][] sequences) {
        return evaluate(new ForwardPass(parameters, hyperparameters), sequences);
    }

    private Evaluation evaluate(ForwardPass pass, int[][] sequences) {
        Totals totals = new Totals();
        double[] sequenceLoss = new double[sequences.length];
        for (int s = 0; s < sequences.length; s++) {
            int[] sequence = sequences[s];
            totals.sequenceLoss = 0;
            pass.feed(
                    sequence,
                    scored,
                    (t, target, loss, outputs, state) -> totals.add(target, loss, outputs, undecided[sequence[t]]));
            totals.loss += totals.sequenceLoss;
            sequenceLoss[s] = totals.sequenceLoss / scored.of(sequence.length - 1);
        }
        return totals.evaluation(drawn ? new double[0] : sequenceLoss);
    }

    private static final class Totals {
        private double loss;
        /** Summed on its own: as a difference of totals a small loss after a large one would lose its digits. */
        private double sequenceLoss;

        private int right;
        private int steps;
        private int decidingSteps;
        private double decidingLoss;
        private double margin = Double.NaN;

        void add(int target, double stepLoss, double[] outputs, boolean deciding) {
            sequenceLoss += stepLoss;
            steps++;
            if (Output.argmax(outputs) == target) {
                right++;
            }
            if (deciding) {
                decidingSteps++;
                decidingLoss += stepLoss;
                double stepMargin = margin(outputs, target);
                margin = decidingSteps == 1 ? stepMargin : Math.min(margin, stepMargin);
            }
        }

        Evaluation evaluation(double[] sequenceLoss) {
            return new Evaluation(
                    loss / steps,
                    sequenceLoss,
                    right,
                    steps,
                    decidingSteps,
                    decidingSteps == 0 ? 0 : decidingLoss / decidingSteps,
                    margin);
        }
    }

    /** The output of the target minus the best other output. */
    static double margin(double[] outputs, int target) {
        double best = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < outputs.length; k++) {
            if (k != target) {
                best = Math.max(best, outputs[k]);
            }
        }
        return outputs[target] - best;
    }
}
