package lab.carousel.picture.answers;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * Votes of a class for the choices of a question: below each choice a bar for each round of the prediction, and one for the votes
 * after the result was seen, with their numbers. The right choice has a tick.
 *
 * @param hasOutcome whether the last bar is for what was said after the result was seen
 */
public record Votes(List<VotedChoice> choices, boolean hasOutcome) implements Drawing {

    private static final double MOST_SCALE = 2;
    private static final double LINE = 20;
    private static final double BAR = 15;
    private static final double BETWEEN = 8;
    private static final double SIGN = 12;
    private static final double FONT = 14;
    private static final double NUMBER = 40;
    private static final double TICK = 20;
    private static final double LEGEND = Legend.ROW + 4;

    public Votes {
        choices = List.copyOf(choices);
    }

    private int bars() {
        return choices.stream().mapToInt(choice -> choice.votes().size()).max().orElse(0);
    }

    /** The height that all choices need, in points; with up to twice of it they are drawn larger. */
    public double height() {
        return legend() + choices.size() * mostRoom();
    }

    private double mostRoom() {
        return LINE + bars() * BAR + BETWEEN;
    }

    private double legend() {
        return bars() > 1 ? LEGEND : 0;
    }

    /** Completes the keys of words about a bar. */
    private String kind(int bar) {
        int rounds = hasOutcome ? bars() - 1 : bars();
        return bar == rounds ? "after" : rounds > 1 ? "round" : hasOutcome ? "before" : "only";
    }

    private Ink colour(int bar) {
        return bar == bars() - 1 ? Ink.ACCENT : bar == 0 ? Ink.MUTED : Ink.series(2 + bar % 3);
    }

    private LegendEntry entry(int bar) {
        return LegendEntry.sign(
                Message.text("answers.votes." + kind(bar), bar + 1), PlotMarkers.of(1, SIGN), colour(bar));
    }

    private String told(VotedChoice choice) {
        return Message.text(
                choice.isRight() ? "answers.votes.right" : "answers.votes",
                choice.words(),
                IntStream.range(0, choice.votes().size())
                        .mapToObj(bar -> Message.text(
                                "answers.votes.count." + kind(bar),
                                choice.votes().get(bar),
                                bar + 1))
                        .collect(Collectors.joining(", ")));
    }

    private double room(double height) {
        return Math.min(mostRoom(), (height - legend()) / Math.max(1, choices.size()));
    }

    /** How much larger all is drawn where there is more room. */
    private double scale(double height) {
        return Math.max(1, Math.min(MOST_SCALE, height / height()));
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        double scale = scale(height);
        marks.begin(0, 0, scale);
        drawInPoints(marks, width / scale, height / scale);
        marks.end();
    }

    private void drawInPoints(Marks marks, double width, double height) {
        if (bars() > 1) {
            new Legend(IntStream.range(0, bars()).mapToObj(this::entry).toList()).draw(marks, 0, width);
        }
        int most = choices.stream()
                .flatMap(choice -> choice.votes().stream())
                .max(Comparator.naturalOrder())
                .orElse(0);
        double each = room(height);
        double bar = Math.max(1, (each - LINE - BETWEEN) / Math.max(1, bars()));
        for (int row = 0; row < choices.size(); row++) {
            VotedChoice choice = choices.get(row);
            double top = legend() + row * each;
            drawWords(marks, choice, top, width);
            marks.font(PictureFont.bold(Math.min(FONT, bar)));
            for (int side = 0; side < choice.votes().size(); side++) {
                int votes = choice.votes().get(side);
                double y = top + LINE + side * bar;
                double length = Math.max(1, (width - NUMBER) * votes / Math.max(1, most));
                marks.ink(colour(side));
                marks.fill(new Box(0, y, length, bar - 1));
                marks.ink(Ink.TEXT);
                new Lettering(marks).from(String.valueOf(votes), length + 6, y + bar / 2 + 4, NUMBER);
            }
        }
        Box all = new Box(0, legend(), width, choices.size() * each);
        marks.spotRows(all, choices.size(), row -> new Hit(row, -1, told(choices.get(row))));
    }

    private static void drawWords(Marks marks, VotedChoice choice, double top, double width) {
        double left = choice.isRight() ? TICK : 0;
        if (choice.isRight()) {
            RightMark.draw(marks, SIGN / 2, top + LINE / 2, true);
        }
        marks.font(choice.isRight() ? PictureFont.bold(FONT) : PictureFont.regular(FONT));
        marks.ink(Ink.TEXT);
        new Lettering(marks).from(choice.words(), left, top + LINE - 6, width - left);
    }

    public String words() {
        return choices.stream().map(this::told).collect(Collectors.joining("\n"));
    }

    @Override
    public Table<?> table() {
        Table<VotedChoice> table = Table.of(choices)
                .column("choice", VotedChoice::words)
                .column("right", choice -> choice.isRight() ? 1 : 0);
        for (int bar = 0; bar < bars(); bar++) {
            int which = bar;
            boolean isAfter = kind(bar).equals("after");
            table.column(isAfter ? "after" : bar == 0 ? "before" : "again" + bar, choice -> choice.votes()
                    .get(which));
        }
        return table;
    }
}
