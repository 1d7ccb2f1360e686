package lab.carousel.study.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.task.series.Series;

/**
 * The arrays X {@code [sample, time step, feature]} and y that a series gives in Keras and PyTorch, as an exported program feeds
 * them. Where each step is an update of its own and looks at nothing but its window, a sample is such a window. Otherwise an
 * update has a piece of the series for each slot, and a step is one of its time steps, or the last of the lag.
 *
 * @param isStateful whether a sample goes on from the state of an earlier one
 */
public record SampleArrays(Series series, int lag, int batch, int interval, boolean isWindow, boolean isStateful) {

    public static SampleArrays of(Experiment experiment, Series series) {
        boolean isStateful = experiment.hyperparameters().get(Settings.CELL).isRecurrent()
                && experiment.hyperparameters().get(Settings.RESET_POLICY) != ResetPolicy.EVERY_STEP;
        int lag = experiment.hyperparameters().get(Settings.LAG);
        int interval =
                experiment.hyperparameters().get(Settings.UPDATE_INTERVAL).steps();
        return new SampleArrays(
                series,
                lag,
                experiment.hyperparameters().get(Settings.BATCH_SIZE),
                interval,
                interval == 1 && (lag > 1 || !isStateful),
                isStateful);
    }

    public int features() {
        return series.inputs();
    }

    private int steps() {
        return series.listed().sum();
    }

    /** Those of the training part, in the order of the arrays. */
    public List<SamplePlace> learned() {
        List<SamplePlace> places = new ArrayList<>();
        int piece = 0;
        for (int first = lag - 1; first < series.firstJudged(); piece++) {
            int slots = Math.min(batch, series.firstJudged() - first);
            int times = Math.min(interval, (series.firstJudged() - first) / slots);
            for (int slot = 0; slot < slots; slot++) {
                for (int time = 0; time < times; time++) {
                    int step = first + time * batch + slot;
                    places.add(
                            isWindow
                                    ? new SamplePlace(0, step - lag + 1, 0, step)
                                    : new SamplePlace(piece, slot, time * lag, step));
                }
            }
            first += times * slots;
        }
        return places;
    }

    /** Those of the test part. Where a sample goes on, it does so from the training part. */
    public List<SamplePlace> judged() {
        int piece = pieces(learned());
        return IntStream.range(series.firstJudged(), steps())
                .mapToObj(step -> isWindow || !isStateful
                        ? new SamplePlace(piece, step - series.firstJudged(), 0, step)
                        : new SamplePlace(piece, (step - lag + 1) % batch, (step - lag + 1) / batch * lag, step))
                .toList();
    }

    /** How many pieces some steps of the training part are. */
    public int pieces(List<SamplePlace> learned) {
        return learned.get(learned.size() - 1).piece() + 1;
    }

    /** The shape of the inputs of one piece, or of all windows. */
    public int[] shape(List<SamplePlace> places, int piece) {
        int samples = 0;
        int times = 0;
        for (SamplePlace place : places) {
            samples = place.piece() == piece ? Math.max(samples, place.sample() + 1) : samples;
            times = place.piece() == piece ? Math.max(times, place.time() + lag) : times;
        }
        return new int[] {samples, times, features()};
    }

    /** What is fed at a time step of a step, counted from 0 to the lag: a number for each feature. */
    public double[] fed(SamplePlace place, int time) {
        return series.shown().get(0).row(place.step() - lag + 1 + time);
    }

    /** The row of the series that is fed there. */
    public int row(SamplePlace place, int time) {
        return series.first() + place.step() - lag + 1 + time;
    }

    public double wanted(SamplePlace place) {
        return series.shown().get(0).target(place.step()).number(0);
    }
}
