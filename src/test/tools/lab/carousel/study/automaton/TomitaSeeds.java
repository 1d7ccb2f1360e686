package lab.carousel.study.automaton;

import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.task.Target;
import lab.carousel.task.generator.Tomita;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;

/**
 * How often the settings of {@link TomitaNetworksTest} make a network whose automaton is its grammar's, with the seeds 2 to 21. The
 * arguments are the grammars. A line for each: the seeds whose network answers all 127 words right, those whose automaton is the
 * known one, those that have another, and those whose search ended with too many states or too late.
 */
public final class TomitaSeeds {

    private static final PrintStream OUT = System.out;
    private static final int FIRST = 2;
    private static final int LAST = 21;
    /** Of the known automata. */
    private static final int MOST_STATES = 5;
    /** Two automata that differ do so on a word of fewer symbols than they have states together. */
    private static final int LONGEST = 2 * MOST_STATES - 1;
    /** More time than the window gives, so that a busy machine counts the same. */
    private static final SearchLimits LIMITS = new SearchLimits(SearchLimits.MOST_STATES, 120, () -> false);

    private TomitaSeeds() {}

    public static void main(String[] arguments) throws URISyntaxException {
        for (String grammar : arguments) {
            measure(Integer.parseInt(grammar));
        }
    }

    private static void measure(int grammar) throws URISyntaxException {
        Experiment settings = ExperimentFile.read(
                Path.of(Objects.requireNonNull(TomitaNetworksTest.class.getResource("tomita" + grammar + ".carousel"))
                        .toURI()));
        List<Integer> right = new ArrayList<>();
        List<Integer> known = new ArrayList<>();
        List<Integer> other = new ArrayList<>();
        List<Integer> many = new ArrayList<>();
        List<Integer> late = new ArrayList<>();
        for (int seed = FIRST; seed <= LAST; seed++) {
            long number = seed;
            Snapshot end = RecordedRuns.end(settings.with(all -> all.with(Settings.SEED, number)));
            Experiment experiment = end.experiment();
            if (end.evaluation().right() == end.evaluation().steps()) {
                right.add(seed);
            }
            Teacher teacher = new NetworkTeacher(experiment, end.parameters(), Operation.NONE);
            NetworkAutomaton found =
                    NetworkAutomaton.of(new TaskAutomaton(experiment), teacher, AskedWords.ALL, LIMITS);
            switch (found.end()) {
                case ALIKE -> (isOf(grammar, found.automaton()) ? known : other).add(seed);
                case STATES -> many.add(seed);
                case TIME, STOPPED -> late.add(seed);
            }
        }
        OUT.println("grammar " + grammar + ", seeds " + FIRST + " to " + LAST + ": all words right " + right
                + ", the known automaton " + known + ", another " + other
                + ", too many states " + many + ", too late " + late);
    }

    /** Whether an automaton answers all words as the grammar. */
    private static boolean isOf(int grammar, Automaton automaton) {
        return automaton.size() <= MOST_STATES
                && IntStream.range(2, 1 << (LONGEST + 1)).allMatch(number -> {
                    String text = Integer.toBinaryString(number).substring(1);
                    int[] word = text.chars().map(symbol -> symbol - '0' + 1).toArray();
                    Target right = Target.ofSet(IntStream.of(Tomita.accepts(grammar, text) ? 3 : 4));
                    return automaton
                            .states()
                            .get(automaton.after(word))
                            .answer()
                            .equals(right);
                });
    }
}
