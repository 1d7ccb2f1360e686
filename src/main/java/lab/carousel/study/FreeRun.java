package lab.carousel.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Network;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.Sequence;
import lab.carousel.task.Steps;
import lab.carousel.task.TargetKind;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;

/**
 * A network that feeds on its own predictions: some symbols are given, and from then on each predicted symbol is the
 * next input.
 *
 * @param start the symbols given, as indices
 * @param steps the steps after them, in order
 */
public record FreeRun(List<Integer> start, List<FreeStep> steps) {

    public static final int MAX_STEPS = 1_000;
    public static final double MAX_TEMPERATURE = 10;

    /**
     * How a prediction is taken.
     *
     * @param temperature empty for the largest output; otherwise symbols are drawn with chances proportional to
     *                    {@code output^(1 / temperature)}: 1 takes the outputs as they are, less sharpens them
     */
    public record Draw(OptionalDouble temperature, long seed) {

        public static final Draw LARGEST = new Draw(OptionalDouble.empty(), 0);

        /** @throws InvalidInput if the temperature is out of bounds */
        public Draw {
            if (temperature.isPresent()
                    && !(temperature.getAsDouble() > 0 && temperature.getAsDouble() <= MAX_TEMPERATURE)) {
                throw new InvalidInput("study.temperature.range", MAX_TEMPERATURE);
            }
        }

        public static Draw drawn(double temperature, long seed) {
            return new Draw(OptionalDouble.of(temperature), seed);
        }
    }

    /**
     * Runs a network as it is trained: through its slots, from the state that it meets at the first sequence of an epoch,
     * which is zero unless that is never reset.
     *
     * @param start  indices of the symbols given: at least one, and as many as the lag
     * @param length how many predictions: 1 to {@value #MAX_STEPS}
     * @throws InvalidInput if there are too few symbols or too many steps, or numbers instead
     */
    public static FreeRun of(
            Experiment experiment, Parameters parameters, List<Integer> start, int length, Draw choice) {
        InvalidInput.throwIf(obstacle(experiment));
        int lag = experiment.hyperparameters().get(Settings.LAG);
        if (start.size() < lag) {
            throw new InvalidInput("study.freeRun.start", lag);
        }
        if (length < 1 || length > MAX_STEPS) {
            throw new InvalidInput("study.freeRun.length", MAX_STEPS);
        }
        SplittableRandom random = new SplittableRandom(choice.seed);
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters());
        Steps[] before = experiment.carriesOver() ? experiment.encoded() : new Steps[0];
        pass.start(before, IntStream.range(0, before.length).toArray());
        int[] fed = Arrays.copyOf(start.stream().mapToInt(Integer::intValue).toArray(), start.size() + length - 1);
        List<FreeStep> steps = new ArrayList<>();
        for (int given = lag - 1; given < fed.length; given++) {
            if (given >= start.size()) {
                fed[given] = steps.get(steps.size() - 1).taken();
            }
            NetworkState state = pass.step(Steps.of(Arrays.copyOf(fed, given + 2)), given);
            if (given >= start.size() - 1) {
                steps.add(predict(experiment, parameters, state, fed[given], choice, random));
            }
        }
        return new FreeRun(List.copyOf(start), List.copyOf(steps));
    }

    /** Why what a network predicts is no input, if it is not. */
    public static Optional<Message> obstacle(Experiment experiment) {
        return experiment.task().targets() == TargetKind.NUMBERS
                ? Optional.of(Message.of("study.freeRun.numbers"))
                : Optional.empty();
    }

    private static FreeStep predict(
            Experiment experiment,
            Parameters parameters,
            NetworkState state,
            int input,
            Draw choice,
            SplittableRandom random) {
        double[] net = new double[parameters.layout().outputs()];
        Network.outputNetInputs(parameters, state, net);
        double[] outputs = net.clone();
        experiment.hyperparameters().get(Settings.OUTPUT).activate(outputs);
        if (choice.temperature.isEmpty()) {
            double[] certain = new double[outputs.length];
            int largest = Output.argmax(outputs);
            certain[largest] = 1;
            return new FreeStep(input, outputs, certain, largest);
        }
        double[] chances = chances(
                experiment.hyperparameters().get(Settings.OUTPUT).squashing().logarithms(net),
                choice.temperature.getAsDouble());
        return new FreeStep(input, outputs, chances, draw(chances, random.nextDouble()));
    }

    /** Proportional to {@code output^(1 / temperature)}; relative to the largest, so that none of them overflows. */
    private static double[] chances(double[] logarithms, double temperature) {
        double largest = logarithms[Output.argmax(logarithms)];
        double[] chances = Arrays.stream(logarithms)
                .map(logarithm -> StrictMath.exp((logarithm - largest) / temperature))
                .toArray();
        double sum = Arrays.stream(chances).sum();
        return Arrays.stream(chances).map(chance -> chance / sum).toArray();
    }

    /** All symbols: those given, and after them those produced. */
    public List<Integer> text() {
        List<Integer> text = new ArrayList<>(start);
        steps.forEach(step -> text.add(step.taken()));
        return text;
    }

    private static int draw(double[] chances, double uniform) {
        double sum = 0;
        for (int k = 0; k < chances.length; k++) {
            sum += chances[k];
            if (uniform < sum) {
                return k;
            }
        }
        return Output.argmax(chances);
    }

    /** What people type for a {@link FreeRun}, read and checked. */
    public static final class Input {

        public static final int MAX_START = 1_000;

        private Input() {}

        /**
         * The symbols to start from, with blanks between them.
         *
         * @return their indices
         * @throws InvalidInput if there are too few or too many, one is not in the alphabet, or the task has numbers instead
         */
        public static List<Integer> start(String text, Experiment experiment) {
            InvalidInput.throwIf(obstacle(experiment));
            List<String> symbols = Sequence.symbolsIn(text);
            if (symbols.isEmpty()) {
                throw new InvalidInput("freeRun.start.empty");
            }
            if (symbols.size() > MAX_START) {
                throw new InvalidInput("freeRun.start.tooLong", symbols.size(), MAX_START);
            }
            Map<String, Integer> indices = experiment.task().alphabet().indices();
            for (String symbol : symbols) {
                if (!indices.containsKey(symbol)) {
                    throw new InvalidInput("freeRun.start.unknown", symbol);
                }
            }
            int lag = experiment.hyperparameters().get(Settings.LAG);
            if (symbols.size() < lag) {
                throw new InvalidInput("study.freeRun.start", lag);
            }
            return symbols.stream().map(indices::get).toList();
        }

        /** A start that every experiment has: as many symbols of its first sequence as the lag. */
        public static String firstSymbols(Experiment experiment) {
            List<String> symbols = experiment.task().sequences().get(0).symbols();
            return String.join(
                    " ", symbols.subList(0, experiment.hyperparameters().get(Settings.LAG)));
        }

        /** As many steps as the first sequence goes on for. */
        public static String wholeLength(Experiment experiment) {
            int whole = experiment.task().sequences().get(0).symbols().size()
                    - experiment.hyperparameters().get(Settings.LAG);
            return Integer.toString(Math.min(FreeRun.MAX_STEPS, Math.max(1, whole)));
        }

        public static int length(String text) {
            return (int) TypedNumber.whole(text, 1, FreeRun.MAX_STEPS)
                    .orElseThrow(() -> new InvalidInput("study.freeRun.length", FreeRun.MAX_STEPS));
        }

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
}
