package lab.carousel.model.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightBlockTest {

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#all")
    void togetherTheyHaveEveryParameterOnce(Cell cell) {
        ParameterLayout layout = new ParameterLayout(5, 3, 4, cell, 3);
        assertThat(indices(WeightBlock.all(layout)))
                .containsExactlyElementsOf(
                        IntStream.range(0, layout.size()).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#all")
    void theGatesOfALayerAreTheLayer(Cell cell) {
        ParameterLayout layout = new ParameterLayout(5, 3, 4, cell, 2);
        List<WeightBlock> gates = cell.gates().stream()
                .flatMap(gate -> WeightBlock.ofGate(layout, 1, gate).stream())
                .toList();
        assertThat(indices(gates)).hasSameElementsAs(indices(WeightBlock.ofLayer(layout, 1)));
        WeightBlock last = gates.get(gates.size() - 1);
        assertThat(last.index(0, 3)).isEqualTo(layout.layer(1).end() - 1);
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#all")
    void itsNormIsThatOfItsElements(Cell cell) {
        ParameterLayout layout = new ParameterLayout(5, 3, 4, cell, 1);
        double[] values = new double[layout.size()];
        WeightBlock bias = WeightBlock.ofGate(layout, 0, Quantity.CANDIDATE).stream()
                .filter(block -> block.kind() == BlockKind.BIAS)
                .findFirst()
                .orElseThrow();
        values[layout.layer(0).bias() + layout.layer(0).column(Quantity.CANDIDATE)] = 3;
        values[layout.layer(0).bias() + layout.layer(0).column(Quantity.CANDIDATE) + 3] = -4;
        assertThat(bias.norm(values)).isCloseTo(5, within(1e-15));
        assertThat(bias.size()).isEqualTo(4);
    }

    private static List<Integer> indices(List<WeightBlock> blocks) {
        return blocks.stream()
                .flatMap(block -> IntStream.range(0, block.rows()).boxed().flatMap(row -> IntStream.range(
                                0, block.columns())
                        .mapToObj(column -> block.index(row, column))))
                .sorted()
                .toList();
    }
}
