package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.NetworkBuilder;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.task.Task;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SaturationTest {

    private static Parameters random(ParameterLayout layout) {
        return Parameters.of(
                layout, new SplittableRandom(3).doubles(layout.size(), -4, 4).toArray());
    }

    private static Saturation saturation(Experiment experiment, Parameters parameters) {
        FedNetwork network = FedNetwork.of(experiment, parameters);
        return Saturation.of(VisitedStates.of(network.evaluator(), Saturation.part()), network);
    }

    /** Counted on what the heatmap shows: two layers, two slots of a batch, a lag of two. */
    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#drawn")
    void countsTheGatesOfTheTraces(Cell cell) {
        Task task = new Generator(Recipe.RANDOM, 6, 9, 4, 1, 1).task();
        Experiment experiment = new Experiment(
                task,
                Hyperparameters.reference()
                        .with(Settings.CELL, cell)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.HIDDEN_UNITS, 3)
                        .with(Settings.BATCH_SIZE, 2)
                        .with(Settings.LAG, 2),
                EngineName.KERNEL);
        Parameters parameters = random(experiment.layout());
        Saturation saturation = saturation(experiment, parameters);
        Traces traces = Traces.of(experiment, parameters, new ColumnWindow(0, 6 * 7));
        assertThat(saturation.steps()).isEqualTo(6 * 7).isEqualTo(saturation.of());
        assertThat(saturation.gates()).allMatch(cell.quantities()::contains);
        int counted = 0;
        for (int gate = 0; gate < saturation.gates().size(); gate++) {
            for (int unit = 0; unit < 6; unit++) {
                int shut = 0;
                int open = 0;
                for (int column = 0; column < 6 * 7; column++) {
                    double value = traces.value(saturation.gates().get(gate), column, unit);
                    shut += value < 0.1 ? 1 : 0;
                    open += value > 0.9 ? 1 : 0;
                }
                assertThat(saturation.shut(gate, unit)).isEqualTo(shut / 42.0);
                assertThat(saturation.open(gate, unit)).isEqualTo(open / 42.0);
                counted += shut + open;
            }
        }
        assertThat(counted > 0).isEqualTo(!saturation.gates().isEmpty());
    }

    /** Of the reference's eight steps the gate is open where 3 or 4 is fed, shut where 0 is, and between the two elsewhere. */
    @Test
    void aGateByHandIsOpenAndShutAtTheStepsOfItsSymbols() {
        Parameters parameters = new NetworkBuilder(5, 20)
                .input(3, Quantity.INPUT_GATE, 7, 5)
                .input(4, Quantity.INPUT_GATE, 7, 5)
                .input(0, Quantity.INPUT_GATE, 7, -5)
                .bias(Quantity.FORGET_GATE, 7, NetworkBuilder.SATURATED)
                .bias(Quantity.OUTPUT_GATE, 7, -NetworkBuilder.SATURATED)
                .build();
        Saturation saturation = saturation(Experiment.reference(), parameters);
        assertThat(saturation.gates()).containsExactly(Quantity.INPUT_GATE, Quantity.FORGET_GATE, Quantity.OUTPUT_GATE);
        assertThat(saturation.steps()).isEqualTo(8);
        assertThat(List.of(saturation.open(0, 7), saturation.shut(0, 7))).containsExactly(0.25, 0.25);
        assertThat(List.of(saturation.open(1, 7), saturation.shut(1, 7))).containsExactly(1.0, 0.0);
        assertThat(List.of(saturation.open(2, 7), saturation.shut(2, 7))).containsExactly(0.0, 1.0);
        assertThat(List.of(saturation.open(0, 6), saturation.shut(0, 6)))
                .as("a gate of one half is neither")
                .containsExactly(0.0, 0.0);
    }

    @Test
    void looksAtTestSequencesOfADrawnTaskAndAtAFewOfManySteps() {
        Experiment drawn = Presets.named("paper2cShort");
        Saturation test = saturation(drawn, random(drawn.layout()));
        assertThat(test.of()).isGreaterThan(2 * 200 * 50);
        assertThat(test.steps()).isBetween(4_000, VisitedStates.MOST_DOTS);
        Experiment bits = Presets.named("twoBits");
        Saturation many = saturation(bits, random(bits.layout()));
        assertThat(many.of()).isEqualTo(200 * 59);
        assertThat(many.steps()).isBetween(4_900, VisitedStates.MOST_DOTS).isLessThan(many.of());
    }

    @Test
    void cellsWithoutGatesHaveNone() {
        assertThat(Saturation.gates(Cell.RECURRENT)).isEmpty();
        assertThat(Saturation.gates(Cell.DENSE)).isEmpty();
        assertThat(Saturation.gates(Cell.GRU)).containsExactly(Quantity.UPDATE_GATE, Quantity.RESET_GATE);
    }
}
