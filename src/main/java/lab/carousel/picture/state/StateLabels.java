package lab.carousel.picture.state;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.picture.state.StepLabels.Align;

/**
 * Draws the labels of the steps of a heatmap in a picture.
 *
 * @param graphics drawn on
 * @param palette  the colours of marks
 */
record StateLabels(Graphics2D graphics, Palette palette) implements StepLabels.Pen {

    /** The height of a row. */
    static final int ROW = 20;
    /** For the bars that mark deciding steps. */
    static final int STRIP = 8;

    private static final int SIZE = 13;
    /** How far below the middle of a row letters stand. */
    private static final int FOOT = 5;

    /** The height of the rows above the cells. */
    static int heightAbove(boolean symbols) {
        return (symbols ? 3 : 2) * ROW + STRIP;
    }

    /** The height of the rows below the cells. */
    static int heightBelow(boolean symbols) {
        return STRIP + (symbols ? 4 : 2) * ROW;
    }

    private static Font font(boolean bold) {
        return bold ? PictureFont.bold(SIZE) : PictureFont.regular(SIZE);
    }

    @Override
    public double width(String words, boolean bold) {
        return graphics.getFontMetrics(font(bold)).stringWidth(words);
    }

    @Override
    public void write(String words, double x, double middle, Align align, boolean bold, Color colour) {
        if (words.isEmpty()) {
            return;
        }
        double width = width(words, bold);
        double left =
                switch (align) {
                    case LEFT -> x;
                    case CENTRE -> x - width / 2;
                    case RIGHT -> x - width;
                };
        graphics.setFont(font(bold));
        graphics.setColor(colour);
        graphics.drawString(words, (float) left, (float) middle + FOOT);
    }

    @Override
    public void squeeze(String words, double x, double middle, double room, boolean bold, Color colour) {
        graphics.setFont(font(bold));
        graphics.setColor(colour);
        new Lettering(graphics).squeeze(words, x, middle + FOOT, room);
    }

    @Override
    public void fill(double x, double y, double width, double height, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void mark(double x, double middle, boolean right) {
        RightMark.draw(graphics, x, middle, right, palette);
    }
}
