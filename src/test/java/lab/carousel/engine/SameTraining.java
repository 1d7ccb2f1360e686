package lab.carousel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.layout.Parameters;

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
                    assertThat(stretch.update(trainer)).isCloseTo(stretch.update(plain), within(lossWithin));
                    if (stretch.endsSequence() && epoch % 2 == 0) {
                        trainer.resetState();
                        plain.resetState();
                    }
                }
                assertThat(trainer.parameters().toArray())
                        .as("%s, epoch %d", experiment.hyperparameters(), epoch)
                        .containsExactly(plain.parameters().toArray(), within(parametersWithin));
            }
        }
    }
}
