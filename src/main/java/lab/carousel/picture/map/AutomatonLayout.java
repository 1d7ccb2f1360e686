package lab.carousel.picture.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.study.automaton.Automaton;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;

/** Where the states of an automaton stand in a room: their middles, and how large they are. */
record AutomatonLayout(AutomatonSide side, Rectangle2D room, List<Point2D> places, double radius) {

    /** Room for a title above them, in points. */
    private static final double TITLE = 24;
    /** Between a state and its second ring. */
    private static final double RING = 3;

    private static final double LARGEST = 18;
    private static final double SMALLEST = 3;
    private static final double HEAD = 6;
    private static final double BESIDE = 8;
    /** So much narrower an answer is still read. */
    private static final double READABLE = 0.6;

    static AutomatonLayout of(AutomatonSide side, Rectangle2D room) {
        double height = room.getHeight() - TITLE;
        List<Point2D> places = side.places().stream()
                .<Point2D>map(share -> new Point2D.Double(
                        room.getX() + share.x() * room.getWidth(), room.getY() + TITLE + share.y() * height))
                .toList();
        double pitch = Math.min(room.getWidth() / side.columns().size(), height / side.rows());
        return new AutomatonLayout(side, room, places, Math.max(SMALLEST, Math.min(LARGEST, pitch * 0.28)));
    }

    Optional<Integer> at(double x, double y) {
        return IntStream.range(0, places.size())
                .filter(state -> places.get(state).distance(x, y) <= radius + RING)
                .boxed()
                .findFirst();
    }

    void draw(Graphics2D graphics, Alphabet alphabet, Palette palette) {
        Lettering letters = new Lettering(graphics);
        graphics.setFont(PictureFont.bold(13));
        graphics.setColor(palette.text());
        letters.from(side.title(), room.getX() + 4, room.getY() + 16, room.getWidth() - 8);
        graphics.setFont(PictureFont.regular(12));
        if (!side.isDrawn()) {
            String instead = Message.text("automaton.tooMany", AutomatonDrawing.MOST_STATES);
            letters.from(instead, room.getX() + 4, room.getY() + TITLE + 16, room.getWidth() - 8);
            return;
        }
        side.automaton().edges(alphabet).forEach(edge -> arrow(graphics, edge, palette));
        for (int state = 0; state < places.size(); state++) {
            Point2D middle = places.get(state);
            boolean marked = side.marked().contains(state);
            graphics.setColor(palette.background());
            graphics.fill(circle(middle, radius));
            graphics.setColor(marked ? palette.wrong() : palette.text());
            graphics.setStroke(new BasicStroke(state == Automaton.START ? 3 : 1.5f));
            graphics.draw(circle(middle, radius));
            if (marked) {
                graphics.setStroke(new BasicStroke(1.5f));
                graphics.draw(circle(middle, radius + RING));
            }
            graphics.setColor(palette.text());
            write(letters, side.automaton().answer(state, alphabet), middle, 2 * radius - 4);
        }
    }

    private static void write(Lettering letters, String answer, Point2D middle, double room) {
        if (letters.width(answer) * READABLE <= room) {
            letters.squeeze(answer, middle.getX(), middle.getY() + 4, room);
        } else {
            letters.around(answer, middle.getX(), middle.getY() + 4, room);
        }
    }

    private static Ellipse2D circle(Point2D middle, double radius) {
        return new Ellipse2D.Double(middle.getX() - radius, middle.getY() - radius, 2 * radius, 2 * radius);
    }

    private void arrow(Graphics2D graphics, Automaton.Edge edge, Palette palette) {
        Point2D a = places.get(edge.from());
        Point2D b = places.get(edge.to());
        graphics.setColor(palette.muted());
        graphics.setStroke(new BasicStroke(1.2f));
        if (edge.from() == edge.to()) {
            double x = a.getX();
            double y = a.getY() - radius;
            graphics.draw(new CubicCurve2D.Double(
                    x - radius / 2, y, x - radius, y - 2 * radius, x + radius, y - 2 * radius, x + radius / 2, y));
            head(graphics, x + radius, y - 2 * radius, new Point2D.Double(x + radius / 2, y));
            label(graphics, edge.symbols(), x, y - 1.6 * radius, 4 * radius, palette);
            return;
        }
        double distance = a.distance(b);
        boolean isStraight = b.getX() > a.getX()
                && !side.automaton().states().get(edge.to()).next().containsValue(edge.from());
        double bend = isStraight ? 0 : 0.12 * distance + radius / 3;
        double alongX = (b.getX() - a.getX()) / distance;
        double alongY = (b.getY() - a.getY()) / distance;
        double x = (a.getX() + b.getX()) / 2 + alongY * bend;
        double y = (a.getY() + b.getY()) / 2 - alongX * bend;
        Point2D turn = new Point2D.Double(x, y);
        Point2D begin = towards(a, turn, radius);
        Point2D end = towards(b, turn, radius + RING);
        graphics.draw(new QuadCurve2D.Double(begin.getX(), begin.getY(), x, y, end.getX(), end.getY()));
        head(graphics, x, y, end);
        // Beside the line, on the side to which it bends
        label(
                graphics,
                edge.symbols(),
                (begin.getX() + 2 * x + end.getX()) / 4 + alongY * BESIDE,
                (begin.getY() + 2 * y + end.getY()) / 4 - alongX * BESIDE,
                distance - radius,
                palette);
    }

    private static Point2D towards(Point2D from, Point2D to, double length) {
        double share = length / Math.max(length, from.distance(to));
        return new Point2D.Double(
                from.getX() + share * (to.getX() - from.getX()), from.getY() + share * (to.getY() - from.getY()));
    }

    private static void head(Graphics2D graphics, double fromX, double fromY, Point2D point) {
        Point2D back = towards(point, new Point2D.Double(fromX, fromY), HEAD);
        double x = (point.getY() - back.getY()) / 2;
        double y = (back.getX() - point.getX()) / 2;
        Path2D head = new Path2D.Double();
        head.moveTo(point.getX(), point.getY());
        head.lineTo(back.getX() + x, back.getY() + y);
        head.lineTo(back.getX() - x, back.getY() - y);
        head.closePath();
        graphics.fill(head);
    }

    private static void label(Graphics2D graphics, String symbols, double x, double y, double room, Palette palette) {
        Lettering letters = new Lettering(graphics);
        String words = letters.fitted(symbols, room);
        double width = letters.width(words);
        graphics.setColor(palette.background());
        graphics.fill(new Rectangle2D.Double(x - width / 2 - 1, y - 7, width + 2, 14));
        graphics.setColor(palette.text());
        letters.around(words, x, y + 4, room);
    }
}
