package lab.carousel.task;

import java.util.List;
import java.util.Map;

/**
 * A supply that only tests declare: neither listed nor drawn, sequences that a file holds, and the judge of these.
 *
 * @param symbols indices into the alphabet
 */
public record SequencesOfFile(String file, Alphabet alphabet, List<List<Integer>> symbols) implements Supply, Judge {

    /** The sequences of the reference task. */
    public static final Task REFERENCE = task(new SequencesOfFile(
            "sequences.csv", Task.reference().alphabet(), List.of(List.of(3, 0, 1, 2, 3), List.of(4, 0, 1, 2, 4))));

    private static Task task(SequencesOfFile both) {
        return new Task(both, both);
    }

    @Override
    public List<Steps> shown() {
        return symbols.stream()
                .map(each -> Steps.of(each.stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }

    @Override
    public String words() {
        return "the sequences of " + file;
    }

    @Override
    public String line() {
        return file;
    }

    @Override
    public Map<String, Object> values() {
        return Map.of("file", file);
    }

    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        return MemorylessFloor.of(scored.of(shown().toArray(Steps[]::new)), outputs(), symbolsSeen);
    }

    @Override
    public List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored) {
        return List.of(PredictorFloor.seen(floor(symbolsSeen, scored)));
    }
}
