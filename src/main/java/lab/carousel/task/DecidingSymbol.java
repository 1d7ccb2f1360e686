package lab.carousel.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which symbol tells what follows at a step: the latest one that has to be seen, together with all that come after it.
 * The symbols after it leave open what follows; with it, only one thing can. From the task alone, without any network.
 *
 * @param kind  what tells it
 * @param place of the symbol in its sequence, counted from 0; -1 if there is none
 */
public record DecidingSymbol(SymbolKind kind, int place) {

    /** What tells what follows. */
    public enum SymbolKind {
        /** The current symbol alone. */
        CURRENT,
        /** An earlier symbol. */
        EARLIER,
        /** That there is no symbol before: it is the beginning of the sequence. */
        BEGINNING,
        /** Nothing that was fed so far: more than one symbol can follow. */
        NOTHING
    }

    /**
     * Finds the symbol for a step.
     *
     * @param encoded  the sequences of the task, as {@link Task#encoded} gives them
     * @param sequence counted from 0
     * @param step     counted from 0
     */
    public static DecidingSymbol of(Task task, int[][] encoded, int sequence, int step) {
        Optional<SequenceSource> source = task.source().filter(drawn -> !drawn.hasFewSequences());
        if (source.isPresent()) {
            boolean last = step == encoded[sequence].length - 2;
            int place = source.get().answerPlace();
            return last ? new DecidingSymbol(SymbolKind.EARLIER, place) : new DecidingSymbol(SymbolKind.NOTHING, -1);
        }
        return inList(encoded, sequence, step);
    }

    /** Looks back symbol by symbol, and keeps the steps that look the same as far back as that. */
    private static DecidingSymbol inList(int[][] encoded, int sequence, int step) {
        int[] own = encoded[sequence];
        List<int[]> alike = stepsWith(encoded, own[step]);
        int back = 0;
        while (!agree(encoded, alike)) {
            back++;
            int place = step - back;
            if (place < -1) {
                return new DecidingSymbol(SymbolKind.NOTHING, -1);
            }
            int distance = back;
            alike.removeIf(other -> {
                int there = other[1] - distance;
                return place < 0 ? there >= 0 : there < 0 || encoded[other[0]][there] != own[place];
            });
        }
        if (back == 0) {
            return new DecidingSymbol(SymbolKind.CURRENT, step);
        }
        return back > step
                ? new DecidingSymbol(SymbolKind.BEGINNING, -1)
                : new DecidingSymbol(SymbolKind.EARLIER, step - back);
    }

    private static List<int[]> stepsWith(int[][] encoded, int symbol) {
        List<int[]> steps = new ArrayList<>();
        for (int s = 0; s < encoded.length; s++) {
            for (int t = 0; t + 1 < encoded[s].length; t++) {
                if (encoded[s][t] == symbol) {
                    steps.add(new int[] {s, t});
                }
            }
        }
        return steps;
    }

    private static boolean agree(int[][] encoded, List<int[]> steps) {
        int[] first = steps.get(0);
        int target = encoded[first[0]][first[1] + 1];
        return steps.stream().allMatch(step -> encoded[step[0]][step[1] + 1] == target);
    }
}
