package lab.carousel.picture.forecast;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lab.carousel.drawing.Chart;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Point;
import lab.carousel.file.study.ReadyMade;
import lab.carousel.model.Experiment;
import lab.carousel.model.Presets;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.study.many.Plan;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.TestPart;
import lab.carousel.text.Table;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;

/** Draws the pictures of the lessons on forecasts: three curves without names, and thirty errors beside three others. */
public final class LessonForecasts {

    private static final int WIDTH = 400;
    private static final double SCALE = 2;
    private static final Path LESSONS = Path.of("assets", "lessons");

    private LessonForecasts() {}

    public static void main(String[] arguments) throws IOException {
        Curves curves = new Curves(Presets.preset("airline").experiment());
        write(new Sheet(Curves.HEIGHT, curves::sketch), "forecast-or-echo", "curves");
        Dots dots =
                new Dots(errors(Plan.of(ReadyMade.named("shampoo").orElseThrow().study())));
        write(new Sheet(Dots.HEIGHT, marks -> dots.draw(marks, WIDTH, Dots.HEIGHT)), "a-lucky-seed", "thirty");
    }

    private static void write(Picture picture, String lesson, String name) throws IOException {
        Files.write(LESSONS.resolve(lesson).resolve(name + ".png"), PictureExport.png(plain(picture)));
    }

    /** In few colours, so that a page that holds it stays small. */
    private static BufferedImage plain(Picture picture) {
        BufferedImage drawn = PictureExport.image(picture, SCALE);
        BufferedImage plain = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                plain.setRGB(x, y, (drawn.getRGB(x, y) >> 4 & 0x0F0F0F) * 17);
            }
        }
        return plain;
    }

    /** Those of the study of the lesson. */
    private static double[] errors(Plan plan) {
        return IntStream.range(0, plan.runs())
                .mapToObj(run -> RecordedRuns.end(plan.run(run).experiment()))
                .mapToDouble(end -> Series.of(end.experiment().task())
                        .orElseThrow()
                        .error(end.evaluation().loss()))
                .toArray();
    }

    /** A picture on white, without a title. */
    private record Sheet(int height, Consumer<Marks> sketch) implements Picture {

        @Override
        public int width() {
            return WIDTH;
        }

        @Override
        public Palette palette() {
            return Palette.LIGHT;
        }

        @Override
        public String csv() {
            return "";
        }

        @Override
        public void draw(Marks marks) {
            marks.ink(Ink.BACKGROUND);
            marks.fill(new Box(0, 0, WIDTH, height));
            sketch.accept(marks);
        }
    }

    /** A chart to be looked at only. */
    private interface Still extends Chart {

        @Override
        default Optional<Hit> at(Plot plot, Point place) {
            return Optional.empty();
        }

        @Override
        default Table<?> table() {
            return Table.ofFields(List.of(), List.of());
        }
    }

    /** An echo, the network and the season with drift, side by side, each over the truth of the last two years. */
    private record Curves(Series series, double[] network) {

        private static final int HEIGHT = 110;
        private static final int WIDE = WIDTH / 3;

        private Curves(Experiment experiment) {
            this(Series.of(experiment.task()).orElseThrow(), forecast(RecordedRuns.end(experiment)));
        }

        private static double[] forecast(Snapshot end) {
            Series series = Series.of(end.experiment().task()).orElseThrow();
            FedSteps fed = FedSteps.of(end.experiment(), end.parameters());
            return fed.said(0, series.firstJudged());
        }

        private List<double[]> candidates() {
            TestPart part = series.part(network);
            double[] drift = IntStream.range(0, part.floors().size())
                    .filter(at -> part.floors().get(at).key().equals("drift"))
                    .mapToObj(at -> part.said()[at])
                    .findFirst()
                    .orElseThrow();
            return List.of(part.said()[0], part.forecast(), drift);
        }

        void sketch(Marks marks) {
            List<double[]> candidates = candidates();
            double[] truth = series.part(network).truth();
            for (int each = 0; each < candidates.size(); each++) {
                new Panel("" + (char) ('A' + each), truth, candidates.get(each))
                        .draw(marks, new Box(each * WIDE, 0, WIDE, HEIGHT));
            }
        }
    }

    private record Panel(String name, double[] truth, double[] said) implements Still {

        private static final int FIRST = 121;
        private static final int LAST = 144;

        @Override
        public ChartAxis across() {
            return ChartAxis.whole(name, FIRST, LAST);
        }

        @Override
        public ChartAxis up(double height) {
            return ChartAxis.linear("", 300, 650);
        }

        @Override
        public void draw(PlotPen pen) {
            double[] rows = IntStream.rangeClosed(LAST - truth.length + 1, LAST)
                    .asDoubleStream()
                    .toArray();
            pen.line(rows, truth, new LineStyle(Ink.TEXT, 1.4, null));
            pen.line(rows, said, LineStyle.series(0));
        }
    }

    /** Errors as dots, stacked where they are near each other. */
    private record Dots(double[] errors) implements Still {

        private static final int HEIGHT = 130;
        private static final double WIDE = 5;
        private static final double[] OTHERS = {71.72, 86.73, 136.76};
        private static final int MOST = 4;

        @Override
        public ChartAxis across() {
            return ChartAxis.linear("", 60, 230);
        }

        @Override
        public ChartAxis up(double height) {
            return ChartAxis.whole("", 0, MOST);
        }

        @Override
        public void draw(PlotPen pen) {
            for (double other : OTHERS) {
                pen.stroke(other, 0, other, MOST, LineStyle.floor());
            }
            double[] sorted = errors.clone();
            Arrays.sort(sorted);
            int stacked = 0;
            double bin = Double.NaN;
            for (double error : sorted) {
                double place = Math.floor(error / WIDE) * WIDE + WIDE / 2;
                stacked = place == bin ? stacked + 1 : 0;
                bin = place;
                pen.sign(
                        place,
                        stacked + 0.5,
                        Ellipse.circle(0, 0, 5),
                        LineStyle.series(0).ink());
            }
        }
    }
}
