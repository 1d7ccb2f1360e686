package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.training.loss.LossCourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTest {

    /** Eight updates in an epoch. */
    private static final Experiment THREE_EPOCHS = epochs(3);

    private static Experiment epochs(int epochs) {
        Experiment reference = Experiment.reference();
        return reference.with(reference.hyperparameters().with(Settings.EPOCHS, epochs));
    }

    private static void advance(Training training, int updates) {
        for (int update = 0; update < updates; update++) {
            training.advance();
        }
    }

    private static Evaluation evaluationAfter(RecordingEngine engine, int updates) {
        Parameters parameters = engine.parameters(InitialParameters.of(THREE_EPOCHS), updates);
        return Evaluation.of(THREE_EPOCHS, parameters);
    }

    @Test
    void startsWithTheInitialParametersEvaluated() {
        RecordingEngine engine = new RecordingEngine();
        try (Training training = new Training(THREE_EPOCHS, engine)) {
            Snapshot snapshot = training.snapshot();
            assertThat(snapshot.experiment()).isEqualTo(THREE_EPOCHS);
            assertThat(snapshot.position()).isEqualTo(Position.START);
            assertThat(snapshot.parameters()).isEqualTo(InitialParameters.of(THREE_EPOCHS));
            assertThat(snapshot.evaluation()).isEqualTo(evaluationAfter(engine, 0));
            assertThat(snapshot.verdict()).isEqualTo(Verdict.NOT_YET);
            assertThat(snapshot.history().size()).isZero();
            assertThat(training.updatesLeft()).isEqualTo(24);
        }
        assertThat(engine.calls).isEmpty();
        assertThat(engine.trainersClosed).hasValue(0);
    }

    private static Training advanced(RecordingEngine engine, int updates) {
        Training training = new Training(THREE_EPOCHS, engine);
        advance(training, updates);
        return training;
    }

    @Test
    void addsARowToTheHistoryAfterEachEpoch() {
        RecordingEngine engine = new RecordingEngine();
        try (Training training = advanced(engine, 24)) {
            LossCourse history = training.snapshot().history();
            assertThat(history.size()).isEqualTo(3);
            for (int row = 0; row < 3; row++) {
                Evaluation expected = evaluationAfter(engine, 8 * (row + 1));
                assertThat(history.epoch(row)).isEqualTo(row + 1);
                assertThat(history.loss(0, row)).isEqualTo(expected.loss());
                assertThat(history.loss(1, row)).isEqualTo(expected.sequenceLoss()[0]);
                assertThat(history.loss(2, row)).isEqualTo(expected.sequenceLoss()[1]);
                assertThat(history.recall(row)).isEqualTo(expected.recall());
                assertThat(history.margin(row)).isEqualTo(expected.margin());
            }
            assertThat(training.isFinished()).isTrue();
            assertThat(training.updatesLeft()).isZero();
            assertThatThrownBy(training::advance).isInstanceOf(IllegalStateException.class);
        }
        assertThat(engine.updates).hasValue(24);
        assertThat(engine.trainersClosed).hasValue(1);
    }

    @Test
    void aSnapshotInTheMiddleOfAnEpochShowsTheNetworkOfThatMoment() {
        RecordingEngine engine = new RecordingEngine();
        try (Training training = advanced(engine, 11)) {
            Snapshot snapshot = training.snapshot();
            assertThat(snapshot.position()).isEqualTo(new Position(1, 1, 3, 11));
            assertThat(snapshot.parameters()).isEqualTo(engine.parameters(InitialParameters.of(THREE_EPOCHS), 11));
            assertThat(snapshot.evaluation()).isEqualTo(evaluationAfter(engine, 11));
            assertThat(snapshot.history().size()).isEqualTo(1);
            assertThat(training.snapshot()).isSameAs(snapshot);
        }
    }

    @Test
    void aNetworkWhoseEvaluationIsNoNumberHasDiverged() {
        assertDivergedAtEndOfFirstEpoch(0, Double.NaN);
    }

    @Test
    void anInfiniteWeightIsADivergenceEvenIfTheLossHidesIt() {
        // The bias of an output gate: sigmoid(infinity) is 1
        int outputGate = THREE_EPOCHS.layout().outputKernel() - 1;
        assertDivergedAtEndOfFirstEpoch(outputGate, Double.POSITIVE_INFINITY);
    }

    /** Update 14 is the second of sequence 2 in the second epoch, 16 the last of it. */
    @ParameterizedTest
    @CsvSource({"14, NaN, 2", "16, Infinity, 4"})
    void itIsToldWhereALossWasNoNumberAlsoOfOneForItsEnd(int update, double loss, int step) {
        for (boolean endOnly : new boolean[] {false, true}) {
            Engine engine = again(update, loss);
            try (Training training =
                    endOnly ? Training.endOnly(THREE_EPOCHS, engine) : new Training(THREE_EPOCHS, engine)) {
                advance(training, update);
                assertThat(training.divergence()).contains(new Divergence(2, 2, step));
                assertThat(training.snapshot().position()).isEqualTo(new Position(1, 2, 4, 8));
                assertThat(training.snapshot().history().size()).isEqualTo(1);
            }
        }
    }

    /** One that counts its updates anew with each trainer, as one for its end goes back to where it was last looked at. */
    private static RecordingEngine again(int update, double loss) {
        return new RecordingEngine() {
            @Override
            public Trainer start(Experiment experiment, Parameters initial) {
                return divergingAt(update, loss).start(experiment, initial);
            }
        };
    }

    private static void assertDivergedAtEndOfFirstEpoch(int index, double value) {
        RecordingEngine engine = new RecordingEngine() {
            @Override
            Parameters parameters(Parameters initial, int update) {
                double[] values = initial.toArray();
                values[index] = value;
                return Parameters.of(initial.layout(), values);
            }
        };
        try (Training training = advanced(engine, 8)) {
            assertThat(training.divergence()).contains(new Divergence(1, 2, 4));
            assertThat(training.snapshot().position()).isEqualTo(Position.START);
            assertThat(training.snapshot().history().size()).isZero();
        }
    }
}
