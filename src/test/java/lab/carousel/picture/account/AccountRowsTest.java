package lab.carousel.picture.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.NumbersExperiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.HandNetwork;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the network that is checked by hand in {@code HandCheckedAccountTest}. */
class AccountRowsTest {

    private static final AccountNames NAMES = names(HandNetwork.EXPERIMENT);

    private static AccountNames names(Experiment experiment) {
        return new AccountNames(experiment.layout(), experiment.task().alphabet());
    }

    private static List<AccountRow> rows(int digits, boolean bySize, String... open) {
        AccountView view = new AccountView(new Digits(digits), bySize, Set.of(open));
        return AccountRows.of(HandNetwork.account(2, 1), NAMES, view);
    }

    private static String text(List<AccountRow> rows, String key) {
        return rows.stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow()
                .text()
                .replace('\u00a0', ' ')
                .strip();
    }

    /** A line for each row: its key and its text. */
    private static void assertTexts(List<AccountRow> rows, String expected) {
        for (String line : expected.lines().toList()) {
            String[] parts = line.split(" \\| ", 2);
            assertThat(text(rows, parts[0])).as(parts[0]).isEqualTo(parts[1]);
        }
    }

    @Test
    void theEquationsHaveTheNumbersPutIn() {
        List<AccountRow> rows = rows(4, false);
        assertTexts(
                rows,
                """
                FORGET_GATE | f = sigmoid(0.9000 + 0.1627 + 1.0000)
                FORGET_GATE.value | = sigmoid(2.0627) = 0.8872
                CANDIDATE | g = tanh(−0.5000 − 0.2435 + 0.0000)
                CANDIDATE.value | = tanh(−0.7435) = −0.6313
                c | c = 0.8872 · 0.4287 + 0.4468 · (−0.6313)
                """);
        assertThat(text(rows, "c.value")).endsWith("0.3804 − 0.2820 = 0.0984");
        assertTexts(rows, """
                h | h = 0.5003 · tanh(0.0984)
                """);
        assertThat(text(rows, "h.value")).endsWith("0.5003 · 0.0980 ≈ 0.0491");
        assertTexts(
                rows,
                """
                output | y = sigmoid(−0.0281 + 0.1000)
                output.value | = sigmoid(0.0719) = 0.5180
                loss | loss = 1.2987 / 2 ≈ 0.6493
                """);
    }

    @Test
    void aGateUnfoldsIntoSingleWeights() {
        List<AccountRow> rows = rows(4, false, "FORGET_GATE");
        assertTexts(
                rows,
                """
                FORGET_GATE.SYMBOL.1 | input b 0.9000 · 1 = 0.9000
                FORGET_GATE.BIAS | bias  = 1.0000
                FORGET_GATE.BEFORE.0 | h 1 0.6000 · 0.2223 = 0.1334
                FORGET_GATE.BEFORE.1 | h 2 −0.3000 · (−0.0977) = 0.0293
                FORGET_GATE.BEFORE | from the previous step’s h  = 0.1627
                FORGET_GATE.net | net input  = 2.0627
                """);
        assertThat(rows.stream().filter(row -> row.unit().isPresent()).map(AccountRow::unit))
                .containsExactly(OptionalInt.of(0), OptionalInt.of(1));
        assertThat(rows(4, false)).noneMatch(row -> row.key().startsWith("FORGET_GATE.BEFORE"));
    }

    @Test
    void numbersThatAreFedStandBesideTheirWeights() {
        Experiment experiment = NumbersExperiment.of(Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, 1)
                .with(Settings.CELL, Cell.RECURRENT)
                .with(Settings.OUTPUT, Output.LINEAR));
        // From u, v and h, the bias; from h to s and d, and their biases
        Parameters parameters = Parameters.of(experiment.layout(), new double[] {0.4, -0.8, 0, 0.1, 2, -1, 0.25, 0});
        ForwardAccount account = new CellExplanation(experiment).account(parameters, 0, 2, 0);
        AccountView view = new AccountView(new Digits(4), false, Set.of("CANDIDATE", "loss"));
        // 0.1 + 0.4 * -0.5 - 0.8 * 0.25 = -0.3, tanh -0.3 = -0.2913; wanted are -0.25 and -0.75
        assertTexts(
                AccountRows.of(account, names(experiment), view),
                """
                CANDIDATE.CHANNEL.0 | input u 0.4000 · (−0.5000) = −0.2000
                CANDIDATE.CHANNEL.1 | input v −0.8000 · 0.2500 = −0.2000
                CANDIDATE.net | net input  = −0.3000
                output.title | Output s (wanted −0.25)
                output | y = (−0.5826 + 0.2500)
                output.value | = (−0.3326) = −0.3326
                loss | loss = 1.0912 / 2 = 0.5456
                """);
        StepCaption caption = new StepCaption(account, names(experiment));
        assertThat(caption.of(StepStage.INPUT))
                .startsWith("The numbers -0.50;0.25 enter, each through an input of its own.");
        assertThat(caption.of(StepStage.OUTPUT))
                .startsWith(
                        "All h together give each output its number. s (wanted −0.25): −0.333; d (wanted −0.75): 0.291.");
        assertThat(AccountCsv.of(account, names(experiment))).contains("input u,0.4,-0.5,-0.2");
    }

    @Test
    void moreDigitsMoveTheRoundingBack() {
        assertThat(text(rows(6, false), "FORGET_GATE.value")).isEqualTo("= sigmoid(2.062676) = 0.887222");
        assertThat(text(rows(10, false), "c.value")).contains("0.0983636");
    }

    @Test
    void theLargestTermsComeFirstOnWish() {
        List<String> keys = rows(4, true, "OUTPUT_GATE").stream()
                .filter(row -> row.unit().isPresent())
                .map(AccountRow::key)
                .toList();
        // 0.5 * 0.2223 and 0.1 * -0.0977; for the gate i 0.3 * 0.2223 and -0.2 * -0.0977
        assertThat(keys).containsExactly("OUTPUT_GATE.BEFORE.0", "OUTPUT_GATE.BEFORE.1");
        List<AccountRow> loss = rows(4, true, "output");
        // For the output a: 1.2 * 0.0491 = 0.0589, -0.7 * 0.1242 = -0.0870
        assertThat(loss.stream().filter(row -> row.unit().isPresent()).map(AccountRow::key))
                .containsExactly("output.BELOW.1", "output.BELOW.0");
    }

    @Test
    void theLossUnfoldsIntoAllOutputsAndTheseIntoTheirTerms() {
        List<AccountRow> rows = rows(4, false, "loss", "loss.1");
        assertThat(text(rows, "loss.0").replace("\u2003", " ")).isEqualTo("a 0.0719 0.5180 0.6578");
        assertThat(text(rows, "loss.1").replace("\u2003", " ")).isEqualTo("b −0.1075 0.4732 0.6408");
        assertThat(text(rows, "loss.1.BELOW.1")).isEqualTo("h 2 1.1000 · 0.1242 ≈ 0.1367");
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#drawn")
    void everyCellHasItsEquationsAndTheirWidthsDoNotDependOnTheNumbers(Cell cell) {
        Experiment experiment = Experiment.reference();
        experiment = new Experiment(
                experiment.task(),
                experiment
                        .hyperparameters()
                        .with(Settings.CELL, cell)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.OUTPUT, Output.SOFTMAX),
                EngineName.KERNEL);
        CellExplanation accountant = new CellExplanation(experiment);
        AccountView view = new AccountView(new Digits(4), false, Set.of("CANDIDATE", "UPDATE_GATE", "loss", "output"));
        ForwardAccount one = accountant.account(InitialParameters.of(experiment), 0, 2, 3);
        ForwardAccount other = accountant.account(InitialParameters.of(experiment), 1, 2, 3);
        List<AccountRow> rows = AccountRows.of(one, names(experiment), view);
        assertThat(text(rows, "CANDIDATE.value")).contains("tanh(");
        assertThat(rows).extracting(AccountRow::key).contains("CANDIDATE.net", "loss", "output.net");
        assertThat(rows).extracting(AccountRow::key).doesNotHaveDuplicates();
        List<AccountRow> others = AccountRows.of(other, names(experiment), view);
        assertThat(ends(others)).isEqualTo(ends(rows));
        AccountNames names = names(experiment);
        assertThat(InLanguage.hear(InLanguage.GERMAN, () -> AccountRows.of(one, names, view)))
                .as("with decimal commas")
                .hasSameSizeAs(rows);
    }

    /** Where the slots of all rows end when each sign is as wide as the others, as in the font. */
    private static List<List<Double>> ends(List<AccountRow> rows) {
        return rows.stream()
                .map(row -> PlacedPiece.of(row, (text, style) -> text.length()).stream()
                        .map(placed -> placed.piece() instanceof Piece.Printed words && words.right()
                                ? placed.x() + placed.width()
                                : placed.x())
                        .toList())
                .toList();
    }
}
