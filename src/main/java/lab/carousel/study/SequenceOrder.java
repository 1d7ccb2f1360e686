package lab.carousel.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;

/** Sequences in a row fed with and without a reset between them, as people type them: their numbers, with blanks between them. */
public final class SequenceOrder {

    private static final int MAX_SEQUENCES = 50;
    private static final int MAX_STEPS = 20_000;
    private static final int MAX_OUTPUTS = 4_000_000;

    private static final int FIRST_SEQUENCES = 8;
    private static final int FIRST_STEPS = 200;

    private SequenceOrder() {}

    /**
     * Reads an order.
     *
     * @return the sequences, counted from 0
     * @throws InvalidInput if a number is none of a sequence, or there are too many of them or of their steps
     */
    public static List<Integer> of(String text, Task task) {
        List<Integer> order = new ArrayList<>();
        int sequences = task.sequences().size();
        for (String number : Sequence.symbolsIn(text.replace(',', ' '))) {
            int index = number.matches("\\d{1,4}") ? Integer.parseInt(number) - 1 : -1;
            if (index < 0 || index >= sequences) {
                throw new InvalidInput("resetSwitch.order.none", number, sequences);
            }
            order.add(index);
        }
        check(order, task);
        return List.copyOf(order);
    }

    /** @throws InvalidInput if there are too many sequences or steps */
    static void check(List<Integer> order, Task task) {
        if (order.isEmpty() || order.size() > MAX_SEQUENCES) {
            throw new InvalidInput("study.resetSwitch.sequences", MAX_SEQUENCES);
        }
        int steps =
                order.stream().mapToInt(s -> task.sequences().get(s).steps()).sum();
        int most = Math.min(MAX_STEPS, MAX_OUTPUTS / task.alphabet().size());
        if (steps > most) {
            throw new InvalidInput("study.resetSwitch.steps", steps, most);
        }
    }

    /** The order in which a task has its sequences: all of them, or the first few, two at least where there are two. */
    public static List<Integer> first(Task task) {
        List<Integer> order = new ArrayList<>();
        int steps = 0;
        for (int s = 0; s < Math.min(FIRST_SEQUENCES, task.sequences().size()); s++) {
            steps += task.sequences().get(s).steps();
            if (s < 2 || steps <= FIRST_STEPS) {
                order.add(s);
            }
        }
        return order;
    }

    public static List<Integer> reversed(List<Integer> order) {
        List<Integer> reversed = new ArrayList<>(order);
        Collections.reverse(reversed);
        return reversed;
    }

    public static String text(List<Integer> order) {
        return order.stream().map(s -> Integer.toString(s + 1)).collect(Collectors.joining(" "));
    }
}
