package lab.carousel.ui.resetswitch;

import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.probe.ResetDrawing;
import lab.carousel.picture.probe.ResetWords;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.ResetSwitch;
import org.jspecify.annotations.Nullable;

/** Works out what the view shows. Belongs to one background thread: it keeps the task that it encoded last. */
final class ResetSwitchProbe {

    private @Nullable Experiment encodedOf;
    private int[][] encoded = {};

    /** Answers a question. */
    ResetSwitchAnswer answer(ResetSwitchQuestion question) {
        Experiment experiment = question.traced().snapshot().experiment();
        if (encodedOf != experiment) {
            encoded = experiment.task().encoded();
            encodedOf = experiment;
        }
        ResetSwitch both =
                ResetSwitch.of(experiment, question.traced().snapshot().parameters(), encoded, question.order());
        Traces traces = question.traced().traces();
        List<String> units = IntStream.range(0, traces.units())
                .mapToObj(unit -> UnitName.of(traces, unit))
                .toList();
        boolean hasCell = experiment.hyperparameters().cell().quantities().contains(Quantity.CELL_STATE);
        return new ResetSwitchAnswer(
                experiment,
                question.traced().snapshot().position().epoch(),
                ResetWords.of(experiment, both),
                new ResetDrawing(
                        both, experiment.task().alphabet(), units, question.ofCell() && hasCell, question.unit()));
    }
}
