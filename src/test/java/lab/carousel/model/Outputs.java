package lab.carousel.model;

import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;
import org.junit.jupiter.params.converter.TypedArgumentConverter;

/** Outputs that tests go through, and one that only tests declare. */
public final class Outputs {

    /** The absolute error: of numbers, as none of ours, and in no library. */
    public static final Output ABSOLUTE =
            new Output("ABSOLUTE", Squashing.LINEAR, new AbsoluteError(), Optional.empty());

    private Outputs() {}

    static Stream<Output> all() {
        return Stream.concat(Output.all().stream(), Stream.of(ABSOLUTE));
    }

    public static Stream<Output> ofSymbols() {
        return Output.all().stream().filter(output -> output.targets() == TargetKind.SYMBOLS);
    }

    public static Stream<Output> ofNumbers() {
        return Output.all().stream().filter(output -> output.targets() == TargetKind.NUMBERS);
    }

    /** Lets a table of a test name them. */
    public static final class ByName extends TypedArgumentConverter<String, Output> {

        ByName() {
            super(String.class, Output.class);
        }

        @Override
        protected Output convert(String name) {
            return Output.all().stream()
                    .filter(output -> output.toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static final class AbsoluteError implements Loss {

        @Override
        public TargetKind targets() {
            return TargetKind.NUMBERS;
        }

        @Override
        public boolean takesSmoothing() {
            return false;
        }

        @Override
        public double of(double[] z, Target target, Squashing squashing) {
            double sum = 0;
            for (int k = 0; k < z.length; k++) {
                sum += Math.abs(z[k] - target.wanted(k));
            }
            return sum / z.length;
        }

        @Override
        public void gradient(double[] y, Target target, Squashing squashing, double smoothing, double weight) {
            for (int k = 0; k < y.length; k++) {
                y[k] = squashing.back(weight / y.length * Math.signum(y[k] - target.wanted(k)), y[k]);
            }
        }
    }
}
