package lab.carousel.study.ready;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.layout.Cell;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Change;
import lab.carousel.study.many.Choice;
import lab.carousel.text.Message;

/** Axes of ready-made studies. Their names are those of hyperparameters in files, where they vary just one. */
final class Axes {

    private Axes() {}

    /** An axis whose title stands in the bundle of the hyperparameters. */
    static Axis of(String name, List<Choice> choices) {
        return Axis.listed(name, Message.of("hyperparameters." + name + ".label"), choices);
    }

    /** Whole numbers. */
    static Axis whole(String name, BiFunction<Hyperparameters, Integer, Hyperparameters> with, int... values) {
        return of(
                name,
                IntStream.of(values)
                        .mapToObj(value -> Choice.whole(value, Change.of(settings -> with.apply(settings, value))))
                        .toList());
    }

    /** Numbers. */
    static Axis numbers(String name, BiFunction<Hyperparameters, Double, Hyperparameters> with, double... values) {
        return of(
                name,
                Arrays.stream(values)
                        .mapToObj(value -> Choice.number(value, Change.of(settings -> with.apply(settings, value))))
                        .toList());
    }

    /** A cell as a choice, with the units it has in the experiment. */
    static Choice cell(Cell cell) {
        return Choice.named(Message.of("studies.cell." + cell), Change.of(settings -> settings.withCell(cell)));
    }
}
