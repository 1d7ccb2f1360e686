package lab.carousel.picture.probe;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lab.carousel.drawing.ColumnMark;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.MatrixSide;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.CellGrid;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.study.IntegratedGradients;
import lab.carousel.study.Saliency;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * A saliency: a bar for each symbol of the sequence, and under it the gradient with respect to the state after each
 * step, a row for each unit. A row of a spot is -1 at the bars, otherwise a unit; its column is a place in the sequence.
 */
public final class SaliencyDrawing implements Drawing {

    private static final int MOST_COLUMNS = 400;
    /** What can be drawn in a tenth of a second or two. */
    private static final int MOST_CELLS = 60_000;

    private static final double CAPTION = 20;
    private static final double GAP = 12;

    private final Saliency saliency;
    private final Shown shown;
    private final Pooling pooling;
    private final ColumnBars bars;
    private final MatrixDrawing matrix;

    /**
     * What is shown.
     *
     * @param units    the names of the units of all layers
     * @param ofCell   whether the gradient with respect to c is shown; otherwise that of h
     * @param deciding the place of the symbol that decides; -1 if no earlier one does
     * @param unit     the unit that is pointed out; -1 for none
     * @param parts    what each symbol adds, in place of how strong it is
     */
    public record Shown(
            String output,
            List<String> inputs,
            List<String> units,
            boolean ofCell,
            int deciding,
            int unit,
            Optional<IntegratedGradients> parts) {}

    public SaliencyDrawing(Saliency saliency, Shown shown) {
        this.saliency = saliency;
        this.shown = shown;
        int most = Math.max(40, Math.min(MOST_COLUMNS, MOST_CELLS / shown.units.size()));
        this.pooling = Pooling.of(shown.inputs.size(), most);
        this.bars = bars();
        this.matrix = matrix();
    }

    private ColumnBars bars() {
        double[] sizes = new double[shown.inputs.size()];
        Arrays.fill(sizes, Double.NaN);
        double[] found = found();
        System.arraycopy(found, 0, sizes, 0, found.length);
        double largest =
                ColourScale.round(Arrays.stream(found).map(Math::abs).max().orElse(0));
        Set<Integer> labeled = new HashSet<>(Set.of(pooling.of(saliency.step())));
        saliency.strongestEarlier(found).ifPresent(place -> labeled.add(pooling.of(place)));
        if (shown.deciding >= 0) {
            labeled.add(pooling.of(shown.deciding));
        }
        return new ColumnBars(
                pooling.strongest(sizes),
                shown.parts.isPresent() ? ColourScale.signed(largest) : ColourScale.upTo(largest),
                NumberText::loss,
                labeled);
    }

    private double[] found() {
        return shown.parts.map(IntegratedGradients::parts).orElse(saliency.strengths());
    }

    private MatrixDrawing matrix() {
        double[][] byPlace = new double[shown.inputs.size()][shown.units.size()];
        double largest = 0;
        for (int place = 0; place < shown.inputs.size(); place++) {
            if (place > saliency.step()) {
                Arrays.fill(byPlace[place], Double.NaN);
            } else {
                byPlace[place] = saliency.afterStep(shown.ofCell, place);
                for (double value : byPlace[place]) {
                    // With a lag there is none at the first symbols
                    largest = Double.isNaN(value) ? largest : Math.max(largest, Math.abs(value));
                }
            }
        }
        double[][] values = new double[shown.units.size()][];
        for (int unit = 0; unit < shown.units.size(); unit++) {
            int row = unit;
            values[unit] = pooling.strongest(
                    Arrays.stream(byPlace).mapToDouble(step -> step[row]).toArray());
        }
        return MatrixDrawing.of(
                        values,
                        new MatrixSide(Message.text("saliency.axis.unit"), shown.units),
                        new MatrixSide(
                                Message.text(pooling.size() == 1 ? "saliency.axis.input" : "saliency.axis.step"),
                                columnNames()),
                        ColourScale.signed(ColourScale.round(largest)),
                        NumberText::loss)
                .withSelection(shown.unit, pooling.of(saliency.step()))
                .withMarks(List.of(mark()));
    }

    private List<String> columnNames() {
        return IntStream.range(0, pooling.drawn())
                .mapToObj(drawn ->
                        pooling.size() == 1 ? shown.inputs.get(drawn) : Integer.toString(pooling.first(drawn) + 1))
                .toList();
    }

    private ColumnMark mark() {
        boolean isDeciding = shown.deciding >= 0;
        int column = pooling.of(isDeciding ? shown.deciding : saliency.step());
        return new ColumnMark(column, column, isDeciding ? Message.text("saliency.mark.decides") : "");
    }

    private static Box room(double width, double height) {
        double top = Math.round(CAPTION + Math.max(64, Math.min(160, height * 0.3)) + GAP + CAPTION);
        return new Box(0, top, width, height - top);
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        Box room = room(width, height);
        double top = room.y();
        CellGrid cells = matrix.cells(width, room.height());
        marks.font(PictureFont.regular(12));
        marks.ink(Ink.MUTED);
        Lettering lettering = new Lettering(marks);
        String input = shown.parts.isPresent() ? "saliency.caption.part" : "saliency.caption.input";
        lettering.from(Message.text(input, shown.output), 0, 13, width);
        String state = Message.text("saliency.caption.state", shown.ofCell ? "c" : "h", shown.output);
        lettering.from(state, 0, top - CAPTION + 13, width);
        bars.draw(marks, column -> cells.at(0, column), CAPTION, top - CAPTION - GAP);
        matrix.draw(marks, room);
        // Above each column of the matrix is its bar
        CellGrid columns = new CellGrid(cells.columns(), 1, cells.left(), 0, top);
        marks.spots(columns, (row, column) -> new Hit(-1, pooling.first(column), inputWords(column)));
        marks.spots(
                cells.moved(0, top), (unit, column) -> new Hit(unit, pooling.first(column), unitWords(unit, column)));
    }

    private String unitWords(int unit, int column) {
        double value = matrix.values()[unit][column];
        return column > pooling.of(saliency.step())
                ? Message.text("saliency.spot.later", place(column))
                : Message.text("saliency.spot.unit", shown.units.get(unit), place(column), NumberText.loss(value));
    }

    private String inputWords(int column) {
        double size = bars.sizes()[column];
        return Double.isNaN(size)
                ? Message.text("saliency.spot.later", place(column))
                : Message.text("saliency.spot.input", place(column), NumberText.loss(size));
    }

    private String place(int column) {
        int first = pooling.first(column);
        return pooling.size() == 1
                ? Message.text("saliency.place", first + 1, shown.inputs.get(first))
                : Message.text("saliency.places", first + 1, pooling.last(column) + 1);
    }

    /** A line for each step up to that of the output: its symbol, how strong it is or what it adds, and all gradients. */
    @Override
    public Table<?> table() {
        double[] found = found();
        return Table.ofPlaces(saliency.step() + 1)
                .column("step", place -> place + 1)
                .column("input", shown.inputs::get)
                .column(shown.parts.isPresent() ? "part" : "strength", place -> found[place])
                .numbers(
                        shown.units.stream().map(unit -> "h " + unit).toList(),
                        place -> saliency.afterStep(false, place))
                .numbers(
                        shown.units.stream().map(unit -> "c " + unit).toList(),
                        place -> saliency.afterStep(true, place));
    }

    /**
     * Neighbouring columns put together, so that what is drawn does not grow with the length of a sequence.
     *
     * @param size how many are put together: 1 if there is room for all
     */
    record Pooling(int columns, int size) {

        /** So many columns put together that at most so many are drawn. */
        static Pooling of(int columns, int most) {
            return new Pooling(columns, Math.max(1, (columns + most - 1) / most));
        }

        int drawn() {
            return (columns + size - 1) / size;
        }

        int of(int column) {
            return column / size;
        }

        /** The first column of those that are drawn as one. */
        int first(int drawn) {
            return drawn * size;
        }

        int last(int drawn) {
            return Math.min(columns, (drawn + 1) * size) - 1;
        }

        /** The value of the largest size among those drawn as one; NaN if none is a number. */
        double[] strongest(double[] values) {
            double[] strongest = new double[drawn()];
            Arrays.fill(strongest, Double.NaN);
            for (int column = 0; column < columns; column++) {
                double value = values[column];
                int place = of(column);
                if (Double.isNaN(strongest[place]) || Math.abs(value) > Math.abs(strongest[place])) {
                    strongest[place] = value;
                }
            }
            return strongest;
        }
    }
}
