package lab.carousel.cli;

import lab.carousel.engine.Engine;
import lab.carousel.engine.StillTrainer;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;

/** An engine that learns nothing but moves: each update raises the output bias of its first target a little. */
final class FakeEngine implements Engine {

    private final int divergeAt;

    /** @param divergeAt the update whose loss is no number, counted from 1; 0 for none */
    FakeEngine(int divergeAt) {
        this.divergeAt = divergeAt;
    }

    @Override
    public Trainer start(Experiment experiment, Parameters initial) {
        return new FakeTrainer(divergeAt, initial);
    }

    private static final class FakeTrainer extends StillTrainer {

        private final int divergeAt;
        private final ParameterLayout layout;
        private final double[] values;
        private int updates;

        FakeTrainer(int divergeAt, Parameters initial) {
            super(initial);
            this.divergeAt = divergeAt;
            layout = initial.layout();
            values = initial.toArray();
        }

        @Override
        public double update(Steps sequence, int firstStep, int times, int slots) {
            updates++;
            values[layout.outputBias() + sequence.target(firstStep).index()] += 0.125;
            return updates == divergeAt ? Double.NaN : 1;
        }

        @Override
        public Parameters parameters() {
            return Parameters.of(layout, values);
        }
    }
}
