package lab.carousel.picture.probe;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.ForkList;
import lab.carousel.text.Message;

/** The bits of a fork as a bar, with their number beside it. */
record BitsBar(Graphics2D graphics, Palette palette) {

    private static final double BAR = 84;
    private static final double BAR_HEIGHT = 10;
    private static final double NUMBER = 62;
    private static final double LEAST_SHOWN = 0.005;
    /** Of the bar and the number. */
    static final double WIDTH = BAR + ForksDrawing.INDENT + NUMBER;

    /** A bar from 0 to 1 bit with a mark where we begin to call it memory; nothing below 0. */
    void draw(ForkList.Row row, double top) {
        double middle = top + ForksDrawing.LINE / 2;
        double share = Math.max(0, Math.min(1, row.bits()));
        graphics.setColor(palette.grid());
        graphics.fill(new Rectangle2D.Double(ForksDrawing.INDENT, middle - BAR_HEIGHT / 2, BAR, BAR_HEIGHT));
        graphics.setColor(colour(row.verdict()));
        graphics.fill(new Rectangle2D.Double(ForksDrawing.INDENT, middle - BAR_HEIGHT / 2, share * BAR, BAR_HEIGHT));
        graphics.setColor(palette.muted());
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Rectangle2D.Double(ForksDrawing.INDENT, middle - BAR_HEIGHT / 2, BAR, BAR_HEIGHT));
        double limit = ForksDrawing.INDENT + Verdict.LEAST_BITS * BAR;
        graphics.draw(new Line2D.Double(limit, middle - BAR_HEIGHT / 2 - 3, limit, middle + BAR_HEIGHT / 2 + 3));
        graphics.setFont(PictureFont.bold(12));
        graphics.setColor(palette.text());
        new Lettering(graphics).from(bits(row), ForksDrawing.INDENT + BAR + ForksDrawing.INDENT, top + 14, NUMBER - 4);
    }

    private static String bits(ForkList.Row row) {
        return Message.text("verdict.bits", Math.abs(row.bits()) < LEAST_SHOWN ? 0 : row.bits());
    }

    /** What tells the verdicts apart. */
    Color colour(Verdict verdict) {
        return switch (verdict) {
            case REMEMBERS -> palette.right();
            case NOT_YET -> palette.wrong();
            default -> palette.muted();
        };
    }
}
