package lab.carousel.file.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonValue;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Domain;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.ListedSequences;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnKinds;
import lab.carousel.task.series.FedValues;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Scaling;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/** The parts of an experiment read from JSON values, wherever those come from: the page, too, reads with this. */
public final class ExperimentValues {

    private ExperimentValues() {}

    /**
     * Applies written values, by the names of their settings, to a base; errors name the place. The order does not
     * matter: any of the reference's values goes with every value of another, so a combination that is refused halfway
     * would be refused at the end.
     */
    public static Hyperparameters read(Hyperparameters base, Map<String, JsonValue> written) {
        Hyperparameters values = Hyperparameters.reference();
        for (Setting<?> setting : Settings.ALL) {
            JsonValue value = written.get(setting.name());
            values = value == null ? setting.copy(base, values) : read(setting, values, value);
        }
        return values;
    }

    /** Applies one written value; errors name the place. */
    public static <T> Hyperparameters read(Setting<T> setting, Hyperparameters values, JsonValue value) {
        T read = value(setting, value);
        return value.place().check(() -> setting.with(values, read));
    }

    private static <T> T value(Setting<T> setting, JsonValue value) {
        Domain<T> domain = setting.domain();
        if (value.kind() == JsonKind.TEXT) {
            Optional<T> named = domain.ofWord(value.text());
            if (named.isPresent()) {
                return named.get();
            }
        }
        List<String> words = domain.wordList();
        if (domain.numbers().isEmpty()) {
            throw value.place().problem("file.word.unknown", value.text(), String.join(", ", words));
        }
        boolean whole = domain.numbers().get().bounds().whole();
        boolean isNumber = value.kind() == JsonKind.WHOLE_NUMBER || (!whole && value.kind() == JsonKind.NUMBER);
        if (!words.isEmpty() && !isNumber) {
            String quoted =
                    words.stream().sorted().map(word -> "“" + word + "”").collect(Collectors.joining(", "));
            throw value.wrongKind(Message.of(whole ? "file.kind.interval" : "file.kind.numberOrWord", quoted));
        }
        double number = whole ? value.longNumber() : value.number();
        return value.place().check(() -> setting.ofNumber(number));
    }

    public static Task task(JsonValue group) {
        if (group.members().containsKey(DrawnTask.SOURCE)) {
            return Task.drawn(source(group));
        }
        if (group.members().containsKey(Series.SERIES)) {
            return series(group);
        }
        group.members(
                List.of(ListedSequences.ALPHABET, ListedSequences.SEQUENCES, ListedSequences.SETS, DrawnTask.SOURCE));
        JsonValue symbols = group.member(ListedSequences.ALPHABET);
        Alphabet alphabet = symbols.place().check(() -> new Alphabet(Sequence.symbolsIn(symbols.text())));
        JsonValue list = group.member(ListedSequences.SEQUENCES);
        List<Sequence> sequences = new ArrayList<>();
        JsonValue strange = list;
        Map<String, String> known = alphabet.symbols().stream().collect(Collectors.toMap(text -> text, text -> text));
        for (JsonValue element : list.elements()) {
            // A million symbols that each have a text of their own would take 50 MB
            String text = element.text();
            Sequence sequence =
                    element.place().check(() -> Sequence.parse(text)).sharing(known);
            if (strange == list && !known.keySet().containsAll(sequence.symbols())) {
                strange = element;
            }
            sequences.add(sequence);
        }
        JsonValue sets = group.members().get(ListedSequences.SETS);
        boolean isOfSets = sets != null && sets.truth();
        return strange.place().check(() -> new Task(new ListedSequences(alphabet, sequences, isOfSets)));
    }

    private static Task series(JsonValue group) {
        boolean isOwn = group.member(Series.SERIES).text().equals(SeriesData.OWN);
        List<String> names = new ArrayList<>(List.of(
                Series.SERIES,
                Series.TARGET,
                Series.FED,
                Series.PERIOD,
                Series.AHEAD,
                Series.TRAIN,
                Series.LEAK,
                Series.SCALING));
        if (isOwn) {
            names.addAll(List.of(Series.TITLE, Series.CHANNELS, Series.ROWS, Series.VALUES));
        }
        group.members(names);
        SeriesData data = isOwn
                ? ownSeries(group)
                : group.member(Series.SERIES)
                        .oneOf(List.of(ShippedSeries.values()), ShippedSeries::key)
                        .data();
        int target = data.channels().indexOf(group.member(Series.TARGET).oneOf(data.channels(), name -> name));
        Scaling scaling = Optional.ofNullable(group.members().get(Series.SCALING))
                .map(written -> written.oneOf(List.of(Scaling.values()), Series::word))
                .orElse(Scaling.STANDARD);
        SeriesFeed feed = new SeriesFeed(
                target,
                group.member(Series.FED).oneOf(List.of(FedValues.values()), Series::word),
                group.member(Series.PERIOD).wholeNumber(),
                group.member(Series.AHEAD).wholeNumber(),
                group.member(Series.TRAIN).wholeNumber(),
                group.member(Series.LEAK).oneOf(List.of(Leak.values()), Series::word),
                scaling);
        InvalidInput.problemOf(() -> feed.check(data)).ifPresent(problem -> {
            throw group.member(problem.key().split("\\.")[1]).place().problem(problem);
        });
        return Series.task(data, feed);
    }

    private static SeriesData ownSeries(JsonValue group) {
        List<String> channels = texts(group.member(Series.CHANNELS));
        List<String> rows = texts(group.member(Series.ROWS));
        double[][] values = group.member(Series.VALUES).elements().stream()
                .map(each -> each.place().check(() -> Sequence.symbolsIn(each.text()).stream()
                        .mapToDouble(Series::number)
                        .toArray()))
                .toArray(double[][]::new);
        String title = Optional.ofNullable(group.members().get(Series.TITLE))
                .map(JsonValue::text)
                .orElse("");
        return group.member(Series.VALUES)
                .place()
                .check(() -> new SeriesData(SeriesData.OWN, channels, values, rows, title));
    }

    private static List<String> texts(JsonValue list) {
        return list.elements().stream().map(JsonValue::text).toList();
    }

    private static DrawnTask source(JsonValue group) {
        DrawnTask kind = group.member(DrawnTask.SOURCE).oneOf(DrawnKinds.ALL, DrawnTask::name);
        List<String> names = new ArrayList<>(List.of(DrawnTask.SOURCE));
        Map<String, Integer> parameters = new LinkedHashMap<>();
        for (DrawnParameter parameter : kind.parameters()) {
            names.add(parameter.name());
            JsonValue value = group.member(parameter.name());
            int number = value.wholeNumber();
            value.place().check(() -> {
                parameter.check(number);
                return number;
            });
            parameters.put(parameter.name(), number);
        }
        group.members(names);
        return kind.with(parameters);
    }
}
