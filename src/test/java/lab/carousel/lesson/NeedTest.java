package lab.carousel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Message;
import lab.carousel.training.Origin;
import lab.carousel.training.Position;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a step of a lesson that comes with the program asks for: one cannot go on with just that undone, or done by half,
 * and no wrong answer is called right.
 */
class NeedTest {

    /** Differs from the reference in all values that lessons ask for. */
    private static final Hyperparameters OTHERS = Hyperparameters.reference()
            .with(Settings.SEED, 77L)
            .with(Settings.LAG, 4)
            .with(Settings.EPOCHS, 123)
            .with(Settings.LEARNING_RATE, 0.0123)
            .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
            .with(Settings.INPUT_GATE_BIAS, -5.0)
            .with(Settings.RESET_POLICY, ResetPolicy.NEVER)
            .with(Settings.CELL, Cell.GRU);

    /** A step of a lesson, and the experiment with which it begins. */
    record Begun(String where, Lesson lesson, int number, Experiment experiment) {

        LessonStep step() {
            return lesson.steps().get(number - 1);
        }

        List<Need> needs() {
            return step().needs();
        }

        List<Observation> observations() {
            return step().after().observations();
        }

        Situation before() {
            return situation(Optional.empty(), Optional.empty());
        }

        Situation met(Need need) {
            return situation(Optional.of(need), Optional.empty());
        }

        /** As after what a need asks for, if it is asked for, and nothing else was done, except for one thing that was not. */
        Situation situation(Optional<Need> need, Optional<Condition> undone) {
            Map<String, Object> seen = new HashMap<>(Map.of(
                    Situation.STATE,
                    RunState.PAUSED,
                    Situation.VERDICT,
                    Situation.VERDICTS.word(Verdict.NEEDS_NO_MEMORY),
                    Situation.EPOCH,
                    0,
                    Situation.UPDATES,
                    0,
                    Situation.PLACE,
                    "nowhere",
                    Situation.SILENCED,
                    0,
                    Situation.TRANSPLANTED,
                    "c h",
                    Situation.PINNED,
                    List.of(),
                    Situation.QUANTITY,
                    "h"));
            seen.put(Situation.AUTOMATON, 0);
            seen.put(Situation.LESIONED_AUTOMATON, 0);
            seen.put(Situation.EVALUATION, "");
            seen.put(Situation.FLOORS, 0);
            seen.put(Situation.ORIGIN, 0L);
            Hyperparameters values = experiment.hyperparameters();
            for (Condition condition : need.map(Need::conditions).orElse(List.of())) {
                boolean isDone = !undone.equals(Optional.of(condition));
                Optional<Setting<?>> setting = Settings.named(condition.reads());
                if (setting.isPresent()) {
                    values = values(values, setting.get(), need.orElseThrow(), condition, isDone);
                } else {
                    seen.computeIfPresent(
                            condition.reads(), (name, now) -> isDone ? done(condition) : less(condition, now));
                }
            }
            return situation(experiment.with(values), seen);
        }

        private Hyperparameters values(
                Hyperparameters now, Setting<?> setting, Need need, Condition condition, boolean isDone) {
            if (condition.test() == Condition.Test.CHANGED) {
                return isDone ? setting.copy(unlike(setting, setting.written(now)), now) : now;
            }
            Need.ValueChosen chosen =
                    need instanceof Need.TrainedWith trained ? trained.values() : (Need.ValueChosen) need;
            Hyperparameters from =
                    isDone ? chosen.set().apply(Hyperparameters.reference()) : unlike(setting, condition.value());
            return setting.copy(from, now);
        }

        private static Hyperparameters unlike(Setting<?> setting, Object written) {
            return Stream.of(Hyperparameters.reference(), OTHERS)
                    .filter(values -> !setting.written(values).equals(written))
                    .findFirst()
                    .orElseThrow();
        }

        private static Object done(Condition condition) {
            return switch (condition.reads()) {
                case Situation.STATE -> RunState.FINISHED;
                case Situation.PINNED -> List.of(1);
                default -> condition.value();
            };
        }

        /** One less than enough, where there is that. */
        private static Object less(Condition condition, Object now) {
            return condition.test() == Condition.Test.AT_LEAST ? ((Number) condition.value()).intValue() - 1 : now;
        }

        private Situation situation(Experiment edited, Map<String, Object> seen) {
            Verdict verdict = Stream.of(Verdict.values())
                    .filter(each -> Situation.VERDICTS.word(each).equals(seen.get(Situation.VERDICT)))
                    .findFirst()
                    .orElseThrow();
            Snapshot judged = SampleSnapshot.judged(edited, verdict, ((Number) seen.get(Situation.FLOORS)).intValue());
            int epoch = ((Number) seen.get(Situation.EPOCH)).intValue();
            long updates = ((Number) seen.get(Situation.UPDATES)).longValue();
            Snapshot run = new Snapshot(
                    edited,
                    new Position(epoch, 0, 0, updates),
                    judged.parameters(),
                    judged.evaluation(),
                    judged.floor(),
                    judged.history(),
                    judged.criterion(),
                    judged.recorded(),
                    Optional.of((Long) seen.get(Situation.ORIGIN))
                            .filter(from -> from > 0)
                            .map(from -> new Origin(judged.parameters(), from.intValue(), Optional.empty())),
                    judged.update());
            RunStatus status = new RunStatus(
                    (RunState) seen.get(Situation.STATE),
                    Optional.of(run),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            return new Situation(Optional.of(edited), status, (String) seen.get(Situation.PLACE), seen);
        }

        LessonProgress progress() {
            LessonProgress progress = new LessonProgress(lesson, number);
            progress.begin(before());
            return progress;
        }

        /** Commits to an answer, if one is asked for. */
        LessonProgress answered() {
            LessonProgress progress = progress();
            if (step().question().isPresent()) {
                progress.choose(0);
                progress.reveal();
            }
            return progress;
        }

        void meet(LessonProgress progress, Stream<Need> needs) {
            needs.forEach(need -> progress.observe(met(need)));
        }

        void look(LessonProgress progress, IntStream observations) {
            observations.forEach(number -> assertThat(progress.observe(number, 0, trained(Verdict.REMEMBERS)))
                    .as(where)
                    .isTrue());
        }

        Situation trained(Verdict verdict) {
            return new Situation(Optional.of(experiment), FinishedRun.judged(experiment, verdict), "", Map.of());
        }

        void assertStays(LessonProgress progress, Message missing) {
            assertThat(progress.missing()).as(where).contains(missing);
            assertThat(progress.next()).as(where).isFalse();
        }

        @Override
        public String toString() {
            return where;
        }
    }

    static Stream<Begun> steps() {
        return ShippedLessons.all().stream().flatMap(lesson -> IntStream.rangeClosed(
                        1, lesson.steps().size())
                .mapToObj(number -> new Begun(lesson.name() + " " + number, lesson, number, begun(lesson, number))));
    }

    private static Experiment begun(Lesson lesson, int number) {
        Experiment experiment = Experiment.reference();
        for (LessonStep step : lesson.steps().subList(0, number)) {
            experiment = step.setUp().change().orElse(UnaryOperator.identity()).apply(experiment);
        }
        return experiment;
    }

    static Stream<Begun> asking() {
        return steps().filter(step -> !step.needs().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("asking")
    void oneThingUndoneIsNamedAndKeepsFromGoingOn(Begun step) {
        for (Need undone : step.needs()) {
            List<Need> others = step.needs().stream()
                    .filter(need ->
                            need != undone && !StepRules.areMet(undone.conditions(), step.before(), step.met(need)))
                    .toList();
            for (Condition half : undone.conditions()) {
                LessonProgress progress = step.answered();
                step.meet(progress, others.stream());
                progress.observe(step.situation(Optional.of(undone), Optional.of(half)));
                assertThat(progress.canObserve()).as(step.where() + half).isFalse();
                step.assertStays(progress, undone.words());
                progress.observe(step.met(undone));
                assertThat(progress.missing()).as(step.where()).doesNotContain(undone.words());
            }
        }
    }

    static Stream<Begun> questions() {
        return steps().filter(step -> step.step().question().isPresent());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void anOpenQuestionIsNamedAndKeepsFromGoingOn(Begun step) {
        LessonProgress progress = step.progress();
        step.meet(progress, step.needs().stream());
        assertThat(progress.missing()).as(step.where()).hasSize(1);
        step.assertStays(progress, progress.missing().get(0));
        assertThat(progress.missing().get(0).key()).isEqualTo("lesson.need.answer.ALONE");
        assertThat(progress.canObserve()).isFalse();
    }

    static Stream<Begun> observed() {
        return steps().filter(step -> !step.observations().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("observed")
    void anObservationUndoneIsNamedAndKeepsFromGoingOn(Begun step) {
        int all = step.observations().size();
        for (int undone = 0; undone < all; undone++) {
            int left = undone;
            LessonProgress progress = step.answered();
            step.meet(progress, step.needs().stream());
            step.look(progress, IntStream.range(0, all).filter(number -> number != left));
            assertThat(progress.missing()).as(step.where()).containsExactly(Message.of("lesson.need.observe"));
            step.assertStays(progress, Message.of("lesson.need.observe"));
            step.look(progress, IntStream.of(left));
            assertThat(progress.missing()).as(step.where()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("observed")
    void onlyTheRightAnswerIsCalledRight(Begun step) {
        for (Observation observation : step.observations()) {
            for (Verdict verdict : Verdict.values()) {
                Situation now = step.trained(verdict);
                if (isUnknown(observation, now)) {
                    assertThat(observation.sight().checked(0, now))
                            .as(step.where())
                            .isEmpty();
                    continue;
                }
                double[] wrong = wrong(observation, now);
                assertThat(wrong.length > 0)
                        .as(step.where())
                        .isEqualTo(!observation.sight().isOpinion());
                for (double answer : wrong) {
                    Observed seen = observation.sight().checked(answer, now).orElseThrow();
                    assertThat(seen.isRight()).as(step.where() + ": " + answer).isFalse();
                    assertThat(observation
                                    .sight()
                                    .checked(seen.truth(), now)
                                    .orElseThrow()
                                    .isRight())
                            .as(step.where())
                            .isTrue();
                }
            }
        }
    }

    private static boolean isUnknown(Observation observation, Situation now) {
        Snapshot run = now.snapshot().orElseThrow();
        return observation instanceof Observation.Read read
                        && !Double.isFinite(read.of().of(run))
                || observation instanceof Observation.Judged judged
                        && !Double.isFinite(judged.of().place(run.verdict()));
    }

    private static double[] wrong(Observation observation, Situation now) {
        if (observation instanceof Observation.Read read) {
            double truth = read.of().of(now.snapshot().orElseThrow());
            double off = read.within() * 1.01 + (read.within() == 0 ? 1 : 0);
            return new double[] {truth - off, truth + off};
        }
        double right = observation instanceof Observation.Judged judged
                ? judged.of().place(now.snapshot().orElseThrow().verdict())
                : ((Observation.Chosen) observation).right().orElse(-1);
        return IntStream.range(0, observation.choices().size())
                .filter(choice -> right >= 0 && choice != right)
                .asDoubleStream()
                .toArray();
    }
}
