package lab.carousel.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.carousel.task.Task;
import lab.carousel.text.Message;

/**
 * What the task says to the text of a {@link FreeRun}: as long as it is the beginning of some sequence of the task, that
 * sequence says what comes next.
 *
 * @param known     whether the task says anything: not if its sequences are drawn, nor if none begins with the start
 * @param places    for each step whether the symbol taken is one that the task says
 * @param left      the first step, counted from 0, whose symbol is none of those; -1 if there is none
 * @param says      the symbols that the task says there, as indices
 * @param sequences the sequences, counted from 0, that the text followed to the end of what they say or up to where it
 *                  left them
 */
public record FreeRunCourse(
        boolean known, List<Standing> places, int left, List<Integer> says, List<Integer> sequences) {

    public enum Standing {
        /** The task says this symbol. */
        FOLLOWS,
        /** The task says another one. */
        LEAVES,
        /** The task says nothing: the sequence is over, was left before, or was never begun. */
        BEYOND
    }

    /** Lays a run beside the sequences of its task. */
    public static FreeRunCourse of(Task task, FreeRun run) {
        int[][] encoded = task.whole();
        List<Integer> begun = new ArrayList<>();
        for (int s = 0; s < encoded.length; s++) {
            if (begins(encoded[s], run.start())) {
                begun.add(s);
            }
        }
        boolean known =
                begun.stream().anyMatch(s -> encoded[s].length > run.start().size());
        List<Standing> places = new ArrayList<>();
        int left = -1;
        List<Integer> says = List.of();
        for (FreeStep step : run.steps()) {
            int place = run.start().size() + places.size();
            List<Integer> said = left >= 0 ? List.of() : said(encoded, begun, place);
            if (said.isEmpty()) {
                places.add(Standing.BEYOND);
            } else if (said.contains(step.taken())) {
                begun.removeIf(s -> encoded[s].length <= place || encoded[s][place] != step.taken());
                places.add(Standing.FOLLOWS);
            } else {
                left = places.size();
                says = said;
                places.add(Standing.LEAVES);
            }
        }
        return new FreeRunCourse(known, List.copyOf(places), left, says, List.copyOf(begun));
    }

    private static boolean begins(int[] sequence, List<Integer> start) {
        return sequence.length >= start.size()
                && Arrays.stream(sequence).limit(start.size()).boxed().toList().equals(start);
    }

    private static List<Integer> said(int[][] encoded, List<Integer> begun, int place) {
        return begun.stream()
                .filter(s -> encoded[s].length > place)
                .map(s -> encoded[s][place])
                .distinct()
                .sorted()
                .toList();
    }

    public long followed() {
        return places.stream().filter(place -> place == Standing.FOLLOWS).count();
    }

    public String words(Task task, FreeRun run) {
        if (!known) {
            return Message.text(task.whole().length == 0 ? "freeRun.course.drawn" : "freeRun.course.unknown");
        }
        if (left >= 0) {
            return Message.text(
                    "freeRun.course.left",
                    left + 1,
                    task.alphabet().symbol(run.steps().get(left).taken()),
                    said(task));
        }
        String which = Message.text("freeRun.course.follows", followed(), sequences.size(), sequences.get(0) + 1);
        return followed() < places.size() ? Message.text("freeRun.course.beyond", which) : which;
    }

    private String said(Task task) {
        List<String> symbols =
                says.stream().limit(4).map(task.alphabet()::symbol).toList();
        return String.join(" / ", symbols) + (says.size() > symbols.size() ? " / …" : "");
    }
}
