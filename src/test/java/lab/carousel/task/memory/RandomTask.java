package lab.carousel.task.memory;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;

/** A small task and a way to feed it, drawn at random. */
public record RandomTask(int[][] sequences, int symbols, int[] order, FeedingScheme feeding, ScoredSteps scored) {

    public static RandomTask draw(SplittableRandom random) {
        int symbols = 2 + random.nextInt(3);
        int lag = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
        int[][] sequences = new int[1 + random.nextInt(3)][];
        for (int s = 0; s < sequences.length; s++) {
            boolean again = s > 0 && random.nextInt(3) == 0;
            sequences[s] = again ? sequences[s - 1].clone() : new int[lag + 1 + random.nextInt(6)];
            int from = again ? sequences[s].length - 1 : 0;
            for (int t = from; t < sequences[s].length; t++) {
                sequences[s][t] = random.nextInt(symbols);
            }
        }
        StateLifetime carry = StateLifetime.values()[random.nextInt(4)];
        int slots = random.nextBoolean() ? 1 : 1 + random.nextInt(3);
        boolean memoryless = random.nextInt(10) == 0;
        ScoredSteps scored = new ScoredSteps(lag - 1, random.nextInt(4) == 0);
        return new RandomTask(
                sequences,
                symbols,
                order(sequences.length, random),
                new FeedingScheme(carry, slots, lag, memoryless),
                scored);
    }

    public Steps[] steps() {
        return scored.of(Arrays.stream(sequences).map(Steps::of).toArray(Steps[]::new));
    }

    /** As a task of the symbols 0 to 3. */
    public Task task() {
        return Task.parse(
                "0 1 2 3",
                Arrays.stream(sequences)
                        .map(each ->
                                Arrays.stream(each).mapToObj(Integer::toString).collect(Collectors.joining(" ")))
                        .toArray(String[]::new));
    }

    static int[] order(int sequences, SplittableRandom random) {
        int[] order = new int[sequences];
        for (int s = 0; s < sequences; s++) {
            int place = random.nextInt(s + 1);
            order[s] = order[place];
            order[place] = s;
        }
        return order;
    }

    @Override
    public String toString() {
        return Arrays.deepToString(sequences) + " in " + Arrays.toString(order) + ", " + feeding + ", " + scored;
    }
}
