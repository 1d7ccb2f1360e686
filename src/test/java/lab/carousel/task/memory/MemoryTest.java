package lab.carousel.task.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.Sample;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void theReferenceHasOneForkThreeStepsBack() {
        Memory memory = of("30123", "40124");

        assertThat(memory.forks()).isEqualTo(1);
        assertThat(memory.fork(0, 100))
                .isEqualTo(new Fork(List.of(0, 1, 2), 3, 3, List.of(Target.of(3), Target.of(4))));
        assertThat(memory.unknowable()).isEmpty();
        assertThat(IntStream.range(0, 8).filter(step -> memory.isDeciding(step / 4, step % 4)))
                .hasSize(2);
        assertThat(memory.isDeciding(0, 3)).isTrue();
        assertThat(memory.isDeciding(0, 2)).isFalse();
        assertThat(memory.best()).isEqualTo(8);
    }

    @Test
    void whatWentToAnotherSlotIsTheSetUps() {
        Memory memory = of(new FeedingScheme(StateLifetime.SEQUENCE, 4, 1, false), "30123", "40124");

        assertThat(memory.unknowable())
                .containsExactly(
                        new UnknowableStep(0, 3, UnknowableReason.SLOTS),
                        new UnknowableStep(1, 3, UnknowableReason.SLOTS));
    }

    @Test
    void agreesWithAllPairsOnRandomTasks() {
        SplittableRandom random = new SplittableRandom(12);
        for (int index = 0; index < Sample.tenth(10_000); index++) {
            RandomTask task = RandomTask.draw(random);
            BruteForce brute = new BruteForce(task.sequences(), task.order(), task.feeding(), task.scored());
            Memory memory = Memory.of(task.steps(), task.feeding(), List.of(task.order()));

            assertThat(memory.forks() == 0 ? 0 : memory.depth(memory.deepest()))
                    .as(task.toString())
                    .isEqualTo(brute.forks().values().stream()
                            .mapToInt(brute::depth)
                            .max()
                            .orElse(0));
            assertThat(forks(memory)).as(task.toString()).isEqualTo(forks(brute));
            assertThat(unknowable(memory, false)).as(task.toString()).isEqualTo(brute.unknowable);
            assertThat(unknowable(memory, true)).as(task.toString()).isEqualTo(brute.unknowableByTask);
            BruteForce inOneSlot = new BruteForce(
                    task.sequences(), task.order(), task.feeding().inOneSlot(), task.scored());
            assertThat(memory.unknowable())
                    .as(task.toString())
                    .filteredOn(step -> step.reason() == UnknowableReason.SLOTS)
                    .noneMatch(step -> inOneSlot.unknowable.contains(List.of(step.sequence(), step.step())));
            assertThat(deciding(memory, task)).as(task.toString()).isEqualTo(deciding(brute));
            assertThat(memory.epochs().get(0).best()).as(task.toString()).isEqualTo(brute.best());
        }
    }

    @Test
    void joinsTheForksOfSeveralOrders() {
        SplittableRandom random = new SplittableRandom(3);
        for (int index = 0; index < 300; index++) {
            RandomTask task = RandomTask.draw(random);
            List<int[]> orders = IntStream.range(0, 4)
                    .mapToObj(each -> RandomTask.order(task.sequences().length, random))
                    .toList();
            Set<List<Object>> all = new HashSet<>();
            orders.forEach(order -> new BruteForce(task.sequences(), order, task.feeding(), task.scored())
                    .forks()
                    .forEach((after, pairs) -> all.add(List.of(after))));

            Memory memory = Memory.of(task.steps(), task.feeding(), orders);

            assertThat(memory.forks()).as(task.toString()).isEqualTo(all.size());
        }
    }

    private static Memory of(String... sequences) {
        return of(FeedingScheme.REFERENCE, sequences);
    }

    private static Memory of(FeedingScheme feeding, String... sequences) {
        Steps[] encoded = new Steps[sequences.length];
        for (int s = 0; s < sequences.length; s++) {
            encoded[s] = Steps.of(sequences[s].chars().map(digit -> digit - '0').toArray());
        }
        return Memory.of(encoded, feeding, List.of());
    }

    /** Depth and targets of each fork, sorted, with how many samples it shares. */
    private static List<String> forks(Memory memory) {
        List<String> found = new ArrayList<>();
        for (int number = 0; number < memory.forks(); number++) {
            Fork fork = memory.fork(number, Integer.MAX_VALUE);
            found.add(fork.samples() + " " + fork.depth() + " " + fork.targets() + " "
                    + fork.after().get(fork.after().size() - 1));
        }
        return found.stream().sorted().toList();
    }

    private static List<String> forks(BruteForce brute) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<List<List<Integer>>, List<BruteForce.Pair>> fork :
                brute.forks().entrySet()) {
            List<Target> targets = new ArrayList<>();
            fork.getValue()
                    .forEach(pair -> targets.addAll(List.of(
                            Target.of(pair.one().target()),
                            Target.of(pair.other().target()))));
            targets.sort(Comparator.comparing(Target::index));
            found.add(fork.getKey().size() + " " + brute.depth(fork.getValue()) + " "
                    + targets.stream().distinct().toList() + " "
                    + fork.getKey().get(0).get(0));
        }
        return found.stream().sorted().toList();
    }

    private static Set<List<Integer>> unknowable(Memory memory, boolean byTask) {
        Set<List<Integer>> found = new HashSet<>();
        for (UnknowableStep step : memory.unknowable()) {
            if (!byTask || step.reason() == UnknowableReason.TASK) {
                found.add(List.of(step.sequence(), step.step()));
            }
        }
        return found;
    }

    private static Set<List<Integer>> deciding(Memory memory, RandomTask task) {
        Set<List<Integer>> found = new HashSet<>();
        for (int s = 0; s < task.sequences().length; s++) {
            for (int t = 0; t < task.sequences()[s].length - 1; t++) {
                if (memory.isDeciding(s, t)) {
                    found.add(List.of(s, t));
                }
            }
        }
        return found;
    }

    private static Set<List<Integer>> deciding(BruteForce brute) {
        Set<List<Integer>> found = new HashSet<>();
        brute.pairs.forEach(pair -> {
            found.add(List.of(pair.one().sequence(), pair.one().step()));
            found.add(List.of(pair.other().sequence(), pair.other().step()));
        });
        return found;
    }
}
