package lab.carousel.engine;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.Trace;

/** An engine against {@link PlainTraining}, update by update from the same initial parameters. */
public final class SameTraining {

    private SameTraining() {}

    /**
     * Fails unless the losses of all updates, and the parameters after every epoch, are the same.
     *
     * @param lossWithin       how far the losses may be apart
     * @param parametersWithin how far the parameters may be apart
     */
    public static void check(
            Engine engine, Experiment experiment, int epochs, double lossWithin, double parametersWithin) {
        Parameters initial = InitialParameters.of(experiment);
        PlainTraining plain = new PlainTraining(experiment, initial);
        try (Trainer trainer = engine.start(experiment, initial)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                for (Stretch stretch : Stretch.of(experiment)) {
                    assertNear(stretch.update(trainer), stretch.update(plain), lossWithin, () -> "loss");
                    if (stretch.endsSequence() && epoch % 2 == 0) {
                        trainer.resetState();
                        plain.resetState();
                    }
                }
                int number = epoch;
                assertNear(
                        trainer.parameters().toArray(),
                        plain.parameters().toArray(),
                        parametersWithin,
                        () -> experiment.hyperparameters() + ", epoch " + number);
            }
        }
    }

    /** Fails unless the parameters are the same after a pass in which the learning rate is halved at each update. */
    public static void checkFallingRate(Engine engine, Experiment experiment) {
        Parameters initial = InitialParameters.of(experiment);
        PlainTraining plain = new PlainTraining(experiment, initial);
        try (Trainer trainer = engine.start(experiment, initial)) {
            double rate = 0.05;
            for (Stretch stretch : Stretch.of(experiment)) {
                stretch.update(trainer);
                stretch.update(plain);
                rate /= 2;
                trainer.setLearningRate(rate);
                plain.setLearningRate(rate);
            }
            assertNear(trainer.parameters().toArray(), plain.parameters().toArray(), 1e-12, () -> "parameters");
        }
    }

    /** Fails unless the losses of single steps are those of the trace, and the state is carried until it is reset. */
    public static void checkLossesOfTrace(Engine engine, Experiment experiment, Parameters initial) {
        int[] sequence = experiment.task().encoded()[0];
        Trace trace = Trace.of(initial, experiment.hyperparameters(), sequence);
        try (Trainer trainer = engine.start(experiment, initial)) {
            trainer.setLearningRate(Double.MIN_VALUE);
            for (int pass = 0; pass < 2; pass++) {
                for (int step = 0; step < trace.steps(); step++) {
                    assertThat(trainer.update(sequence, step, 1, 1)).isCloseTo(trace.loss(step), within(1e-14));
                }
                double carriedOn = trainer.update(sequence, 0, 1, 1);
                assertThat(Math.abs(carriedOn - trace.loss(0))).isGreaterThan(1e-4);
                trainer.resetState();
            }
        }
    }
}
