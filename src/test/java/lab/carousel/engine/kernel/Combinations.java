package lab.carousel.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;

/** Every combination of the values of some hyperparameters. */
record Combinations(List<Hyperparameters> all) {

    static final UpdateInterval[] INTERVALS = {
        UpdateInterval.ONE_STEP, new UpdateInterval(2), UpdateInterval.WHOLE_SEQUENCE
    };

    /** Every cell in one and in two layers of three units, plain gradient descent at a learning rate of 1. */
    static Combinations ofSmallNetworks() {
        return new Combinations(List.of(Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 3)
                        .with(Settings.OPTIMISER, Optimiser.SGD)
                        .with(Settings.LEARNING_RATE, 1.0)))
                .with(
                        (values, value) -> values.with(Settings.CELL, value),
                        Cell.all().toArray(Cell[]::new))
                .with((values, value) -> values.with(Settings.LAYERS, value), 1, 2);
    }

    /** A sample in which each two values of the hyperparameters that differ, and of more aspects, occur together. */
    @SafeVarargs
    @SuppressWarnings("varargs") // They are only read
    static <T> Stream<T> pairwise(
            long seed, List<T> cases, Function<T, Hyperparameters> settings, Function<? super T, ?>... more) {
        List<Function<? super T, ?>> aspects = new ArrayList<>(List.of(more));
        for (Setting<?> setting : Settings.ALL) {
            if (cases.stream()
                            .map(each -> settings.apply(each).get(setting))
                            .distinct()
                            .count()
                    > 1) {
                aspects.add(each -> settings.apply(each).get(setting));
            }
        }
        return Sample.pairwise(seed, cases, aspects);
    }

    static Stream<Experiment> pairwise(long seed, Stream<Experiment> cases) {
        return pairwise(seed, cases.toList(), Experiment::hyperparameters);
    }

    /** Each of these with each of the values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The values are only read
    final <T> Combinations with(BiFunction<Hyperparameters, T, Hyperparameters> with, T... values) {
        return new Combinations(all.stream()
                .flatMap(setting -> Arrays.stream(values).map(value -> with.apply(setting, value)))
                .toList());
    }
}
