package lab.carousel.engine.kernel;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.carousel.engine.CarriedLoss;
import lab.carousel.engine.CarriedState;
import lab.carousel.engine.MadeUpdate;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Clipping;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of an update is what the engine did. */
class UpdateAccountTest {

    private static final Task TASK = Task.parse("0 1 2", "0 1 2 0 2", "2 1 0");

    static List<Hyperparameters> combinations() {
        return Combinations.ofSmallNetworks()
                .with(Hyperparameters::withLossWeighting, LossWeighting.ALL_STEPS, LossWeighting.LAST_STEP)
                .with(
                        Hyperparameters::withUpdateInterval,
                        UpdateInterval.ONE_STEP,
                        new UpdateInterval(2),
                        UpdateInterval.WHOLE_SEQUENCE)
                .with(Hyperparameters::withClipping, Clipping.NONE, new Clipping(0.02))
                .with(Hyperparameters::withLag, 1, 2)
                .with(Hyperparameters::withBatchSize, 1, 2)
                .all();
    }

    static Experiment experiment(Hyperparameters hyperparameters) {
        return new Experiment(TASK, hyperparameters, EngineName.KERNEL);
    }

    static Parameters random(Experiment experiment) {
        return RandomParameters.of(experiment.layout(), 5);
    }

    /** What went to the optimiser as the gradient of a parameter. */
    private static double clipped(UpdateAccount account, int index) {
        return account.factor() * account.gradient()[index];
    }

    /** Makes an update and keeps what belongs to it. */
    static MadeUpdate make(Trainer trainer, Stretch stretch) {
        CarriedState carried = trainer.carried().orElseThrow();
        Parameters before = trainer.parameters();
        double loss = stretch.update(trainer);
        return new MadeUpdate(
                stretch.sequence(),
                stretch.firstStep(),
                stretch.times(),
                stretch.slots(),
                1,
                carried,
                before,
                trainer.parameters(),
                loss);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void itsGradientIsThatOfTheLossAndLeadsToTheNewParameters(Hyperparameters hyperparameters) {
        Experiment experiment = experiment(hyperparameters);
        CarriedLoss loss = new CarriedLoss(experiment);
        try (Trainer trainer = new KernelEngine().start(experiment, random(experiment))) {
            for (Stretch stretch : Stretch.of(experiment)) {
                MadeUpdate update = make(trainer, stretch);
                UpdateAccount account = UpdateAccount.of(experiment, update, 0);
                double[] before = update.before().toArray();
                double[] expected = loss.gradient(before, stretch);
                for (int index = 0; index < expected.length; index++) {
                    double told = clipped(account, index);
                    double size = Math.max(Math.abs(expected[index]), 1e-6);
                    assertNear((told - expected[index]) / size, 0, 1e-5, () -> "gradient");
                    assertNear(before[index] - told, update.after().get(index), 1e-12, () -> "parameter");
                }
                loss.carry(before, stretch);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void itsGradientsMakeTheChangesThatTheOptimiserMade(Optimiser optimiser) {
        Experiment experiment = experiment(Hyperparameters.reference()
                .withHiddenUnits(4)
                .withOptimiser(optimiser)
                .withMomentum(optimiser == Optimiser.SGD ? 0.9 : 0)
                .withLearningRate(0.01));
        int size = experiment.layout().size();
        double[] m = new double[size];
        double[] v = new double[size];
        Arrays.fill(v, optimiser == Optimiser.RMSPROP ? 1e-7 : 0);
        int t = 0;
        try (Trainer trainer = new KernelEngine().start(experiment, random(experiment))) {
            for (int epoch = 0; epoch < 20; epoch++) {
                for (Stretch stretch : Stretch.of(experiment)) {
                    MadeUpdate update = make(trainer, stretch);
                    UpdateAccount account = UpdateAccount.of(experiment, update, 0);
                    double[] change = update.change();
                    t++;
                    for (int p = 0; p < size; p++) {
                        double expected = change(optimiser, clipped(account, p), m, v, p, t);
                        assertNear(change[p], expected, 1e-12, () -> "change");
                        assertNear(
                                update.before().get(p) + expected,
                                update.after().get(p),
                                1e-12,
                                () -> "parameter");
                    }
                }
            }
        }
    }

    /** The formulas of {@link Optimiser}, with a learning rate of 0.01 and a momentum of 0.9. */
    private static double change(Optimiser optimiser, double g, double[] m, double[] v, int p, int t) {
        return switch (optimiser) {
            case ADAM -> {
                m[p] = 0.9 * m[p] + 0.1 * g;
                v[p] = 0.999 * v[p] + 0.001 * g * g;
                double unbiased = Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
                yield -0.01 * unbiased * m[p] / (Math.sqrt(v[p]) + 1e-7);
            }
            case RMSPROP -> {
                v[p] = 0.9 * v[p] + 0.1 * g * g;
                yield -0.01 * g / (Math.sqrt(v[p]) + 1e-7);
            }
            case SGD -> {
                m[p] = 0.9 * m[p] - 0.01 * g;
                yield m[p];
            }
        };
    }

    /**
     * One unit, two symbols. All gates have net inputs of 0 and are half open; symbol 0 makes the candidate 0.6. The unit
     * carries c = 0.8 and h = 0. Symbol 1 is right. The rest is arithmetic for a calculator.
     */
    @Test
    void tellsTheNumbersOfATinyNetwork() {
        Experiment experiment = new Experiment(
                Task.parse("0 1", "0 1"), Hyperparameters.reference().withHiddenUnits(1), EngineName.KERNEL);
        ParameterLayout layout = experiment.layout();
        LayerLayout layer = layout.layer(0);
        double[] values = new double[layout.size()];
        int candidate = layer.inputKernel() + layer.column(Quantity.CANDIDATE);
        values[candidate] = 0.5 * Math.log(1.6 / 0.4);
        values[layout.outputKernel()] = 1;
        values[layout.outputKernel() + 1] = -1;
        Parameters before = Parameters.of(layout, values);
        CarriedState carried = new CarriedState(new double[][] {{0}}, new double[][] {{0.8}});
        MadeUpdate update = new MadeUpdate(new int[] {0, 1}, 0, 1, 1, 0.001, carried, before, before, 0);
        UpdateAccount account = UpdateAccount.of(experiment, update, 0);
        StepAccount step = account.step();
        for (Quantity gate : List.of(Quantity.INPUT_GATE, Quantity.FORGET_GATE, Quantity.OUTPUT_GATE)) {
            assertThat(step.gates().get(gate)[0]).isEqualTo(0.5);
        }
        assertThat(step.gates().get(Quantity.CANDIDATE)[0]).isCloseTo(0.6, within(1e-12));
        assertThat(step.cellBefore()[0]).isEqualTo(0.8);
        assertThat(step.cell()[0]).as("0.5 * 0.8 + 0.5 * 0.6").isCloseTo(0.7, within(1e-12));
        assertThat(step.hidden()[0]).as("0.5 * tanh(0.7)").isCloseTo(0.3021838885585818, within(1e-12));
        assertThat(step.outputs()).containsExactly(new double[] {0.5749762995, 0.4250237005}, within(1e-9));
        assertThat(step.loss()).as("(-ln 0.425 - ln 0.425) / 2").isCloseTo(0.8556103458, within(1e-9));
        assertThat(step.outputGradient())
                .as("(0.575 - 0) / 2 and (0.425 - 1) / 2")
                .containsExactly(new double[] {0.2874881498, -0.2874881498}, within(1e-9));
        assertThat(step.hiddenGradient()[0]).as("0.2875 * 1 + 0.2875 * 1").isCloseTo(0.5749762995, within(1e-9));
        double dc = 0.5749762995 * 0.5 * (1 - Math.tanh(0.7) * Math.tanh(0.7));
        assertThat(step.cellGradient()[0]).isCloseTo(dc, within(1e-9));
        assertThat(account.gradient()[candidate]).as("dc * i * (1 - g^2)").isCloseTo(dc * 0.5 * 0.64, within(1e-9));
        assertThat(account.gradient()[layer.bias() + layer.column(Quantity.FORGET_GATE)])
                .as("dc * c * f * (1 - f)")
                .isCloseTo(dc * 0.8 * 0.25, within(1e-9));
        assertThat(account.gradient()[layout.outputKernel()])
                .as("dz * h")
                .isCloseTo(0.2874881498 * 0.3021838886, within(1e-9));
        assertThat(account.reach().times()).isEqualTo(1);
        assertThat(account.reach().cell()[0][0]).isCloseTo(dc, within(1e-9));
    }

    @Test
    void withoutAnErrorSignalNothingFlows() {
        Experiment experiment = experiment(Hyperparameters.reference().withLossWeighting(LossWeighting.LAST_STEP));
        List<UpdateAccount> accounts = new ArrayList<>();
        try (Trainer trainer = new KernelEngine().start(experiment, random(experiment))) {
            Stretch.of(experiment)
                    .forEach(stretch -> accounts.add(UpdateAccount.of(experiment, make(trainer, stretch), 0)));
        }
        assertThat(accounts.get(0).step().isScored()).isFalse();
        assertThat(accounts.get(0).step().loss()).isNaN();
        assertThat(accounts.get(0).norm()).isZero();
        assertThat(accounts.get(3).step().isScored()).isTrue();
        assertThat(accounts.get(3).norm()).isPositive();
    }

    @Test
    void theWayBackEndsWhereTheStateWasReset() {
        Experiment experiment = experiment(
                Hyperparameters.reference().withOutput(Output.SOFTMAX).withResetPolicy(ResetPolicy.EVERY_STEP));
        try (Trainer trainer = new KernelEngine().start(experiment, random(experiment))) {
            for (Stretch stretch : Stretch.of(experiment)) {
                trainer.resetState();
                GradientReach reach =
                        UpdateAccount.of(experiment, make(trainer, stretch), 0).reach();
                assertThat(reach.cut()).isZero();
                assertThat(reach.times()).isEqualTo(1);
            }
        }
    }

    @Test
    void aStepThatTookNoPartStandsForTheLastThatDid() {
        Experiment experiment = experiment(Hyperparameters.reference()
                .withHiddenUnits(2)
                .withBatchSize(2)
                .withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE));
        try (Trainer trainer = new KernelEngine().start(experiment, random(experiment))) {
            // Steps 0 to 3 of the first sequence, two at a time
            MadeUpdate update = make(trainer, Stretch.of(experiment).get(0));
            assertThat(UpdateAccount.of(experiment, update, 1).step().step()).isEqualTo(1);
            assertThat(UpdateAccount.of(experiment, update, 99).step().step()).isEqualTo(3);
        }
    }

    @Test
    void ofEachLayerItTellsTheStatesTheGatesAndTheGradients() {
        Experiment experiment = experiment(Hyperparameters.reference()
                .withHiddenUnits(3)
                .withLayers(2)
                .withLag(2)
                .withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE));
        Parameters parameters = random(experiment);
        try (Trainer trainer = new KernelEngine().start(experiment, parameters)) {
            MadeUpdate update = make(trainer, Stretch.of(experiment).get(0));
            UpdateAccount account = UpdateAccount.of(experiment, update, 2);
            StepAccount step = account.step();
            Trace trace = Trace.of(parameters, experiment.hyperparameters(), update.sequence(), 1, 3);
            assertThat(step.hidden()).containsExactly(trace.values(Quantity.HIDDEN_STATE, 1), within(1e-12));
            assertThat(step.cell()).containsExactly(trace.values(Quantity.CELL_STATE, 1), within(1e-12));
            for (Quantity gate : step.gates().keySet()) {
                assertThat(step.gates().get(gate)).containsExactly(trace.values(gate, 1), within(1e-12));
            }
            // Two time steps of step 1, and the second one of step 2
            int time = 3;
            for (int layer = 0; layer < 2; layer++) {
                assertThat(norm(step.hiddenGradient(), layer))
                        .isCloseTo(account.reach().hidden()[layer][time], within(1e-12));
                assertThat(norm(step.cellGradient(), layer))
                        .isCloseTo(account.reach().cell()[layer][time], within(1e-12));
            }
        }
    }

    private static double norm(double[] ofAllLayers, int layer) {
        return Math.sqrt(Arrays.stream(ofAllLayers, 3 * layer, 3 * layer + 3)
                .map(value -> value * value)
                .sum());
    }
}
