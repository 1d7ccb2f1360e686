package lab.carousel.study.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.RandomGap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisitedStatesTest {

    private static final StatePart BOTH = new StatePart(Vectors.BOTH, StatePart.ALL_LAYERS);

    private static VisitedStates visited(Experiment experiment, StatePart part) {
        return VisitedStates.of(new Evaluator(experiment), part);
    }

    private static Experiment drawn(DrawnTask source) {
        return new Experiment(
                Task.drawn(source),
                Experiment.reference().hyperparameters(),
                Experiment.reference().engine());
    }

    @ParameterizedTest
    @EnumSource(ResetPolicy.class)
    void eachDotHasTheStateThatTheHeatmapShowsHoweverItIsCarried(ResetPolicy policy) {
        Experiment experiment = Experiment.reference()
                .with(all -> all.with(Settings.RESET_POLICY, policy).with(Settings.LAYERS, 2));
        Parameters parameters = InitialParameters.of(experiment);
        VisitedStates visited = visited(experiment, BOTH);
        double[][] states = visited.under(FedNetwork.of(experiment, parameters));
        Traces traces = Traces.of(experiment, parameters, ColumnWindow.START);
        assertThat(states).hasNumberOfRows(8);
        for (int column = 0; column < 8; column++) {
            assertThat(visited.dots().get(column).step()).isEqualTo(traces.step(column));
            double[] h = traces.values(Quantity.HIDDEN_STATE, column);
            double[] c = traces.values(Quantity.CELL_STATE, column);
            assertThat(states[column])
                    .containsExactly(
                            Stream.of(h, c).flatMapToDouble(Arrays::stream).toArray());
        }
    }

    @Test
    void aPartHasTheNumbersOfItsVectorsAndLayer() {
        Experiment experiment = Experiment.reference().with(all -> all.with(Settings.LAYERS, 2));
        Parameters parameters = InitialParameters.of(experiment);
        double[] whole = visited(experiment, BOTH).under(FedNetwork.of(experiment, parameters))[3];
        StatePart c2 = new StatePart(Vectors.CELL_STATE, 2);
        assertThat(visited(experiment, c2).under(FedNetwork.of(experiment, parameters))[3])
                .containsExactly(Arrays.copyOfRange(whole, 60, 80));
        assertThat(c2.names(experiment.layout())).hasSize(20).startsWith("c21").endsWith("c40");
        StatePart h1 = new StatePart(Vectors.HIDDEN_STATE, 1);
        assertThat(visited(experiment, h1).under(FedNetwork.of(experiment, parameters))[3])
                .containsExactly(Arrays.copyOf(whole, 20));
        assertThat(BOTH.names(experiment.layout()))
                .hasSize(80)
                .startsWith("h1", "h2")
                .contains("h40", "c1");
    }

    @Test
    void aCellWithoutCellStateHasOnlyH() {
        Experiment gru = Experiment.reference().with(all -> all.with(Settings.CELL, Cell.GRU));
        assertThat(Vectors.of(Cell.GRU)).containsExactly(Vectors.HIDDEN_STATE);
        assertThat(new StatePart(Vectors.CELL_STATE, 3).within(gru.layout())).isEqualTo(StatePart.whole(gru.layout()));
        assertThat(StatePart.whole(gru.layout()).size(gru.layout())).isEqualTo(20);
    }

    @Test
    void aStepStartsFromTheDotBeforeItInItsSlotAndFromNoneWhereTheStateIsReset() {
        assertThat(visited(Experiment.reference(), BOTH).dots())
                .extracting(StateDot::before)
                .containsExactly(-1, 0, 1, 2, -1, 4, 5, 6);
        Experiment slots = Experiment.reference().with(all -> all.with(Settings.BATCH_SIZE, 2));
        assertThat(visited(slots, BOTH).dots())
                .extracting(StateDot::before)
                .containsExactly(-1, -1, 0, 1, -1, -1, 4, 5);
        Experiment reset = Experiment.reference().with(all -> all.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP));
        assertThat(visited(reset, BOTH).dots()).noneMatch(StateDot::hasBefore);
        Experiment lag = Experiment.reference().with(all -> all.with(Settings.LAG, 2));
        assertThat(visited(lag, BOTH).dots())
                .extracting(dot -> dot.step().number())
                .containsExactly(2, 3, 4, 2, 3, 4);
    }

    @Test
    void theTestSequencesOfADrawnTaskStandBesideTheirTwins() {
        Experiment experiment = drawn(RandomGap.of(10));
        VisitedStates visited = visited(experiment, BOTH);
        assertThat(visited.areTests()).isTrue();
        assertThat(visited.dots()).hasSize(200 * 2 * 10);
        List<StateDot> dots = visited.dots();
        for (int place = 0; place < dots.size(); place++) {
            StateDot dot = dots.get(place);
            assertThat(dot.isTwin()).isEqualTo(place / 10 % 2 == 1);
            assertThat(dot.step().sequence()).isEqualTo(place / 20);
            if (dot.isTwin()) {
                boolean isSame =
                        dot.step().input() == dots.get(place - 10).step().input();
                assertThat(isSame).isEqualTo(dot.step().number() > 1);
            }
        }
        assertThat(visited.under(FedNetwork.of(experiment, InitialParameters.of(experiment)))[7])
                .hasSize(40);
    }

    @Test
    void tooManyDotsAreThinnedEvenlyBySequencesThatStayWhole() {
        VisitedStates drawn = visited(drawn(RandomGap.of(20)), BOTH);
        assertThat(drawn.steps()).isEqualTo(8_000);
        assertThat(drawn.dots()).hasSize(5_000);
        int[] tests = drawn.dots().stream()
                .mapToInt(dot -> dot.step().sequence())
                .distinct()
                .toArray();
        assertThat(tests).hasSize(125).startsWith(0, 1, 3, 4, 6).endsWith(198);
        VisitedStates listed = visited(listed(60, 110), BOTH);
        assertThat(listed.dots()).hasSize(4_950);
        assertThat(StateMap.of(listed, FedNetwork.of(listed.experiment(), InitialParameters.of(listed.experiment())))
                        .notes())
                .containsExactly("Of 6,600 steps; the other sequences are left out evenly.");
        assertThat(listed.dots().get(4_949).step().number()).isEqualTo(110);
        assertThat(listed.under(FedNetwork.of(listed.experiment(), InitialParameters.of(listed.experiment())))[4_949])
                .hasSize(40);
    }

    @Test
    void fewerSequencesStayWhereAStateHasManyNumbers() {
        Experiment experiment = listed(60, 100).with(all -> all.with(Settings.HIDDEN_UNITS, 100));
        assertThat(visited(experiment, BOTH).dots()).hasSize(2_000);
        assertThat(visited(experiment, new StatePart(Vectors.HIDDEN_STATE, 1)).dots())
                .hasSize(4_000);
    }

    @Test
    void ofASequenceThatIsTooLongTheFirstStepsAreShown() {
        Experiment experiment = listed(1, 3_000).with(all -> all.with(Settings.HIDDEN_UNITS, 100));
        VisitedStates visited = visited(experiment, BOTH);
        assertThat(visited.dots()).hasSize(2_000);
        assertThat(visited.areCut()).isTrue();
        assertThat(StateMap.of(visited, FedNetwork.of(experiment, InitialParameters.of(experiment)))
                        .notes())
                .containsExactly("Of 3,000 steps; only the first ones are shown.");
        assertThat(visited.dots().get(1_999).step().number()).isEqualTo(2_000);
        assertThat(visited.under(FedNetwork.of(experiment, InitialParameters.of(experiment))))
                .hasNumberOfRows(2_000);
    }

    private static Experiment listed(int sequences, int steps) {
        List<Sequence> made = IntStream.range(0, sequences)
                .mapToObj(s -> new Sequence(IntStream.rangeClosed(0, steps)
                        .mapToObj(t -> String.valueOf((s + t * t) % 5))
                        .toList()))
                .toList();
        Experiment reference = Experiment.reference();
        Task task = new Task(reference.task().alphabet(), made);
        return new Experiment(task, reference.hyperparameters(), reference.engine());
    }
}
