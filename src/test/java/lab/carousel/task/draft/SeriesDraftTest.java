package lab.carousel.task.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.series.FedValues;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Scaling;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesDraftTest {

    private static final Series AIRLINE = new Series(ShippedSeries.AIRLINE.data(), SeriesFeed.of(144));
    private static final SeriesDraft DRAFT = SeriesDraft.of(AIRLINE);

    private static SeriesData own(int channels, int rows) {
        double[][] values = new double[channels][rows];
        for (int channel = 0; channel < channels; channel++) {
            int shift = channel;
            Arrays.setAll(values[channel], t -> t % 5 + shift);
        }
        return new SeriesData(SeriesData.OWN, List.of("a", "b", "c").subList(0, channels), values, List.of());
    }

    @Test
    void holdsWhatASeriesHas() {
        assertThat(DRAFT.texts()).isEqualTo(Map.of("period", "", "ahead", "1", "train", "96"));
        assertThat(DRAFT.series()).contains(AIRLINE);
        SeriesFeed feed = new SeriesFeed(0, FedValues.SEASONAL, 12, 3, 100, Leak.WINDOWS, Scaling.STANDARD);
        SeriesDraft other = DRAFT.with(FedValues.SEASONAL)
                .with("period", " 12 ")
                .with("ahead", "3")
                .with("train", "100")
                .with(Leak.WINDOWS);
        assertThat(other.series()).contains(new Series(AIRLINE.data(), feed));
        assertThat(SeriesDraft.of(other.series().orElseThrow())).isEqualTo(other.with("period", "12"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            period | 73  | A period has 0 to 72 rows here, not 73.
            period | x   | “x” is not a whole number.
            ahead  | ''  | “” is not a whole number.
            ahead  | 37  | A forecast is 1 to 36 rows ahead here, not 37.
            train  | 3.5 | “3.5” is not a whole number.
            train  | 143 | The training part has 5 to 142 rows here, not 143.
            train  | 99999999999999999999 | “99999999999999999999” is not a whole number.
            """)
    void tellsWhatIsWrongAtItsPlace(String name, String typed, String words) {
        SeriesDraft draft = DRAFT.with(name, typed);
        assertThat(draft.problems()).hasSize(1).hasEntrySatisfying(name, told -> assertThat(told.text())
                .isEqualTo(words));
        assertThat(draft.series()).isEmpty();
    }

    @Test
    void allThatIsNoNumberIsToldAtOnce() {
        assertThat(DRAFT.with("ahead", "one").with("train", "many").problems()).containsOnlyKeys("ahead", "train");
    }

    @Test
    void theFoundSeasonIsWhatSeasonalDifferencesBeginWith() {
        assertThat(DRAFT.found()).hasValue(12);
        assertThat(DRAFT.with(FedValues.SEASONAL).text("period")).isEqualTo("12");
        assertThat(DRAFT.with("period", "6").with(FedValues.SEASONAL).text("period"))
                .isEqualTo("6");
        assertThat(DRAFT.with(FedValues.DIFFERENCES).text("period")).isEmpty();
    }

    @Test
    void whereNoSeasonIsFoundAPeriodIsAskedFor() {
        SeriesDraft walk = DRAFT.withSeries("walk").with(FedValues.SEASONAL);
        assertThat(walk.found()).isEqualTo(OptionalInt.empty());
        assertThat(walk.problems())
                .extractingByKey("period")
                .extracting(Message::text)
                .isEqualTo("Seasonal differences need a period: 2 to 250 rows here.");
        assertThat(walk.with("period", "7").series()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-3", "0", "5", "145", "999999999"})
    void noSeasonIsLookedForInATrainingPartThatCannotBe(String train) {
        assertThat(DRAFT.with("train", train).found()).isEmpty();
    }

    @Test
    void anotherSeriesHasTwoThirdsToTrainOnAndIsFedAlike() {
        SeriesDraft draft = DRAFT.with(FedValues.DIFFERENCES)
                .with(Leak.SCALER)
                .with("ahead", "2")
                .withSeries("sunspots");
        assertThat(draft.series())
                .contains(new Series(
                        ShippedSeries.SUNSPOTS.data(),
                        SeriesFeed.of(309)
                                .with(FedValues.DIFFERENCES)
                                .with(Leak.SCALER)
                                .withAhead(2)));
        assertThat(DRAFT.withSeries("airline")).isSameAs(DRAFT);
    }

    @Test
    void anOwnSeriesStaysAtHandWhileAnotherIsChosen() {
        assertThat(DRAFT.names()).hasSize(ShippedSeries.values().length).doesNotContain("own");
        SeriesData own = own(3, 40);
        SeriesDraft draft = SeriesDraft.of(new Series(own, SeriesFeed.of(40))).withTarget(2);
        assertThat(draft.series().orElseThrow().target()).isEqualTo(own.values()[2]);
        SeriesDraft away = draft.withSeries("sine");
        assertThat(away.target()).isZero();
        assertThat(away.names()).endsWith("own");
        assertThat(away.withSeries("own").series()).contains(new Series(own, SeriesFeed.of(40)));
    }

    @Test
    void theEditorHoldsItBesideTheListThatWasThere() {
        TaskEdit listed = TaskEdit.of(Task.reference());
        TaskEdit edited = listed.with(DRAFT);
        assertThat(edited.targets()).isEqualTo(TargetKind.NUMBERS);
        assertThat(edited.task()).contains(new Task(AIRLINE, AIRLINE));
        assertThat(edited.asListed()).isEqualTo(listed);
        assertThat(listed.with(new Task(AIRLINE, AIRLINE))).isEqualTo(edited);
        assertThat(edited.with(SourceDraft.of(FixedGap.of(3))).series()).isEmpty();
        assertThat(edited.with(DRAFT.with("ahead", "")).task()).isEqualTo(Optional.empty());
    }
}
