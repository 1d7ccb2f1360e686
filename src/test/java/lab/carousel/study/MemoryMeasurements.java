package lab.carousel.study;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.choice.Engines;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Plan;
import lab.carousel.study.ready.ReadyMade;

/** The tables in the manual on what decides whether a network of the tutorial's task learns to remember. */
final class MemoryMeasurements {

    private static final PrintStream OUT = System.out;
    private static final int SEEDS = 400;
    private static final int EPOCHS = 500;

    private MemoryMeasurements() {}

    /**
     * Prints, for each way to cut the four steps of a sequence into updates, how many runs remember after 500 epochs.
     *
     * @param arguments how many seeds, from the ready-made studies' on; 400 if it is left out
     */
    public static void main(String[] arguments) {
        int seeds = arguments.length == 0 ? SEEDS : Integer.parseInt(arguments[0]);
        Experiment reference = Experiment.reference();
        int steps = reference.task().longestSteps();
        for (int borders = 0; borders < 1 << (steps - 1); borders++) {
            List<Integer> updates = new ArrayList<>(List.of(1));
            for (int border = 0; border < steps - 1; border++) {
                if ((borders >> border & 1) == 0) {
                    updates.add(1);
                } else {
                    updates.set(updates.size() - 1, updates.get(updates.size() - 1) + 1);
                }
            }
            int remember = 0;
            for (Experiment experiment : seeded(reference, seeds)) {
                remember += remembers(experiment, updates) ? 1 : 0;
            }
            OUT.printf("steps of each update %s: %s remember%n", updates, VerdictMeasurements.share(remember, seeds));
        }
    }

    /** The experiment with the seeds that a study of it has. */
    private static List<Experiment> seeded(Experiment experiment, int seeds) {
        Plan plan = Plan.of(ReadyMade.all().get(0).study().withSeeds(seeds));
        List<Experiment> all = new ArrayList<>();
        for (int run = 0; run < seeds; run++) {
            long seed = plan.run(run).seed();
            all.add(experiment.with(values -> values.with(Settings.SEED, seed)));
        }
        return all;
    }

    private static boolean remembers(Experiment experiment, List<Integer> updates) {
        try (Trainer trainer = Engines.named(EngineName.KERNEL).start(experiment, InitialParameters.of(experiment))) {
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                for (int[] sequence : experiment.task().encoded()) {
                    int step = 0;
                    for (int times : updates) {
                        trainer.learn(sequence, step, times, 1);
                        step += times;
                    }
                    trainer.resetState();
                }
            }
            return new Evaluator(experiment).evaluate(trainer.parameters()).verdict() == Verdict.REMEMBERS;
        }
    }
}
