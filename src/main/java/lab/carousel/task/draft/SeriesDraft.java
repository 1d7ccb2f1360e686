package lab.carousel.task.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import lab.carousel.task.series.FedValues;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Period;
import lab.carousel.task.series.Scaling;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;

/**
 * A series while it is being edited.
 *
 * @param own    stays at hand while another one is chosen; empty if there is none
 * @param target which channel is forecast, counted from 0
 * @param texts  its {@link #NUMBERS} as typed, valid or not; no period is typed where it is found
 */
public record SeriesDraft(
        SeriesData data,
        Optional<SeriesData> own,
        int target,
        FedValues fed,
        Leak leak,
        Scaling scaling,
        Map<String, String> texts) {

    public static final List<String> NUMBERS = List.of(Series.PERIOD, Series.AHEAD, Series.TRAIN);

    private static final int MOST = 999_999_999;

    public SeriesDraft {
        texts = Map.copyOf(texts);
    }

    public static SeriesDraft of(Series series) {
        return of(series.data(), series.feed(), Optional.empty());
    }

    private static SeriesDraft of(SeriesData data, SeriesFeed feed, Optional<SeriesData> own) {
        Map<String, String> texts = Map.of(
                Series.PERIOD, feed.period() == SeriesFeed.FOUND ? "" : Integer.toString(feed.period()),
                Series.AHEAD, Integer.toString(feed.ahead()),
                Series.TRAIN, Integer.toString(feed.train()));
        boolean isOwn = data.name().equals(SeriesData.OWN);
        return new SeriesDraft(
                data, isOwn ? Optional.of(data) : own, feed.target(), feed.fed(), feed.leak(), feed.scaling(), texts);
    }

    /** The names of the series that there are to choose from. */
    public List<String> names() {
        return Stream.concat(
                        Stream.of(ShippedSeries.values()).map(ShippedSeries::key),
                        own.stream().map(SeriesData::name))
                .toList();
    }

    /** Another one of them, with two thirds to train on; what is fed, and a leak, stay. */
    public SeriesDraft withSeries(String name) {
        if (name.equals(data.name())) {
            return this;
        }
        SeriesData chosen =
                ShippedSeries.named(name).map(ShippedSeries::data).or(() -> own).orElseThrow();
        SeriesDraft draft = of(chosen, SeriesFeed.of(chosen.size()).with(leak).with(scaling), own);
        return draft.with(Series.AHEAD, text(Series.AHEAD)).with(fed);
    }

    public SeriesDraft withTarget(int channel) {
        return new SeriesDraft(data, own, channel, fed, leak, scaling, texts);
    }

    public SeriesDraft with(Leak other) {
        return new SeriesDraft(data, own, target, fed, other, scaling, texts);
    }

    public SeriesDraft with(Scaling other) {
        return new SeriesDraft(data, own, target, fed, leak, other, texts);
    }

    /** Seasonal differences need a period: one that is found takes the place of none. */
    public SeriesDraft with(FedValues other) {
        SeriesDraft changed = new SeriesDraft(data, own, target, other, leak, scaling, texts);
        OptionalInt found =
                other == FedValues.SEASONAL && text(Series.PERIOD).isBlank() ? found() : OptionalInt.empty();
        return found.isPresent() ? changed.with(Series.PERIOD, Integer.toString(found.getAsInt())) : changed;
    }

    public SeriesDraft with(String name, String text) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(name, text);
        return new SeriesDraft(data, own, target, fed, leak, scaling, changed);
    }

    /** One of the numbers as typed. */
    public String text(String name) {
        return Objects.requireNonNull(texts.get(name), name);
    }

    /** The typed number, {@link SeriesFeed#FOUND} for a period that is not typed; empty if it is none. */
    private OptionalLong number(String name) {
        return name.equals(Series.PERIOD) && text(name).isBlank()
                ? OptionalLong.of(SeriesFeed.FOUND)
                : TypedNumber.whole(text(name), -MOST, MOST);
    }

    private SeriesFeed feed() {
        int[] numbers = NUMBERS.stream()
                .mapToInt(name -> (int) number(name).orElseThrow())
                .toArray();
        return new SeriesFeed(target, fed, numbers[0], numbers[1], numbers[2], leak, scaling);
    }

    /** The season of what is forecast, in its training part; takes a while for a long one. Empty if there is none. */
    public OptionalInt found() {
        int train = (int) number(Series.TRAIN).orElse(0);
        return train < SeriesData.FEWEST_ROWS / 2 || train > data.size()
                ? OptionalInt.empty()
                : Period.of(data.values()[target], train);
    }

    /** What is wrong, by the names of the numbers. */
    public Map<String, Message> problems() {
        Map<String, Message> problems = new LinkedHashMap<>();
        NUMBERS.stream()
                .filter(name -> number(name).isEmpty())
                .forEach(name -> problems.put(name, Message.of("series.noWhole", text(name))));
        if (problems.isEmpty()) {
            InvalidInput.problemOf(() -> feed().check(data))
                    .ifPresent(problem -> problems.put(problem.key().split("\\.")[1], problem));
        }
        return problems;
    }

    /** Empty while there is a problem. */
    public Optional<Series> series() {
        return problems().isEmpty() ? Optional.of(new Series(data, feed())) : Optional.empty();
    }
}
