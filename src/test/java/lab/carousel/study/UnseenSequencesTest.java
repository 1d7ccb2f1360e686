package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Task;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the manual's questions on unseen sequences. */
class UnseenSequencesTest {

    private static final List<Snapshot> TRAINED =
            LongStream.rangeClosed(1, 40).mapToObj(TrainedNetworks::remembering).toList();

    @ParameterizedTest
    @CsvSource({"0 1 2, 40", "0 0 1 2, 38", "1 0 2, 38", "0 1 0 1 2, 36", "1 2, 0"})
    void areAnsweredByTheirFirstSymbolUnlessTheyAreShorter(String middle, int networks) {
        Task task = Task.parse("0 1 2 3 4", "3 " + middle + " 3", "4 " + middle + " 4");

        assertThat(TRAINED.stream().filter(end -> knowsBothEnds(end, task))).hasSize(networks);
    }

    private static boolean knowsBothEnds(Snapshot end, Task task) {
        return Arrays.stream(task.encoded())
                .map(sequence -> Trace.of(end.parameters(), end.experiment().hyperparameters(), sequence))
                .allMatch(trace -> trace.predicted(trace.steps() - 1).equals(trace.target(trace.steps() - 1)));
    }
}
