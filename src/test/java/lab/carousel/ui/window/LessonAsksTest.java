package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.engine.StillTrainer;
import lab.carousel.engine.Trainer;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;
import lab.carousel.ui.controls.FirstControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step of a shipped lesson asks to be tried can be tried in it, in the window and presented. */
class LessonAsksTest extends LessonNeedsFixture {

    /** For each step with editors what its texts ask to be tried: the names and values of experiment files. */
    private static final Map<String, List<String>> TRIED = Map.ofEntries(
            Map.entry("tutorial/look", List.of("task")),
            Map.entry("was-it-memory/another-seed", List.of("seed=7")),
            Map.entry("was-it-memory/read-out", List.of("trains=output only", "learningRate=0.1", "epochs=2000")),
            Map.entry("gradient/choose", List.of("updateInterval=whole sequence", "seed=3")),
            Map.entry("gradient/between", List.of("updateInterval=3", "updateInterval=2")),
            Map.entry("gradient/transfer", List.of("updateInterval=5")),
            Map.entry("where-is-the-memory/grandmother", List.of("seed=2")),
            Map.entry("how-far-back/why", List.of("forgetGateBias=2", "forgetGateBias=5", "forgetGateBias=50")),
            Map.entry("how-far-back/bias", List.of("inputGateBias=-5", "forgetGateBias=8")),
            Map.entry("how-far-back/chrono", List.of("seed=2", "chronoSpan=50")),
            Map.entry("how-far-back/thousand", List.of("seed=2")),
            Map.entry("how-far-back/lag", List.of("lag=3", "lag=4")),
            Map.entry("how-far-back/transfer", List.of("chronoSpan=3", "chronoSpan=3000", "chronoSpan=31")),
            Map.entry(
                    "batch-size-and-state/stateful",
                    List.of("resetPolicy=after epoch", "resetPolicy=never", "resetPolicy=every step")),
            Map.entry("who-forgot-to-reset/repair", List.of("resetPolicy=after epoch", "resetPolicy=after sequence")),
            Map.entry("who-forgot-to-reset/transfer", List.of("order=shuffled", "resetPolicy=after sequence")),
            Map.entry("counting/transfer", List.of("cell=gru")),
            Map.entry(
                    "nothing-known/leave",
                    List.of("epochs=1000", "hiddenUnits=32", "learningRate=0.003", "updateInterval=whole sequence")),
            Map.entry("a-lucky-seed/one", List.of("seed=2")),
            Map.entry("a-lucky-seed/transfer", List.of("seed=2")),
            Map.entry("race/others", List.of("cell=recurrent", "seed=2")),
            Map.entry("race/longer", List.of("cell=gru", "cell=lstm", "seed=2")),
            Map.entry("race/transfer", List.of("cell=gru", "cell=lstm", "seed=2")),
            Map.entry(
                    "make-it-remember/find",
                    List.of(
                            "learningRate=0.01",
                            "hiddenUnits=64",
                            "epochs=500",
                            "updateInterval=whole sequence",
                            "lossWeighting=last step",
                            "output=softmax")),
            Map.entry("make-it-remember/sure", List.of("seed=2")),
            Map.entry(
                    "make-it-remember/transfer",
                    List.of("hiddenUnits=64", "updateInterval=whole sequence", "lossWeighting=last step")),
            Map.entry("lstm-1997/transfer", List.of("chronoSpan=60")));

    /** A step in which something is tried, in the window as usual or presented. */
    private record Tried(TaughtStep at, boolean isPresented) {

        List<String> changes() {
            return Objects.requireNonNull(TRIED.get(at.toString()));
        }

        /** What is set, each once. */
        Set<String> names() {
            return changes().stream().map(change -> change.split("=")[0]).collect(Collectors.toSet());
        }
    }

    /** Each thing that is tried anywhere, and both ways to show a step. */
    private static final List<Tried> DRAWN = Sample.of(
                    1,
                    TaughtStep.all().stream()
                            .filter(at -> !at.step().screen().editors().isEmpty())
                            .flatMap(at -> Stream.of(false, true).map(isPresented -> new Tried(at, isPresented)))
                            .toList(),
                    Tried::names,
                    Tried::isPresented)
            .toList();

    private static Trainer still(Experiment experiment, Parameters initial) {
        return new StillTrainer(initial) {
            @Override
            public double update(Steps steps, int firstStep, int times, int slots) {
                return 0.5;
            }
        };
    }

    @Test
    void allStepsWithEditorsAskForSomethingThatTheyShow() {
        Map<String, List<String>> editors = TaughtStep.all().stream()
                .filter(at -> !at.step().screen().editors().isEmpty())
                .collect(Collectors.toMap(
                        TaughtStep::toString, at -> at.step().screen().editors()));
        assertThat(editors).containsOnlyKeys(TRIED.keySet());
        TRIED.forEach((where, changes) -> assertThat(changes).as(where).allMatch(change -> {
            List<String> shown = Objects.requireNonNull(editors.get(where));
            return shown.contains(LessonTargets.HYPERPARAMETERS) || shown.contains(change.split("=")[0]);
        }));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsToBeTriedCanBeTriedWithWhatTheStepShows(boolean isPresented) {
        // What comes of it is not looked at here
        engine = LessonAsksTest::still;
        present(isPresented);
        DRAWN.stream().filter(tried -> tried.isPresented() == isPresented).forEach(tried -> {
            enter(tried.at());
            // Presented is what stands there in the next frame
            await(() -> FirstControl.isOnScreen(find("lessonCard"))
                    && workspace.run().latest().isPresent());
            if (isPresented && tried.at().step().question().isPresent()) {
                // A class votes before it tries
                commit();
            }
            tried.changes().forEach(change -> change(tried.at().toString(), change));
        });
    }

    private void change(String where, String change) {
        if (change.equals(LessonTargets.TASK)) {
            assertThat(isSeen("alphabetField")).as(where).isTrue();
            return;
        }
        String[] parts = change.split("=");
        set(parts[0], parts[1]);
        assertThat(value(parts[0])).as(where + ", " + change).isEqualTo(parts[1]);
    }
}
