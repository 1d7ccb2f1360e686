package lab.carousel.study.forecast;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lab.carousel.task.series.NumberColumns;
import lab.carousel.text.InvalidInput;

/**
 * Which column is the truth and which the forecast.
 *
 * @param forecast empty if there is one column only
 */
record ForecastColumns(int truth, Optional<Integer> forecast) {

    private static final String TRUTH = "truth";
    private static final String FORECAST = "forecast";

    private static final Set<String> TRUTH_WORDS = Set.of(
            "truth",
            "true",
            "actual",
            "actuals",
            "y",
            "observed",
            "observation",
            "observations",
            "target",
            "measured",
            "wahrheit",
            "wahr",
            "beobachtet",
            "gemessen",
            "istwert");
    private static final Set<String> FORECAST_WORDS = Set.of(
            "forecast",
            "forecasts",
            "prediction",
            "predictions",
            "predicted",
            "predict",
            "pred",
            "preds",
            "yhat",
            "ypred",
            "vorhersage",
            "vorhersagen",
            "prognose",
            "prognosen");

    /** @throws InvalidInput if several may be meant, or one of a name that was given is missing */
    static ForecastColumns of(NumberColumns columns, ForecastQuestion question) {
        int count = columns.columns().size();
        Optional<Integer> givenTruth = question.truth().map(columns::column);
        Optional<Integer> givenForecast = question.forecast().map(columns::column);
        if (count == 1 && givenForecast.isEmpty()) {
            return new ForecastColumns(0, Optional.empty());
        }
        List<String> names = columns.names();
        IntPredicate isForecast = column -> isNamed(names.get(column), FORECAST_WORDS);
        Optional<Integer> forecast = givenForecast.or(() -> named(
                names,
                column -> isForecast.test(column)
                        && givenTruth.filter(given -> given == column).isEmpty(),
                FORECAST));
        Optional<Integer> truth = givenTruth.or(() -> named(
                names,
                column -> isNamed(names.get(column), TRUTH_WORDS)
                        && !isForecast.test(column)
                        && forecast.filter(other -> other == column).isEmpty(),
                TRUTH));
        int first = truth.orElseGet(() -> forecast.filter(other -> other == 0).isPresent() ? 1 : 0);
        int last = forecast.orElseGet(() -> first == count - 1 ? count - 2 : count - 1);
        if (first == last || first >= count) {
            throw new InvalidInput("forecast.column.same", names.get(last));
        }
        return new ForecastColumns(first, Optional.of(last));
    }

    private static Optional<Integer> named(List<String> names, IntPredicate isMeant, String role) {
        List<Integer> found =
                IntStream.range(0, names.size()).filter(isMeant).boxed().toList();
        if (found.size() > 1) {
            String all = String.join(", ", found.stream().map(names::get).toList());
            throw new InvalidInput("forecast.column." + role, all);
        }
        return found.stream().findFirst();
    }

    /** Whether a name is one of the words, or has one of them: y_hat, LSTM prediction. */
    private static boolean isNamed(String name, Set<String> words) {
        String[] parts =
                name.toLowerCase(Locale.ROOT).replaceAll("\\P{L}+", " ").strip().split(" ");
        return words.contains(String.join("", parts)) || List.of(parts).stream().anyMatch(words::contains);
    }
}
