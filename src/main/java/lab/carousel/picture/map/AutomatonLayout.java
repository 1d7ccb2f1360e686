package lab.carousel.picture.map;

import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Path;
import lab.carousel.drawing.mark.Point;
import lab.carousel.study.automaton.Automaton;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;

/** Where the states of an automaton stand in a room: their middles, and how large they are. */
record AutomatonLayout(AutomatonSide side, Box room, List<Point> places, double radius) {

    /** Room for a title above them, in points. */
    private static final double TITLE = 24;
    /** Between a state and its second ring. */
    private static final double RING = 3;

    private static final double HERE = 4;
    private static final double LARGEST = 18;
    private static final double SMALLEST = 3;
    private static final double HEAD = 6;
    private static final double BESIDE = 8;
    /** So much narrower an answer is still read. */
    private static final double READABLE = 0.6;

    static AutomatonLayout of(AutomatonSide side, Box room) {
        double height = room.height() - TITLE;
        List<Point> places = side.places().stream()
                .map(share -> new Point(room.x() + share.x() * room.width(), room.y() + TITLE + share.y() * height))
                .toList();
        double pitch = Math.min(room.width() / side.columns().size(), height / side.rows());
        return new AutomatonLayout(side, room, places, Math.max(SMALLEST, Math.min(LARGEST, pitch * 0.28)));
    }

    Optional<Integer> at(Point place) {
        return place.nearest(places.size(), places::get, radius + RING);
    }

    /** @param here the beginning whose state stands out; the empty one for none */
    void draw(Marks marks, Alphabet alphabet, int here) {
        Lettering letters = new Lettering(marks);
        marks.font(PictureFont.bold(13));
        marks.ink(Ink.TEXT);
        letters.from(side.title(), room.x() + 4, room.y() + 16, room.width() - 8);
        marks.font(PictureFont.regular(12));
        if (!side.isDrawn()) {
            String instead = Message.text("automaton.tooMany", AutomatonDrawing.MOST_STATES);
            letters.from(instead, room.x() + 4, room.y() + TITLE + 16, room.width() - 8);
            return;
        }
        side.automaton().edges(alphabet).forEach(edge -> arrow(marks, edge));
        for (int state = 0; state < places.size(); state++) {
            Point middle = places.get(state);
            boolean marked = side.marked().contains(state);
            marks.ink(Ink.BACKGROUND);
            marks.fill(circle(middle, radius));
            boolean isHere = here != TaskAutomaton.EMPTY
                    && side.automaton().states().get(state).prefixes().contains(here);
            marks.ink(isHere ? Ink.ACCENT : marked ? Ink.WRONG : Ink.TEXT);
            marks.stroke(isHere ? HERE : state == Automaton.START ? 3 : 1.5);
            marks.draw(circle(middle, radius));
            if (marked) {
                marks.ink(Ink.WRONG);
                marks.stroke(1.5);
                marks.draw(circle(middle, radius + RING));
            }
            marks.ink(Ink.TEXT);
            write(letters, side.automaton().answer(state, alphabet), middle, 2 * radius - 4);
        }
    }

    private static void write(Lettering letters, String answer, Point middle, double room) {
        if (letters.width(answer) * READABLE <= room) {
            letters.squeeze(answer, middle.x(), middle.y() + 4, room);
        } else {
            letters.around(answer, middle.x(), middle.y() + 4, room);
        }
    }

    private static Ellipse circle(Point middle, double radius) {
        return Ellipse.circle(middle.x(), middle.y(), 2 * radius);
    }

    private void arrow(Marks marks, Automaton.Edge edge) {
        Point a = places.get(edge.from());
        Point b = places.get(edge.to());
        marks.ink(Ink.MUTED);
        marks.stroke(1.2);
        if (edge.from() == edge.to()) {
            double x = a.x();
            double y = a.y() - radius;
            marks.draw(new Path()
                    .from(x - radius / 2, y)
                    .cubic(x - radius, y - 2 * radius, x + radius, y - 2 * radius, x + radius / 2, y));
            head(marks, x + radius, y - 2 * radius, new Point(x + radius / 2, y));
            label(marks, edge.symbols(), x, y - 1.6 * radius, 4 * radius);
            return;
        }
        double distance = a.distance(b);
        boolean isStraight = b.x() > a.x()
                && !side.automaton().states().get(edge.to()).next().containsValue(edge.from());
        double bend = isStraight ? 0 : 0.12 * distance + radius / 3;
        double alongX = (b.x() - a.x()) / distance;
        double alongY = (b.y() - a.y()) / distance;
        double x = (a.x() + b.x()) / 2 + alongY * bend;
        double y = (a.y() + b.y()) / 2 - alongX * bend;
        Point turn = new Point(x, y);
        Point begin = towards(a, turn, radius);
        Point end = towards(b, turn, radius + RING);
        marks.draw(new Path().from(begin.x(), begin.y()).quadratic(x, y, end.x(), end.y()));
        head(marks, x, y, end);
        // Beside the line, on the side to which it bends
        label(
                marks,
                edge.symbols(),
                (begin.x() + 2 * x + end.x()) / 4 + alongY * BESIDE,
                (begin.y() + 2 * y + end.y()) / 4 - alongX * BESIDE,
                distance - radius);
    }

    private static Point towards(Point from, Point to, double length) {
        double share = length / Math.max(length, from.distance(to));
        return new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
    }

    private static void head(Marks marks, double fromX, double fromY, Point point) {
        Point back = towards(point, new Point(fromX, fromY), HEAD);
        double x = (point.y() - back.y()) / 2;
        double y = (back.x() - point.x()) / 2;
        marks.fill(Path.polygon(point.x(), point.y(), back.x() + x, back.y() + y, back.x() - x, back.y() - y));
    }

    private static void label(Marks marks, String symbols, double x, double y, double room) {
        Lettering letters = new Lettering(marks);
        String words = letters.fitted(symbols, room);
        double width = letters.width(words);
        marks.ink(Ink.BACKGROUND);
        marks.fill(new Box(x - width / 2 - 1, y - 7, width + 2, 14));
        marks.ink(Ink.TEXT);
        letters.around(words, x, y + 4, room);
    }
}
