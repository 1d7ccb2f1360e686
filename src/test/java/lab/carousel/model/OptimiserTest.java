package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lab.carousel.model.layout.CellLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is declared of every optimiser; that it trains the same everywhere is tested with engines and programs. */
class OptimiserTest {

    @ParameterizedTest
    @MethodSource("lab.carousel.model.Optimisers#all")
    void itsNamesInLibrariesAskOnlyForConstantsThatItHas(Optimiser optimiser) {
        Hyperparameters settings = Hyperparameters.reference().with(Settings.MOMENTUM, 0.5);
        List<String> constants = optimiser.update(settings).constants().stream()
                .map(OptimiserConstant::name)
                .toList();
        for (CellLibrary library : List.of(CellLibrary.KERAS, CellLibrary.DEEPLEARNING4J)) {
            optimiser
                    .in(library)
                    .ifPresent(known -> assertThat(constants).as(known.name()).containsAll(known.arguments()));
        }
        // In PyTorch they are written as variables
        optimiser.in(CellLibrary.PYTORCH).ifPresent(known -> assertThat(known.arguments().stream()
                        .flatMap(argument -> Stream.of(argument.split("\\W+")))
                        .filter(word -> word.equals(word.toUpperCase(Locale.ROOT)))
                        .map(word -> word.toLowerCase(Locale.ROOT)))
                .containsExactlyElementsOf(constants));
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.Optimisers#all")
    void changesEachParameterByItsOwnGradientAlone(Optimiser optimiser) {
        OptimiserUpdate update = optimiser.update(Hyperparameters.reference().with(Settings.MOMENTUM, 0.5));
        double[][] moments = update.moments().stream()
                .map(moment -> new double[] {moment.start(), moment.start(), moment.start()})
                .toArray(double[][]::new);
        double[] p = {1, 1, 2};
        update.rule().change(p, moments, 0.1, 2, new double[] {0, 3, 3});
        assertThat(p[0]).isEqualTo(1);
        assertThat(p[1]).isLessThan(1);
        assertThat(p[2] - 2).isEqualTo(p[1] - 1, within(1e-15));
        for (double[] moment : moments) {
            assertThat(moment[1]).isEqualTo(moment[2]).isNotEqualTo(moment[0]);
        }
    }
}
