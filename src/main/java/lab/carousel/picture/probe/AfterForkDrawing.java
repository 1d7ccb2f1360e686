package lab.carousel.picture.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.study.AfterFork;
import lab.carousel.study.AfterFork.Side;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * What a network says after a fork: for each side what was fed, a large bar for each output, filled where it is the right
 * one, and what the network predicts. The row of a spot counts the sides, its column the bars.
 */
public record AfterForkDrawing(AfterFork after, Alphabet alphabet) implements Drawing {

    private static final double LEFT = 34;
    private static final double TOP = 56;
    private static final double BOTTOM = 60;
    private static final double GAP = 12;
    private static final double WIDEST = 88;
    private static final double BAR_SHARE = 0.72;
    private static final List<Double> LEVELS = List.of(0.0, 0.5, 1.0);
    private static final List<Double> SIGNED_LEVELS = List.of(-1.0, 0.0, 1.0);

    private record Bar(Side side, int place) {

        int symbol() {
            return side.symbols().get(place);
        }

        double output() {
            return side.outputs().get(place);
        }

        String written(int decimals) {
            return NumberText.outputs(side.outputs(), decimals).get(place);
        }

        boolean isExpected() {
            return side.step().target().includes(symbol());
        }

        /** The number that is wanted; NaN where none is. */
        double number() {
            return side.step().target().number(symbol());
        }
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        Lettering letters = new Lettering(marks);
        marks.stroke(1);
        marks.font(PictureFont.regular(12));
        for (double level : lowest() < 0 ? SIGNED_LEVELS : LEVELS) {
            double y = height(level, height);
            marks.ink(Ink.GRID);
            marks.line(LEFT, y, width, y);
            marks.ink(Ink.MUTED);
            letters.upTo(Message.text("afterFork.level", level), LEFT - 6, y + 4, LEFT);
        }
        for (int side = 0; side < after.sides().size(); side++) {
            draw(marks, side, width, height);
        }
    }

    /** Numbers reach as far below 0 as above. */
    private double lowest() {
        return after.sides().stream()
                .mapToDouble(side -> side.step().kind().lowest())
                .min()
                .orElse(0);
    }

    private double height(double output, double height) {
        return height - BOTTOM - (output - lowest()) / (1 - lowest()) * (height - TOP - BOTTOM);
    }

    private void draw(Marks marks, int number, double width, double height) {
        Side side = after.sides().get(number);
        Lettering letters = new Lettering(marks);
        double room = room(width);
        double middle = LEFT + (number + 0.5) * room;
        marks.ink(Ink.TEXT);
        marks.font(PictureFont.bold(16));
        letters.around(Message.text("afterFork.after", side.fed(alphabet)), middle, 20, room - GAP);
        for (int place = 0; place < side.symbols().size(); place++) {
            Bar bar = new Bar(side, place);
            Box column = column(number, place, width, height);
            draw(marks, bar, column);
            marks.spots(column, pointer -> Optional.of(new Hit(number, bar.place, words(bar))));
        }
        marks.font(PictureFont.regular(14));
        String says = letters.fitted(says(side), room - GAP - 20);
        double left = middle - (letters.width(says) + 20) / 2;
        marks.ink(Ink.TEXT);
        letters.from(says, left, height - 10, room);
        RightMark.draw(marks, left + letters.width(says) + 12, height - 15, side.isRight());
    }

    private String says(Side side) {
        boolean isShown = Arrays.stream(side.prediction().symbols()).allMatch(side.symbols()::contains);
        return Message.text(isShown ? "afterFork.says" : "afterFork.saysOther", alphabet.symbol(side.prediction()));
    }

    private void draw(Marks marks, Bar bar, Box column) {
        Lettering letters = new Lettering(marks);
        double output = Math.max(lowest(), Math.min(1, bar.output()));
        double whole = column.height() + TOP;
        double top = height(Math.max(0, output), whole);
        double wide = column.width() * BAR_SHARE;
        var shape = new Box(column.middleX() - wide / 2, top, wide, height(Math.min(0, output), whole) - top);
        marks.ink(bar.isExpected() ? Ink.ACCENT : Ink.GRID);
        marks.fill(shape);
        marks.stroke(1.5);
        marks.ink(bar.isExpected() ? Ink.ACCENT : Ink.MUTED);
        marks.draw(shape);
        if (!Double.isNaN(bar.number())) {
            double wanted = height(bar.number(), whole);
            marks.ink(Ink.ACCENT);
            marks.fill(new Box(column.x() + 2, wanted - 2, column.width() - 4, 4));
        }
        marks.ink(Ink.TEXT);
        marks.font(PictureFont.regular(13));
        letters.squeeze(bar.written(2), column.middleX(), top - 6, column.width());
        marks.font(bar.isExpected() ? PictureFont.bold(16) : PictureFont.regular(16));
        letters.around(alphabet.symbol(bar.symbol()), column.middleX(), whole - BOTTOM + 22, column.width());
    }

    private double room(double width) {
        return (width - LEFT) / after.sides().size();
    }

    /** Where a bar has its room, from the top of the bars down to the end of the drawing. */
    private Box column(int side, int place, double width, double height) {
        int bars = after.sides().get(side).symbols().size();
        double wide = Math.min(WIDEST, (room(width) - GAP) / bars);
        double left = LEFT + (side + 0.5) * room(width) - wide * bars / 2;
        return new Box(left + place * wide, TOP, wide, height - TOP);
    }

    private String words(Bar bar) {
        String output =
                Message.text("afterFork.spot", bar.side.fed(alphabet), alphabet.symbol(bar.symbol()), bar.written(4));
        if (!Double.isNaN(bar.number())) {
            return Message.text("afterFork.wanted", output, NumberText.upToFourDecimals(bar.number()));
        }
        return bar.isExpected() ? Message.text("afterFork.expected", output) : output;
    }

    /** All that is seen in a sentence for each side. */
    public String words() {
        return after.sides().stream()
                .map(side -> Message.text(
                        "afterFork.spoken",
                        side.fed(alphabet),
                        IntStream.range(0, side.symbols().size())
                                .mapToObj(place -> new Bar(side, place))
                                .map(bar ->
                                        Message.text("afterFork.value", alphabet.symbol(bar.symbol()), bar.written(2)))
                                .collect(Collectors.joining(", ")),
                        alphabet.symbol(side.step().target())))
                .collect(Collectors.joining(" "));
    }

    /** A line for each bar. */
    @Override
    public Table<?> table() {
        List<Bar> bars = after.sides().stream()
                .flatMap(side -> IntStream.range(0, side.symbols().size()).mapToObj(place -> new Bar(side, place)))
                .toList();
        return Table.of(bars)
                .column("sequence", bar -> bar.side.step().sequence() + 1)
                .column("step", bar -> bar.side.step().number())
                .column("after", bar -> bar.side.fed(alphabet))
                .column("target", bar -> alphabet.symbol(bar.side.step().target()))
                .column("prediction", bar -> alphabet.symbol(bar.side.prediction()))
                .column("symbol", bar -> alphabet.symbol(bar.symbol()))
                .column("output", Bar::output);
    }
}
