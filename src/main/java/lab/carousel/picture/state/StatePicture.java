package lab.carousel.picture.state;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;

/**
 * The heatmap: a row for each unit in the order of the screen, or for each output symbol; a column for each step, the
 * sequences side by side; the symbols, probabilities and marks of each step, a legend and a colour bar.
 *
 * @param rows     what is shown of the window, under the snapshot's parameters
 */
public record StatePicture(Snapshot snapshot, StateRows rows, Palette palette) implements Picture {

    private static final int MARGIN = 24;
    private static final int TITLE = 44;
    /** For the names of the rows and the numbers of the units. */
    private static final int LEFT = 92;

    private static final int LEGEND = 36;
    private static final int LEGEND_LINE = 22;
    private static final int LEGEND_MARK = 16;
    /** Enough to show that forks have marks of their own. */
    private static final int MOST_MARKS = 3;

    /** For the colour bar and its numbers. */
    private static final int RIGHT = 76;

    private static final int LEAST_CELLS_WIDTH = 440;

    private StateLayout layout() {
        return StateLayout.picture(rows, MARGIN + LEFT, MARGIN + TITLE);
    }

    private String title() {
        return Message.text(
                "state.picture.title",
                Message.text("state.layer." + rows.layer().name()),
                rows.layer().letter(),
                snapshot.position().epoch());
    }

    /** A picture of a snapshot which shows the hidden state in as much of its task as a window holds, from the start. */
    public static StatePicture of(Snapshot snapshot, Palette palette) {
        Traces traces = Traces.of(snapshot.experiment(), snapshot.parameters(), ColumnWindow.START);
        return new StatePicture(
                snapshot, StateRows.ofHiddenState(traces, snapshot.experiment().task()), palette);
    }

    @Override
    public int width() {
        int cells = Math.max(LEAST_CELLS_WIDTH, (int) layout().seen().width());
        return MARGIN + LEFT + cells + RIGHT + MARGIN;
    }

    @Override
    public int height() {
        return layout().bottom()
                + LEGEND
                + (rows.traces().hasUnknowable() ? LEGEND_LINE : 0)
                + (rows.memory().isPresent() ? LEGEND_LINE : 0)
                + MARGIN;
    }

    @Override
    public void draw(Marks marks) {
        marks.ink(Ink.BACKGROUND);
        marks.fill(new Box(0, 0, width(), height()));
        drawTitle(marks);
        StatePainter painter = new StatePainter(marks, rows, layout());
        painter.draw();
        drawLegend(marks, MARGIN + LEFT, layout().bottom() + 12);
        painter.drawColourBar();
    }

    private void drawTitle(Marks marks) {
        marks.ink(Ink.TEXT);
        marks.font(PictureFont.bold(22));
        marks.words(title(), MARGIN, MARGIN + 20);
        double x = MARGIN + marks.font().width(title()) + 16;
        String listed = snapshot.experiment().judgedOrders() > 0 ? Message.text("state.listed") : "";
        marks.ink(Ink.MUTED);
        marks.font(PictureFont.regular(13));
        marks.words(
                Stream.of(rows.isPart() ? rows.part() : "", listed)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", ")),
                x,
                MARGIN + 20);
    }

    private void drawLegend(Marks marks, int left, int top) {
        double x = left;
        for (boolean right : new boolean[] {true, false}) {
            RightMark.draw(marks, x + 6, top + 11, right);
            x = drawLegendText(marks, rows.task().supply().mark(right), x + 18, top);
        }
        int forkMarks = Math.max(1, Math.min(MOST_MARKS, forks()));
        for (int fork = 0; fork < forkMarks; fork++) {
            StatePainter.ForkMark.of(fork).draw(marks, x, top + 10, LEGEND_MARK);
            x += LEGEND_MARK + 6;
        }
        drawLegendText(marks, Message.text(forkMarks == 1 ? "state.picture.deciding" : "state.picture.forks"), x, top);
        if (rows.traces().hasUnknowable()) {
            StatePainter.drawUnknowable(marks, left, top + LEGEND_LINE + 10, LEGEND_MARK);
            drawLegendText(marks, Message.text("state.unknowable"), left + LEGEND_MARK + 6, top + LEGEND_LINE);
        }
        int last = top + (rows.traces().hasUnknowable() ? 2 : 1) * LEGEND_LINE;
        rows.memory().ifPresent(units -> drawLegendText(marks, units.words(rows.alphabet()), left, last));
    }

    /** How many forks the columns have, as far as it matters. */
    private int forks() {
        return (int) IntStream.range(0, rows.traces().columns())
                .map(rows.traces()::fork)
                .filter(fork -> fork >= 0)
                .distinct()
                .limit(MOST_MARKS)
                .count();
    }

    private double drawLegendText(Marks marks, String text, double x, int top) {
        PictureFont font = PictureFont.regular(13);
        marks.font(font);
        marks.ink(Ink.MUTED);
        marks.words(text, x, top + 16);
        return x + marks.font().width(text) + 20;
    }

    @Override
    public String csv() {
        return rows.table().csv();
    }
}
