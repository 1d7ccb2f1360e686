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
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.study.automaton.Automaton;
import lab.carousel.task.Alphabet;

/** Where the states of an automaton stand: their middles, and how large they are. */
record AutomatonLayout(List<Point2D> places, double radius) {

    /** Room for a title above them, in points. */
    static final double TITLE = 24;
    /** Between a state and its second ring. */
    static final double RING = 3;

    private static final double LARGEST = 18;
    private static final double SMALLEST = 3;
    private static final double HEAD = 6;
    private static final double BESIDE = 8;
    /** So much narrower an answer is still read. */
    private static final double READABLE = 0.6;

    static AutomatonLayout of(AutomatonSide side, Rectangle2D room) {
        List<List<Integer>> columns = side.columns();
        int most = columns.stream().mapToInt(List::size).max().orElseThrow();
        double wide = room.getWidth() / columns.size();
        double high = (room.getHeight() - TITLE) / most;
        Point2D[] places = new Point2D[side.automaton().size()];
        for (int column = 0; column < columns.size(); column++) {
            List<Integer> states = columns.get(column);
            for (int place = 0; place < states.size(); place++) {
                double share = (place + 0.5) / states.size();
                places[states.get(place)] = new Point2D.Double(
                        room.getX() + (column + 0.5) * wide, room.getY() + TITLE + share * (room.getHeight() - TITLE));
            }
        }
        double radius = Math.max(SMALLEST, Math.min(LARGEST, Math.min(wide, high) * 0.28));
        return new AutomatonLayout(List.of(places), radius);
    }

    void draw(Graphics2D graphics, AutomatonSide side, Alphabet alphabet, Palette palette) {
        graphics.setFont(PictureFont.regular(12));
        Automaton automaton = side.automaton();
        for (int state = 0; state < automaton.size(); state++) {
            int from = state;
            automaton
                    .arrowsFrom(from, alphabet)
                    .forEach(
                            (to, symbols) -> arrow(graphics, automaton, from, to, String.join(", ", symbols), palette));
        }
        for (int state = 0; state < automaton.size(); state++) {
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
            Lettering letters = new Lettering(graphics);
            String answer = automaton.answer(state, alphabet);
            double room = 2 * radius - 4;
            if (letters.width(answer) * READABLE <= room) {
                letters.squeeze(answer, middle.getX(), middle.getY() + 4, room);
            } else {
                letters.around(answer, middle.getX(), middle.getY() + 4, room);
            }
        }
    }

    private static Ellipse2D circle(Point2D middle, double radius) {
        return new Ellipse2D.Double(middle.getX() - radius, middle.getY() - radius, 2 * radius, 2 * radius);
    }

    private void arrow(Graphics2D graphics, Automaton automaton, int from, int to, String symbols, Palette palette) {
        Point2D a = places.get(from);
        Point2D b = places.get(to);
        graphics.setColor(palette.muted());
        graphics.setStroke(new BasicStroke(1.2f));
        if (from == to) {
            double x = a.getX();
            double y = a.getY() - radius;
            graphics.draw(new CubicCurve2D.Double(
                    x - radius / 2, y, x - radius, y - 2 * radius, x + radius, y - 2 * radius, x + radius / 2, y));
            head(graphics, x + radius, y - 2 * radius, new Point2D.Double(x + radius / 2, y));
            label(graphics, symbols, x, y - 1.6 * radius, 4 * radius, palette);
            return;
        }
        double distance = a.distance(b);
        boolean isStraight = b.getX() > a.getX()
                && automaton.states().get(to).next().values().stream().noneMatch(back -> back == from);
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
                symbols,
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
