package lab.carousel.picture.map;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.Hit;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.study.automaton.Automaton;
import lab.carousel.study.automaton.NetworkAutomaton;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * Automata side by side, or one below the other where there is less room beside: states with what is answered in them in columns,
 * by how many symbols lead there from the start. An arrow leads one column on, or bends within a column or back.
 */
public record AutomatonDrawing(List<AutomatonSide> sides, Alphabet alphabet) implements Drawing {

    /** More states could not be read. */
    public static final int MOST_STATES = 60;
    /** More are not written into a table. */
    static final int MOST_ROWS = 2_000;

    public AutomatonDrawing {
        sides = List.copyOf(sides);
    }

    /** What a task asks for, and what a network has become at an epoch. */
    public static AutomatonDrawing of(TaskAutomaton task, NetworkAutomaton network, int epoch, Alphabet alphabet) {
        return new AutomatonDrawing(
                List.of(AutomatonSide.of(task, alphabet), AutomatonSide.of(network, epoch, task, alphabet)), alphabet);
    }

    /** Beside or below, whichever leaves larger states. */
    private List<Rectangle2D> rooms(double width, double height) {
        List<Rectangle2D> beside = rooms(width, height, true);
        List<Rectangle2D> below = rooms(width, height, false);
        return radius(beside) > radius(below) ? beside : below;
    }

    private List<Rectangle2D> rooms(double width, double height, boolean beside) {
        double wide = beside ? width / sides.size() : width;
        double high = beside ? height : height / sides.size();
        return IntStream.range(0, sides.size())
                .<Rectangle2D>mapToObj(
                        side -> new Rectangle2D.Double(beside ? side * wide : 0, beside ? 0 : side * high, wide, high))
                .toList();
    }

    private double radius(List<Rectangle2D> rooms) {
        return IntStream.range(0, sides.size())
                .filter(side -> sides.get(side).isDrawn())
                .mapToDouble(side ->
                        AutomatonLayout.of(sides.get(side), rooms.get(side)).radius())
                .min()
                .orElse(0);
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        List<Rectangle2D> rooms = rooms(width, height);
        for (int side = 0; side < sides.size(); side++) {
            Rectangle2D room = rooms.get(side);
            Lettering letters = new Lettering(graphics);
            graphics.setFont(PictureFont.bold(13));
            graphics.setColor(palette.text());
            letters.from(sides.get(side).title(), room.getX() + 4, room.getY() + 16, room.getWidth() - 8);
            if (!sides.get(side).isDrawn()) {
                graphics.setFont(PictureFont.regular(12));
                letters.from(
                        Message.text("automaton.tooMany", MOST_STATES),
                        room.getX() + 4,
                        room.getY() + AutomatonLayout.TITLE + 16,
                        room.getWidth() - 8);
            } else {
                AutomatonLayout.of(sides.get(side), room).draw(graphics, sides.get(side), alphabet, palette);
            }
        }
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        List<Rectangle2D> rooms = rooms(width, height);
        return IntStream.range(0, sides.size())
                .filter(side -> sides.get(side).isDrawn())
                .boxed()
                .flatMap(side -> {
                    AutomatonLayout layout = AutomatonLayout.of(sides.get(side), rooms.get(side));
                    return IntStream.range(0, layout.places().size())
                            .filter(state ->
                                    layout.places().get(state).distance(x, y) <= layout.radius() + AutomatonLayout.RING)
                            .mapToObj(state -> new Hit(side, state, words(sides.get(side), state)));
                })
                .findFirst();
    }

    private String words(AutomatonSide side, int state) {
        String answer = side.automaton().answer(state, alphabet);
        return Message.text(
                answer.isEmpty() ? "automaton.spot.start" : "automaton.spot",
                state + 1,
                side.words().get(state),
                answer);
    }

    /** A line for each state of each automaton, with the number of the state that each symbol leads to. */
    @Override
    public String csv() {
        record Row(AutomatonSide side, int state) {}
        List<Row> rows = sides.stream()
                .flatMap(side -> IntStream.range(
                                0, Math.min(MOST_ROWS, side.automaton().size()))
                        .mapToObj(state -> new Row(side, state)))
                .toList();
        List<Integer> symbols = Stream.of(sides)
                .flatMap(List::stream)
                .flatMap(side -> side.automaton().states().stream())
                .flatMap(state -> state.next().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        return Table.of(rows)
                .column("automaton", row -> row.side.name())
                .column("state", row -> row.state + 1)
                .column("answer", row -> row.side.automaton().answer(row.state, alphabet))
                .column("joined", row -> row.side.marked().contains(row.state))
                .column("after", row -> row.side.words().get(row.state))
                .columns(symbols, symbol -> "on " + alphabet.symbol(symbol), (row, symbol) -> {
                    int to = row.side.automaton().next(row.state, symbol);
                    return to == Automaton.NONE ? "" : (Object) (to + 1);
                })
                .csv();
    }
}
