package lab.carousel.study.ready;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.Clipping;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Change;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.Message;

/** How far back can it remember? */
final class SpanStudies {

    private static final int[] LAGS = {2, 5, 10, 20, 50, 100, 200, 500, 1_000};
    private static final List<String> MIDDLE = List.of("a", "b", "c", "d");
    private static final int EPOCHS = 300;
    private static final int SEEDS = 10;

    private SpanStudies() {}

    static List<ReadyMade> all() {
        Hyperparameters settings = Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, 10)
                .with(Settings.LEARNING_RATE, 0.01)
                .with(Settings.EPOCHS, EPOCHS)
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)
                .with(Settings.CLIPPING, new Clipping(1));
        Experiment base = new Experiment(task(LAGS[0]), settings, EngineName.KERNEL);
        Axis lags = Axis.listed(
                "span",
                Message.of("studies.axis.span"),
                IntStream.of(LAGS)
                        .mapToObj(lag -> AxisValue.whole(lag, Change.to(task(lag))))
                        .toList());
        Axis cells = Axis.listed(
                "cell",
                Message.of("hyperparameters.cell.label"),
                List.of(Axes.cell(Cell.LSTM), Axes.cell(Cell.GRU), Axes.cell(Cell.RECURRENT)));
        Axis starts = Axis.listed("start", Message.of("studies.axis.start"), List.of(forgetOne(), chrono()));
        return List.of(
                ReadyMade.of("memorySpan", Question.SPAN, base, List.of(lags, cells), Study.GRID, SEEDS),
                ReadyMade.of("memorySpanChrono", Question.SPAN, base, List.of(lags, starts), Study.GRID, SEEDS));
    }

    /**
     * Two sequences that begin and end with the same symbol, x or y, with the same symbols between them; at the last
     * step the first one is so many steps back.
     */
    static Task task(int lag) {
        return new Task(
                new Alphabet(List.of("x", "y", "a", "b", "c", "d")), List.of(sequence("x", lag), sequence("y", lag)));
    }

    private static Sequence sequence(String ends, int lag) {
        List<String> symbols = new ArrayList<>();
        symbols.add(ends);
        for (int step = 0; step < lag; step++) {
            symbols.add(MIDDLE.get(step % MIDDLE.size()));
        }
        symbols.add(ends);
        return new Sequence(symbols);
    }

    private static AxisValue forgetOne() {
        return AxisValue.named(Message.of("studies.start.forgetOne"), experiment -> experiment);
    }

    /** Told the lag, as Tallec and Ollivier do. */
    private static AxisValue chrono() {
        return AxisValue.named(
                Message.of("studies.start.chrono"),
                experiment -> experiment.with(all -> all.withGateBias(experiment
                        .hyperparameters()
                        .gateBias()
                        .withChronoSpan(experiment.task().longestSteps()))));
    }
}
