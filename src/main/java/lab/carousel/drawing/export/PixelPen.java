package lab.carousel.drawing.export;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.CellGrid;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Line;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.drawing.mark.Path;
import lab.carousel.drawing.mark.Pen;
import lab.carousel.drawing.mark.RoundBox;
import lab.carousel.drawing.mark.Shape;
import lab.carousel.drawing.mark.Stroke;
import lab.carousel.drawing.mark.WholeEdges;

/** Draws marks as pixels, in the colours of a palette. */
public final class PixelPen implements Pen {

    private final Graphics2D graphics;
    private final Palette palette;
    /** What was set last: to set it anew costs time, and most marks are like the one before. */
    private Ink ink = Ink.BLACK.veiled(0);

    private Stroke stroke = Stroke.of(0);
    private PictureFont font = PictureFont.regular(0);

    /** A pen that draws on graphics whose points are those of the marks. */
    public PixelPen(Graphics2D graphics, Palette palette) {
        this.graphics = graphics;
        this.palette = palette;
    }

    public void draw(List<Mark> marks) {
        marks.forEach(mark -> mark.with(this));
    }

    private void dip(Ink next) {
        if (!next.equals(ink)) {
            graphics.setColor(palette.colour(next));
            ink = next;
        }
    }

    @Override
    public void fill(Mark.Filled mark) {
        dip(mark.ink());
        graphics.fill(mark.isWhole() ? whole(mark.shape().bounds()) : shape(mark.shape()));
    }

    private Rectangle2D whole(Box box) {
        AffineTransform points = graphics.getTransform();
        double scale = points.getScaleY();
        double shift = points.getTranslateY();
        double top = (WholeEdges.round(scale * box.y() + shift) - shift) / scale;
        double bottom = (WholeEdges.round(scale * box.bottom() + shift) - shift) / scale;
        return new Rectangle2D.Double(box.x(), top, box.width(), bottom - top);
    }

    @Override
    public void draw(Mark.Drawn mark) {
        dip(mark.ink());
        if (!mark.stroke().equals(stroke)) {
            stroke = mark.stroke();
            graphics.setStroke(stroke(stroke));
        }
        graphics.draw(shape(mark.shape()));
    }

    private static BasicStroke stroke(Stroke stroke) {
        float width = (float) stroke.width();
        return switch (stroke.end()) {
            case SQUARE ->
                new BasicStroke(width, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER, 10, stroke.dashes(), 0);
            case FLAT -> new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, stroke.dashes(), 0);
            case BENT -> new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, stroke.dashes(), 0);
            case ROUND -> new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, stroke.dashes(), 0);
        };
    }

    private static java.awt.Shape shape(Shape shape) {
        if (shape instanceof Box box) {
            return rectangle(box);
        }
        if (shape instanceof Line line) {
            return new Line2D.Double(line.fromX(), line.fromY(), line.toX(), line.toY());
        }
        if (shape instanceof Ellipse ellipse) {
            Box box = ellipse.bounds();
            return new Ellipse2D.Double(box.x(), box.y(), box.width(), box.height());
        }
        if (shape instanceof RoundBox round) {
            Box box = round.bounds();
            double arc = 2 * round.radius();
            return new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
        Path2D path = new Path2D.Double();
        ((Path) shape).visit((step, at, from) -> {
            switch (step) {
                case MOVE -> path.moveTo(at[from], at[from + 1]);
                case LINE -> path.lineTo(at[from], at[from + 1]);
                case QUADRATIC -> path.quadTo(at[from], at[from + 1], at[from + 2], at[from + 3]);
                case CUBIC ->
                    path.curveTo(at[from], at[from + 1], at[from + 2], at[from + 3], at[from + 4], at[from + 5]);
                case CLOSE -> path.closePath();
            }
        });
        return path;
    }

    private static Rectangle2D rectangle(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }

    @Override
    public void write(Mark.Words mark) {
        dip(mark.ink());
        if (!mark.font().equals(font)) {
            font = mark.font();
            graphics.setFont(PixelFonts.of(font));
        }
        double natural = font.width(mark.words());
        boolean isNarrow = natural > mark.width();
        if (!isNarrow && !mark.isUpwards()) {
            graphics.drawString(mark.words(), (float) mark.x(), (float) mark.baseline());
            return;
        }
        AffineTransform before = graphics.getTransform();
        graphics.translate(mark.x(), mark.baseline());
        if (mark.isUpwards()) {
            graphics.rotate(-Math.PI / 2);
        }
        if (isNarrow) {
            graphics.scale(mark.width() / natural, 1);
        }
        graphics.drawString(mark.words(), 0, 0);
        graphics.setTransform(before);
    }

    /**
     * Writes one line of pixels for each row and stretches it over the height of the row, so that the cost depends on
     * what is seen, never on how many cells there are.
     */
    @Override
    public void colour(Mark.Cells mark) {
        CellGrid grid = mark.grid();
        Box seen = graphics.getClip() == null ? grid.area() : grid.area().intersection(box(graphics.getClipBounds()));
        AffineTransform points = graphics.getTransform();
        double enlarged = points.getScaleX();
        int left = WholeEdges.round(enlarged * seen.x() + points.getTranslateX());
        int width = WholeEdges.round(enlarged * seen.right() + points.getTranslateX()) - left;
        if (width < 1 || seen.height() <= 0) {
            return;
        }
        int first = grid.columns().firstBeyond(seen.x() - grid.left());
        int count = grid.columns().endVisible(seen.x() - grid.left(), seen.width()) - first;
        int[] edges = new int[2 * count];
        for (int column = 0; column < count; column++) {
            double from = enlarged * grid.x(first + column) + points.getTranslateX();
            edges[2 * column] = Math.max(0, WholeEdges.round(from) - left);
            edges[2 * column + 1] = Math.min(
                    width, WholeEdges.round(from + enlarged * grid.columns().columnWidth()) - left);
        }
        BufferedImage line = new BufferedImage(width, 1, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) line.getRaster().getDataBuffer()).getData();
        graphics.setTransform(new AffineTransform());
        for (int row = Math.max(0, grid.rowAt(seen.y())); row < grid.rows() && grid.y(row) < seen.bottom(); row++) {
            for (int column = 0; column < count; column++) {
                int colour = mark.scale().argb(mark.values().at(row, first + column), palette);
                Arrays.fill(pixels, edges[2 * column], Math.max(edges[2 * column], edges[2 * column + 1]), colour);
            }
            int top = WholeEdges.round(enlarged * grid.y(row) + points.getTranslateY());
            int bottom = WholeEdges.round(enlarged * grid.y(row + 1) + points.getTranslateY());
            graphics.drawImage(line, left, top, left + width, bottom, 0, 0, width, 1, null);
        }
        graphics.setTransform(points);
    }

    private static Box box(Rectangle2D area) {
        return new Box(area.getX(), area.getY(), area.getWidth(), area.getHeight());
    }

    @Override
    public void open(Mark.Group mark) {
        AffineTransform before = graphics.getTransform();
        java.awt.Shape clip = graphics.getClip();
        if (mark.moveX() != 0 || mark.moveY() != 0) {
            graphics.translate(mark.moveX(), mark.moveY());
        }
        if (mark.scale() != 1) {
            graphics.scale(mark.scale(), mark.scale());
        }
        if (mark.clip() != null) {
            graphics.clip(rectangle(mark.clip()));
        }
        draw(mark.marks());
        graphics.setTransform(before);
        if (mark.clip() != null) {
            graphics.setClip(clip);
        }
    }
}
