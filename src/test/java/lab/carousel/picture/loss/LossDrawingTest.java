package lab.carousel.picture.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.PixelPen;
import lab.carousel.drawing.export.SvgReader;
import lab.carousel.drawing.mark.Box;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluations;
import lab.carousel.model.verdict.JudgedForks;
import lab.carousel.model.verdict.JudgedPairs;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.MemoryDistance;
import lab.carousel.model.verdict.StepsOutside;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.loss.LossDrawing.ReducedLosses;
import lab.carousel.training.loss.LossCourse;
import lab.carousel.training.loss.LossCsv;
import lab.carousel.training.loss.LossHistories;
import lab.carousel.training.loss.LossHistory;
import org.junit.jupiter.api.Test;

class LossDrawingTest {

    private static final LossCourse HISTORY =
            LossHistories.ofTwoSequences(250, epoch -> 0.08 + 0.6 / epoch).view();

    private static DrawnPicture picture(boolean logarithmic) {
        return LossDrawing.slide(HISTORY, Experiment.reference(), logarithmic, Palette.LIGHT);
    }

    @Test
    void isCompleteInItself() throws Exception {
        SvgReader svg = SvgReader.of(PictureExport.svg(picture(false)));
        assertThat(svg.texts())
                .contains(
                        "Loss after every epoch",
                        "Mean over the epoch",
                        "Sequence 1: 3 0 1 2 3",
                        "Sequence 2: 4 0 1 2 4",
                        "bits",
                        "separation",
                        "untrained 0.250",
                        "Epoch",
                        "Loss (binary cross-entropy, mean over the outputs)",
                        "only with memory (enlarged 3.9 times)",
                        "0",
                        "50",
                        "250",
                        "0.05",
                        "0.2",
                        "0.7")
                .filteredOn("memoryless floor 0.0693"::equals)
                .as("on its line")
                .hasSize(1);
        assertThat(svg.elements("path"))
                .as("the zone, a line for the mean and each sequence, the bits, and the separation")
                .hasSize(6);
        assertThat(svg.elements("ellipse"))
                .as("the dot of the untrained network")
                .hasSize(1);
        assertThat(svg.elements("line").size())
                .as("axes, grid, floor and samples beside names")
                .isGreaterThan(5);
        assertThat(svg.elements("image")).isEmpty();
    }

    @Test
    void hasATickForEachOneTwoAndFiveOnALogarithmicAxis() throws Exception {
        assertThat(SvgReader.of(PictureExport.svg(picture(true))).texts())
                .contains("0.05", "0.1", "0.2", "0.5", "1", "only with memory")
                .doesNotContain("0.7");
    }

    @Test
    void givesTheSameBytesTwice() {
        assertThat(PictureExport.svg(picture(false))).isEqualTo(PictureExport.svg(picture(false)));
        assertThat(PictureExport.png(picture(true), 1)).isEqualTo(PictureExport.png(picture(true), 1));
    }

    @Test
    void drawsTheMeanWhereItsLossIs() {
        DrawnPicture picture = LossDrawing.slide(
                LossHistories.ofTwoSequences(100, epoch -> 0.4).view(), Experiment.reference(), false, Palette.LIGHT);
        BufferedImage image = new BufferedImage(960, 540, BufferedImage.TYPE_INT_ARGB);
        new PixelPen(PictureExport.smooth(image), picture.palette()).draw(picture.marks());
        LossDrawing drawing = (LossDrawing) picture.drawing();
        Box room = picture.room();
        Box area = drawing.plot(room.width(), room.height()).area();
        area = area.moved(room.x(), room.y());
        int x = (int) (area.x() + 0.6 * area.width());
        int y = (int) Math.round(area.bottom() - drawing.range().lossShare(0.4) * area.height());
        assertThat(brightness(image, x, y)).isLessThan(160);
        assertThat(brightness(image, x, y - 10)).isGreaterThan(200);
    }

    private static int brightness(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y)).getGreen();
    }

    @Test
    void drawsAboutEightThousandPointsHoweverManyEpochsThereAre() {
        Random random = new Random(1);
        LossHistory history = new LossHistory(LossLabels.MOST_LINES);
        for (int epoch = 1; epoch <= 4_000; epoch++) {
            double[] losses = random.doubles(LossLabels.MOST_LINES).toArray();
            history.add(epoch, Evaluations.of(Arrays.stream(losses).average().orElseThrow(), losses, 1, 2, 0, 0, 0));
        }
        LossRange range = LossRange.all(history.view(), 0.07, false);
        int lines = 1 + LossLabels.MOST_LINES;
        ReducedLosses losses = new ReducedLosses(history.view(), lines, range, 2_500);
        int points = 0;
        for (int line = 0; line < lines; line++) {
            points += losses.line(line).x().length;
            assertThat(losses.line(line).x().length).isGreaterThan(800);
        }
        assertThat(points).isLessThanOrEqualTo(ReducedLosses.POINTS);
    }

    @Test
    void saysWhereTheLossGoesThroughTheFloor() throws Exception {
        LossCourse through = LossHistories.ofTwoSequences(250, epoch -> 0.7 * Math.exp(-epoch / 60.0))
                .view();
        for (boolean logarithmic : new boolean[] {false, true}) {
            DrawnPicture slide = LossDrawing.slide(through, Experiment.reference(), logarithmic, Palette.LIGHT);
            SvgReader svg = SvgReader.of(PictureExport.svg(slide));
            assertThat(svg.texts())
                    .contains(
                            "below the floor from epoch 139:",
                            "thanks to the position, not the clue",
                            "memoryless floor 0.0693");
        }
        assertThat(SvgReader.of(PictureExport.svg(picture(false))).texts())
                .doesNotContain("thanks to the position, not the clue");
    }

    @Test
    void namesSequencesInShortBeforeTheirNamesTakeTooMuchRoom() throws Exception {
        LossDrawing chart = chart(HISTORY);
        assertThat(drawn(chart, 900, 300)).contains("Sequence 1: 3 0 1 2 3", "Sequence 2: 4 0 1 2 4", "separation");
        assertThat(drawn(chart, 520, 300)).contains("mean", "1: 3 0 1 2 3", "2: 4 0 1 2 4");
        assertThat(drawn(chart, 300, 300)).contains("mean", "1", "2", "bits", "separation");
        assertThat(drawn(chart, 230, 240)).anyMatch(words -> words.endsWith("0.0693"));
        assertThat(drawn(chart, 300, 150)).as("without room for the bits").doesNotContain("bits");
    }

    private static LossDrawing chart(LossCourse history) {
        LossLabels labels = new LossLabels(Experiment.reference());
        LossRange all = LossRange.all(history, labels.floor(), false);
        return new LossDrawing(history, labels, all, all, false);
    }

    private static List<String> drawn(LossDrawing chart, int width, int height) throws Exception {
        DrawnPicture picture = new DrawnPicture("", "", chart, Palette.LIGHT, width + 32, height + 60);
        return SvgReader.of(PictureExport.svg(picture)).texts();
    }

    @Test
    void showsASeparationOverOneAndNothingWhereItIsNotMeasured() throws Exception {
        assertThat(texts(30)).contains("20", "bits", "separation", "untrained 0.250");
        assertThat(texts(Double.NaN)).contains("1.0", "bits").doesNotContain("20", "separation");
    }

    private static List<String> texts(double separation) throws Exception {
        LossHistory history = new LossHistory(2);
        Judgement judgement = new Judgement(
                Verdict.A_TRACE,
                0.01,
                separation,
                0.25,
                MemoryDistance.of(3),
                0,
                new JudgedForks(1, 0),
                new StepsOutside(0, 0, 8),
                JudgedPairs.NONE);
        history.add(1, LossHistories.evaluation(0.4).with(judgement));
        return SvgReader.of(PictureExport.svg(
                        LossDrawing.slide(history.view(), Experiment.reference(), false, Palette.LIGHT)))
                .texts();
    }

    @Test
    void hasTheNumbersAsCsv() {
        assertThat(picture(false).csv()).isEqualTo(LossCsv.of(HISTORY).csv());
    }

    /** Each in a width of its own, in which the words would be squeezed or reach out of the plot. */
    @Test
    void saysInFewerWordsWhatTheCurvesAreWhereThereIsLittleRoom() throws Exception {
        assertThat(texts(840, 320))
                .contains(
                        "Bits: the clue in the answer. Separation: 1: as far apart as two steps usually are; 0: the same place.")
                .contains("only with memory (enlarged 3.9 times)");
        assertThat(texts(330, 270))
                .contains("Bits: in the answer. Separation: in the state.", "enlarged 3.9 times")
                .doesNotContain(
                        "Bits: the clue in the answer. Separation: 1: as far apart as two steps usually are; 0: the same place.")
                .doesNotContain("only with memory (enlarged 3.9 times)");
    }

    private static List<String> texts(int width, int height) throws Exception {
        LossDrawing drawing = (LossDrawing) picture(false).drawing();
        DrawnPicture small = new DrawnPicture(
                "",
                "",
                new LossDrawing(HISTORY, drawing.labels(), drawing.range(), drawing.all(), false),
                Palette.LIGHT,
                width,
                height);
        return SvgReader.of(PictureExport.svg(small)).texts();
    }

    @Test
    void keepsItsPartWhenItBecomesASlide() {
        LossRange part = new LossRange(10, 20, 0.1, 0.2, false);
        LossLabels labels = new LossLabels(Experiment.reference());
        DrawnPicture slide = new LossDrawing(HISTORY, labels, part, part, false).slide(Palette.DARK);
        assertThat(((LossDrawing) slide.drawing()).range()).isEqualTo(part);
        assertThat(slide.palette()).isEqualTo(Palette.DARK);
        assertThat(slide.width()).isEqualTo(960);
        assertThat(slide.height()).isEqualTo(540);
    }
}
