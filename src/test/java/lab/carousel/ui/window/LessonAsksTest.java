package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lab.carousel.engine.StillTrainer;
import lab.carousel.engine.Trainer;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.robot.Frames;
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

    private Map<String, LessonStep> begin(boolean isPresented) {
        // What comes of it is not looked at here
        engine = LessonAsksTest::still;
        present(isPresented);
        Map<String, LessonStep> steps = new LinkedHashMap<>();
        for (Lesson lesson : ShippedLessons.all()) {
            lesson.steps().forEach(step -> steps.put(lesson.name() + "/" + step.id(), step));
        }
        return steps;
    }

    private static Trainer still(Experiment experiment, Parameters initial) {
        return new StillTrainer(initial) {
            @Override
            public double update(Steps steps, int firstStep, int times, int slots) {
                return 0.5;
            }
        };
    }

    private void enter(String where) {
        Lesson lesson = ShippedLessons.read(where.split("/")[0]);
        List<String> ids = lesson.steps().stream().map(LessonStep::id).toList();
        robot.interact(() -> window.lessons().player().start(lesson, ids.indexOf(where.split("/")[1]) + 1));
        // Presented is what stands there in the next frame
        await(() -> FirstControl.isOnScreen(find("lessonCard"))
                && workspace.snapshot().isPresent());
        Frames.settle();
    }

    private static void commit(LessonStep step) {
        if (step.question().isPresent()) {
            fire("lessonChoice1");
            fire("lessonReveal");
            Frames.settle();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsToBeTriedCanBeTriedWithWhatTheStepShows(boolean isPresented) {
        Map<String, LessonStep> steps = begin(isPresented);
        assertThat(steps.entrySet().stream()
                        .filter(step -> !step.getValue().editors().isEmpty())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(TRIED.keySet());
        for (String where : TRIED.keySet()) {
            enter(where);
            if (isPresented) {
                // A class votes before it tries
                commit(Objects.requireNonNull(steps.get(where)));
            }
            for (String change : TRIED.get(where)) {
                if (change.equals(LessonTargets.TASK)) {
                    assertThat(isSeen("alphabetField")).as(where).isTrue();
                    continue;
                }
                String[] parts = change.split("=");
                set(parts[0], parts[1]);
                assertThat(value(parts[0])).as(where + ", " + change).isEqualTo(parts[1]);
            }
        }
    }
}
