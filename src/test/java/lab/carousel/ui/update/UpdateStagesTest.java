package lab.carousel.ui.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.engine.Stretch;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.engine.kernel.UpdateTrace;
import lab.carousel.model.ErrorFlow;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.NumbersExperiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Cells;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.picture.update.ReachDrawing;
import lab.carousel.picture.update.StageLine;
import lab.carousel.picture.update.UpdateStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateStagesTest {

    private static final int UNIT = 3;

    /** Of the second update, which has carried states. */
    private static UpdateTrace second(Experiment experiment) {
        try (Trainer trainer = new KernelEngine().start(experiment, RandomParameters.of(experiment.layout(), 5))) {
            List<Stretch> stretches = Stretch.of(experiment);
            stretches.get(0).made(trainer);
            return UpdateTrace.of(experiment, stretches.get(1).made(trainer), 99);
        }
    }

    private static Experiment of(Cell cell) {
        return Experiment.reference().with(all -> all.with(Settings.CELL, cell).with(Settings.HIDDEN_UNITS, 5));
    }

    private static UpdateStage stage(List<UpdateStage> stages, String key) {
        return stages.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#drawn")
    void everyCellIsToldWithTheStatesThatTheUpdateHad(Cell cell) {
        Experiment experiment = of(cell);
        UpdateTrace account = second(experiment);
        List<UpdateStage> stages = UpdateStages.of(experiment, account, UNIT);
        List<String> keys = new ArrayList<>(List.of("input"));
        if (cell.quantities().containsAll(cell.gates())) {
            keys.add("gates");
        }
        if (cell.hasCellState()) {
            keys.add("cell");
        }
        keys.addAll(List.of("hidden", "output", "loss", "gradient", "change"));
        assertThat(stages).extracting(UpdateStage::key).containsExactlyElementsOf(keys);
        assertThat(stages).allSatisfy(each -> assertThat(each.caption())
                .endsWith(".")
                .doesNotContain("{", "NaN")
                .doesNotContain("update."));
        assertThat(stages).allSatisfy(each -> assertThat(each.lines()).isNotEmpty());
        List<StageLine> hidden = stage(stages, "hidden").lines();
        assertThat(hidden.get(hidden.size() - 1).unitNumber())
                .isEqualTo(account.step().hidden()[UNIT]);
    }

    @Test
    void theCaptionsSayWhatTheEquationsDo() {
        assertThat(caption(Cell.LSTM, "cell")).isEqualTo("f keeps part of the old c, and i lets part of g in.");
        assertThat(caption(Cell.LSTM1997, "cell")).isEqualTo("c stays whole, and i lets part of g in.");
        assertThat(caption(Cell.GRU, "hidden")).isEqualTo("z keeps part of the old h, and 1 − z lets part of g in.");
        assertThat(caption(Cells.MINIMAL, "hidden"))
                .isEqualTo("1 − f keeps part of the old h, and f lets part of g in.");
        assertThat(caption(Cell.RECURRENT, "hidden")).isEqualTo("tanh turns the net input into the new h.");
    }

    private static String caption(Cell cell, String key) {
        Experiment experiment = of(cell);
        return stage(UpdateStages.of(experiment, second(experiment), UNIT), key).caption();
    }

    @Test
    void theCaptionsSayWhereTheErrorIsCut() {
        Experiment constant = of(Cell.LSTM).with(all -> all.with(Settings.ERROR_FLOW, ErrorFlow.CELL_STATE_ONLY));
        assertThat(stage(UpdateStages.of(constant, second(constant), UNIT), "gradient")
                        .caption())
                .contains("From step to step the gradient travels through c alone");
        assertThat(UpdatePlace.reach(constant, second(constant), 0).words())
                .contains(". From step to step the gradient travels through c alone");
        Experiment frozen = of(Cell.LSTM).with(all -> all.with(Settings.TRAINS, Settings.Trains.OUTPUT_ONLY));
        UpdateStage stage = stage(UpdateStages.of(frozen, second(frozen), UNIT), "gradient");
        assertThat(stage.caption()).startsWith("Only the output learns: the gradient stops at its weights.");
        assertThat(stage.lines().stream().filter(line -> line.name().equals("input kernel W")))
                .singleElement()
                .satisfies(line -> assertThat(line.allNumber()).isZero());
        ReachDrawing reach = UpdatePlace.reach(frozen, second(frozen), 0);
        assertThat(reach.words()).isEqualTo("Only the output learns: no gradient goes back into the layers.");
        assertThat(reach.hidden()[1]).isPositive();
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.Outputs#ofNumbers")
    void numbersStandThereAsTheyAreFedAndWanted(Output output) {
        Experiment experiment = NumbersExperiment.of(
                Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 5).with(Settings.OUTPUT, output));
        UpdateTrace account = second(experiment);
        List<UpdateStage> stages = UpdateStages.of(experiment, account, UNIT);
        assertThat(stage(stages, "input").lines())
                .anySatisfy(line -> assertThat(line.name() + " " + line.all()).isEqualTo("numbers x -0.50;0.25"))
                .anySatisfy(line -> assertThat(line.name() + " " + line.all()).isEqualTo("expected next -0.25;-0.75"))
                .noneMatch(line -> line.name().equals("symbol"));
        assertThat(stage(stages, "loss").lines())
                .singleElement()
                .satisfies(line -> assertThat(line.name()).isEqualTo("loss of this step"))
                .satisfies(line ->
                        assertThat(line.allNumber()).isEqualTo(account.step().loss()));
        assertThat(stage(stages, "output").caption())
                .contains(output == Output.LINEAR ? "as it is: a number." : "a number between 0 and 1.");
    }

    @Test
    void aShareIsWrittenAsAProductOfItsFactors() {
        Experiment experiment = of(Cells.MINIMAL);
        UpdateTrace account = second(experiment);
        StageLine kept = stage(UpdateStages.of(experiment, account, UNIT), "hidden")
                .lines()
                .get(0);
        double f = account.step().gates().get(Quantity.FORGET_GATE)[UNIT];
        assertThat(kept.name()).isEqualTo("kept: (1 − f) × h");
        assertThat(kept.unitNumber()).isEqualTo((1 - f) * account.step().hiddenBefore()[UNIT]);
    }
}
