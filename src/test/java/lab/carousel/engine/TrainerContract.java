package lab.carousel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.engine.Stretch.Cut;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the updates of every engine are held to: finite differences and {@link PlainTraining}. */
public abstract class TrainerContract {

    /** Five steps and three, so that groups of two and of four are not always full. */
    private static final Task UNEVEN = Task.parse("0 1 2 3 4", "3 0 1 2 3 1", "4 0 1 2");

    private final Engine engine;
    private final Reach reach;

    /**
     * How far it is compared with {@link PlainTraining}.
     *
     * @param epochs how long
     * @param exact  how far losses may then be apart; parameters may ten times as far
     */
    public record Reach(int epochs, double exact) {}

    /** The contract of an engine. */
    protected TrainerContract(Engine engine, Reach reach) {
        this.engine = engine;
        this.reach = reach;
    }

    /** Checks a gradient against one from differences of the loss. */
    protected abstract void checkGradient(String what, double[] gradient, double[] expected);

    /** Checks that an experiment trained by the engine gives the losses and parameters of {@link PlainTraining}. */
    protected final void checkSameTraining(Experiment experiment, int epochs) {
        SameTraining.check(engine, experiment, epochs, reach.exact(), 10 * reach.exact());
    }

    protected final Experiment experiment(Cut cut, Output output, Optimiser optimiser) {
        return experiment(UNEVEN, cut, output, optimiser);
    }

    protected final Experiment experiment(Task task, Cut cut, Output output, Optimiser optimiser) {
        Hyperparameters hyperparameters = Hyperparameters.reference()
                .withHiddenUnits(6)
                .withUpdateInterval(cut.interval())
                .withBatchSize(cut.batchSize())
                .withOutput(output)
                .withOptimiser(optimiser)
                .withLearningRate(0.05);
        return new Experiment(task, hyperparameters, engine.name());
    }

    protected final Trainer trainer(Experiment experiment, Parameters initial) {
        return engine.start(experiment, initial);
    }

    protected static Parameters random(ParameterLayout layout) {
        return RandomParameters.of(layout, 5);
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.engine.Stretch#cuts")
    void takesTheGradientOfEveryParameterFromTheCarriedState(Cut cut) {
        for (Output output : Output.values()) {
            Experiment experiment = experiment(cut, output, Optimiser.SGD);
            Parameters initial = random(experiment.layout());
            PlainTraining plain = new PlainTraining(experiment, initial);
            try (Trainer trainer = trainer(experiment, initial)) {
                plain.setLearningRate(1);
                trainer.setLearningRate(1);
                for (Stretch stretch : Stretch.of(experiment)) {
                    double[] expected = plain.numericGradient(
                            stretch.sequence(), stretch.firstStep(), stretch.times(), stretch.slots());
                    double[] before = trainer.parameters().toArray();
                    stretch.update(trainer);
                    double[] after = trainer.parameters().toArray();
                    double[] gradient = new double[before.length];
                    for (int index = 0; index < gradient.length; index++) {
                        gradient[index] = before[index] - after[index];
                    }
                    checkGradient(cut + " " + output, gradient, expected);
                    // No reset: the state goes from one sequence into the next
                    stretch.update(plain);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.engine.Stretch#cuts")
    void equalsThePlainReimplementation(Cut cut) {
        for (Output output : Output.values()) {
            for (Optimiser optimiser : Optimiser.values()) {
                checkSameTraining(experiment(cut, output, optimiser), reach.epochs());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsTheLossesOfTheTraceFromTheCarriedState(Output output) {
        Experiment experiment = experiment(new Cut(UpdateInterval.ONE_STEP, 1), output, Optimiser.SGD);
        SameTraining.checkLossesOfTrace(engine, experiment, random(experiment.layout()));
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheMemoryOfTheOptimiserWhenTheLearningRateChanges(Optimiser optimiser) {
        SameTraining.checkFallingRate(
                engine, experiment(new Cut(UpdateInterval.ONE_STEP, 1), Output.SIGMOID, optimiser));
    }

    @Test
    void reportsALossThatIsNoNumberWhenItDiverges() {
        Experiment experiment = experiment(new Cut(UpdateInterval.WHOLE_SEQUENCE, 1), Output.SIGMOID, Optimiser.SGD);
        try (Trainer trainer = trainer(experiment, InitialParameters.of(experiment))) {
            trainer.setLearningRate(Double.MAX_VALUE);
            double loss = 0;
            for (int update = 0; update < 100 && Double.isFinite(loss); update++) {
                loss = trainer.update(experiment.task().encoded()[0], 0, 5, 1);
            }
            assertThat(Double.isFinite(loss)).isFalse();
        }
    }
}
