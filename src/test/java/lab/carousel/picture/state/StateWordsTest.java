package lab.carousel.picture.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.Experiment;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.study.UnitOrder;
import lab.carousel.task.Task;
import lab.carousel.text.NumberText;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class StateWordsTest {

    private static StateRows rows(Snapshot snapshot, int columns) {
        Traces traces = Traces.of(snapshot.experiment(), snapshot.parameters(), new ColumnWindow(0, columns));
        return StateRows.ofHiddenState(traces, snapshot.experiment().task());
    }

    private static StateWords words(Experiment experiment, HeatmapLayer layer) {
        Snapshot snapshot = SampleSnapshot.of(experiment, 137);
        Traces traces = Traces.of(experiment, snapshot.parameters(), ColumnWindow.START);
        UnitOrder order = UnitOrder.byNumber(traces.units());
        return new StateWords(
                new StateRows(traces, experiment.task(), layer, ColourScale.SIGNED, order, Optional.empty()));
    }

    private static String values(StateWords words, int column, int unit, Quantity... quantities) {
        return Stream.of(quantities)
                .map(quantity -> quantity.letter() + "\u00a0=\u00a0"
                        + NumberText.decimals(words.rows().traces().value(quantity, column, unit), 4))
                .collect(Collectors.joining(", "));
    }

    @Test
    void aCellIsToldWithWhatIsShownFirstAndAllThatTheUnitHas() {
        Experiment reference = Experiment.reference();
        StateWords forget = words(reference, HeatmapLayer.FORGET_GATE);
        assertThat(forget.at(5, 6))
                .isEqualTo("unit 7, step 2, sequence 2, input 0: "
                        + values(
                                forget,
                                5,
                                6,
                                Quantity.FORGET_GATE,
                                Quantity.HIDDEN_STATE,
                                Quantity.CELL_STATE,
                                Quantity.INPUT_GATE,
                                Quantity.OUTPUT_GATE,
                                Quantity.CANDIDATE));
        StateWords change = words(reference, HeatmapLayer.CELL_CHANGE);
        Traces traces = change.rows().traces();
        double by = traces.value(Quantity.CELL_STATE, 5, 6) - traces.value(Quantity.CELL_STATE, 4, 6);
        assertThat(change.at(5, 6)).contains(": Δc\u00a0=\u00a0" + NumberText.decimals(by, 4) + ", h");
        assertThat(change.summary(137)).startsWith("Heatmap: Cell change Δc, epoch 137, 20 rows, 8 columns");
        StateWords stacked = words(
                reference.with(all -> all.with(Settings.CELL, Cell.GRU)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.HIDDEN_UNITS, 3)),
                HeatmapLayer.HIDDEN_STATE);
        assertThat(stacked.at(2, 4))
                .startsWith("unit 2.2, step 3, sequence 1, input 1: "
                        + values(stacked, 2, 4, Quantity.HIDDEN_STATE, Quantity.UPDATE_GATE, Quantity.RESET_GATE));
    }

    @Test
    void aStepThatDoesNotCountIsToldSo() {
        Experiment last =
                Experiment.reference().with(all -> all.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP));
        assertThat(words(last, HeatmapLayer.HIDDEN_STATE).at(0, -1))
                .startsWith("step 1, sequence 1")
                .endsWith(", does not count");
    }

    @Test
    void theLargestDifferencesAreThoseOfTheSequencesAtTheSameStep() {
        StateRows rows = rows(SampleSnapshot.of(Task.parse("3 0 1 2 4", "3 0 1 2 3", "4 0 1 2 4"), 20, 5), 8);
        double largest = 0;
        String first = "";
        for (int row = 0; row < 20; row++) {
            for (int step = 0; step < 4; step++) {
                double difference = Math.abs(rows.value(step, row) - rows.value(step + 4, row));
                if (difference > largest) {
                    largest = difference;
                    double high = Math.max(rows.value(step, row), rows.value(step + 4, row));
                    first = "unit " + rows.name(row) + ", step " + (step + 1) + ": " + NumberText.share(high);
                }
            }
        }
        String words = new StateWords(rows).differences();
        assertThat(words).startsWith("The sequences differ most at " + first);
        assertThat(words.split("; ")).as("three rows").hasSize(3);
    }

    @Test
    void ofOneSequenceThereAreNone() {
        StateRows rows = rows(SampleSnapshot.of(Task.parse("a b", "a b a"), 3, 5), 2);
        assertThat(new StateWords(rows).differences()).isEqualTo("At each step, all sequences have the same values.");
    }
}
