package lab.carousel.engine;

import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;

/** Learns nothing, and reports that the loss is no number at one of its updates. */
public record DivergingEngine(int update) implements Engine {

    @Override
    public Trainer start(Experiment experiment, Parameters initial) {
        return new StillTrainer(initial) {
            private int made;

            @Override
            public double update(Steps sequence, int firstStep, int times, int slots) {
                made++;
                return made == update ? Double.NaN : 0.5;
            }
        };
    }
}
