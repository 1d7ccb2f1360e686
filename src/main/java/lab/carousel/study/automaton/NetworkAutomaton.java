package lab.carousel.study.automaton;

import java.util.List;
import java.util.Optional;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * The automaton that a network has become. On the words of the task it is the smallest one with the network's answers. On all words it is
 * as L* (Angluin, 1987) learns it: a table of answers to words, until a proposed automaton answers all words alike that are looked at. It
 * is true only of the words that were asked.
 *
 * @param behind         the symbols that all words begin with, and that are not part of the automaton
 * @param counterexample the last word that an automaton proposed before answered otherwise than the network
 * @param queries        how many words were asked about
 * @param most           states that it could have had
 * @param seconds        that the search took
 */
public record NetworkAutomaton(
        Automaton automaton,
        List<Integer> behind,
        SearchEnd end,
        Optional<List<Integer>> counterexample,
        int queries,
        int most,
        double seconds) {

    public static NetworkAutomaton of(TaskAutomaton task, Teacher teacher, AskedWords words, SearchLimits limits) {
        return words == AskedWords.TASK ? ofTask(task, teacher) : new AutomatonSearch(task, teacher, limits).found();
    }

    /** On the words of the task. */
    public static NetworkAutomaton ofTask(TaskAutomaton task, Teacher teacher) {
        Automaton automaton = task.answeredBy(teacher);
        return new NetworkAutomaton(
                automaton, List.of(), SearchEnd.ALIKE, Optional.empty(), task.prefixes(), automaton.size(), 0);
    }

    /** Whether prefixes lead to a state that the task's automaton keeps apart. */
    public boolean joins(TaskAutomaton task, int state) {
        return automaton.states().get(state).prefixes().stream()
                        .mapToInt(task::state)
                        .distinct()
                        .count()
                > 1;
    }

    /** Of which words it is true, or why it is not finished. */
    public String words(Alphabet alphabet) {
        String last = counterexample
                .map(word ->
                        Sequence.abridged(word.stream().map(alphabet::symbol).toList()))
                .orElse(Message.text("automaton.end.none"));
        String took = NumberText.decimals(seconds, 1);
        return switch (end) {
            case ALIKE -> Message.text("automaton.true", queries);
            case STATES -> Message.text("automaton.end.STATES", most, last);
            case TIME, STOPPED -> Message.text("automaton.end.early", took, last);
        };
    }
}
