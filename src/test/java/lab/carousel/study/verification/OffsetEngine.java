package lab.carousel.study.verification;

import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;

/**
 * An engine that is a little wrong: its losses are too high by so much.
 *
 * @param engine does the work
 * @param offset is added to each loss
 */
public record OffsetEngine(Engine engine, double offset) implements Engine {

    @Override
    public EngineName name() {
        return engine.name();
    }

    @Override
    public Trainer start(Experiment experiment, Parameters initial) {
        Trainer trainer = engine.start(experiment, initial);
        return new Trainer() {
            @Override
            public double update(int[] sequence, int firstStep, int times, int slots) {
                return trainer.update(sequence, firstStep, times, slots) + offset;
            }

            @Override
            public void resetState() {
                trainer.resetState();
            }

            @Override
            public Parameters parameters() {
                return trainer.parameters();
            }

            @Override
            public void setLearningRate(double rate) {
                trainer.setLearningRate(rate);
            }

            @Override
            public void close() {
                trainer.close();
            }
        };
    }
}
