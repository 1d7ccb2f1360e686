package lab.carousel.study.automaton;

import de.learnlib.algorithm.lstar.ce.ObservationTableCEXHandlers;
import de.learnlib.algorithm.lstar.closing.ClosingStrategies;
import de.learnlib.algorithm.lstar.moore.ExtensibleLStarMoore;
import de.learnlib.datastructure.observationtable.ObservationTable;
import de.learnlib.oracle.SingleQueryOracle;
import de.learnlib.query.DefaultQuery;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lab.carousel.task.Target;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.transducer.impl.CompactMoore;
import net.automatalib.word.Word;
import net.automatalib.word.WordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The search of L* for the automaton of a network on all words. It looks for differences first in the sequences of the task, then in the
 * shortest words, in random ones, and at last in its own table.
 */
final class AutomatonSearch {

    private static final int SHORT_WORDS = 1_000;
    private static final int RANDOM_WORDS = 1_000;
    private static final int MOST_RANDOM = 30;

    /** A word, from its last symbol back; null is the empty one. */
    private record Path(@Nullable Path before, int symbol) {}

    /** Where a word leads: a prefix of the task, if it is one, a state of the proposed automaton, and in the network. */
    private record Visit(@Nullable Path path, int prefix, int state, ReachedState reached) {

        Word<Integer> word() {
            WordBuilder<Integer> word = new WordBuilder<>();
            for (Path at = path; at != null; at = at.before) {
                word.append(at.symbol);
            }
            return word.reverse().toWord();
        }
    }

    /** L* with a table of answers, in which a counterexample adds one continuation (Rivest and Schapire, 1993). */
    private static final class Learner extends ExtensibleLStarMoore<Integer, Target> {

        Learner(Alphabet<Integer> symbols, SingleQueryOracle<Integer, Word<Target>> oracle) {
            super(
                    symbols,
                    oracle,
                    List.of(Word.epsilon()),
                    ObservationTableCEXHandlers.RIVEST_SCHAPIRE,
                    ClosingStrategies.CLOSE_SHORTEST);
        }

        CompactMoore<Integer, Target> proposed() {
            return internalHyp;
        }
    }

    private final TaskAutomaton task;
    private final Teacher teacher;
    private final SearchLimits limits;
    private final long begun = System.nanoTime();
    private final List<Integer> behind;
    private final ReachedState start;
    private final Alphabet<Integer> symbols;
    /** The symbols after which the task scores an answer anywhere. */
    private final BitSet scored;

    private final Learner learner;
    private CompactMoore<Integer, Target> proposed;
    private Optional<Word<Integer>> counterexample = Optional.empty();
    private SearchEnd end = SearchEnd.ALIKE;
    private int queries;

    AutomatonSearch(TaskAutomaton task, Teacher teacher, SearchLimits limits) {
        this.task = task;
        this.teacher = teacher;
        this.limits = limits;
        TreeSet<Integer> fed = new TreeSet<>();
        IntStream.range(1, task.prefixes()).map(task::last).forEach(fed::add);
        behind = first(task);
        fed.removeAll(behind);
        symbols = Alphabets.fromCollection(fed);
        start = teacher.after(teacher.start(), behind);
        proposed = new CompactMoore<>(symbols);
        scored = IntStream.range(1, task.prefixes())
                .filter(task::isScored)
                .map(task::last)
                .collect(BitSet::new, BitSet::set, BitSet::or);
        proposed.addInitialState(Target.NONE);
        learner = new Learner(symbols, this::answers);
    }

    /** The symbol that all sequences begin with, if it is fed nowhere else and is not alone. */
    private static List<Integer> first(TaskAutomaton task) {
        SortedMap<Integer, Integer> begin = task.next(TaskAutomaton.EMPTY);
        int first = begin.firstKey();
        boolean isMark = begin.size() == 1
                && task.prefixes() > 2
                && IntStream.range(2, task.prefixes()).noneMatch(prefix -> task.last(prefix) == first);
        return isMark ? List.of(first) : List.of();
    }

    NetworkAutomaton found() {
        try {
            learner.startLearning();
            proposed = learner.proposed();
            for (Optional<Word<Integer>> word = difference(); word.isPresent(); word = difference()) {
                counterexample = word;
                learner.refineHypothesis(new DefaultQuery<>(word.get(), answers(Word.epsilon(), word.get())));
            }
        } catch (CancellationException limitReached) {
            // The last proposal is whole, and the end says why there is none behind it
        }
        Automaton found = automaton();
        return new NetworkAutomaton(
                found, behind, end, counterexample.map(Word::asList), queries, limits.states(), seconds());
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void checkLimits() {
        endIf(limits.stopped().getAsBoolean(), SearchEnd.STOPPED);
        endIf(seconds() > limits.seconds(), SearchEnd.TIME);
        endIf(learner.getObservationTable().numberOfShortPrefixRows() > limits.states(), SearchEnd.STATES);
    }

    private void endIf(boolean isReached, SearchEnd why) {
        if (isReached) {
            end = why;
            throw new CancellationException(why.name());
        }
    }

    /** The answers after a prefix and after each symbol behind it. */
    private Word<Target> answers(Word<Integer> prefix, Word<Integer> suffix) {
        queries++;
        Visit at = after(first(), prefix);
        WordBuilder<Target> found = new WordBuilder<>();
        found.add(answer(at));
        for (int symbol : suffix) {
            at = next(at, symbol);
            found.add(answer(at));
        }
        return found.toWord();
    }

    private Visit first() {
        int prefix = behind.isEmpty() ? TaskAutomaton.EMPTY : task.prefixAt(0, 0);
        return new Visit(null, prefix, proposed.getIntInitialState(), start);
    }

    private Visit after(Visit begin, Word<Integer> word) {
        Visit at = begin;
        for (int symbol : word) {
            at = next(at, symbol);
        }
        return at;
    }

    private Visit next(Visit at, int symbol) {
        checkLimits();
        int prefix = task.next(at.prefix).getOrDefault(symbol, Automaton.NONE);
        return new Visit(
                new Path(at.path, symbol), prefix, successor(at.state, symbol), teacher.after(at.reached, symbol));
    }

    private int successor(int state, int symbol) {
        Integer next = proposed.getSuccessor(Integer.valueOf(state), Integer.valueOf(symbol));
        // Before the first proposal there is one state without arrows
        return next == null ? state : next;
    }

    private Target answer(Visit at) {
        boolean isScored =
                at.path != null ? scored.get(at.path.symbol) : behind.stream().anyMatch(scored::get);
        return isScored ? at.reached.answer() : Target.NONE;
    }

    private boolean differs(Visit at) {
        return !answer(at).equals(proposed.getStateOutput(Integer.valueOf(at.state)));
    }

    /** A word that the proposed automaton answers otherwise. */
    private Optional<Word<Integer>> difference() {
        int[] left = {SHORT_WORDS};
        return first(at -> at.prefix >= 0)
                .or(() -> first(at -> left[0]-- > 0))
                .or(this::inRandom)
                .or(this::inTable);
    }

    /** The first of all words, the shortest first, with another answer; longer ones only behind those that lead on. */
    private Optional<Word<Integer>> first(Predicate<Visit> leadsOn) {
        Deque<Visit> open = new ArrayDeque<>(List.of(first()));
        while (!open.isEmpty()) {
            Visit at = open.poll();
            if (differs(at)) {
                return Optional.of(at.word());
            }
            if (leadsOn.test(at)) {
                symbols.forEach(symbol -> open.add(next(at, symbol)));
            }
        }
        return Optional.empty();
    }

    private Optional<Word<Integer>> inRandom() {
        SplittableRandom random = new SplittableRandom(1);
        for (int word = 0; word < RANDOM_WORDS; word++) {
            Visit at = first();
            for (int left = 1 + random.nextInt(MOST_RANDOM); left > 0; left--) {
                at = next(at, symbols.getSymbol(random.nextInt(symbols.size())));
                if (differs(at)) {
                    return Optional.of(at.word());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * One that stands in the table: as a counterexample adds one continuation only, what tells two rows apart need not be what the
     * proposed automaton answers behind them. Where there is none, any two of its states can be told apart.
     */
    private Optional<Word<Integer>> inTable() {
        ObservationTable<Integer, ?> table = learner.getObservationTable();
        return table.getShortPrefixRows().stream()
                .flatMap(row -> table.getSuffixes().stream()
                        .flatMap(suffix -> suffix.prefixes(false).stream())
                        .map(row.getLabel()::concat))
                .filter(word -> differs(after(first(), word)))
                .findFirst();
    }

    private Automaton automaton() {
        int[] stateOf = new int[task.prefixes()];
        for (int prefix = 0; prefix < stateOf.length; prefix++) {
            int length = task.length(prefix) - behind.size();
            stateOf[prefix] = length > 0
                    ? successor(stateOf[task.before(prefix)], task.last(prefix))
                    : length == 0 ? proposed.getIntInitialState() : Automaton.NONE;
        }
        IntFunction<AutomatonState> states = state -> {
            SortedMap<Integer, Integer> next = new TreeMap<>();
            for (int symbol : symbols) {
                Integer to = proposed.getSuccessor(Integer.valueOf(state), Integer.valueOf(symbol));
                if (to != null) {
                    next.put(symbol, to);
                }
            }
            return new AutomatonState(proposed.getStateOutput(Integer.valueOf(state)), next, List.of());
        };
        return Automaton.of(proposed.getIntInitialState(), states, stateOf);
    }
}
