package lab.carousel.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lab.carousel.engine.CarriedState;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;

/** What is told of an update is what the engine did. */
class UpdateTraceTest {

    private static final Task TASK = Task.parse("0 1 2", "0 1 2 0 2", "2 1 0");

    static Experiment experiment(Hyperparameters hyperparameters) {
        return new Experiment(TASK, hyperparameters, EngineName.KERNEL);
    }

    static Parameters random(Experiment experiment) {
        return RandomParameters.of(experiment.layout(), 5);
    }

    /**
     * One unit, two symbols. All gates have net inputs of 0 and are half open; symbol 0 makes the candidate 0.6. The unit
     * carries c = 0.8 and h = 0. Symbol 1 is right. The rest is arithmetic for a calculator.
     */
    @Test
    void tellsTheNumbersOfATinyNetwork() {
        Experiment experiment = new Experiment(
                Task.parse("0 1", "0 1"),
                Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 1),
                EngineName.KERNEL);
        ParameterLayout layout = experiment.layout();
        LayerLayout layer = layout.layer(0);
        double[] values = new double[layout.size()];
        int candidate = layer.inputKernel() + layer.column(Quantity.CANDIDATE);
        values[candidate] = 0.5 * Math.log(1.6 / 0.4);
        values[layout.outputKernel()] = 1;
        values[layout.outputKernel() + 1] = -1;
        Parameters before = Parameters.of(layout, values);
        CarriedState carried = new CarriedState(new double[][] {{0}}, new double[][] {{0.8}});
        UpdateRecord update = new UpdateRecord(Steps.of(0, 1), 0, 1, 1, 0.001, carried, before, before, 0);
        UpdateTrace account = UpdateTrace.of(experiment, update, 0);
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
    void theWayBackEndsWhereTheStateWasReset() {
        Experiment experiment = experiment(Hyperparameters.reference()
                .with(Settings.OUTPUT, Output.SOFTMAX)
                .with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP));
        try (Trainer trainer = new KernelEngine().start(experiment, random(experiment))) {
            for (Stretch stretch : Stretch.of(experiment)) {
                trainer.resetState();
                GradientReach reach =
                        UpdateTrace.of(experiment, stretch.made(trainer), 0).reach();
                assertThat(reach.cut()).isZero();
                assertThat(reach.times()).isEqualTo(1);
            }
        }
    }
}
