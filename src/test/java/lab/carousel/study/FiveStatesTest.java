package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.automaton.AskedWords;
import lab.carousel.study.automaton.NetworkAutomaton;
import lab.carousel.study.automaton.NetworkTeacher;
import lab.carousel.study.automaton.SearchLimits;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

/** The numbers of the lesson <i>The smallest machine</i>; that nothing in it can be left undone is held by {@code NeedTest}. */
class FiveStatesTest {

    private static final Lesson LESSON = ShippedLessons.read("five-states");
    private static final int WATCH = 1;
    private static final int EXTRACT = 2;
    private static final int BREAK = 3;
    private static final int TRANSFER = 5;

    static Experiment experiment(int step) {
        return LESSON.steps().get(step).setUp().change().orElseThrow().apply(Experiment.reference());
    }

    /** The states of a network's automaton, on the words of the task, with units silenced. */
    static int states(Experiment experiment, Parameters parameters, Set<Integer> silenced) {
        Operation operation = silenced.isEmpty()
                ? Operation.NONE
                : Lesion.operation(List.of(Lesion.silence(silenced, Quantity.HIDDEN_STATE)), parameters.layout());
        TaskAutomaton task = new TaskAutomaton(experiment);
        return NetworkAutomaton.of(
                        task,
                        new NetworkTeacher(experiment, parameters, operation),
                        AskedWords.TASK,
                        SearchLimits.USUAL)
                .automaton()
                .size();
    }

    private static List<Integer> lesioned(Snapshot end) {
        return IntStream.range(0, end.parameters().layout().allUnits())
                .mapToObj(unit -> states(end.experiment(), end.parameters(), Set.of(unit)))
                .toList();
    }

    @Test
    void theTaskNeedsFiveStatesInEachStep() {
        for (int step = 0; step <= BREAK; step++) {
            assertThat(new TaskAutomaton(experiment(step)).automaton().size()).isEqualTo(5);
        }
    }

    @Test
    void theNetworkHasFourStatesThenFiveAndThreeWithoutItsSecondUnit() {
        Experiment experiment = experiment(EXTRACT);
        Parameters untrained = InitialParameters.of(experiment);
        assertThat(states(experiment, untrained, Set.of())).isEqualTo(4);
        Snapshot end = RecordedRuns.end(experiment);
        assertThat(end.verdict()).isEqualTo(Verdict.REMEMBERS);
        assertThat(states(experiment, end.parameters(), Set.of())).isEqualTo(5);
        assertThat(lesioned(end)).containsExactly(5, 3, 5, 5);
    }

    @Test
    void theBranchesFallTogetherAndThenSeparate() {
        List<Snapshot> seen = RecordedRuns.epochs(experiment(WATCH), new KernelEngine(), 0, 60, 300);
        double[] separations = seen.stream()
                .mapToDouble(each -> each.evaluation().separation())
                .toArray();
        assertThat(separations).containsExactly(new double[] {0.70, 0.12, 1.18}, within(0.005));
    }

    @Test
    void oneSequenceMoreMakesSevenStatesOfWhichALesionLeavesFive() {
        Experiment experiment = experiment(TRANSFER);
        assertThat(new TaskAutomaton(experiment).automaton().size()).isEqualTo(7);
        assertThat(states(experiment, InitialParameters.of(experiment), Set.of()))
                .isNotIn(5, 7);
        Snapshot end = RecordedRuns.end(experiment);
        assertThat(end.verdict()).isEqualTo(Verdict.REMEMBERS);
        assertThat(states(experiment, end.parameters(), Set.of())).isEqualTo(7);
        assertThat(lesioned(end)).containsExactly(5, 7, 7, 5, 7, 7);
    }
}
