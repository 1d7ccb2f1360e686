package lab.carousel.file.states;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Columns;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Tracer;
import lab.carousel.model.trace.Traces;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.ParameterHistory;
import lab.carousel.training.RecordedEpoch;
import lab.carousel.training.Snapshot;

/**
 * What the network of each recorded epoch does at every step of the task. Where that would be too much, epochs are left out
 * at equal distances; the first and the last stay.
 */
final class RecordedStates {

    private final Experiment experiment;
    private final Tracer tracer;
    private final List<RecordedEpoch> epochs;

    /** Is shown every step of every epoch. */
    interface Observer {

        /**
         * A step.
         *
         * @param epoch  place of the epoch among those taken, from 0
         * @param traces of the window that it is in
         * @param column its place there
         */
        void see(int epoch, Traces traces, int column);
    }

    /**
     * The states of a run.
     *
     * @param most how many numbers there may be
     * @throws InvalidInput if a single epoch has more
     */
    RecordedStates(Snapshot snapshot, long most) {
        experiment = snapshot.experiment();
        tracer = new Tracer(experiment);
        long ofOne = (long) steps() * (quantities().size() * experiment.layout().allUnits() + outputs());
        if (ofOne > most) {
            throw new InvalidInput("file.states.tooMany", ofOne, most);
        }
        epochs = thinned(snapshot.recorded(), (int) Math.min(Integer.MAX_VALUE, most / ofOne));
    }

    private static List<RecordedEpoch> thinned(ParameterHistory.View recorded, int most) {
        int size = Math.min(recorded.size(), most);
        List<RecordedEpoch> taken = new ArrayList<>(size);
        for (int place = 0; place < size; place++) {
            int last = recorded.size() - 1;
            taken.add(recorded.get(size == 1 ? last : (int) ((long) place * last / (size - 1))));
        }
        return taken;
    }

    /** What was trained. */
    Experiment experiment() {
        return experiment;
    }

    /** The epochs taken. */
    List<RecordedEpoch> epochs() {
        return epochs;
    }

    /** What a unit has. */
    List<Quantity> quantities() {
        return experiment.hyperparameters().cell().quantities();
    }

    /** How many outputs there are. */
    int outputs() {
        return experiment.layout().outputs();
    }

    /** How many steps all sequences have. */
    int steps() {
        return tracer.columns().total();
    }

    /** Shows every step of every epoch, in order. */
    void each(Observer observer) {
        Columns columns = tracer.columns();
        for (int epoch = 0; epoch < epochs.size(); epoch++) {
            for (int first = 0; first < columns.total(); first += StepWindow.MAX_COLUMNS) {
                int wide = Math.min(StepWindow.MAX_COLUMNS, columns.total() - first);
                Traces traces = tracer.trace(epochs.get(epoch).parameters(), new StepWindow(first, wide));
                for (int column = 0; column < traces.columns(); column++) {
                    observer.see(epoch, traces, column);
                }
            }
        }
    }
}
