package lab.carousel.study.automaton;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lab.carousel.text.Message;

/**
 * Pairs of prefixes that the task's automaton keeps apart and the network joins: it gives the same answers on every continuation
 * that follows either of them in the task, the empty one too, wherever the task scores one there.
 *
 * @param pairs    the first {@value #MOST_LISTED}
 * @param all      how many were found
 * @param complete whether all pairs of prefixes were looked at
 */
public record JoinedPrefixes(List<Pair> pairs, int all, boolean complete) {

    static final int MOST_LISTED = 200;
    /** The pairs of so many prefixes, the first ones of the task, are looked at. */
    static final int MOST_PREFIXES = 2_000;

    /** Two prefixes by their numbers, the smaller first. */
    public record Pair(int one, int other) {}

    /** Where two prefixes and a continuation lead: in the task, if there, and in the network. */
    private record Place(int one, int other, ReachedState first, ReachedState second) {}

    public JoinedPrefixes {
        pairs = List.copyOf(pairs);
    }

    /** Looks for them until the time is up or it is told to stop. */
    public static JoinedPrefixes of(TaskAutomaton task, Teacher teacher, SearchLimits limits) {
        long begun = System.nanoTime();
        int looked = Math.min(MOST_PREFIXES, task.prefixes());
        List<ReachedState> reached = new ArrayList<>(List.of(teacher.start()));
        for (int prefix = 1; prefix < looked; prefix++) {
            reached.add(teacher.after(reached.get(task.before(prefix)), task.last(prefix)));
        }
        List<Pair> pairs = new ArrayList<>();
        int all = 0;
        for (int one = 0; one < looked; one++) {
            for (int other = one + 1; other < looked; other++) {
                if (task.state(one) != task.state(other)) {
                    if (limits.stopped().getAsBoolean() || System.nanoTime() - begun > limits.seconds() * 1e9) {
                        return new JoinedPrefixes(pairs, all, false);
                    }
                    if (areJoined(task, teacher, new Place(one, other, reached.get(one), reached.get(other)))) {
                        all++;
                        if (pairs.size() < MOST_LISTED) {
                            pairs.add(new Pair(one, other));
                        }
                    }
                }
            }
        }
        return new JoinedPrefixes(pairs, all, looked == task.prefixes());
    }

    public String words() {
        if (!complete) {
            return Message.text("automaton.joined.some", all);
        }
        return all == 0 ? Message.text("automaton.same") : Message.text("automaton.joined", all);
    }

    private static boolean areJoined(TaskAutomaton task, Teacher teacher, Place pair) {
        Deque<Place> open = new ArrayDeque<>(List.of(pair));
        while (!open.isEmpty()) {
            Place at = open.pop();
            boolean isScored = task.isScored(at.one) || task.isScored(at.other);
            if (isScored && !at.first.answer().equals(at.second.answer())) {
                return false;
            }
            Set<Integer> symbols = new TreeSet<>(task.next(at.one).keySet());
            symbols.addAll(task.next(at.other).keySet());
            for (int symbol : symbols) {
                open.push(new Place(
                        task.next(at.one).getOrDefault(symbol, Automaton.NONE),
                        task.next(at.other).getOrDefault(symbol, Automaton.NONE),
                        teacher.after(at.first, symbol),
                        teacher.after(at.second, symbol)));
            }
        }
        return true;
    }
}
