package lab.carousel.study.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.Sample;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Operation;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.Recipe;
import lab.carousel.task.generator.Tomita;
import lab.carousel.task.memory.RandomTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAutomatonTest {

    /** As usual, but on a busy machine a search takes its time. */
    private static final SearchLimits PATIENT = new SearchLimits(SearchLimits.MOST_STATES, 600, () -> false);

    private static final int ZERO = 1;
    private static final int ONE = 2;
    private static final int IN = 3;
    private static final int OUT = 4;

    private static Experiment tomita(int grammar) {
        return new Experiment(
                new Generator(Recipe.TOMITA, 2, 5, 3, 1, grammar).task(),
                Hyperparameters.reference().with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP),
                EngineName.KERNEL);
    }

    /** A grammar that answers by itself. Its states are the answers to all short continuations. */
    private static final class GrammarTeacher implements Teacher {

        private static final List<String> CONTINUATIONS = IntStream.range(1, 16)
                .mapToObj(number -> Integer.toBinaryString(number).substring(1))
                .toList();

        private final int grammar;
        private final Map<ReachedState, String> words = new IdentityHashMap<>();

        GrammarTeacher(int grammar) {
            this.grammar = grammar;
        }

        private ReachedState of(String word) {
            double[] state = CONTINUATIONS.stream()
                    .mapToDouble(more -> Tomita.accepts(grammar, word + more) ? 1 : 0)
                    .toArray();
            ReachedState reached =
                    new ReachedState(state, Target.ofSet(IntStream.of(Tomita.accepts(grammar, word) ? IN : OUT)));
            words.put(reached, word);
            return reached;
        }

        @Override
        public ReachedState start() {
            return of("");
        }

        @Override
        public ReachedState after(ReachedState before, int symbol) {
            return of(words.get(before) + (symbol == ZERO ? "0" : symbol == ONE ? "1" : ""));
        }
    }

    /** The states of the complete minimal automata: a state from which no word is accepted any more is counted. */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "3, 5", "4, 4", "5, 4", "6, 3", "7, 5"})
    void theGrammarsOfTomitaHaveTheirMinimalAutomata(int grammar, int states) {
        TaskAutomaton task = new TaskAutomaton(tomita(grammar));
        NetworkAutomaton found = NetworkAutomaton.of(task, new GrammarTeacher(grammar), AskedWords.ALL, PATIENT);

        assertThat(found.end()).isEqualTo(SearchEnd.ALIKE);
        assertThat(found.behind()).containsExactly(0);
        assertThat(found.automaton().size()).isEqualTo(states);
        assertThat(found.automaton().arrows()).hasSize(2 * states);
        SplittableRandom random = new SplittableRandom(grammar);
        for (int index = 0; index < Sample.tenth(2_000); index++) {
            int[] word = random.ints(random.nextInt(31), 0, 2).toArray();
            String text = IntStream.of(word).mapToObj(Integer::toString).reduce("", String::concat);
            int state = found.automaton()
                    .after(IntStream.of(word).map(symbol -> symbol + ZERO).toArray());
            assertThat(found.automaton().states().get(state).answer())
                    .as(text)
                    .isEqualTo(Target.ofSet(IntStream.of(Tomita.accepts(grammar, text) ? IN : OUT)));
        }
    }

    private static NetworkAutomaton ofTask(Experiment experiment, Parameters parameters) {
        return NetworkAutomaton.of(
                new TaskAutomaton(experiment),
                new NetworkTeacher(experiment, parameters, Operation.NONE),
                AskedWords.TASK,
                new SearchLimits(200, 60, () -> false));
    }

    /** A network that has learned nothing joins what the task keeps apart; one by hand that has learned all has its automaton. */
    @Test
    void wordsOfTheTaskGiveTheSmallestAutomatonWithTheNetworksAnswers() {
        SplittableRandom random = new SplittableRandom(4);
        int smaller = 0;
        for (int index = 0; index < 300; index++) {
            Task drawn = RandomTask.draw(random).task();
            Experiment experiment = new Experiment(
                    drawn.withSets(random.nextBoolean()),
                    Hyperparameters.reference()
                            .with(Settings.HIDDEN_UNITS, 3)
                            .with(
                                    Settings.LAG,
                                    1
                                            + random.nextInt(
                                                    Math.min(2, drawn.supply().shortestSteps()))),
                    EngineName.KERNEL);
            Parameters parameters = RandomParameters.of(experiment.layout(), index);
            NetworkAutomaton found = ofTask(experiment, parameters);
            TaskAutomaton task = new TaskAutomaton(experiment);

            assertThat(found.end()).isEqualTo(SearchEnd.ALIKE);
            assertThat(found.automaton().size()).isEqualTo(sizeByHand(task, experiment, parameters));
            smaller += found.automaton().size() < task.automaton().size() ? 1 : 0;
            NetworkTeacher teacher = new NetworkTeacher(experiment, parameters, Operation.NONE);
            for (int prefix = 1; prefix < task.prefixes(); prefix++) {
                int state = found.automaton().after(task.word(prefix));
                Target answer = teacher.after(
                                teacher.start(),
                                IntStream.of(task.word(prefix)).boxed().toList())
                        .answer();
                assertThat(found.automaton().states().get(state).answer())
                        .isEqualTo(task.answer(prefix).equals(Target.NONE) ? Target.NONE : answer);
                assertThat(found.automaton().states().get(state).prefixes()).contains(prefix);
            }
        }
        assertThat(smaller).isGreaterThan(50);
    }

    /** Prefixes are one state if the same continuations follow in the task, and the network answers each alike. */
    private static long sizeByHand(TaskAutomaton task, Experiment experiment, Parameters parameters) {
        NetworkTeacher teacher = new NetworkTeacher(experiment, parameters, Operation.NONE);
        Map<Integer, String> meanings = new HashMap<>();
        for (int prefix = task.prefixes() - 1; prefix >= 0; prefix--) {
            Target answer = teacher.after(
                            teacher.start(),
                            IntStream.of(task.word(prefix)).boxed().toList())
                    .answer();
            StringBuilder meaning =
                    new StringBuilder(task.answer(prefix).equals(Target.NONE) ? "nothing asked" : answer.toString());
            task.next(prefix).forEach((symbol, next) -> meaning.append('(')
                    .append(symbol)
                    .append(meanings.get(next))
                    .append(')'));
            meanings.put(prefix, meaning.toString());
        }
        return meanings.values().stream().distinct().count();
    }

    @Test
    void limitsEndTheSearchAndAreSaid() {
        Experiment reference = Experiment.reference();
        TaskAutomaton task = new TaskAutomaton(reference);
        Teacher teacher = new NetworkTeacher(reference, RandomParameters.of(reference.layout(), 2), Operation.NONE);

        NetworkAutomaton few = NetworkAutomaton.of(task, teacher, AskedWords.ALL, new SearchLimits(2, 60, () -> false));
        assertThat(few.end()).isEqualTo(SearchEnd.STATES);
        assertThat(few.automaton().size()).isLessThanOrEqualTo(2);
        NetworkAutomaton late =
                NetworkAutomaton.of(task, teacher, AskedWords.ALL, new SearchLimits(60, 0, () -> false));
        assertThat(late.end()).isEqualTo(SearchEnd.TIME);
        assertThat(late.automaton().size()).isEqualTo(1);
        int[] asked = {0};
        NetworkAutomaton stopped =
                NetworkAutomaton.of(task, teacher, AskedWords.ALL, PATIENT.stoppedBy(() -> asked[0]++ > 100));
        assertThat(stopped.end()).isEqualTo(SearchEnd.STOPPED);
        assertThat(asked[0]).isEqualTo(102);
    }

    /** An untrained network answers by an echo of all that it was fed: no few states tell it. */
    @Test
    void whatFewStatesCannotSayIsSaidToBeUnfinished() {
        Experiment reference = Experiment.reference();
        Teacher teacher = new NetworkTeacher(reference, RandomParameters.of(reference.layout(), 2), Operation.NONE);
        NetworkAutomaton found = NetworkAutomaton.of(new TaskAutomaton(reference), teacher, AskedWords.ALL, PATIENT);

        assertThat(found.behind()).isEmpty();
        assertThat(found.end()).isEqualTo(SearchEnd.STATES);
        assertThat(found.counterexample()).isPresent();
        assertThat(found.automaton().size()).isBetween(2, 60);
    }

    /**
     * Untrained networks with one unit. On the way, what is proposed for each of these has two states that no word tells apart,
     * although the table tells them apart.
     */
    @ParameterizedTest
    @ValueSource(longs = {47, 84})
    void statesThatOnlyTheTableTellsApartAreSearchedOn(long seed) {
        Experiment one =
                tomita(5).with(all -> all.with(Settings.HIDDEN_UNITS, 1).with(Settings.OUTPUT, Output.SOFTMAX));
        Teacher teacher = new NetworkTeacher(one, RandomParameters.of(one.layout(), seed), Operation.NONE);
        NetworkAutomaton found = NetworkAutomaton.of(new TaskAutomaton(one), teacher, AskedWords.ALL, PATIENT);

        assertThat(found.end()).isEqualTo(SearchEnd.ALIKE);
        for (int number = 2; number < 1 << 8; number++) {
            int[] word = Integer.toBinaryString(number)
                    .substring(1)
                    .chars()
                    .map(symbol -> symbol - '0' + ZERO)
                    .toArray();
            Iterable<Integer> fed =
                    IntStream.concat(IntStream.of(0), IntStream.of(word)).boxed()::iterator;
            int state = found.automaton().after(word);
            assertThat(found.automaton().states().get(state).answer())
                    .isEqualTo(teacher.after(teacher.start(), fed).answer());
        }
    }

    /** All states are zero: only whether a word is asked about tells two of them apart, which no split of a state can. */
    @Test
    void aNetworkThatIsAlwaysInOneStateIsLearned() {
        Experiment bits = new Experiment(
                new Generator(Recipe.TWO_BITS, 5, 8, 1, 1, 1).task(),
                Hyperparameters.reference().with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP),
                EngineName.KERNEL);
        Parameters none = Parameters.of(bits.layout(), new double[bits.layout().size()]);
        NetworkAutomaton found = NetworkAutomaton.of(
                new TaskAutomaton(bits), new NetworkTeacher(bits, none, Operation.NONE), AskedWords.ALL, PATIENT);

        assertThat(found.end()).isEqualTo(SearchEnd.ALIKE);
        assertThat(found.automaton().size()).isEqualTo(2);
    }
}
