package lab.carousel.engine;

import lab.carousel.model.layout.Parameters;

/** A trainer that learns nothing: its parameters stay as they were. */
public abstract class StillTrainer implements Trainer {

    private final Parameters initial;

    /** Has these parameters for ever. */
    protected StillTrainer(Parameters initial) {
        this.initial = initial;
    }

    @Override
    public void resetState() {
        // It has none.
    }

    @Override
    public Parameters parameters() {
        return initial;
    }

    @Override
    public void setLearningRate(double rate) {
        // It learns nothing.
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
