package lab.carousel.picture.state;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.model.trace.StepWindow;
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
        Traces traces = Traces.of(snapshot.experiment(), snapshot.parameters(), StepWindow.START);
        return new StatePicture(
                snapshot,
                StateRows.ofHiddenState(traces, snapshot.experiment().task().alphabet()),
                palette);
    }

    @Override
    public int width() {
        int cells = Math.max(LEAST_CELLS_WIDTH, (int) layout().seen().getWidth());
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
    public void draw(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(palette.background());
        graphics.fill(new Rectangle(0, 0, width(), height()));
        drawTitle(graphics);
        StatePainter painter = new StatePainter(graphics, rows, layout(), palette);
        painter.draw();
        drawLegend(graphics, MARGIN + LEFT, layout().bottom() + 12);
        painter.drawColourBar();
    }

    private void drawTitle(Graphics2D graphics) {
        graphics.setColor(palette.text());
        graphics.setFont(PictureFont.bold(22));
        graphics.drawString(title(), MARGIN, MARGIN + 20);
        int x = MARGIN + graphics.getFontMetrics().stringWidth(title()) + 16;
        String listed = snapshot.experiment().judgedOrders() > 0 ? Message.text("state.listed") : "";
        graphics.setColor(palette.muted());
        graphics.setFont(PictureFont.regular(13));
        graphics.drawString(
                Stream.of(rows.isPart() ? rows.part() : "", listed)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", ")),
                x,
                MARGIN + 20);
    }

    private void drawLegend(Graphics2D graphics, int left, int top) {
        int x = left;
        for (boolean right : new boolean[] {true, false}) {
            RightMark.draw(graphics, x + 6, top + 11, right, palette);
            x = drawLegendText(graphics, Message.text(right ? "state.mark.right" : "state.mark.wrong"), x + 18, top);
        }
        int marks = Math.max(1, Math.min(MOST_MARKS, forks()));
        for (int fork = 0; fork < marks; fork++) {
            StatePainter.ForkMark.of(fork, palette).draw(graphics, x, top + 10, LEGEND_MARK);
            x += LEGEND_MARK + 6;
        }
        drawLegendText(graphics, Message.text(marks == 1 ? "state.picture.deciding" : "state.picture.forks"), x, top);
        if (rows.traces().hasUnknowable()) {
            StatePainter.drawUnknowable(graphics, left, top + LEGEND_LINE + 10, LEGEND_MARK, palette);
            drawLegendText(graphics, Message.text("state.unknowable"), left + LEGEND_MARK + 6, top + LEGEND_LINE);
        }
        int last = top + (rows.traces().hasUnknowable() ? 2 : 1) * LEGEND_LINE;
        rows.memory().ifPresent(units -> drawLegendText(graphics, units.words(rows.alphabet()), left, last));
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

    private int drawLegendText(Graphics2D graphics, String text, int x, int top) {
        Font font = PictureFont.regular(13);
        graphics.setFont(font);
        graphics.setColor(palette.muted());
        graphics.drawString(text, x, top + 16);
        return x + graphics.getFontMetrics(font).stringWidth(text) + 20;
    }

    @Override
    public String csv() {
        return rows.csv();
    }
}
