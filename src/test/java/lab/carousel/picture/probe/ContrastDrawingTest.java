package lab.carousel.picture.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.SvgReader;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.Contrast;
import lab.carousel.study.ContrastSide;
import lab.carousel.study.ContrastStep;
import lab.carousel.study.StateDifference;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Target;
import org.junit.jupiter.api.Test;

class ContrastDrawingTest {

    private static final double[][] BEFORE = {{0.9, 0.1}, {0.2, 0.8}};
    private static final double[][] AFTER = {{0.9, 0.1}, {0.7, 0.3}};

    private static final Alphabet ALPHABET = new Alphabet(List.of("a", "b", "x", "y"));

    private final ContrastDrawing answers = ContrastDrawing.ofAnswers(
            contrast(BEFORE, AFTER), ALPHABET, List.of(new SymbolRow("other", List.of("a", ""))), -1, -1);

    private static Contrast contrast(double[][] before, double[][] after) {
        return new Contrast("before", "after", List.of(step(0, 2, before, after), step(1, 3, before, after)));
    }

    private static ContrastStep step(int at, int input, double[][] before, double[][] after) {
        StateDifference apart = new StateDifference(5, 7, new double[] {3, at == 0 ? 0 : -4});
        return new ContrastStep(
                at,
                at,
                1,
                true,
                new ContrastSide(Target.of(input), Target.of(at), true, before[at]),
                new ContrastSide(Target.of(input), Target.of(at), true, after[at]),
                Map.of(Quantity.HIDDEN_STATE, apart));
    }

    private static BufferedImage image(Drawing drawing) {
        return PictureExport.image(new DrawnPicture("title", "", drawing, Palette.LIGHT, 432, 348), 1);
    }

    @Test
    void namesItsRowsItsColoursAndWhatStandsInThem() throws Exception {
        DrawnPicture picture = new DrawnPicture("title", "", answers, Palette.LIGHT, 432, 348);
        assertThat(SvgReader.of(PictureExport.svg(picture)).texts())
                .contains("before", "after", "output", "a", "b", "x", "y")
                .filteredOn("output for each symbol"::equals)
                .as("one for each side")
                .hasSize(2);
    }

    @Test
    void coloursEachCellByItsOutputAndTellsIt() {
        BufferedImage image = image(answers);
        List<Mark> marks = answers.marks(400, 284);
        int cells = 0;
        for (double x = 0; x < 400; x += 4) {
            for (double y = 22; y < 50; y += 4) {
                var spot = Hit.at(marks, x, y).filter(at -> at.row() >= 0);
                if (spot.isPresent()) {
                    double output = BEFORE[spot.get().column()][spot.get().row()];
                    assertThat(spot.get().words()).contains(String.format("%.2f", output));
                    // The number is written in the middle; beside it is the colour
                    cells += image.getRGB((int) x + 16, (int) y + 48)
                                    == ColourScale.SHARE
                                            .colour(output, Palette.LIGHT)
                                            .getRGB()
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(cells).isGreaterThan(60);
    }

    @Test
    void aChangedPredictionIsFramed() {
        int accent = Palette.LIGHT.accent().getRGB();
        assertThat(count(image(answers), accent)).isGreaterThan(40);
        Drawing same = ContrastDrawing.ofAnswers(contrast(BEFORE, BEFORE), ALPHABET, List.of(), -1, -1);
        assertThat(count(image(same), accent)).isZero();
    }

    private static long count(BufferedImage image, int colour) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()) == colour)
                .count();
    }

    @Test
    void ofMoreOutputsThanThereIsRoomForTheTwoThatMatterAreShown() {
        List<String> symbols =
                IntStream.range(0, 300).mapToObj(Integer::toString).toList();
        double[] outputs = IntStream.range(0, 300).mapToDouble(k -> k / 300.0).toArray();
        ContrastSide side = new ContrastSide(Target.of(0), Target.of(150), true, outputs);
        Contrast contrast =
                new Contrast("before", "after", List.of(new ContrastStep(0, 0, 1, true, side, side, Map.of())));
        ContrastDrawing many = ContrastDrawing.ofAnswers(contrast, new Alphabet(symbols), List.of(), -1, -1);
        ContrastLayout layout = new ContrastLayout(many, 400, 300);
        assertThat(layout.compact).isTrue();
        assertThat(layout.value(0, 0, 0)).isEqualTo(0.5);
        assertThat(layout.value(0, 0, 1)).isEqualTo(299 / 300.0);
        assertThat(layout.bottom()).isLessThanOrEqualTo(300);
        assertThat(many.at(120, 40, 400, 300))
                .get()
                .extracting(Hit::words)
                .asString()
                .contains("299");
    }

    @Test
    void writesEachStepWithBothAnswers() {
        assertThat(answers.csv())
                .isEqualTo(
                        """
                sequence,step,input,expected,other,before: predicted,before: output a,before: output b,\
                after: predicted,after: output a,after: output b
                1,1,x,a,a,a,0.9,0.1,a,0.9,0.1
                2,1,y,b,,b,0.2,0.8,a,0.7,0.3
                """);
    }

    @Test
    void statesOfASingleStepAreComparedToo() {
        Contrast single = new Contrast("before", "after", List.of(step(0, 2, BEFORE, AFTER)));
        assertThat(states(false, single).marks(400, 200)).isNotEmpty();
    }

    @Test
    void whereStatesAreComparedAStepStandsAboveTheDifferencesOfItsUnits() {
        ContrastDrawing states = states(false, contrast(BEFORE, AFTER));
        for (int height : new int[] {200, 400}) {
            ContrastLayout layout = new ContrastLayout(states, 400, height);
            for (double x = 0; x < 400; x += 3) {
                var bar = states.at(x, layout.bars() + 10, 400, height);
                var unit = states.at(x, layout.room.y() + 20, 400, height);
                assertThat(bar.map(Hit::column)).as("at %s", x).isEqualTo(unit.map(Hit::column));
                bar.ifPresent(spot -> assertThat(spot.row()).isEqualTo(-1));
                unit.ifPresent(spot -> assertThat(spot.row()).isBetween(0, 1));
            }
        }
        assertThat(states.at(300, new ContrastLayout(states, 400, 400).room.y() + 20, 400, 400))
                .get()
                .extracting(Hit::words)
                .asString()
                .startsWith("sequence 2, step 1, unit ");
        assertThat(states.at(300, 10, 400, 400))
                .get()
                .extracting(Hit::words)
                .asString()
                .contains("after: predicts a", "outputs differ by up to 0.5000", "apart: 5.0000");
    }

    @Test
    void differencesHaveASignOrNone() {
        assertThat(states(false, contrast(BEFORE, AFTER))
                        .differences()
                        .orElseThrow()
                        .values())
                .isDeepEqualTo(new double[][] {{3, 3}, {0, -4}});
        assertThat(states(true, contrast(BEFORE, AFTER))
                        .differences()
                        .orElseThrow()
                        .values())
                .isDeepEqualTo(new double[][] {{3, 3}, {0, 4}});
    }

    private static ContrastDrawing states(boolean isAbsolute, Contrast contrast) {
        var compared =
                new ComparedStates(Quantity.HIDDEN_STATE, isAbsolute, "apart", "unit by unit", List.of("1", "2"), -1);
        return ContrastDrawing.ofStates(contrast, ALPHABET, compared, -1);
    }

    @Test
    void writesHowTheStatesDifferBehindTheAnswers() {
        assertThat(states(false, contrast(BEFORE, AFTER)).csv())
                .isEqualTo(
                        """
                sequence,step,input,expected,before: predicted,before: output a,before: output b,\
                after: predicted,after: output a,after: output b,scored,distance of h,sum of h,h 1,h 2
                1,1,x,a,a,0.9,0.1,a,0.9,0.1,true,5.0,7.0,3.0,0.0
                2,1,y,b,b,0.2,0.8,a,0.7,0.3,true,5.0,7.0,3.0,-4.0
                """);
    }
}
