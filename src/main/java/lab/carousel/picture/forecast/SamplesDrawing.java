package lab.carousel.picture.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.study.forecast.SampleArrays;
import lab.carousel.study.forecast.SamplePlace;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * The first steps of the arrays of a series, a line each, with the numbers that are fed and wanted and the rows that they come from;
 * below them the first of the test part. The column of a spot is the step, counted from 0.
 */
public record SamplesDrawing(SampleArrays arrays, List<SamplePlace> learned, List<SamplePlace> judged)
        implements Drawing {

    private static final double LINE = 34;
    private static final double NARROWEST = 92;
    private static final double WIDEST = 150;
    private static final int TOLD_OF_TEST = 2;
    private static final double LARGE = 1e9;
    /** Head, two headings, the last step learned, and a gap after each part. */
    private static final int OTHERS = 6 + TOLD_OF_TEST;

    /** A line: of a step, or of nothing but words. */
    private record Line(Optional<SamplePlace> place, String words) {}

    /** Of a step: which feature of which of its time steps. */
    private record Cell(int time, int feature) {}

    public SamplesDrawing {
        learned = List.copyOf(learned);
        judged = List.copyOf(judged);
    }

    public static SamplesDrawing of(SampleArrays arrays) {
        return new SamplesDrawing(arrays, arrays.learned(), arrays.judged());
    }

    private List<Line> lines(double height) {
        int room = Math.max(1, (int) (height / LINE) - OTHERS);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Optional.empty(), Message.text("samples.training")));
        add(lines, learned.subList(0, Math.min(room, learned.size() - 1)));
        lines.add(gap(learned.size() - 1 > room));
        add(lines, learned.subList(learned.size() - 1, learned.size()));
        lines.add(new Line(Optional.empty(), Message.text("samples.test")));
        add(lines, judged.subList(0, Math.min(TOLD_OF_TEST, judged.size())));
        lines.add(gap(judged.size() > TOLD_OF_TEST));
        return lines;
    }

    private static Line gap(boolean isOne) {
        return new Line(Optional.empty(), isOne ? "⋮" : "");
    }

    private void add(List<Line> lines, List<SamplePlace> places) {
        places.forEach(place -> lines.add(new Line(Optional.of(place), name(place))));
    }

    private String name(SamplePlace place) {
        boolean isJudged = place.step() >= arrays.series().firstJudged();
        boolean isSample = arrays.isWindow() || (isJudged && !arrays.isStateful());
        String key = isSample ? "samples.line.window" : isJudged ? "samples.line.test" : "samples.line.piece";
        String slot = isSample || arrays.batch() == 1 ? "" : ".slot";
        return Message.text(key + slot, place.piece() + 1, place.time() + arrays.lag(), place.sample() + 1);
    }

    private List<Cell> cells() {
        return IntStream.range(0, arrays.lag())
                .boxed()
                .flatMap(time -> IntStream.range(0, arrays.features()).mapToObj(feature -> new Cell(time, feature)))
                .toList();
    }

    /** As many cells as there is room for: where not all fit the last one stands behind a gap. */
    private static List<Optional<Cell>> fitting(List<Cell> cells, double room) {
        int fit = Math.max(3, (int) (room / NARROWEST));
        return cells.size() <= fit
                ? cells.stream().map(Optional::of).toList()
                : Stream.concat(
                                cells.subList(0, fit - 2).stream().map(Optional::of),
                                Stream.of(Optional.<Cell>empty(), Optional.of(cells.get(cells.size() - 1))))
                        .toList();
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        Lettering lettering = new Lettering(marks);
        List<Line> lines = lines(height);
        marks.font(PictureFont.regular(Plot.FONT));
        double left = lines.stream()
                        .filter(line -> line.place.isPresent())
                        .mapToDouble(line -> lettering.width(line.words))
                        .max()
                        .orElse(0)
                + 14;
        List<Optional<Cell>> cells = fitting(cells(), width - left - NARROWEST - 16);
        double wide = Math.min(WIDEST, (width - left - 16) / (cells.size() + 1));
        double target = left + cells.size() * wide + 12;
        marks.font(PictureFont.bold(Plot.FONT));
        marks.ink(Ink.TEXT);
        for (int column = 0; column < cells.size(); column++) {
            String head = cells.get(column).map(this::head).orElse("…");
            lettering.from(head, left + column * wide + 6, 14, wide - 8);
        }
        String wanted =
                arrays.series().data().channels().get(arrays.series().feed().target());
        lettering.from(Message.text("samples.wanted", wanted), target + 6, 14, wide - 8);
        double y = LINE / 2 + 6;
        for (Line line : lines) {
            marks.font(line.place.isPresent() ? PictureFont.regular(Plot.FONT) : PictureFont.bold(Plot.FONT));
            marks.ink(Ink.TEXT);
            lettering.from(line.words, 2, y + 20, width);
            if (line.place.isPresent()) {
                draw(marks, line.place.get(), cells, new Box(left, y, wide, LINE));
                box(marks, line.place.get(), new Box(target, y, wide, LINE), Optional.empty());
            }
            y += LINE;
        }
    }

    private String head(Cell cell) {
        String name = arrays.series().data().channels().get(cell.feature);
        if (arrays.lag() == 1) {
            return "X: " + name;
        }
        return Message.text(arrays.features() == 1 ? "samples.time" : "samples.time.feature", cell.time + 1, name);
    }

    private void draw(Marks marks, SamplePlace place, List<Optional<Cell>> cells, Box first) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column).isPresent()) {
                box(
                        marks,
                        place,
                        new Box(first.x() + column * first.width(), first.y(), first.width(), LINE),
                        cells.get(column));
            }
        }
    }

    /** A number, and under it the row that it comes from. */
    private void box(Marks marks, SamplePlace place, Box box, Optional<Cell> cell) {
        int row = cell.map(each -> arrays.row(place, each.time))
                .orElseGet(() -> arrays.series().wantedRow(place.step()));
        int channel = cell.map(Cell::feature).orElse(arrays.series().feed().target());
        String number = NumberText.decimals(number(place, cell), 3);
        String source = Message.text(
                "samples.source",
                arrays.series().data().row(row),
                value(arrays.series().data().values()[channel][row]));
        Lettering lettering = new Lettering(marks);
        marks.stroke(1);
        marks.ink(Ink.GRID);
        marks.draw(box);
        marks.font(PictureFont.bold(Plot.FONT));
        marks.ink(cell.isPresent() ? Ink.TEXT : Ink.ACCENT);
        lettering.from(number, box.x() + 6, box.y() + 14, box.width() - 8);
        marks.font(PictureFont.regular(Plot.FONT - 1));
        marks.ink(Ink.MUTED);
        lettering.from(source, box.x() + 6, box.y() + 29, box.width() - 8);
        String words = Message.text(
                cell.isPresent() ? "samples.spot.fed" : "samples.spot.wanted", name(place), number, source);
        marks.spots(box, spot -> Optional.of(new Hit(channel, place.step(), words)));
    }

    private static String value(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < LARGE;
        return isWhole ? NumberText.whole((long) value) : NumberText.significant(value);
    }

    private double number(SamplePlace place, Optional<Cell> cell) {
        return cell.map(each -> arrays.fed(place, each.time)[each.feature]).orElseGet(() -> arrays.wanted(place));
    }

    @Override
    public Table<?> table() {
        List<Cell> cells = cells();
        List<String> names = cells.stream()
                .map(cell -> "x" + (cell.time + 1) + "_"
                        + arrays.series().data().channels().get(cell.feature))
                .toList();
        return Table.of(Stream.concat(learned.stream(), judged.stream()).toList())
                .column("part", place -> place.step() < arrays.series().firstJudged() ? "train" : "test")
                .column("piece", place -> place.piece() + 1)
                .column("sample", place -> place.sample() + 1)
                .column("time_step", place -> place.time() + arrays.lag())
                .numbers(names, place -> cells.stream()
                        .mapToDouble(cell -> number(place, Optional.of(cell)))
                        .toArray())
                .column("y", arrays::wanted)
                .column(
                        "row",
                        place -> arrays.series().data().row(arrays.series().wantedRow(place.step())));
    }
}
