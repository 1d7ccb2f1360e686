package lab.carousel.picture.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.PixelPen;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.StatePainter.ForkMark;
import lab.carousel.study.UnitOrder;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class StatePictureTest {

    /** Where the cells of the reference task's picture begin, and how large they are. */
    private static final int LEFT = 116;

    private static final int TOP = 136;
    private static final int WIDTH = 56;
    private static final int HEIGHT = 18;

    private final Snapshot snapshot = SampleSnapshot.reference(137);
    private final Traces traces = Traces.of(snapshot.experiment(), snapshot.parameters(), ColumnWindow.START);

    private static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        new PixelPen(graphics, picture.palette()).draw(picture.marks());
        graphics.dispose();
        return image;
    }

    private static String svg(Picture picture) {
        return new String(PictureExport.svg(picture), StandardCharsets.UTF_8);
    }

    @Test
    void aCellHasTheColourOfItsValue() {
        BufferedImage image = image(StatePicture.of(snapshot, Palette.LIGHT));
        for (int column = 0; column < 8; column++) {
            for (int unit = 0; unit < 20; unit++) {
                int x = LEFT + column * WIDTH + column / 4 * 16 + WIDTH / 2;
                int y = TOP + unit * HEIGHT + HEIGHT / 2;
                int expected = ColourMap.DIVERGING.argb(traces.value(Quantity.HIDDEN_STATE, column, unit), -1, 1);
                assertThat(image.getRGB(x, y))
                        .as("unit %d, column %d", unit, column)
                        .isEqualTo(expected);
            }
        }
        assertThat(image.getRGB(LEFT + 4 * WIDTH + 8, TOP + 50))
                .as("gap between the sequences")
                .isEqualTo(Color.WHITE.getRGB());
    }

    private StatePicture picture(HeatmapLayer layer, ColourScale scale, UnitOrder order) {
        Task task = snapshot.experiment().task();
        return new StatePicture(
                snapshot, new StateRows(traces, task, layer, scale, order, Optional.empty()), Palette.LIGHT);
    }

    @Test
    void showsTheChosenLayerInTheChosenOrder() {
        List<Integer> backwards =
                IntStream.range(0, 20).map(row -> 19 - row).boxed().toList();
        for (HeatmapLayer layer : HeatmapLayer.of(Cell.LSTM).subList(0, 7)) {
            ColourScale scale = new LayerScales().scale(snapshot.experiment(), traces, layer);
            BufferedImage image = image(picture(layer, scale, new UnitOrder(backwards)));
            for (int row = 0; row < 20; row++) {
                double value = layer.values(traces, 2)[19 - row];
                assertThat(image.getRGB(LEFT + 2 * WIDTH + WIDTH / 2, TOP + row * HEIGHT + HEIGHT / 2))
                        .as("%s, row %d", layer, row)
                        .isEqualTo(scale.argb(value, Palette.LIGHT));
            }
        }
        StatePicture picture = picture(HeatmapLayer.CELL_STATE, ColourScale.signed(3), new UnitOrder(backwards));
        String svg = svg(picture);
        assertThat(svg).contains(">Cell state c, epoch 137<", ">+3<", ">−3<", ">c<");
        assertThat(svg.indexOf(">20<")).as("unit 20 stands first").isLessThan(svg.indexOf(">19<"));
        assertThat(picture.csv())
                .as("numbers by unit")
                .isEqualTo(StatePicture.of(snapshot, Palette.LIGHT).csv());
    }

    @Test
    void outputsHaveARowForEachSymbol() {
        StatePicture picture = picture(HeatmapLayer.OUTPUTS, ColourScale.SHARE, UnitOrder.byNumber(20));
        assertThat(svg(picture))
                .contains(">Outputs y, epoch 137<", ">output<", ">0.5<")
                .doesNotContain(">20<");
        assertThat(image(picture).getRGB(LEFT + 10, TOP + 4 * HEIGHT + 5))
                .isEqualTo(ColourMap.SEQUENTIAL.argb(traces.outputs(0)[4], 0, 1));
    }

    @Test
    void marksDifferInColourAndDecidingStepsAreMarked() {
        BufferedImage image = image(StatePicture.of(snapshot, Palette.DARK));
        int marks = TOP + 20 * HEIGHT + 8 + 3 * 20;
        for (int column = 0; column < 8; column++) {
            int left = LEFT + column * WIDTH + column / 4 * 16;
            boolean right = traces.isRight(column);
            assertThat(contains(image, left, marks, Palette.DARK.right())).isEqualTo(right);
            assertThat(contains(image, left, marks, Palette.DARK.wrong())).isEqualTo(!right);
            assertThat(image.getRGB(left + 20, TOP - 5) == Palette.DARK.accent().getRGB())
                    .isEqualTo(column == 3 || column == 7);
        }
    }

    private static boolean contains(BufferedImage image, int left, int top, Color colour) {
        return IntStream.range(0, WIDTH * 20)
                .anyMatch(index -> image.getRGB(left + index % WIDTH, top + index / WIDTH) == colour.getRGB());
    }

    @Test
    void theLegendSaysWhatTheMarksOfForksAndOfStepsThatNobodyCanKnowMean() {
        assertThat(svg(StatePicture.of(snapshot, Palette.LIGHT)))
                .contains(">deciding step: this symbol alone does not settle the next<")
                .doesNotContain("unknowable");
        Task two = Task.parse("a b c d x y", "x a b x", "y a b y", "x c d x", "y c d y");
        StatePicture picture = StatePicture.of(SampleSnapshot.of(two, 1, 0), Palette.LIGHT);
        assertThat(svg(picture)).contains(">deciding steps; those of one fork look alike<", ">unknowable<");
    }

    @Test
    void eachForkHasAMarkOfItsOwnAndTheFirstOneIsWhole() {
        assertThat(ForkMark.of(0).ends()).containsExactly(0.0, 1.0);
        assertThat(IntStream.range(0, 24).mapToObj(fork -> ForkMark.of(fork))).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 3).mapToObj(fork -> ForkMark.of(fork).ends()))
                .as("for those who see no colours")
                .doesNotHaveDuplicates();
    }

    @Test
    void anSvgHasShapesAndTextAndNoImage() {
        String svg = svg(StatePicture.of(snapshot, Palette.LIGHT));
        assertThat(svg)
                .contains(">Hidden state h, epoch 137<", ">Sequence 1<", ">Sequence 2<", ">expected<", ">predicted<")
                .contains(">probability<", ">unit<", ">20<", ">+1<", ">0<", ">−1<", ">right<", ">wrong<")
                .contains("deciding step")
                .contains("font-family=\"'Carousel Sans'")
                .doesNotContain("<image");
        int shapes = svg.split("<rect|<path", -1).length - 1;
        assertThat(shapes).isGreaterThan(20 * 8 + ColourMap.SIZE);
    }

    @Test
    void symbolsThatMeanSomethingInXmlStayText() {
        Snapshot odd = SampleSnapshot.of(Task.parse("<a> & b", "<a> & b <a>"), 2, 1);
        assertThat(svg(StatePicture.of(odd, Palette.LIGHT))).contains("&lt;a&gt;", "&amp;");
    }

    @Test
    void theLargestWindowStaysSmallEnoughToOpen() {
        List<String> symbols = IntStream.range(0, 1_001)
                .mapToObj(index -> Integer.toString(index * index % 7))
                .toList();
        Task task = new Task(Task.parse("0 1 2 3 4 5 6", "0 1").alphabet(), List.of(new Sequence(symbols)));
        Picture picture = StatePicture.of(SampleSnapshot.of(task, 256, 50), Palette.LIGHT);
        assertThat(picture.width()).isLessThan(2_400);
        assertThat(picture.height()).isLessThan(1_000);
        assertThat(svg(picture).length()).isBetween(100_000, 15_000_000);
    }

    @Test
    void narrowColumnsLeaveSymbolsOut() {
        Sequence sequence = new Sequence(Collections.nCopies(1_001, "word"));
        Task task = new Task(Task.parse("word b", "b b").alphabet(), List.of(sequence));
        String svg = svg(StatePicture.of(SampleSnapshot.of(task, 1, 0), Palette.LIGHT));
        assertThat(svg).doesNotContain(">word<", ">expected<").contains(">step<", ">1000<", ">probability<");
    }

    @Test
    void theCsvHasARowForEachStepAtFullPrecision() {
        String[] lines = StatePicture.of(snapshot, Palette.LIGHT).csv().split("\n");
        assertThat(lines).hasSize(9);
        assertThat(lines[0])
                .startsWith("sequence,step,input,expected,predicted,probability,right,h1,h2,")
                .contains(",h20,c1,", ",g20,dc1,")
                .endsWith(",dc20,y0,y1,y2,y3,y4");
        String[] fields = lines[8].split(",");
        assertThat(fields).hasSize(7 + 7 * 20 + 5);
        assertThat(Arrays.copyOf(fields, 4)).containsExactly("2", "4", "2", "4");
        assertThat(fields[4]).isEqualTo(Integer.toString(traces.predicted(7).index()));
        assertThat(Double.parseDouble(fields[5])).isEqualTo(traces.probability(7));
        assertThat(fields[6]).isEqualTo(Boolean.toString(traces.isRight(7)));
        assertThat(Double.parseDouble(fields[26])).isEqualTo(traces.value(Quantity.HIDDEN_STATE, 7, 19));
        assertThat(Double.parseDouble(fields[27])).isEqualTo(traces.value(Quantity.CELL_STATE, 7, 0));
        assertThat(Double.parseDouble(fields[146])).isEqualTo(traces.cellChanges(7)[19]);
        assertThat(Double.parseDouble(fields[151])).isEqualTo(traces.outputs(7)[4]);
    }

    @Test
    void layersAreNumberedAndSeparated() {
        Experiment reference = Experiment.reference();
        Snapshot stacked = SampleSnapshot.of(
                reference.with(all -> all.with(Settings.LAYERS, 2).with(Settings.HIDDEN_UNITS, 3)), 1);
        StatePicture picture = StatePicture.of(stacked, Palette.LIGHT);
        assertThat(svg(picture)).contains(">1.1<", ">1.3<", ">2.1<", ">2.3<").doesNotContain(">6<");
        BufferedImage image = image(picture);
        assertThat(image.getRGB(LEFT + 10, TOP + 3 * HEIGHT)).isEqualTo(Color.WHITE.getRGB());
        assertThat(image.getRGB(LEFT + 10, TOP + 2 * HEIGHT)).isNotEqualTo(Color.WHITE.getRGB());
        assertThat(picture.csv())
                .startsWith("sequence,step,input,expected,predicted,probability,right,h1.1,h1.2,h1.3,h2.1,");
    }

    @Test
    void whatDoesNotCountHasNoMark() {
        Experiment reference = Experiment.reference();
        Snapshot lastOnly =
                SampleSnapshot.of(reference.with(all -> all.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)), 1);
        StatePicture picture = StatePicture.of(lastOnly, Palette.DARK);
        BufferedImage image = image(picture);
        int marks = TOP + 20 * HEIGHT + 8 + 3 * 20;
        String[] lines = picture.csv().split("\n");
        for (int column = 0; column < 8; column++) {
            int left = LEFT + column * WIDTH + column / 4 * 16;
            boolean marked = contains(image, left, marks, Palette.DARK.right())
                    || contains(image, left, marks, Palette.DARK.wrong());
            boolean counts = column == 3 || column == 7;
            assertThat(marked).as("column %d", column).isEqualTo(counts);
            assertThat(lines[column + 1].split(",")[6]).matches(counts ? "true|false" : "");
        }
    }

    @Test
    void theCsvQuotesSymbolsWithCommasAndQuotes() {
        Snapshot odd = SampleSnapshot.of(Task.parse("a, \"b\"", "a, \"b\" a,"), 1, 0);
        String[] lines = StatePicture.of(odd, Palette.LIGHT).csv().split("\n");
        assertThat(lines[1]).startsWith("1,1,\"a,\",\"\"\"b\"\"\",");
        assertThat(lines[2]).startsWith("1,2,\"\"\"b\"\"\",\"a,\",");
    }

    /** Rows have names instead of numbers, and a line stands before the first step that is judged. */
    @Test
    void ofASeriesTheRowsAreNamedAndTheTestPartIsMarked() {
        Experiment airline = new Experiment(
                Series.task(ShippedSeries.AIRLINE.data(), SeriesFeed.of(144)),
                Hyperparameters.reference().with(Settings.OUTPUT, Output.LINEAR),
                EngineName.KERNEL);
        Snapshot shown = SampleSnapshot.of(airline, 1);
        for (int from : new int[] {0, 70}) {
            Traces seen = Traces.of(airline, shown.parameters(), new ColumnWindow(from, 40));
            StatePicture picture =
                    new StatePicture(shown, StateRows.ofHiddenState(seen, airline.task()), Palette.LIGHT);
            assertThat(svg(picture)).contains(">" + ShippedSeries.AIRLINE.data().row(from) + "<");
            int accent = Palette.LIGHT.argb(Ink.ACCENT);
            BufferedImage image = image(picture);
            assertThat(IntStream.range(LEFT, LEFT + 40 * WIDTH)
                            .filter(x -> x < image.getWidth() && image.getRGB(x, TOP + HEIGHT / 2) == accent))
                    .hasSize(from == 70 ? 2 : 0);
        }
    }
}
