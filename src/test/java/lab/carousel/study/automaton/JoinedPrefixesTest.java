package lab.carousel.study.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.Sample;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Operation;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.study.Lesion;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.task.memory.RandomTask;
import org.junit.jupiter.api.Test;

class JoinedPrefixesTest {

    @Test
    void agreesWithAllContinuationsOnRandomTasks() {
        SplittableRandom random = new SplittableRandom(9);
        int found = 0;
        for (int index = 0; index < Sample.tenth(300); index++) {
            Experiment experiment = draw(random);
            Parameters parameters = RandomParameters.of(experiment.layout(), index);
            TaskAutomaton task = new TaskAutomaton(experiment);
            JoinedPrefixes joined = JoinedPrefixes.of(
                    task, new NetworkTeacher(experiment, parameters, Operation.NONE), SearchLimits.USUAL);

            List<JoinedPrefixes.Pair> brute = new ArrayList<>();
            for (int one = 0; one < task.prefixes(); one++) {
                for (int other = one + 1; other < task.prefixes(); other++) {
                    if (task.state(one) != task.state(other)
                            && areJoined(experiment, parameters, task.word(one), task.word(other))) {
                        brute.add(new JoinedPrefixes.Pair(one, other));
                    }
                }
            }
            assertThat(joined.pairs()).as(experiment.toString()).isEqualTo(brute);
            assertThat(joined.all()).isEqualTo(brute.size());
            assertThat(joined.complete()).isTrue();
            found += brute.size();
        }
        assertThat(found).isGreaterThan(Sample.tenth(500));
    }

    private static Experiment draw(SplittableRandom random) {
        Task task = RandomTask.draw(random).task().withSets(random.nextBoolean());
        Hyperparameters set = Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, 2)
                .with(Settings.LAG, 1 + random.nextInt(Math.min(2, task.supply().shortestSteps())))
                .with(Settings.RESET_POLICY, ResetPolicy.values()[random.nextInt(4)])
                .with(Settings.CELL, Cell.all().get(random.nextInt(Cell.all().size())))
                .with(
                        Settings.LOSS_WEIGHTING,
                        random.nextInt(3) == 0 ? LossWeighting.LAST_STEP : LossWeighting.ALL_STEPS);
        return new Experiment(task, set, EngineName.KERNEL);
    }

    /** From the definition: every continuation that is scored behind either of them anywhere in the task. */
    private static boolean areJoined(Experiment experiment, Parameters parameters, int[] one, int[] other) {
        Set<List<Integer>> continuations = new HashSet<>(scored(experiment, one));
        continuations.addAll(scored(experiment, other));
        return continuations.stream().allMatch(word -> answer(experiment, parameters, joined(one, word))
                .equals(answer(experiment, parameters, joined(other, word))));
    }

    private static int[] joined(int[] prefix, List<Integer> word) {
        return IntStream.concat(IntStream.of(prefix), word.stream().mapToInt(Integer::intValue))
                .toArray();
    }

    private static Set<List<Integer>> scored(Experiment experiment, int[] prefix) {
        Set<List<Integer>> found = new HashSet<>();
        ScoredSteps scored = experiment.scoredSteps();
        for (int[] sequence : experiment.task().indices()) {
            for (int end = Math.max(1, prefix.length); end < sequence.length; end++) {
                if (Arrays.equals(sequence, 0, prefix.length, prefix, 0, prefix.length)
                        && scored.include(end - 1, sequence.length - 1)) {
                    found.add(
                            Arrays.stream(sequence, prefix.length, end).boxed().toList());
                }
            }
        }
        return found;
    }

    /** What the network says after a word that it is fed as a sequence; nothing if that is shorter than the lag. */
    private static Object answer(Experiment experiment, Parameters parameters, int[] word) {
        List<Object> said = new ArrayList<>(List.of("nothing"));
        if (word.length > 0) {
            Steps steps = Steps.of(Arrays.copyOf(word, word.length + 1));
            new ForwardPass(parameters, experiment.stepByStep().hyperparameters())
                    .feed(
                            steps,
                            (t, target, loss, outputs, state) -> said.set(
                                    0,
                                    experiment.task().sets()
                                            ? IntStream.range(0, outputs.length)
                                                    .filter(k -> outputs[k] > 0.5)
                                                    .boxed()
                                                    .toList()
                                            : Output.argmax(outputs)));
        }
        return said.get(0);
    }

    @Test
    void anUntrainedNetworkThatAnswersAlwaysTheSameJoinsAll() {
        Experiment reference = Experiment.reference();
        Parameters parameters = Parameters.written(reference.layout(), values -> {});
        TaskAutomaton task = new TaskAutomaton(reference);
        NetworkTeacher teacher = new NetworkTeacher(reference, parameters, Operation.NONE);

        JoinedPrefixes joined = JoinedPrefixes.of(task, teacher, SearchLimits.USUAL);
        // All pairs of the eight prefixes that are asked, and of those with the empty one, which asks what follows it
        assertThat(joined.all()).isEqualTo(8 * 7 / 2);
        assertThat(JoinedPrefixes.of(task, teacher, SearchLimits.USUAL.stoppedBy(() -> true)))
                .isEqualTo(new JoinedPrefixes(List.of(), 0, false));
    }

    @Test
    void aLesionIsOnTheNetworkThatIsAsked() {
        Experiment reference = Experiment.reference();
        Parameters parameters = RandomParameters.of(reference.layout(), 5);
        Set<Integer> all = new HashSet<>(IntStream.range(0, 20).boxed().toList());
        Operation silenced = Lesion.operation(List.of(Lesion.silence(all, Quantity.HIDDEN_STATE)), parameters.layout());
        NetworkTeacher teacher = new NetworkTeacher(reference, parameters, silenced);

        ReachedState three = teacher.after(teacher.start(), List.of(3, 0, 1));
        assertThat(three.answer()).isEqualTo(teacher.after(teacher.start(), 4).answer());
        assertThat(three.answer()).isNotEqualTo(Target.NONE);
        assertThat(JoinedPrefixes.of(new TaskAutomaton(reference), teacher, SearchLimits.USUAL)
                        .all())
                .isEqualTo(28);
    }
}
