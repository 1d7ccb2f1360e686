package lab.carousel.file.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.ErrorFlow;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;

class LibraryTest {

    private static Experiment with(Hyperparameters hyperparameters) {
        return Experiment.reference().with(hyperparameters);
    }

    private static String obstacle(Library library, Experiment experiment) {
        return library.obstacle(experiment).map(Message::key).orElse("none");
    }

    @Test
    void theReferenceCanBeWrittenForAll() {
        for (Library library : Library.values()) {
            assertThat(library.obstacle(Experiment.reference())).isEmpty();
        }
    }

    @Test
    void whatDeeplearning4jDoesNotHaveIsRefused() {
        Hyperparameters reference = Hyperparameters.reference();
        Stream.of(
                        reference.with(Settings.CELL, Cell.GRU),
                        reference.with(Settings.CLIPPING, 1.0),
                        reference.with(Settings.ERROR_FLOW, ErrorFlow.CELL_STATE_ONLY),
                        reference.with(Settings.OPTIMISER, Optimiser.SGD).with(Settings.MOMENTUM, 0.9))
                .map(LibraryTest::with)
                .forEach(experiment -> {
                    assertThat(obstacle(Library.DEEPLEARNING4J, experiment)).isEqualTo("code.obstacle.deeplearning4j");
                    assertThat(obstacle(Library.KERAS, experiment)).isEqualTo("none");
                    assertThat(obstacle(Library.PYTORCH, experiment)).isEqualTo("none");
                    assertThatThrownBy(() -> Program.of(experiment, Library.DEEPLEARNING4J))
                            .isInstanceOf(InvalidInput.class)
                            .hasMessageStartingWith("Deeplearning4j cannot train this, because it lacks ");
                });
    }

    @Test
    void kerasCannotKeepTheStatesOfSlotsThatRunOut() {
        Hyperparameters never = Hyperparameters.reference().with(Settings.RESET_POLICY, ResetPolicy.NEVER);
        Hyperparameters three = never.with(Settings.BATCH_SIZE, 3);
        Stream.of(three, never.with(Settings.BATCH_SIZE, 2).with(Settings.LAG, 2))
                .forEach(uneven ->
                        assertThat(obstacle(Library.KERAS, with(uneven))).isEqualTo("code.obstacle.kerasSlots"));
        Stream.of(
                        never.with(Settings.BATCH_SIZE, 2),
                        three.with(Settings.RESET_POLICY, ResetPolicy.AFTER_SEQUENCE),
                        three.with(Settings.CELL, Cell.DENSE))
                .forEach(even -> assertThat(obstacle(Library.KERAS, with(even))).isEqualTo("none"));
        assertThat(obstacle(Library.PYTORCH, with(three))).isEqualTo("none");
    }

    @Test
    void kerasHasAnotherRmsprop() {
        Experiment experiment = with(Hyperparameters.reference().with(Settings.OPTIMISER, Optimiser.RMSPROP));
        assertThat(obstacle(Library.KERAS, experiment)).isEqualTo("code.obstacle.optimiser");
        assertThat(obstacle(Library.DEEPLEARNING4J, experiment)).isEqualTo("none");
    }

    @Test
    void drawnTasksAreRefused() {
        Experiment experiment =
                new Experiment(Task.drawn(FixedGap.of(5)), Hyperparameters.reference(), EngineName.KERNEL);
        for (Library library : Library.values()) {
            assertThat(obstacle(library, experiment)).isEqualTo("code.obstacle.drawn");
        }
    }

    @Test
    void whereEverySymbolThatMayFollowCountsEachProgramSaysIt() {
        Experiment sets = ProgramFixture.sets();
        for (Library library : Library.values()) {
            assertThat(obstacle(library, sets)).isEqualTo("none");
            assertThat(Program.of(sets, library)).contains("legal(sequence, step)");
            assertThat(Program.of(Experiment.reference(), library)).doesNotContain("legal");
        }
    }
}
