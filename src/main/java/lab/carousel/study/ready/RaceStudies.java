package lab.carousel.study.ready;

import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Change;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;
import lab.carousel.text.Message;

/** Which network learns it, and how fast? */
final class RaceStudies {

    private static final int SEEDS = 30;
    private static final int EPOCHS = 1_000;

    private static final List<Cell> CELLS = List.of(Cell.LSTM, Cell.GRU, Cell.RECURRENT, Cell.DENSE);

    private RaceStudies() {}

    static List<ReadyMade> all() {
        Experiment base = SeedStudies.fullGradient(EPOCHS);
        List<AxisValue> equalUnits = CELLS.stream().map(Axes::cell).toList();
        List<AxisValue> equalParameters =
                CELLS.stream().map(cell -> equalParameters(cell, base)).toList();
        return List.of(race("raceUnits", base, equalUnits), race("raceParameters", base, equalParameters));
    }

    private static ReadyMade race(String key, Experiment base, List<AxisValue> networks) {
        Axis axis = Axis.listed("cell", Message.of("hyperparameters.cell.label"), networks);
        return ReadyMade.of(key, Question.RACE, base, List.of(axis), Study.GRID, SEEDS);
    }

    /** A cell with so many units that it has about as many parameters as the base. */
    private static AxisValue equalParameters(Cell cell, Experiment base) {
        int units = units(cell, base);
        Message label = Message.of("studies.network", Message.of("studies.cell." + cell), units);
        return AxisValue.named(
                label, Change.of(settings -> settings.with(Settings.CELL, cell).with(Settings.HIDDEN_UNITS, units)));
    }

    /** The number of units of a cell with which a network's parameters come nearest to those of the base. */
    static int units(Cell cell, Experiment base) {
        int wanted = base.layout().size();
        int best = 1;
        for (int units = 1; units <= Hyperparameters.MAX_HIDDEN_UNITS; units++) {
            if (distance(cell, units, base, wanted) < distance(cell, best, base, wanted)) {
                best = units;
            }
        }
        return best;
    }

    private static int distance(Cell cell, int units, Experiment base, int wanted) {
        Hyperparameters settings =
                base.hyperparameters().with(Settings.CELL, cell).with(Settings.HIDDEN_UNITS, units);
        return Math.abs(base.with(settings).layout().size() - wanted);
    }
}
