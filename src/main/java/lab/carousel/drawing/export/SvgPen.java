package lab.carousel.drawing.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Line;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.drawing.mark.Path;
import lab.carousel.drawing.mark.Pen;
import lab.carousel.drawing.mark.RoundBox;
import lab.carousel.drawing.mark.Shape;
import lab.carousel.drawing.mark.Stroke;
import lab.carousel.drawing.mark.WholeEdges;

/** Writes marks as SVG with real shapes and text, one pixel to a point, in the colours of a palette. */
final class SvgPen implements Pen {

    /** Carousel Sans is drawn after Inter; elsewhere Arial is the likeliest to be there. */
    private static final String FAMILIES = "'" + PictureFont.FAMILY + "', Inter, Arial, sans-serif";

    private static final int OPAQUE = 255;

    private final Palette palette;
    private final StringBuilder svg = new StringBuilder();
    private int clips;

    private SvgPen(Palette palette) {
        this.palette = palette;
    }

    /** A picture as a file, encoded in UTF-8. */
    static byte[] svg(Picture picture) {
        SvgPen pen = new SvgPen(picture.palette());
        pen.svg
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .append(" width=\"" + picture.width() + "\" height=\"" + picture.height() + "\"")
                .append(" viewBox=\"0 0 " + picture.width() + " " + picture.height() + "\"")
                .append(" font-family=\"" + FAMILIES + "\" font-kerning=\"none\">\n");
        picture.marks().forEach(mark -> mark.with(pen));
        return pen.svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void fill(Mark.Filled mark) {
        Shape shape = mark.shape();
        if (mark.isWhole()) {
            Box box = shape.bounds();
            shape = Box.between(box.x(), WholeEdges.round(box.y()), box.right(), WholeEdges.round(box.bottom()));
        }
        open(shape);
        paint("fill", mark.ink());
        svg.append("/>\n");
    }

    @Override
    public void draw(Mark.Drawn mark) {
        open(mark.shape());
        svg.append(" fill=\"none\"");
        paint("stroke", mark.ink());
        Stroke stroke = mark.stroke();
        number("stroke-width", stroke.width());
        switch (stroke.end()) {
            case SQUARE -> svg.append(" stroke-linecap=\"square\" stroke-miterlimit=\"10\"");
            case FLAT -> svg.append(" stroke-linejoin=\"bevel\"");
            case BENT -> svg.append(" stroke-linejoin=\"round\"");
            case ROUND -> svg.append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
        if (stroke.dashes() != null) {
            svg.append(" stroke-dasharray=\"");
            for (float dash : stroke.dashes()) {
                append(dash).append(' ');
            }
            svg.setLength(svg.length() - 1);
            svg.append('"');
        }
        svg.append("/>\n");
    }

    /** The beginning of an element, without its colours. */
    private void open(Shape shape) {
        if (shape instanceof Line line) {
            svg.append("<line");
            number("x1", line.fromX());
            number("y1", line.fromY());
            number("x2", line.toX());
            number("y2", line.toY());
        } else if (shape instanceof Ellipse ellipse) {
            Box box = ellipse.bounds();
            svg.append("<ellipse");
            number("cx", box.middleX());
            number("cy", box.middleY());
            number("rx", box.width() / 2);
            number("ry", box.height() / 2);
        } else if (shape instanceof Path path) {
            svg.append("<path d=\"").append(SvgPath.of(path)).append('"');
        } else {
            Box box = shape.bounds();
            svg.append("<rect");
            number("x", box.x());
            number("y", box.y());
            number("width", box.width());
            number("height", box.height());
            if (shape instanceof RoundBox round) {
                number("rx", round.radius());
            }
        }
    }

    @Override
    public void write(Mark.Words mark) {
        svg.append("<text");
        if (mark.isUpwards()) {
            svg.append(" transform=\"translate(");
            append(mark.x()).append(' ');
            append(mark.baseline()).append(") rotate(-90)\"");
        } else {
            number("x", mark.x());
            number("y", mark.baseline());
        }
        number("font-size", mark.font().size());
        if (mark.font().isBold()) {
            svg.append(" font-weight=\"bold\"");
        }
        if (mark.font().width(mark.words()) > mark.width()) {
            number("textLength", mark.width());
            svg.append(" lengthAdjust=\"spacingAndGlyphs\"");
        }
        paint("fill", mark.ink());
        svg.append('>').append(escaped(mark.words())).append("</text>\n");
    }

    @Override
    public void colour(Mark.Cells mark) {
        CellRuns runs = new CellRuns(mark, palette);
        runs.byColour().forEach((colour, boxes) -> {
            String fill = String.format(Locale.ROOT, " fill=\"#%06x\"", colour & 0xffffff);
            if (runs.areFew()) {
                svg.append("<g" + fill + ">");
                boxes.forEach(box -> {
                    open(box);
                    svg.append("/>");
                });
                svg.append("</g>\n");
                return;
            }
            svg.append("<path" + fill + " d=\"");
            for (Box box : boxes) {
                append(box.x(), 'M');
                append(box.y(), ' ');
                append(box.width(), 'h');
                append(box.height(), 'v');
                append(-box.width(), 'h').append('z');
            }
            svg.append("\"/>\n");
        });
    }

    @Override
    public void open(Mark.Group mark) {
        Box clip = mark.clip();
        svg.append("<g");
        if (mark.moveX() != 0 || mark.moveY() != 0 || mark.scale() != 1) {
            svg.append(" transform=\"translate(");
            append(mark.moveX()).append(' ');
            append(mark.moveY()).append(") scale(").append(mark.scale()).append(")\"");
        }
        if (clip == null) {
            svg.append(">\n");
        } else {
            clips++;
            svg.append(" clip-path=\"url(#clip-" + clips + ")\"><clipPath id=\"clip-" + clips + "\">");
            open(clip);
            svg.append("/></clipPath>\n");
        }
        mark.marks().forEach(each -> each.with(this));
        svg.append("</g>\n");
    }

    private void paint(String what, Ink ink) {
        svg.append(String.format(Locale.ROOT, " %s=\"#%06x\"", what, palette.argb(ink) & 0xffffff));
        if (ink.opacity() < OPAQUE) {
            number(what + "-opacity", ink.opacity() / (double) OPAQUE);
        }
    }

    private void number(String name, double value) {
        svg.append(' ').append(name).append("=\"");
        append(value).append('"');
    }

    private StringBuilder append(double value, char before) {
        svg.append(before);
        return append(value);
    }

    private StringBuilder append(double value) {
        return SvgPath.append(svg, value);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
