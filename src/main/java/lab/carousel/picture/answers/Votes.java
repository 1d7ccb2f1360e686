package lab.carousel.picture.answers;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.Hit;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * Votes of a class for the choices of a question: below each choice a bar for those before the result was seen and one for those
 * after it, with their numbers. The right choice has a tick.
 */
public record Votes(List<Choice> choices) implements Drawing {

    /** A choice in words, with its votes. */
    public record Choice(String words, boolean isRight, int before, int after) {

        private int votes(int bar) {
            return bar == 0 ? before : after;
        }

        private String told() {
            return Message.text(isRight ? "answers.votes.right" : "answers.votes", words, before, after);
        }
    }

    /** Room for the words and the bars of a choice, in points. */
    private static final double MOST_ROOM = 58;

    private static final double MOST_SCALE = 2;
    private static final double LINE = 20;
    private static final double BETWEEN = 8;
    private static final double SIGN = 12;
    private static final double FONT = 14;
    private static final double NUMBER = 40;
    private static final double TICK = 20;
    private static final double LEGEND = Legend.ROW + 4;

    private static final List<Function<Palette, Color>> COLOURS = List.of(Palette::muted, Palette::accent);

    public Votes {
        choices = List.copyOf(choices);
    }

    /** The height that all choices need, in points; with up to twice of it they are drawn larger. */
    public static double height(int choices) {
        return LEGEND + choices * MOST_ROOM;
    }

    private static Legend legend() {
        return new Legend(List.of(entry(0, "answers.votes.before"), entry(1, "answers.votes.after")));
    }

    private static LegendEntry entry(int bar, String key) {
        return LegendEntry.sign(Message.text(key), PlotMarkers.of(1, SIGN), COLOURS.get(bar));
    }

    private double room(double height) {
        return Math.min(MOST_ROOM, (height - LEGEND) / Math.max(1, choices.size()));
    }

    /** How much larger all is drawn where there is more room. */
    private double scale(double height) {
        return Math.max(1, Math.min(MOST_SCALE, height / height(choices.size())));
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        double scale = scale(height);
        AffineTransform before = graphics.getTransform();
        graphics.scale(scale, scale);
        drawInPoints(graphics, width / scale, height / scale, palette);
        graphics.setTransform(before);
    }

    private void drawInPoints(Graphics2D graphics, double width, double height, Palette palette) {
        legend().draw(graphics, 0, width, palette);
        int most = choices.stream()
                .mapToInt(choice -> Math.max(choice.before(), choice.after()))
                .max()
                .orElse(0);
        double each = room(height);
        double bar = Math.max(1, (each - LINE - BETWEEN) / 2);
        for (int row = 0; row < choices.size(); row++) {
            Choice choice = choices.get(row);
            double top = LEGEND + row * each;
            drawWords(graphics, choice, top, width, palette);
            graphics.setFont(PictureFont.bold(Math.min(FONT, bar)));
            for (int side = 0; side < 2; side++) {
                int votes = choice.votes(side);
                double y = top + LINE + side * bar;
                double length = Math.max(1, (width - NUMBER) * votes / Math.max(1, most));
                graphics.setColor(COLOURS.get(side).apply(palette));
                graphics.fill(new Rectangle2D.Double(0, y, length, bar - 1));
                graphics.setColor(palette.text());
                new Lettering(graphics).from(String.valueOf(votes), length + 6, y + bar / 2 + 4, NUMBER);
            }
        }
    }

    private static void drawWords(Graphics2D graphics, Choice choice, double top, double width, Palette palette) {
        double left = choice.isRight() ? TICK : 0;
        if (choice.isRight()) {
            RightMark.draw(graphics, SIGN / 2, top + LINE / 2, true, palette);
        }
        graphics.setFont(choice.isRight() ? PictureFont.bold(FONT) : PictureFont.regular(FONT));
        graphics.setColor(palette.text());
        new Lettering(graphics).from(choice.words(), left, top + LINE - 6, width - left);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        double scale = scale(height);
        int row = (int) Math.floor((y / scale - LEGEND) / room(height / scale));
        return row < 0 || row >= choices.size()
                ? Optional.empty()
                : Optional.of(new Hit(row, -1, choices.get(row).told()));
    }

    public String words() {
        return choices.stream().map(Choice::told).collect(Collectors.joining("\n"));
    }

    @Override
    public String csv() {
        return Table.of(choices)
                .column("choice", Choice::words)
                .column("right", choice -> choice.isRight() ? 1 : 0)
                .column("before", Choice::before)
                .column("after", Choice::after)
                .csv();
    }
}
