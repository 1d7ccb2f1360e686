package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleTest {

    private record Case(int size, String kind, boolean isDeep) {}

    /** From the smallest to the largest. */
    private static final List<Case> CASES = IntStream.range(0, 10)
            .boxed()
            .flatMap(size -> Stream.of("a", "b", "c")
                    .flatMap(kind -> Stream.of(false, true).map(isDeep -> new Case(size, kind, isDeep))))
            .toList();

    private static final List<Function<? super Case, ?>> ASPECTS = List.of(Case::size, Case::kind, Case::isDeep);

    @Test
    void hasTheFirstTheLastAndOneDrawn() {
        List<Integer> cases = IntStream.range(0, 1_000).boxed().toList();
        List<Integer> drawn = Sample.drawn(7, cases, 1, List.of());
        assertThat(drawn).hasSize(3).startsWith(0).endsWith(999).isSorted();
        assertThat(Sample.drawn(7, cases, 1, List.of())).isEqualTo(drawn);
        assertThat(Sample.drawn(8, cases, 1, List.of())).isNotEqualTo(drawn);
        assertThat(Sample.drawn(7, List.of(5, 6, 7), 1, List.of())).containsExactly(5, 6, 7);
    }

    @Test
    void hasEachValueOfEachAspect() {
        List<Case> drawn = Sample.drawn(1, CASES, 1, ASPECTS);
        for (Function<? super Case, ?> aspect : ASPECTS) {
            assertThat(drawn.stream().map(aspect).collect(Collectors.toSet()))
                    .isEqualTo(CASES.stream().map(aspect).collect(Collectors.toSet()));
        }
        assertThat(drawn).hasSizeLessThan(12);
    }

    @Test
    void hasEachElementOfASet() {
        List<Set<Integer>> cases = List.of(Set.of(), Set.of(1, 2), Set.of(3), Set.of(2), Set.of(4, 5), Set.of());
        List<Set<Integer>> drawn = Sample.drawn(1, cases, 1, List.of(Function.identity()));
        assertThat(drawn).containsExactly(Set.of(), Set.of(1, 2), Set.of(3), Set.of(4, 5), Set.of());
    }

    @Test
    void hasEachPairOfValues() {
        List<Case> drawn = Sample.drawn(1, CASES, 2, ASPECTS);
        assertThat(drawn.stream().map(each -> each.size() + each.kind()).distinct())
                .hasSize(30);
        assertThat(drawn.stream().map(each -> each.size() + " " + each.isDeep()).distinct())
                .hasSize(20);
        assertThat(drawn.stream().map(each -> each.kind() + each.isDeep()).distinct())
                .hasSize(6);
        assertThat(drawn).hasSizeLessThan(36);
    }
}
