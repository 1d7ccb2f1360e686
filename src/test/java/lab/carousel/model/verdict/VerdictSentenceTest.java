package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.study.ForkWords;
import lab.carousel.task.memory.BruteForce;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.RandomTask;
import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.Test;

/** Beside every verdict stands which fork it is about: its last symbols, its targets, and how far back what decides is. */
class VerdictSentenceTest {

    private static final int TASKS = 2_000;

    /** What is true of a fork of a task, whatever the order. */
    private record Asked(List<List<Integer>> shared, TreeSet<Integer> targets, int depth) {

        Asked with(Asked other) {
            TreeSet<Integer> all = new TreeSet<>(targets);
            all.addAll(other.targets);
            return new Asked(shared, all, Math.min(depth, other.depth));
        }

        String sentence() {
            List<String> symbols = new ArrayList<>(
                    shared.stream().map(sample -> sample.get(0).toString()).toList());
            List<String> newest = new ArrayList<>(symbols.subList(0, Math.min(4, symbols.size())));
            Collections.reverse(newest);
            String after = (symbols.size() > 4 ? "… " : "") + String.join(" ", newest);
            String first = targets.headSet(targets.last()).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            return "After " + after + " comes " + first + " or " + targets.last() + "; the symbol " + depth
                    + (depth == 1 ? " step" : " steps") + " back decides.";
        }
    }

    @Test
    void namesAForkOfTheTaskItsTargetsAndItsDepth() {
        SplittableRandom random = new SplittableRandom(88);
        int compared = 0;
        for (int index = 0; index < TASKS; index++) {
            RandomTask drawn = RandomTask.draw(random);
            Experiment experiment = SeparationTest.experiment(drawn, random);
            Evaluator evaluator = new Evaluator(experiment);
            Parameters parameters = RandomParameters.of(experiment.layout(), index);
            Evaluation evaluation = evaluator.evaluate(parameters);
            Judgement judgement = evaluation.judgement();
            String asked = ForkWords.asked(
                    judgement, evaluator.memory(), experiment.task().alphabet());
            Map<List<List<Integer>>, Asked> forks = new HashMap<>();
            for (EpochMemory epoch : evaluator.memory().epochs()) {
                BruteForce brute = new BruteForce(
                        experiment.task().indices(), epoch.order(), experiment.feeding(), experiment.scoredSteps());
                brute.forks().forEach((after, pairs) -> {
                    TreeSet<Integer> targets = new TreeSet<>();
                    pairs.forEach(pair -> targets.addAll(
                            List.of(pair.one().target(), pair.other().target())));
                    forks.merge(after, new Asked(after, targets, brute.depth(pairs)), Asked::with);
                });
            }
            assertThat(asked.isEmpty()).as("%s", experiment).isEqualTo(forks.isEmpty());
            if (forks.isEmpty()) {
                continue;
            }
            compared++;
            int depth = judgement.stepsBack().median();
            assertThat(asked).contains("; the symbol " + depth + (depth == 1 ? " step " : " steps ") + "back decides.");
            if (experiment.feeding().lag() == 1) {
                assertThat(forks.values())
                        .as("%s", experiment)
                        .extracting(Asked::sentence)
                        .contains(asked);
            }
            VerdictWords words = VerdictWords.of(evaluation, asked, experiment.memorylessFloor());
            assertThat(words.sentence()).startsWith(asked + " ");
            boolean isBelow = VerdictWords.isBelow(evaluation.loss(), experiment.memorylessFloor());
            assertThat(words.more().contains("uses something earlier"))
                    .isEqualTo(isBelow && evaluation.verdict() == Verdict.NOT_YET && !(judgement.bits() > 0));
        }
        assertThat(compared).isGreaterThan(TASKS / 4);
    }

    @Test
    void saysInGermanWhichSymbolDecides() {
        Experiment reference = Experiment.reference();
        Evaluation evaluation = Evaluation.of(reference, RandomParameters.of(reference.layout(), 1));
        String asked = InLanguage.GERMAN.meanwhile(() -> ForkWords.asked(
                evaluation.judgement(), reference.memory(), reference.task().alphabet()));
        assertThat(asked).isEqualTo("Nach 0 1 2 folgt 3 oder 4; das Symbol 3 Schritte davor entscheidet.");
    }
}
