package lab.carousel.study.automaton;

import java.util.Arrays;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Network;
import lab.carousel.model.Operation;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * A network that is fed words from a zero state in one slot, step by step; lag and a reset before every step are as set. Its
 * answer is the set of the outputs above one half where the task has sets, otherwise the highest output. Not thread-safe.
 */
public final class NetworkTeacher implements Teacher {

    private static final double HALF = 0.5;
    /** In place of a symbol of a sample that is not full yet. */
    private static final int NOTHING = -1;

    private final Parameters parameters;
    private final ForwardPass pass;
    private final Output output;
    private final boolean sets;
    private final int lag;
    private final int units;
    private int fed;

    /** @param operation what is done to the network at every step */
    public NetworkTeacher(Experiment experiment, Parameters parameters, Operation operation) {
        Experiment stepByStep = experiment.stepByStep();
        this.parameters = parameters;
        this.pass = new ForwardPass(parameters, stepByStep.hyperparameters(), operation);
        this.output = experiment.hyperparameters().get(Settings.OUTPUT);
        this.sets = experiment.task().sets();
        this.lag = experiment.hyperparameters().get(Settings.LAG);
        this.units = parameters.layout().allUnits();
    }

    /** The state holds h and c of all layers, then the symbols that the next sample has too, or {@value #NOTHING}. */
    @Override
    public ReachedState start() {
        double[] state = new double[2 * units + lag - 1];
        Arrays.fill(state, 2 * units, state.length, NOTHING);
        return new ReachedState(state, Target.NONE);
    }

    /** How many symbols it was fed so far. */
    public int fed() {
        return fed;
    }

    @Override
    public ReachedState after(ReachedState before, int symbol) {
        fed++;
        double[] now = before.state().clone();
        int[] sample = new int[lag + 1];
        Arrays.setAll(sample, place -> place < lag - 1 ? (int) now[2 * units + place] : symbol);
        for (int place = 1; place < lag; place++) {
            now[2 * units + place - 1] = sample[place];
        }
        if (sample[0] == NOTHING) {
            return new ReachedState(now, Target.NONE);
        }
        NetworkState state = pass.before(lag - 1);
        System.arraycopy(now, 0, state.h, 0, units);
        System.arraycopy(now, units, state.c, 0, units);
        pass.step(Steps.of(sample), lag - 1);
        System.arraycopy(state.h, 0, now, 0, units);
        System.arraycopy(state.c, 0, now, units, units);
        return new ReachedState(now, answer(state));
    }

    private Target answer(NetworkState state) {
        double[] y = new double[parameters.layout().outputs()];
        Network.outputNetInputs(parameters, state, y);
        output.activate(y);
        return Target.ofSet(
                sets ? IntStream.range(0, y.length).filter(k -> y[k] > HALF) : IntStream.of(Output.argmax(y)));
    }
}
