package lab.carousel.study.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * The automaton that a listed task asks for. A prefix is what is fed of a sequence up to a step, from a zero state; the empty
 * one is the start. Two prefixes are one state if exactly the same continuations follow them in the task, with the same
 * scored targets; a continuation that is not in the task counts as absent. It is the only minimal one.
 */
public final class TaskAutomaton {

    /** The empty prefix. */
    public static final int EMPTY = 0;

    static final int MAX_STEPS = 50_000;

    /** The first step of each prefix, its last symbol; its number is the prefix's length. */
    private final List<Step> steps = new ArrayList<>();

    private final List<SortedMap<Integer, Integer>> next = new ArrayList<>();
    /** The targets that are scored after each prefix. */
    private final List<BitSet> targets = new ArrayList<>();

    private final Steps[] sequences;
    /** {@code [sequence][step]} */
    private final int[][] prefixAt;

    private final Automaton automaton;
    private final int[] stateOf;
    /** For each state the first one that the set-up cannot tell from it. */
    private final int[] alike;
    /** Those that it cannot tell from another one. */
    private final BitSet mixed = new BitSet();

    /** Why there is none that can be looked for: the task is drawn, or has more than {@value #MAX_STEPS} steps. */
    public static Optional<Message> obstacle(Experiment experiment) {
        if (experiment.task().listedSequences() == 0) {
            return Optional.of(Message.of("automaton.drawn"));
        }
        if (experiment.task().whole().length == 0) {
            return Optional.of(Message.of("automaton.numbers"));
        }
        int steps = experiment.task().steps();
        return steps > MAX_STEPS
                ? Optional.of(Message.of("automaton.tooManySteps", steps, MAX_STEPS))
                : Optional.empty();
    }

    /** @throws InvalidInput if there is an {@link #obstacle} */
    public TaskAutomaton(Experiment experiment) {
        InvalidInput.throwIf(obstacle(experiment));
        sequences = experiment.encoded();
        prefixAt = new int[sequences.length][];
        findPrefixes();
        automaton = minimal(this::answer);
        stateOf = automaton.stateOf(steps.size());
        alike = IntStream.range(0, automaton.size()).toArray();
        experiment.memoryOfAllSteps().ifPresent(this::join);
    }

    private void findPrefixes() {
        add(new Step(0, 0, Target.NO_INDEX, Target.NONE));
        for (int s = 0; s < sequences.length; s++) {
            Steps fed = sequences[s];
            prefixAt[s] = new int[fed.size()];
            int prefix = EMPTY;
            for (int t = 0; t < fed.size(); t++) {
                Step step = fed.step(s, t);
                prefix = next.get(prefix).computeIfAbsent(fed.input(t), symbol -> add(step));
                prefixAt[s][t] = prefix;
                if (fed.isScored(t)) {
                    IntStream.of(fed.target(t).symbols()).forEach(targets.get(prefix)::set);
                }
            }
        }
    }

    private int add(Step step) {
        steps.add(step);
        next.add(new TreeMap<>());
        targets.add(new BitSet());
        return steps.size() - 1;
    }

    /** The smallest automaton that answers the words of the task as a teacher does, and leads nowhere else. */
    public Automaton answeredBy(Teacher teacher) {
        Target[] answers = new Target[steps.size()];
        Arrays.fill(answers, Target.NONE);
        for (int s = 0; s < sequences.length; s++) {
            ReachedState reached = teacher.start();
            for (int t = 0; t < prefixAt[s].length; t++) {
                reached = teacher.after(reached, sequences[s].input(t));
                if (isScored(prefixAt[s][t])) {
                    answers[prefixAt[s][t]] = reached.answer();
                }
            }
        }
        return minimal(prefix -> answers[prefix]);
    }

    /** From the longest prefixes on: what leads to equal states with equal answers is one state. */
    private Automaton minimal(IntFunction<Target> answers) {
        Map<AutomatonState, Integer> known = new HashMap<>();
        List<AutomatonState> states = new ArrayList<>();
        int[] state = new int[steps.size()];
        // A longer prefix has a larger number than those that it begins with
        for (int prefix = state.length - 1; prefix >= EMPTY; prefix--) {
            SortedMap<Integer, Integer> leads = new TreeMap<>(next.get(prefix));
            leads.replaceAll((symbol, to) -> state[to]);
            AutomatonState meaning = new AutomatonState(answers.apply(prefix), leads, List.of());
            state[prefix] = known.computeIfAbsent(meaning, added -> {
                states.add(added);
                return states.size() - 1;
            });
        }
        return Automaton.of(state[EMPTY], states::get, state);
    }

    /** States are alike that have prefixes with equal contexts in the listed order. */
    private void join(Memory memory) {
        EpochMemory listed = memory.epochs().get(0);
        Map<Integer, Integer> byContext = new HashMap<>();
        for (int s = 0; s < prefixAt.length; s++) {
            for (int t = 0; t < prefixAt[s].length; t++) {
                int context = listed.context(s, t);
                if (context != EpochMemory.NONE) {
                    int one = first(stateOf[prefixAt[s][t]]);
                    int other = first(byContext.computeIfAbsent(context, none -> one));
                    if (one != other) {
                        alike[Math.max(one, other)] = Math.min(one, other);
                        mixed.set(one);
                        mixed.set(other);
                    }
                }
            }
        }
        Arrays.setAll(alike, this::first);
    }

    private int first(int state) {
        int first = state;
        while (alike[first] != first) {
            first = alike[first];
        }
        return first;
    }

    public Automaton automaton() {
        return automaton;
    }

    /** How many prefixes there are; they are numbered from 0, the empty one. */
    public int prefixes() {
        return steps.size();
    }

    /** How many symbols a prefix has. */
    public int length(int prefix) {
        return steps.get(prefix).number();
    }

    /** The prefix after a step, counted from 0. */
    public int prefixAt(int sequence, int step) {
        return prefixAt[sequence][step];
    }

    /** The prefix after a step; empty if the task has no such step. */
    public Optional<Integer> prefixAt(Step step) {
        boolean isThere = step.sequence() < prefixAt.length && step.number() <= prefixAt[step.sequence()].length;
        return isThere ? Optional.of(prefixAt(step.sequence(), step.number() - 1)) : Optional.empty();
    }

    /** The first step that a prefix leads up to, which has the number of its symbols; none for the empty one. */
    public Optional<Step> step(int prefix) {
        return prefix == EMPTY ? Optional.empty() : Optional.of(steps.get(prefix));
    }

    /** The symbols of a prefix, as indices. */
    public int[] word(int prefix) {
        Step last = steps.get(prefix);
        return Arrays.copyOf(sequences[last.sequence()].inputs(), last.number());
    }

    /** The last symbol of a prefix that has one. */
    public int last(int prefix) {
        return steps.get(prefix).input();
    }

    /** The prefix without its last symbol. */
    public int before(int prefix) {
        Step last = steps.get(prefix);
        return last.number() == 1 ? EMPTY : prefixAt[last.sequence()][last.number() - 2];
    }

    /** The symbols of a prefix with blanks between them, without the middle of a long one. */
    public String words(int prefix, Alphabet alphabet) {
        return Sequence.abridged(
                IntStream.of(word(prefix)).mapToObj(alphabet::symbol).toList());
    }

    /** The prefixes with one symbol more, by that symbol; none of {@link Automaton#NONE}, no prefix. */
    public SortedMap<Integer, Integer> next(int prefix) {
        return prefix == Automaton.NONE ? new TreeMap<>() : next.get(prefix);
    }

    /** Whether the task scores an answer after a prefix. */
    boolean isScored(int prefix) {
        return prefix != Automaton.NONE && !targets.get(prefix).isEmpty();
    }

    /** The set of the targets that are scored after a prefix; {@link Target#NONE} if there is none. */
    public Target answer(int prefix) {
        return isScored(prefix) ? Target.ofSet(targets.get(prefix).stream()) : Target.NONE;
    }

    public int state(int prefix) {
        return stateOf[prefix];
    }

    /**
     * The first of the states that the set-up cannot tell from a state, because some prefixes that lead there have equal
     * contexts when fed as in training; the state itself if there is none before it.
     */
    public int alike(int state) {
        return alike[state];
    }

    /** Whether there are states that the set-up cannot tell apart. */
    public boolean isMixed() {
        return !mixed.isEmpty();
    }

    /** Whether the set-up cannot tell it from another state. */
    public boolean isMixed(int state) {
        return mixed.get(state);
    }
}
