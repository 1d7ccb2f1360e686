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
import lab.carousel.ui.state.TracedSnapshot;

/** Works out what the view shows. Belongs to one background thread: it keeps the task that it encoded last. */
final class ResetProbe {

    private Experiment encodedOf;
    private int[][] encoded;

    /**
     * What is asked.
     *
     * @param traced the network
     * @param order  the sequences in a row, counted from 0
     * @param ofCell whether c is asked for rather than h
     * @param unit   the unit that is looked at; -1 for none
     */
    record Question(TracedSnapshot traced, List<Integer> order, boolean ofCell, int unit) {}

    /**
     * What is shown.
     *
     * @param experiment of the network
     * @param epoch      of the network
     * @param words      what leaked
     * @param drawing    the same in numbers
     */
    record Answer(Experiment experiment, int epoch, ResetWords words, ResetDrawing drawing) {}

    /** Answers a question. */
    Answer answer(Question question) {
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
        return new Answer(
                experiment,
                question.traced().snapshot().position().epoch(),
                ResetWords.of(experiment, both),
                new ResetDrawing(
                        both, experiment.task().alphabet(), units, question.ofCell() && hasCell, question.unit()));
    }
}
