package lab.carousel.study.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFloor;
import lab.carousel.text.Message;

/**
 * A network that forecasts several rows ahead by running free: from places in the test part on it is fed what it said. Beside it the
 * floors, each found anew for so many rows ahead.
 *
 * @param errors the root of the mean squared error one row ahead, two ahead, ..., in the unit of the series
 * @param floors the same of the floors
 * @param origins from how many places it ran
 */
public record FreeForecast(double[] errors, List<FloorErrors> floors, int origins) {

    private static final int MOST_ORIGINS = 50;
    private static final int FARTHEST = 24;
    /** A run begins anew at each place: so many steps are fed in all. */
    private static final int MOST_FED = 200_000;

    /** @param key for files */
    public record FloorErrors(String key, String name, double[] errors) {}

    /** Why nothing runs free, if nothing does. */
    public static Optional<Message> obstacle(Experiment experiment, Series series) {
        if (series.data().channels().size() > 1) {
            return Optional.of(Message.of("forecast.horizon.channels"));
        }
        if (series.feed().ahead() > 1) {
            return Optional.of(Message.of("forecast.horizon.ahead"));
        }
        return experiment.hyperparameters().get(Settings.BATCH_SIZE) > 1
                ? Optional.of(Message.of("forecast.horizon.batch"))
                : Optional.empty();
    }

    /** Runs it; there is no {@link #obstacle}. */
    public static FreeForecast of(Experiment experiment, Series series, Parameters parameters) {
        int rows = series.data().size();
        int train = series.feed().train();
        int farthest = Math.min(FARTHEST, Math.max(1, (rows - train) / 2));
        int most = Math.max(2, Math.min(MOST_ORIGINS, MOST_FED / rows));
        int last = rows - 1 - farthest;
        int count = Math.min(most, last - train + 2);
        int[] origins = IntStream.range(0, count)
                .map(place -> count == 1 ? train - 1 : train - 1 + (last - train + 1) * place / (count - 1))
                .toArray();
        double[] squares = new double[farthest];
        Runner runner = new Runner(experiment, series, parameters);
        for (int origin : origins) {
            double[] course = runner.run(origin, farthest);
            for (int ahead = 1; ahead <= farthest; ahead++) {
                double off = course[origin + ahead] - series.target()[origin + ahead];
                squares[ahead - 1] += off * off;
            }
        }
        double[] errors =
                Arrays.stream(squares).map(sum -> Math.sqrt(sum / count)).toArray();
        return new FreeForecast(errors, floors(series, origins, farthest), count);
    }

    /** Of those floors that there are for all horizons. */
    private static List<FloorErrors> floors(Series series, int[] origins, int farthest) {
        Map<String, double[]> errors = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (int ahead = 1; ahead <= farthest; ahead++) {
            for (SeriesFloor floor : series.floorsAhead(ahead)) {
                double squares = 0;
                for (int origin : origins) {
                    double off =
                            floor.forecast(series.data().values(), origin + ahead) - series.target()[origin + ahead];
                    squares += off * off;
                }
                names.putIfAbsent(floor.key(), Message.text("forecast.kind." + floor.key()));
                double[] all = errors.computeIfAbsent(floor.key(), key -> nothing(farthest));
                all[ahead - 1] = Math.sqrt(squares / origins.length);
            }
        }
        List<FloorErrors> floors = new ArrayList<>();
        errors.forEach((key, all) -> {
            if (Arrays.stream(all).noneMatch(Double::isNaN)) {
                floors.add(new FloorErrors(key, names.getOrDefault(key, key), all));
            }
        });
        return floors;
    }

    private static double[] nothing(int count) {
        double[] none = new double[count];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /** Up to how many rows ahead, from one on, the network has the smaller error than some others. */
    private int betterUntil(List<FloorErrors> others) {
        int ahead = 0;
        while (ahead < errors.length) {
            int place = ahead;
            if (others.stream().anyMatch(floor -> floor.errors[place] <= errors[place])) {
                break;
            }
            ahead++;
        }
        return ahead;
    }

    /** Until where it is better than the echo, and than every floor, in words. */
    public Message words() {
        List<FloorErrors> echo = floors.stream()
                .filter(floor -> floor.key.equals(SeriesFloor.ECHO))
                .toList();
        int overEcho = betterUntil(echo);
        int overAll = betterUntil(floors);
        String until = overEcho == 0 ? "none" : overAll == 0 ? "echo" : "all";
        return Message.of("forecast.horizon." + until, origins, errors.length, overEcho, overAll);
    }

    /** Runs free from one place after the other. */
    private static final class Runner {

        private final Series series;
        private final Steps steps;
        private final ForwardPass pass;
        private final int lag;

        Runner(Experiment experiment, Series series, Parameters parameters) {
            this.series = series;
            this.steps = series.shown().get(0);
            this.pass = new ForwardPass(parameters, experiment.hyperparameters());
            this.lag = experiment.hyperparameters().get(Settings.LAG);
        }

        /** The series up to a row, and after it what the network says. */
        double[] run(int origin, int farthest) {
            double[] course = series.target().clone();
            int last = origin - series.first();
            pass.reset();
            double[] h = {};
            for (int step = lag - 1; step <= last; step++) {
                h = pass.step(steps, step).h;
            }
            for (int row = origin + 1; row <= origin + farthest; row++) {
                course[row] = series.forecast(course, row, pass.outputs(h)[0]);
                h = pass.step(sample(course, row), lag - 1).h;
            }
            return course;
        }

        /** The last rows of a course, as many as the lag. */
        private Steps sample(double[] course, int row) {
            double[][] rows = IntStream.rangeClosed(row - lag + 1, row)
                    .mapToObj(each -> new double[] {series.fed(course, each)})
                    .toArray(double[][]::new);
            return Steps.ofRows(
                    rows, IntStream.range(0, lag).mapToObj(each -> Target.NONE).toArray(Target[]::new));
        }
    }
}
