package lab.carousel.engine;

import java.util.Optional;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;

public abstract class ForwardingTrainer implements Trainer {

    protected final Trainer trainer;

    protected ForwardingTrainer(Trainer trainer) {
        this.trainer = trainer;
    }

    @Override
    public double update(Steps sequence, int firstStep, int times, int slots) {
        return trainer.update(sequence, firstStep, times, slots);
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
    public Parameters parameters(Parameters over) {
        return trainer.parameters(over);
    }

    @Override
    public Optional<CarriedState> carried() {
        return trainer.carried();
    }

    @Override
    public Optional<TrainerMemory> memory() {
        return trainer.memory();
    }

    @Override
    public void remember(TrainerMemory memory) {
        trainer.remember(memory);
    }

    @Override
    public void setLearningRate(double rate) {
        trainer.setLearningRate(rate);
    }

    @Override
    public void close() {
        trainer.close();
    }
}
