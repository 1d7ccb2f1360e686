package lab.carousel.picture.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.Sample;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.HandNetwork;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.trace.FedSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellDiagramTest {

    private static final ForwardAccount ACCOUNT = HandNetwork.account(2, 1);
    private static final AccountNames NAMES = new AccountNames(
            HandNetwork.EXPERIMENT.layout(), HandNetwork.EXPERIMENT.task().alphabet());

    @Test
    void theGatesTellTheirValuesUnderThePointer() {
        CellDiagram diagram = new CellDiagram(ACCOUNT, NAMES);
        assertThat(diagram.at(84, 124, CellDiagram.WIDTH, CellDiagram.HEIGHT)
                        .orElseThrow()
                        .words())
                .isEqualTo("forget gate: how much of the cell state is kept, f\u00a0=\u00a00.887222");
        // Twice as large, and moved to the middle of a wider area
        double x = 100 + 2 * 84;
        assertThat(diagram.at(x, 248, 2 * CellDiagram.WIDTH + 200, 2 * CellDiagram.HEIGHT)
                        .orElseThrow()
                        .words())
                .endsWith("0.887222");
        assertThat(diagram.at(10, 200, CellDiagram.WIDTH, CellDiagram.HEIGHT)).isEmpty();
    }

    @Test
    void thePictureHasTheNumbersOfAllWiresAndTheEquations() {
        CellDiagram diagram = new CellDiagram(ACCOUNT, NAMES);
        FormulaDrawing formulas =
                new FormulaDrawing(new Formulas(ACCOUNT, NAMES, new Digits(4)).results(0), diagram.table());
        DrawnPicture picture =
                new DrawnPicture("Unit 1", "epoch 0", new CellPicture(diagram, formulas), Palette.LIGHT, 720, 640);
        String svg = new String(PictureExport.svg(picture), StandardCharsets.UTF_8);
        // c before, f c, i g, c, tanh c, h, the gates and their net inputs
        assertThat(svg)
                .contains(">0.429<", ">0.380<", ">−0.282<", ">0.098<", ">0.049<")
                .contains(">0.887<", ">0.447<", ">−0.631<", ">0.500<")
                .contains(">2.063<", ">−0.214<", ">−0.744<", ">0.001<")
                .contains(">f = σ(2.0627) = 0.8872<", ">Unit 1<");
        assertThat(picture.csv().lines())
                .contains("of,term,weight,value,result", "i,input b,-0.4,1.0,-0.4", "f,bias,1.0,1.0,1.0")
                .anyMatch(line -> line.startsWith("f,h 1 before,0.6,0.222"))
                .anyMatch(line -> line.startsWith("loss,loss,,,0.6493"));
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#drawn")
    void everyCellIsDrawnInsideItsRoom(Cell cell) {
        Experiment reference = Experiment.reference();
        Experiment experiment =
                reference.with(all -> all.with(Settings.CELL, cell).with(Settings.LAYERS, 2));
        AccountNames names =
                new AccountNames(experiment.layout(), experiment.task().alphabet());
        int grid = Sample.isExhaustive() ? 1 : 3;
        for (int unit : new int[] {0, 25}) {
            ForwardAccount account =
                    CellExplanation.of(FedSteps.of(experiment, InitialParameters.of(experiment)), 0, 4, unit);
            List<Mark> marks = new CellDiagram(account, names).marks(CellDiagram.WIDTH, CellDiagram.HEIGHT);
            List<String> words = IntStream.range(0, (int) CellDiagram.WIDTH / grid)
                    .boxed()
                    .flatMap(x -> IntStream.range(0, (int) CellDiagram.HEIGHT / grid)
                            .mapToObj(y -> Hit.at(marks, grid * x, grid * y)))
                    .flatMap(Optional::stream)
                    .map(spot -> spot.words())
                    .distinct()
                    .toList();
            String h = "h\u00a0=\u00a0" + new Digits(6).text(account.unit().h());
            assertThat(words).contains(h).hasSizeGreaterThan(cell.gates().size());
        }
    }

    private static final List<int[]> SIZES =
            List.of(new int[] {184, 102}, new int[] {368, 204}, new int[] {552, 312}, new int[] {300, 900}, new int[] {
                1_600, 700
            });

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#drawn")
    void everyCellIsDrawnAtEverySizeInEveryStage(Cell cell) {
        Experiment experiment = Experiment.reference().with(all -> all.with(Settings.CELL, cell));
        ForwardAccount account = CellExplanation.of(FedSteps.of(experiment, InitialParameters.of(experiment)), 0, 4, 3);
        AccountNames names =
                new AccountNames(experiment.layout(), experiment.task().alphabet());
        CellDiagram whole = new CellDiagram(account, names);
        for (int[] size : Sample.of(1, SIZES).toList()) {
            for (StepStage stage : StepStage.of(cell)) {
                CellDiagram diagram = whole.at(stage);
                String svg = new String(
                        PictureExport.svg(new DrawnPicture("", "", diagram, Palette.LIGHT, size[0], size[1])),
                        StandardCharsets.UTF_8);
                for (GateAccount gate : account.unit().gates()) {
                    assertThat(svg).contains(">" + AccountNames.letter(gate.gate(), cell) + "<");
                }
                if (stage.compareTo(StepStage.HIDDEN) >= 0) {
                    assertThat(svg)
                            .contains(">" + new Digits(3).text(account.unit().h()) + "<");
                }
            }
        }
    }
}
