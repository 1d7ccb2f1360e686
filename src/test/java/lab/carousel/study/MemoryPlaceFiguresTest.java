package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the manual says of two networks is what they do, to the last digit that it writes, in both languages. */
class MemoryPlaceFiguresTest {

    private static final Set<Quantity> BOTH = Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE);
    private static final Set<Quantity> H = Set.of(Quantity.HIDDEN_STATE);
    private static final Set<Quantity> C = Set.of(Quantity.CELL_STATE);

    private static final Snapshot REMEMBERS = TrainedNetworks.remembering(1);
    private static final Snapshot LUCKY =
            RecordedRuns.end(Experiment.reference().with(all -> all.with(Settings.SEED, 5L)));

    /** The page without the marks that make a number bold; its numbers with a point, and a comma between two of them. */
    private static String page(String language) throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/where-is-the-memory" + language + ".md"));
        String plain = page.replace("**", "").replaceAll("\\s+", " ");
        return language.isEmpty()
                ? plain
                : plain.replaceAll("(\\d),(\\d)", "$1.$2").replaceAll("(\\d); (\\d)", "$1, $2");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String shortened(double margin) {
        String text = String.format(Locale.ROOT, "%.2f", margin);
        return text.equals("-0.00") ? "0.00" : text.replace('-', '−');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".de"})
    void theDifferenceOfCGrowsInOneAndFadesInTheOther(String language) throws IOException {
        for (Snapshot network : List.of(REMEMBERS, LUCKY)) {
            Contrast both = Contrast.ofSequences(
                    FedSteps.of(network.experiment(), network.parameters()), 0, 1, Quantity.CELL_STATE, 0);
            String row = IntStream.range(0, 4)
                    .mapToObj(step ->
                            number(both.difference(step, Quantity.CELL_STATE).sum()))
                    .collect(Collectors.joining(" | ", " | ", " |"));
            assertThat(page(language)).contains(row);
        }
    }

    /** The outputs of 3 and 4 at the last step of the second sequence, with a part of the first one's state. */
    private static String moved(Snapshot network, int step, Set<Quantity> states) {
        Transplant transplant = Transplant.of(
                FedSteps.of(network.experiment(), network.parameters()),
                0,
                1,
                step,
                states,
                Transplant.allUnits(network.parameters().layout()));
        return outputs(transplant.after());
    }

    private static String alone(Snapshot network) {
        return outputs(
                Transplant.of(FedSteps.of(network.experiment(), network.parameters()), 0, 1, 1, Set.of(), Set.of())
                        .before());
    }

    private static String outputs(Trace trace) {
        double[] outputs = trace.outputs(Transplant.at(trace, 3));
        return DoubleStream.of(outputs[3], outputs[4])
                .mapToObj(MemoryPlaceFiguresTest::number)
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".de"})
    void transplantsMoveWhatThePageSays(String language) throws IOException {
        for (int step = 1; step < 4; step++) {
            int moved = step;
            String row = Stream.of(BOTH, C, H)
                    .map(states -> moved(REMEMBERS, moved, states))
                    .collect(Collectors.joining(" | ", "", " |"));
            String before = step == 1 ? alone(REMEMBERS) + " | " : "";
            assertThat(page(language))
                    .contains("| " + (step + 1) + " | " + before)
                    .contains(row);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".de"})
    void inTheLuckyOneAllHappensInTheThirdDecimal(String language) throws IOException {
        String and = language.isEmpty() ? " and " : " und ";
        assertThat(page(language)).contains(alone(LUCKY).replace(", ", and));
        for (Set<Quantity> states : List.of(BOTH, C, H)) {
            assertThat(page(language)).contains(moved(LUCKY, 1, states).replace(", ", and));
        }
    }

    private static Evaluation with(Snapshot network, Lesion... lesions) {
        return new Evaluator(network.experiment())
                .evaluate(
                        network.parameters(),
                        Lesion.operation(List.of(lesions), network.parameters().layout()));
    }

    private static String row(String right, Lesion lesion) {
        return Stream.of(REMEMBERS, LUCKY)
                .map(network -> with(network, lesion))
                .map(evaluation ->
                        evaluation.right() + right + evaluation.steps() + ", " + shortened(evaluation.margin()))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".de"})
    void lesionsCostWhatThePageSays(String language) throws IOException {
        String right = language.isEmpty() ? " of " : " von ";
        Set<Integer> all = Transplant.allUnits(REMEMBERS.parameters().layout());
        assertThat(page(language))
                .contains(row(right, Lesion.silence(Set.of(3), Quantity.HIDDEN_STATE)))
                .contains(row(right, new Lesion(all, Quantity.FORGET_GATE, 0, 0, Lesion.EVERYWHERE)))
                .contains(row(right, new Lesion(all, Quantity.FORGET_GATE, 1, 0, Lesion.EVERYWHERE)))
                .contains(row(right, new Lesion(all, Quantity.CELL_STATE, 0, 0, 0)));
    }
}
