package lab.carousel.study;

import java.util.List;
import java.util.Map;
import lab.carousel.model.Experiment;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.TypedNumber;

/** What people type for a {@link FreeRun}, read and checked. */
public final class FreeRunInput {

    /** The most symbols to start from. */
    public static final int MAX_START = 1_000;

    private FreeRunInput() {}

    /**
     * The symbols to start from, with blanks between them.
     *
     * @return their indices
     * @throws InvalidInput if there are too few or too many, or one is not in the alphabet
     */
    public static List<Integer> start(String text, Alphabet alphabet, int lag) {
        List<String> symbols = Sequence.symbolsIn(text);
        if (symbols.isEmpty()) {
            throw new InvalidInput("freeRun.start.empty");
        }
        if (symbols.size() > MAX_START) {
            throw new InvalidInput("freeRun.start.tooLong", symbols.size(), MAX_START);
        }
        Map<String, Integer> indices = alphabet.indices();
        for (String symbol : symbols) {
            if (!indices.containsKey(symbol)) {
                throw new InvalidInput("freeRun.start.unknown", symbol);
            }
        }
        if (symbols.size() < lag) {
            throw new InvalidInput("study.freeRun.start", lag);
        }
        return symbols.stream().map(indices::get).toList();
    }

    /** A start that every experiment has: as many symbols of its first sequence as the lag. */
    public static String firstSymbols(Experiment experiment) {
        List<String> symbols = experiment.task().sequences().get(0).symbols();
        return String.join(" ", symbols.subList(0, experiment.hyperparameters().lag()));
    }

    /** As many steps as the first sequence goes on for. */
    public static String wholeLength(Experiment experiment) {
        int whole = experiment.task().sequences().get(0).symbols().size()
                - experiment.hyperparameters().lag();
        return Integer.toString(Math.min(FreeRun.MAX_STEPS, Math.max(1, whole)));
    }

    /** The number of steps. */
    public static int length(String text) {
        return (int) TypedNumber.whole(text, 1, FreeRun.MAX_STEPS)
                .orElseThrow(() -> new InvalidInput("study.freeRun.length", FreeRun.MAX_STEPS));
    }

    /** The temperature; a decimal comma is read too. */
    public static double temperature(String text) {
        double temperature;
        try {
            temperature = TypedNumber.decimal(text);
        } catch (NumberFormatException none) {
            temperature = Double.NaN;
        }
        return FreeRun.Draw.drawn(temperature, 0).temperature().getAsDouble();
    }

    /** The seed: any whole number of 64 bits. */
    public static long seed(String text) {
        return TypedNumber.whole(text, Long.MIN_VALUE, Long.MAX_VALUE)
                .orElseThrow(() -> new InvalidInput("freeRun.seed.none"));
    }
}
