package lab.carousel.picture.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.drawing.mark.Marks;
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
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One step, slowly: its stages, what is said in each, and what is drawn of it. */
class StepStageTest {

    private static final ForwardAccount ACCOUNT = HandNetwork.account(2, 1);
    private static final AccountNames NAMES = new AccountNames(
            HandNetwork.EXPERIMENT.layout(), HandNetwork.EXPERIMENT.task().alphabet());

    private static ForwardAccount account(Experiment experiment, int unit) {
        return CellExplanation.of(FedSteps.of(experiment, InitialParameters.of(experiment)), 0, 4, unit);
    }

    private static Experiment of(Cell cell) {
        return Experiment.reference().with(all -> all.with(Settings.CELL, cell).with(Settings.LAYERS, 2));
    }

    private static AccountNames names(Experiment experiment) {
        return new AccountNames(experiment.layout(), experiment.task().alphabet());
    }

    private static String svg(Drawing drawing) {
        return new String(
                PictureExport.svg(new DrawnPicture("", "", drawing, Palette.LIGHT, 720, 560)), StandardCharsets.UTF_8);
    }

    @Test
    void eachCellHasTheStagesOfItsEquations() {
        assertThat(StepStage.of(Cell.LSTM)).containsExactly(StepStage.values());
        assertThat(StepStage.of(Cell.GRU))
                .containsExactly(StepStage.INPUT, StepStage.NET, StepStage.GATES, StepStage.HIDDEN, StepStage.OUTPUT);
        assertThat(StepStage.of(Cell.DENSE))
                .isEqualTo(StepStage.of(Cell.RECURRENT))
                .containsExactly(StepStage.INPUT, StepStage.NET, StepStage.HIDDEN, StepStage.OUTPUT);
        assertThat(StepStage.of(Quantity.OUTPUT_GATE, Cell.LSTM)).isEqualTo(StepStage.GATES);
        assertThat(StepStage.of(Quantity.OUTPUT_GATE, Cell.PEEPHOLE))
                .as("looks at the new c")
                .isEqualTo(StepStage.HIDDEN);
        assertThat(StepStage.of(Quantity.FORGET_GATE, Cell.PEEPHOLE)).isEqualTo(StepStage.GATES);
    }

    @Test
    void theCaptionsHaveTheNumbersOfTheUnit() {
        StepCaption captions = new StepCaption(ACCOUNT, NAMES);
        assertThat(StepStage.of(Cell.LSTM).stream().map(captions::of))
                .containsExactly(
                        "The symbol b enters as a one-hot vector: its own input is 1, the other 1 are 0. Unit 1 still"
                                + " holds c\u00a0=\u00a00.429 and h\u00a0=\u00a00.222 from the step before.",
                        "Each input is multiplied by its weight, and all are added up. The net input of f: 0.900"
                                + " (input) + 0.163 (h) + 1.000 (bias) = 2.063.",
                        "The sigmoid turns a net input into a gate: 0 is shut, 1 is open. tanh makes the candidate g,"
                                + " from −1 to 1. f\u00a0=\u00a00.887, i\u00a0=\u00a00.447, g\u00a0=\u00a0−0.631,"
                                + " o\u00a0=\u00a00.500.",
                        "f keeps part of the old c, and i lets part of g in: c′ = f·c + i·g = 0.887 · 0.429 + 0.447"
                                + " · (−0.631) = 0.098.",
                        "o lets part of tanh(c) out, to all units at the next step and to the outputs: h′ = o·tanh(c′)"
                                + " = 0.500 · tanh(0.098) = 0.049.",
                        "All h together give each symbol an output. The largest is that of a, 0.518: right.");
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#drawn")
    void eachStageOfEachCellIsSaidAndDrawn(Cell cell) {
        Experiment experiment = of(cell);
        for (int unit : new int[] {0, 25}) {
            ForwardAccount account = account(experiment, unit);
            StepCaption captions = new StepCaption(account, names(experiment));
            List<StepStage> stages = StepStage.of(cell);
            assertThat(stages.stream().map(captions::of))
                    .doesNotHaveDuplicates()
                    .noneMatch(words -> words.contains("+ −"))
                    .allSatisfy(words ->
                            assertThat(words).doesNotContain("{", "NaN", "null").endsWith("."));
            for (StepStage stage : stages) {
                assertThat(new Formulas(account, names(experiment), Digits.USUAL).at(stage))
                        .as("%s of %s", stage, cell)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void whatComesLaterHasNoNumbersYet() {
        CellDiagram diagram = new CellDiagram(ACCOUNT, NAMES);
        assertThat(svg(diagram.at(StepStage.NET)))
                .contains(">0.429<", ">2.063<")
                .doesNotContain(">0.887<", ">0.098<", ">0.049<");
        assertThat(svg(diagram.at(StepStage.GATES))).contains(">0.887<").doesNotContain(">0.098<");
        assertThat(svg(diagram.at(StepStage.OUTPUT))).contains(">0.098<", ">0.049<");
        assertThat(diagram.at(StepStage.NET).at(84, 124, CellDiagram.WIDTH, CellDiagram.HEIGHT))
                .as("a gate that is not there yet")
                .isEmpty();
    }

    @Test
    void onTheWayNumbersMoveAlongTheWiresAndGatesOpen() {
        CellDiagram before = new CellDiagram(HandNetwork.account(1, 1), NAMES);
        CellDiagram now = new CellDiagram(ACCOUNT, NAMES);
        assertThat(svg(now.from(before, 0))).isNotEqualTo(svg(now.from(before, 0.5)));
        assertThat(svg(now.from(before, 1))).as("there").isEqualTo(svg(now));
        assertThat(now.isLike(before)).isFalse();
        assertThat(now.isLike(new CellDiagram(ACCOUNT, NAMES))).isTrue();
        assertThat(now.at(StepStage.GATES).isLike(now.at(StepStage.CELL))).isFalse();
    }

    @Test
    void theNetworkTellsEachNumberOfEachUnitOnceItIsThere() {
        Experiment experiment = of(Cell.LSTM);
        ForwardAccount account = account(experiment, 25);
        NetworkDrawing whole = new NetworkDrawing(account, names(experiment), StepStage.OUTPUT);
        List<String> words = words(whole);
        for (Quantity quantity : Cell.LSTM.quantities()) {
            double value = account.units().after(quantity)[25];
            assertThat(words).contains("unit 2.6: " + quantity.letter() + "\u00a0=\u00a0" + new Digits(6).text(value));
        }
        assertThat(words)
                .contains("in 2: 1.000000", "in 0: 0.000000")
                .anyMatch(each -> each.startsWith("output 3: 0."));
        List<String> nets = words(new NetworkDrawing(account, names(experiment), StepStage.NET));
        double net = account.unit().gate(Quantity.FORGET_GATE).net();
        assertThat(nets)
                .contains(
                        "unit 2.6: net input of f\u00a0=\u00a0" + new Digits(6).text(net), "unit 2.6: c\u00a0=\u00a0…")
                .noneMatch(each -> each.startsWith("output"));
    }

    @Test
    void theNetworkAndTheFormulaTellTheNumbersThatAreFed() {
        Experiment experiment = NumbersExperiment.of(
                Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 5).with(Settings.OUTPUT, Output.LINEAR));
        ForwardAccount account = CellExplanation.of(FedSteps.of(experiment, InitialParameters.of(experiment)), 0, 2, 3);
        NetworkDrawing whole = new NetworkDrawing(account, names(experiment), StepStage.OUTPUT);
        String y = new Digits(6).text(account.output().y()[1]);
        assertThat(words(whole)).contains("in u: −0.500000", "in v: 0.250000", "output d: " + y);
        assertThat(svg(whole))
                .contains(
                        ">u<",
                        ">v<",
                        ">d  " + new Digits(2).text(account.output().y()[1]) + "<");
        assertThat(svg(FormulaDrawing.of(new Formulas(account, names(experiment), Digits.USUAL), StepStage.INPUT)))
                .contains(">input u = −0.5000<", ">input v = 0.2500<");
        assertThat(svg(new CellDiagram(account, names(experiment)))).contains(">input<");
    }

    @Test
    void aLongFormulaIsBrokenWhereItWouldBeTooSmallOtherwise() {
        FormulaDrawing drawing = FormulaDrawing.of(new Formulas(ACCOUNT, NAMES, new Digits(10)), StepStage.CELL);
        String whole = drawing.formulas().get(0).text();
        assertThat(lines(drawing, 1000)).containsExactly(whole);
        List<String> broken = lines(drawing, 350);
        assertThat(broken).hasSizeGreaterThan(1);
        assertThat(String.join(" ", broken)).isEqualTo(whole);
        assertThat(drawing.at(175, 160, 350, 300).orElseThrow().words()).isEqualTo(whole);
    }

    private static List<String> lines(FormulaDrawing drawing, double width) {
        Marks marks = new Marks();
        drawing.draw(marks, width, 300);
        Mark.Group all = (Mark.Group) marks.list().get(0);
        return all.marks().stream()
                .map(Mark.Words.class::cast)
                .peek(line -> assertThat(all.scale() * line.font().width(line.words()))
                        .isLessThanOrEqualTo(width))
                .map(Mark.Words::words)
                .toList();
    }

    private static List<String> words(Drawing drawing) {
        List<Mark> marks = drawing.marks(720, 560);
        return IntStream.range(0, 720)
                .boxed()
                .flatMap(x -> IntStream.range(0, 280).mapToObj(y -> Hit.at(marks, x, 2.0 * y)))
                .flatMap(Optional::stream)
                .map(Hit::words)
                .distinct()
                .collect(Collectors.toList());
    }
}
