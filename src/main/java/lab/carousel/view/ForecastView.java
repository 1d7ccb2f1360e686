package lab.carousel.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.picture.forecast.ForecastClouds;
import lab.carousel.picture.forecast.ForecastDrawing;
import lab.carousel.picture.forecast.HorizonDrawing;
import lab.carousel.study.forecast.FreeForecast;
import lab.carousel.task.series.ForecastVerdict;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFloor;
import lab.carousel.task.series.TestPart;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.QuietTraining;

/** What a network forecasts of a series, beside the floors of those who need no network. */
public final class ForecastView implements View {

    private static final String SHOWN = "shown";
    private static final String PART = "part";
    private static final String FLOOR = "floor";
    private static final double MOST_SECONDS = 60;
    /** Floors that are told in a sentence. */
    private static final int MOST_TOLD = 2;

    /** What is drawn. */
    public enum Shown {
        CURVE,
        CLOUDS,
        HORIZON
    }

    /** How much of the series. */
    public enum Part {
        TEST,
        ALL
    }

    /** What the same network reaches that is trained without a leak. */
    private record Honest(Experiment experiment, double error) {}

    private Optional<Honest> honest = Optional.empty();

    @Override
    public PlaceName name() {
        return PlaceName.FORECAST;
    }

    @Override
    public Set<PlaceNeed> needs() {
        return Set.of(PlaceNeed.HEIGHT);
    }

    @Override
    public Optional<String> obstacle(Experiment experiment) {
        return Series.of(experiment.task()).isPresent()
                ? Optional.empty()
                : Optional.of(Message.text("forecast.noSeries"));
    }

    @Override
    public boolean isFirstFor(Experiment experiment) {
        return obstacle(experiment).isEmpty();
    }

    @Override
    public List<Choice> choices(Experiment experiment) {
        List<Option> floors = Series.of(experiment.task())
                .map(series -> series.seriesFloors().stream()
                        .map(floor -> new Option(
                                floor.key(), floor.name().text(), floor.found().text()))
                        .toList())
                .orElse(List.of(new Option(SeriesFloor.ECHO, SeriesFloor.ECHO, SeriesFloor.ECHO)));
        return List.of(
                Choice.of(name(), SHOWN, List.of(Shown.values()), Shown.CURVE),
                Choice.of(name(), PART, List.of(Part.values()), Part.ALL).only(SHOWN, Shown.CURVE.name()),
                Choice.listed(name(), FLOOR, floors, floors.get(0).value()).only(SHOWN, Shown.CURVE.name()));
    }

    @Override
    public List<String> sentences() {
        return List.of(WARNING, "errors");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        Experiment experiment = look.experiment();
        Series series = Series.of(experiment.task()).orElseThrow();
        TestPart part = series.part(look.network().sample().said(0, series.firstJudged()));
        Optional<FreeForecast> free = chosen.of(SHOWN, Shown.class) == Shown.HORIZON
                        && FreeForecast.obstacle(experiment, series).isEmpty()
                ? Optional.of(FreeForecast.of(experiment, series, look.network().parameters()))
                : Optional.empty();
        return new Answer(
                        drawing(series, part, free, chosen),
                        Message.text("forecast.title", series.title(), look.epoch()))
                .size(960, 560)
                .says(WARNING, leak(experiment, series, part))
                .says("errors", (errors(part, look.epoch()) + " " + shown(look, series, part, free, chosen)).strip())
                .selects(spot -> selected(experiment, series, spot));
    }

    private static Drawing drawing(Series series, TestPart part, Optional<FreeForecast> free, Chosen chosen) {
        List<String> rows = IntStream.range(0, series.data().size())
                .mapToObj(series.data()::row)
                .toList();
        if (free.isPresent()) {
            return new HorizonDrawing(free.get());
        }
        if (chosen.of(SHOWN, Shown.class) == Shown.CLOUDS) {
            return new ForecastClouds(part, rows);
        }
        int first = chosen.of(PART, Part.class) == Part.ALL ? 0 : series.feed().train();
        int floor = IntStream.range(0, part.floors().size())
                .filter(each -> part.floors().get(each).key().equals(chosen.of(FLOOR)))
                .findFirst()
                .orElse(0);
        return new ForecastDrawing(series.target(), rows, first, part, floor);
    }

    /** The error of the forecast, which nobody has learned before the first epoch, and of the floors, the best first. */
    private static String errors(TestPart part, int epoch) {
        String floors = IntStream.range(0, part.floors().size())
                .boxed()
                .sorted(Comparator.comparing(floor -> part.error(part.said()[floor])))
                .limit(MOST_TOLD)
                .map(floor -> Message.text(
                        "forecast.errors.floor",
                        part.floors().get(floor).name().text(),
                        NumberText.significant(part.error(part.said()[floor]))))
                .collect(Collectors.joining(", "));
        String echo = NumberText.significant(part.error(part.said()[0]));
        return epoch == 0
                ? Message.text("series.errors.floors", part.truth().length, echo, floors)
                : Message.text(
                        "forecast.errors.all",
                        part.truth().length,
                        NumberText.significant(part.error(part.forecast())),
                        echo,
                        floors);
    }

    private static String shown(Look look, Series series, TestPart part, Optional<FreeForecast> free, Chosen chosen) {
        return switch (chosen.of(SHOWN, Shown.class)) {
            // The verdict stands where that of every run does
            case CURVE -> echo(look, series, part);
            case CLOUDS -> Message.text("forecast.clouds") + " " + echo(look, series, part);
            case HORIZON ->
                free.map(FreeForecast::words)
                        .or(() -> FreeForecast.obstacle(look.experiment(), series))
                        .map(Message::text)
                        .orElse("");
        };
    }

    /** Whether it echoes; before the first epoch and more than one row ahead there is no verdict. */
    private static String echo(Look look, Series series, TestPart part) {
        return Optional.of(part)
                .filter(judged -> look.epoch() > 0 && series.feed().ahead() == 1)
                .flatMap(judged -> ForecastVerdict.of(judged).words().echo())
                .map(Message::text)
                .orElse("");
    }

    /** What leaks, and what that earned here. */
    private String leak(Experiment experiment, Series series, TestPart part) {
        Leak leak = series.feed().leak();
        if (leak == Leak.NONE) {
            return "";
        }
        List<String> words = new ArrayList<>(List.of(Message.text("forecast.leak." + leak)));
        honest.filter(found -> found.experiment.equals(experiment))
                .ifPresent(found -> words.add(Message.text(
                        "forecast.leak.earned",
                        NumberText.significant(part.error(part.forecast())),
                        NumberText.significant(found.error))));
        return String.join(" ", words);
    }

    /** The same without the leak, from the same seed. */
    @Override
    public Optional<Job> job(Look look, Chosen chosen) {
        Experiment leaking = look.experiment();
        return Series.of(leaking.task())
                .filter(series -> series.feed().leak() != Leak.NONE)
                .map(series -> new Job(leaking, MOST_SECONDS, isStopped -> train(leaking, series, isStopped)));
    }

    private void train(Experiment leaking, Series series, BooleanSupplier isStopped) {
        Experiment without = new Experiment(
                Series.task(series.data(), series.feed().with(Leak.NONE)), leaking.hyperparameters(), leaking.engine());
        QuietTraining.end(without, isStopped)
                .ifPresent(evaluation -> honest = Optional.of(new Honest(
                        leaking, Series.of(without.task()).orElseThrow().error(evaluation.loss()))));
    }

    /** The step at which a row is wanted. */
    private static Optional<Selected> selected(Experiment experiment, Series series, Hit spot) {
        int step = spot.column() - series.wantedRow(0);
        int lag = experiment.hyperparameters().get(Settings.LAG);
        return spot.column() < 0 || step < lag - 1
                ? Optional.empty()
                : Selected.step(experiment.task().step(0, step + 1));
    }
}
