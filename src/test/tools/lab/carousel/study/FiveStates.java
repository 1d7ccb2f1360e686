package lab.carousel.study;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;

/**
 * The numbers of the lesson <i>The smallest machine</i> over a hundred seeds: states before, after training, and with one unit silenced. Then
 * those of the tutorial, with how many of the networks that have all its states answer all its steps right.
 */
public final class FiveStates {

    private static final PrintStream OUT = System.out;
    private static final int SEEDS = 100;
    private static final int MOST = 21;

    private FiveStates() {}

    public static void main(String[] arguments) {
        for (Experiment experiment :
                List.of(FiveStatesTest.experiment(2), FiveStatesTest.experiment(5), Experiment.reference())) {
            int[] before = new int[MOST];
            int[] after = new int[MOST];
            int[] breaking = new int[MOST];
            int remember = 0;
            int right = 0;
            int whole = new TaskAutomaton(experiment).automaton().size();
            int wholeAndRight = 0;
            for (long number = 1; number <= SEEDS; number++) {
                long seed = number;
                Snapshot end = RecordedRuns.end(experiment.with(all -> all.with(Settings.SEED, seed)));
                before[FiveStatesTest.states(end.experiment(), InitialParameters.of(end.experiment()), Set.of())]++;
                int trained = FiveStatesTest.states(end.experiment(), end.parameters(), Set.of());
                after[trained]++;
                remember += end.verdict() == Verdict.REMEMBERS ? 1 : 0;
                boolean isRight = end.evaluation().right() == end.evaluation().steps();
                right += isRight ? 1 : 0;
                wholeAndRight += isRight && trained == whole ? 1 : 0;
                int units = 0;
                for (int unit = 0; unit < end.parameters().layout().allUnits(); unit++) {
                    units += FiveStatesTest.states(end.experiment(), end.parameters(), Set.of(unit)) < trained ? 1 : 0;
                }
                breaking[units]++;
            }
            OUT.println(experiment.task().sequences().size() + " sequences, remember " + remember);
            OUT.println("  networks by states, untrained: " + Arrays.toString(before));
            OUT.println("  trained: " + Arrays.toString(after));
            OUT.println(
                    "  right at all steps: " + right + ", of which have all " + whole + " states: " + wholeAndRight);
            OUT.println("  networks by how many units break it, each alone: " + Arrays.toString(breaking));
        }
    }
}
