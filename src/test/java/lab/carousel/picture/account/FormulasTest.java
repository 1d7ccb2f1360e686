package lab.carousel.picture.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.NumbersExperiment;
import lab.carousel.model.Output;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.HandNetwork;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.text.Column;
import lab.carousel.text.InLanguage;
import lab.carousel.text.TableCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formulas of the network that is checked by hand in {@code HandCheckedAccountTest}. */
class FormulasTest {

    private static AccountNames names(Experiment experiment) {
        return new AccountNames(experiment.layout(), experiment.task().alphabet());
    }

    private static Formulas formulas(int digits) {
        return new Formulas(HandNetwork.account(2, 1), names(HandNetwork.EXPERIMENT), new Digits(digits));
    }

    private static List<String> texts(Formulas formulas) {
        return formulas.results(formulas.output()).stream().map(Formula::text).toList();
    }

    private static WeightedSum sum(Formulas formulas, String name) {
        return formulas.sums().stream()
                .filter(sum -> sum.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The rows of the table of a sum, as they are read. */
    private static List<String> rows(Formulas formulas, String name) {
        List<Column<TermRow>> columns = TermRow.table().columns();
        return sum(formulas, name).terms().stream()
                .map(term -> new TermRow(term, formulas.names(), formulas.digits()))
                .map(row -> columns.stream()
                        .map(column -> column.value().apply(row).toString())
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    @Test
    void theEquationsHaveTheNumbersPutIn() {
        assertThat(texts(formulas(4)))
                .containsExactly(
                        "i = σ(−0.2138) = 0.4468",
                        "f = σ(2.0627) = 0.8872",
                        "g = tanh(−0.7435) = −0.6313",
                        "o = σ(0.0014) = 0.5003",
                        "c′ = f·c + i·g = 0.8872 · 0.4287 + 0.4468 · (−0.6313) ≈ 0.0984",
                        "h′ = o·tanh(c′) = 0.5003 · tanh(0.0984) = 0.0491",
                        "output a = σ(0.0719) = 0.5180",
                        "loss = (0.6578 + 0.6408) / 2 = 0.6493");
    }

    @Test
    void aSumHasATableOfItsSingleWeights() {
        Formulas formulas = formulas(4);
        assertThat(formulas.sums())
                .extracting(WeightedSum::name)
                .containsExactly("f", "i", "g", "o", "output a", "output b");
        assertThat(sum(formulas, "f").text()).isEqualTo("0.9000 (input) + 0.1627 (h) + 1.0000 (bias) = 2.0627");
        assertThat(rows(formulas, "f"))
                .containsExactlyInAnyOrder(
                        "input b | 0.9000 | 1 | 0.9000",
                        "bias | 1.0000 | 1 | 1.0000",
                        "h 1 | 0.6000 | 0.2223 | 0.1334",
                        "h 2 | −0.3000 | −0.0977 | 0.0293");
        assertThat(rows(formulas, "output b")).contains("h 2 | 1.1000 | 0.1242 | ≈ 0.1367");
    }

    @Test
    void theTableIsSortedByTheSizeOfTheProducts() {
        Formulas formulas = formulas(4);
        // For the output a: 1.2 * 0.0491 = 0.0589, -0.7 * 0.1242 = -0.0870
        List<TableCell> products = sum(formulas, "output a").terms().stream()
                .filter(term -> term.from().isUnit())
                .map(term -> new TermRow(term, formulas.names(), formulas.digits()))
                .map(row -> (TableCell) TermRow.table().columns().get(3).value().apply(row))
                .sorted()
                .toList();
        assertThat(products).extracting(TableCell::words).containsExactly("0.0589", "≈ −0.0870");
    }

    @Test
    void numbersThatAreFedStandBesideTheirWeights() {
        Experiment experiment = NumbersExperiment.of(Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, 1)
                .with(Settings.CELL, Cell.RECURRENT)
                .with(Settings.OUTPUT, Output.LINEAR));
        // From u, v and h, the bias; from h to s and d, and their biases
        Parameters parameters = Parameters.of(experiment.layout(), new double[] {0.4, -0.8, 0, 0.1, 2, -1, 0.25, 0});
        ForwardAccount account = CellExplanation.of(FedSteps.of(experiment, parameters), 0, 2, 0);
        Formulas formulas = new Formulas(account, names(experiment), new Digits(4));
        // 0.1 + 0.4 * -0.5 - 0.8 * 0.25 = -0.3, tanh -0.3 = -0.2913; wanted are -0.25 and -0.75
        assertThat(rows(formulas, "h"))
                .contains("input u | 0.4000 | −0.5000 | −0.2000", "input v | −0.8000 | 0.2500 | −0.2000");
        assertThat(sum(formulas, "h").text()).endsWith(" = −0.3000");
        assertThat(texts(formulas))
                .containsExactly(
                        "h′ = tanh(−0.3000) = −0.2913",
                        "output s (wanted −0.25) = −0.3326",
                        "loss = (0.0068 + 1.0843) / 2 = 0.5456");
        StepCaption caption = new StepCaption(account, names(experiment));
        assertThat(caption.of(StepStage.INPUT))
                .startsWith("The numbers -0.50;0.25 enter, each through an input of its own.");
        assertThat(caption.of(StepStage.OUTPUT))
                .startsWith(
                        "All h together give each output its number. s (wanted −0.25): −0.333; d (wanted −0.75): 0.291.");
        assertThat(AccountTable.of(account, names(experiment)).csv()).contains("input u,0.4,-0.5,-0.2");
    }

    @Test
    void whereNothingIsWantedOfNumbersTheFirstOutputIsShown() {
        Experiment adding = Preset.all().stream()
                .filter(preset -> preset.key().equals("adding"))
                .findFirst()
                .orElseThrow()
                .experiment();
        Parameters parameters = InitialParameters.of(adding);
        ForwardAccount account = CellExplanation.of(FedSteps.of(adding, parameters), 0, 1, 0);
        List<String> texts = texts(new Formulas(account, names(adding), new Digits(4)));
        assertThat(texts.get(texts.size() - 2)).startsWith("output ");
        assertThat(texts.get(texts.size() - 1)).doesNotContain("=");
    }

    @Test
    void moreDigitsMoveTheRoundingBack() {
        assertThat(texts(formulas(6))).contains("f = σ(2.062676) = 0.887222");
        assertThat(texts(formulas(10))).anyMatch(text -> text.contains(" 0.0983636"));
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#drawn")
    void everyCellHasItsFormulasWithTheNumbersOfItsGates(Cell cell) {
        Experiment reference = Experiment.reference();
        Experiment experiment = new Experiment(
                reference.task(),
                reference
                        .hyperparameters()
                        .with(Settings.CELL, cell)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.OUTPUT, Output.SOFTMAX),
                EngineName.KERNEL);
        ForwardAccount account =
                CellExplanation.of(FedSteps.of(experiment, InitialParameters.of(experiment)), 0, 2, 23);
        Formulas formulas = new Formulas(account, names(experiment), new Digits(4));
        List<String> texts = texts(formulas);
        assertThat(texts).hasSize(cell.equations().size() + 2).allMatch(text -> text.contains(" = "));
        for (GateAccount gate : account.unit().gates()) {
            String net = formulas.digits().text(gate.net());
            String letter = AccountNames.letter(gate.gate(), cell);
            assertThat(texts)
                    .filteredOn(text -> text.matches(letter + "′? = .*"))
                    .singleElement()
                    .asString()
                    .contains("(" + net + ")")
                    .endsWith(" " + formulas.digits().text(gate.value()));
            assertThat(sum(formulas, letter).text()).endsWith(" " + net);
        }
        assertThat(texts(formulas)).noneMatch(text -> text.contains("NaN"));
        assertThat(InLanguage.hear(InLanguage.GERMAN, () -> texts(formulas)))
                .as("with decimal commas")
                .noneMatch(text -> text.matches(".*\\d\\.\\d.*"));
    }
}
