package lab.carousel.task.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;

/** The predictors that a network is measured against, in the order in which they are shown. */
public final class SeriesFloors {

    private static final String SEASON_ECHO = "seasonEcho";
    private static final int LARGEST = 400;

    private final double[][] channels;
    private final int target;
    private final int train;
    private final int ahead;

    private SeriesFloors(double[][] channels, int target, int train, int ahead) {
        this.channels = channels;
        this.target = target;
        this.train = train;
        this.ahead = ahead;
    }

    /**
     * All that can be fitted: echo, mean, season and season with drift where there is a period, a line of values, of differences, of
     * seasonal differences, and over all channels where there are several; then those asked for.
     *
     * @param channels {@code [channel][place]}; NaN where a value is missing
     * @param train    how many values are the training part
     * @param ahead    how many steps, from 1
     * @param period   empty: found in the training part; under 2: none
     * @param fixed    with how many values, as in {@code line:13}; of any kind of line, or {@code seasonEcho:12}
     * @throws InvalidInput if one that is asked for is unknown, or has too few values to be fitted on
     */
    public static List<SeriesFloor> of(
            double[][] channels, int target, int train, int ahead, OptionalInt period, List<String> fixed) {
        SeriesFloors series = new SeriesFloors(channels, target, train, ahead);
        OptionalInt found = period.isPresent() ? period : Period.of(channels[target], train);
        List<SeriesFloor> floors = new ArrayList<>(untrained(target, ahead, OptionalInt.empty()));
        series.mean().ifPresent(floors::add);
        if (found.orElse(0) > 1) {
            Message how = Message.of(period.isPresent() ? "forecast.period.given" : "forecast.period.found");
            floors.add(season(target, ahead, found.getAsInt(), how));
            series.drift(found.getAsInt(), how).ifPresent(floors::add);
        }
        List<LineFloor> lines = series.lines(found);
        lines.forEach(line -> line.chosen().ifPresent(floors::add));
        for (String asked : fixed) {
            SeriesFloor floor = series.fixed(asked, lines);
            // One that was chosen anyway stands there once
            floors.removeIf(each -> each.name().equals(floor.name()));
            floors.add(floor);
        }
        return List.copyOf(floors);
    }

    /** Those that need no training part: the echo, and the season of a period that is given. */
    public static List<SeriesFloor> untrained(int target, int ahead, OptionalInt period) {
        SeriesFloor echo = new SeriesFloor(
                SeriesFloor.ECHO,
                Message.of("forecast.floor.echo"),
                Message.of("forecast.found.echo", ahead),
                ahead,
                (all, t) -> all[target][t - ahead]);
        return period.orElse(0) > 1
                ? List.of(echo, season(target, ahead, period.getAsInt(), Message.of("forecast.period.given")))
                : List.of(echo);
    }

    private Optional<SeriesFloor> mean() {
        double[] known = IntStream.range(0, train)
                .mapToDouble(t -> channels[target][t])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (known.length == 0) {
            return Optional.empty();
        }
        double mean = Scale.of(known).mean();
        return Optional.of(new SeriesFloor(
                SeriesFloor.MEAN,
                Message.of("forecast.floor.mean"),
                Message.of("forecast.found.mean", known.length),
                0,
                (all, t) -> mean));
    }

    /** The smallest multiple of a period that is known so many steps ahead. */
    private static int back(int period, int ahead) {
        return (ahead + period - 1) / period * period;
    }

    private static SeriesFloor season(int target, int ahead, int period, Message how) {
        int back = back(period, ahead);
        return new SeriesFloor(
                "season",
                Message.of("forecast.floor.season", period),
                Message.of("forecast.found.season", back, how),
                back,
                (all, t) -> all[target][t - back]);
    }

    /** The same, and as much more as values of the training part are on average over those of that season before. */
    private Optional<SeriesFloor> drift(int period, Message how) {
        int back = back(period, ahead);
        double[] moves = IntStream.range(back, train)
                .mapToDouble(t -> channels[target][t] - channels[target][t - back])
                .filter(move -> !Double.isNaN(move))
                .toArray();
        if (moves.length == 0) {
            return Optional.empty();
        }
        double drift = Scale.of(moves).mean();
        return Optional.of(new SeriesFloor(
                "drift",
                Message.of("forecast.floor.drift", period),
                Message.of("forecast.found.drift", back, how),
                back,
                (all, t) -> all[target][t - back] + drift));
    }

    private List<LineFloor> lines(OptionalInt period) {
        int[] own = {target};
        List<LineFloor> lines = new ArrayList<>();
        lines.add(new LineFloor(SeriesFloor.LINE, channels, own, train, ahead, 0, 0));
        lines.add(new LineFloor("lineDifferences", channels, own, train, ahead, 1, ahead));
        if (period.orElse(0) > 1) {
            int back = back(period.getAsInt(), ahead);
            lines.add(new LineFloor("lineSeasonal", channels, own, train, ahead, back, back));
        }
        if (channels.length > 1) {
            int[] all = IntStream.concat(
                            IntStream.of(target),
                            IntStream.range(0, channels.length).filter(each -> each != target))
                    .toArray();
            lines.add(new LineFloor("lineAll", channels, all, train, ahead, 0, 0));
        }
        return lines;
    }

    private SeriesFloor fixed(String asked, List<LineFloor> lines) {
        int colon = asked.indexOf(':');
        String kind = asked.substring(0, Math.max(0, colon));
        int count = (int) TypedNumber.whole(asked.substring(colon + 1), 1, LARGEST)
                .orElseThrow(() -> new InvalidInput("forecast.fixed.form", asked));
        if (kind.equals(SEASON_ECHO)) {
            return seasonEcho(asked, back(count, ahead));
        }
        return lines.stream()
                .filter(line -> line.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("forecast.fixed.form", asked))
                .fixed(asked, count)
                .orElseThrow(() -> new InvalidInput("forecast.fixed.rows", asked));
    }

    /** The value of the season before, moved by as much as the last value known is over that of its season before. */
    private SeriesFloor seasonEcho(String key, int back) {
        return new SeriesFloor(
                key,
                Message.of("forecast.floor.seasonEcho", back),
                Message.of("forecast.found.fixed"),
                ahead + back,
                (all, t) -> all[target][t - back] + all[target][t - ahead] - all[target][t - ahead - back]);
    }
}
