package lab.carousel.ui.loss;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.HPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.mark.Box;
import lab.carousel.picture.loss.LossReadout;
import lab.carousel.text.Message;
import lab.carousel.training.loss.LossCourse;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.drawing.DrawingScreen;
import lab.carousel.ui.drawing.DrawnFrame;
import lab.carousel.ui.drawing.LineSample;

/** The chart as drawn last, and over it a marked epoch and the values at the pointer. */
final class LossPlot extends Region {

    private static final double READOUT_GAP = 8;
    /** Below what lies over the corner of the chart. */
    private static final double READOUT_TOP = 36;

    private static final double MARK_GAP = 4;
    private static final double ROW_HEIGHT = 16;
    private static final int FEWEST_ROWS = 3;

    private final DrawingScreen screen;
    private final Line pointer = styled(new Line(), "loss-pointer");
    private final Line mark = named(new Line(), "lossMark", "loss-mark");
    private final Label markWords = styled(new Label(), "loss-mark-words");
    private final LossReadoutPane readout = new LossReadoutPane();
    private final ReadOnlyObjectWrapper<LossFrame> frame = new ReadOnlyObjectWrapper<>();

    private Optional<Double> hoverX = Optional.empty();
    private OptionalInt marked = OptionalInt.empty();

    LossPlot(Background background) {
        screen = new DrawingScreen(background);
        getStyleClass().add("loss-plot");
        pointer.setMouseTransparent(true);
        mark.setMouseTransparent(true);
        markWords.setMouseTransparent(true);
        getChildren().add(screen);
        screen.setMouseTransparent(true);
        screen.frameProperty().addListener((observable, before, now) -> drawn(now));
        List.of(mark, markWords, pointer, readout).forEach(child -> {
            child.setManaged(false);
            getChildren().add(child);
        });
        focusedProperty().addListener((observable, before, now) -> {
            if (!now && !isHover()) {
                hover(Optional.empty());
            }
        });
        hideReadout();
        placeMark();
    }

    /** What is shown; null before the first drawing. */
    ReadOnlyObjectProperty<LossFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Shows a chart as soon as it is drawn. */
    void show(LossRequest chart) {
        screen.show(chart);
    }

    void setPalette(Palette palette) {
        screen.setPalette(palette);
    }

    private void drawn(DrawnFrame now) {
        frame.set(now == null ? null : LossFrame.of(now));
        showReadout();
        placeMark();
    }

    @Override
    protected void layoutChildren() {
        screen.resize(Math.floor(getWidth()), Math.floor(getHeight()));
    }

    /** The pointer is at a place, in points from the left; empty if it is not over the chart. */
    void hover(Optional<Double> x) {
        hoverX = x;
        showReadout();
        if (isFocused()) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    /** Shows the values so many points of the chart further on; first those at its end. */
    void read(int by) {
        LossFrame drawn = frame.get();
        if (drawn == null || drawn.drawing().history().size() == 0) {
            return;
        }
        if (hoverX.isEmpty()) {
            readEnd(by < 0);
            return;
        }
        LossCourse history = drawn.drawing().history();
        int point = readout(drawn, hoverX.get()).point();
        double x = drawn.plot().x(history.epoch(point));
        do {
            point += by;
            // Several of many epochs share a point of the screen
        } while (point >= 0 && point < history.size() && Math.abs(drawn.plot().x(history.epoch(point)) - x) < 1);
        double next = point < 0 || point >= history.size() ? x : drawn.plot().x(history.epoch(point));
        if (next >= drawn.area().x() && next <= drawn.area().right()) {
            hover(Optional.of(next));
        }
    }

    private static LossReadout readout(LossFrame drawn, double x) {
        return LossReadout.nearest(
                drawn.drawing().history(),
                drawn.drawing().labels(),
                drawn.plot().acrossAt(x));
    }

    /** Shows the values at the end, or at the beginning. */
    void readEnd(boolean last) {
        LossFrame drawn = frame.get();
        if (drawn != null) {
            hover(Optional.of(last ? drawn.area().right() : drawn.area().x()));
        }
    }

    /** Takes the values away; says whether there were any. */
    boolean stopReading() {
        boolean was = hoverX.isPresent();
        hover(Optional.empty());
        return was;
    }

    /** What the chart shows, and first the values that are read. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && readout.isVisible()) {
            return readout(frame.get(), hoverX.orElseThrow()).words() + ". " + getAccessibleText();
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    /** Marks an epoch, if one is given. */
    void mark(OptionalInt epoch) {
        marked = epoch;
        placeMark();
    }

    private void placeMark() {
        LossFrame drawn = frame.get();
        double x = drawn == null || marked.isEmpty() ? Double.NaN : drawn.plot().x(marked.getAsInt());
        boolean isThere = drawn != null && place(mark, x, drawn.area());
        mark.setVisible(isThere);
        markWords.setVisible(isThere);
        if (!isThere) {
            return;
        }
        markWords.setText(Message.text("loss.mark", marked.getAsInt()));
        markWords.applyCss();
        markWords.autosize();
        // On the side where there is room
        double right = x + MARK_GAP;
        double left = right + markWords.getWidth() > drawn.area().right() ? x - MARK_GAP - markWords.getWidth() : right;
        markWords.relocate(left, markTop(drawn, x));
    }

    /** Over the curve where it is low, and under it where it is high. */
    private double markTop(LossFrame drawn, double x) {
        LossCourse history = drawn.drawing().history();
        boolean isLow = history.size() > 0
                && drawn.plot().y(history.loss(0, readout(drawn, x).point()))
                        > drawn.area().middleY();
        return isLow ? drawn.area().y() + MARK_GAP : drawn.area().bottom() - markWords.getHeight() - MARK_GAP;
    }

    private void showReadout() {
        LossFrame drawn = frame.get();
        double x = hoverX.orElse(Double.NaN);
        if (drawn == null
                || drawn.drawing().history().size() == 0
                || !(x >= drawn.area().x() && x <= drawn.area().right())) {
            hideReadout();
            return;
        }
        Box area = drawn.area();
        LossReadout content = readout(drawn, x);
        int rows = Math.max(FEWEST_ROWS, (int) (area.height() / 2 / ROW_HEIGHT));
        readout.show(content.shortened(rows), drawn.palette());
        readout.setVisible(true);
        // Without the fonts and paddings of the stylesheet its size would be wrong when it appears
        readout.applyCss();
        readout.autosize();
        readout.relocate(Math.max(area.x(), area.right() - readout.getWidth() - READOUT_GAP), area.y() + READOUT_TOP);
        pointer.setVisible(place(pointer, drawn.plot().x(content.epoch()), area));
    }

    /** Moves a line upright to a place; says whether that is in the area. */
    private static boolean place(Line line, double x, Box area) {
        double snapped = Math.floor(x) + 0.5;
        line.setStartX(snapped);
        line.setEndX(snapped);
        line.setStartY(area.y());
        line.setEndY(area.bottom());
        return x >= area.x() - 1 && x <= area.right() + 1;
    }

    private void hideReadout() {
        readout.setVisible(false);
        pointer.setVisible(false);
    }

    /** Shows a readout: the epoch, and a row for each line with its look, its name and its value. */
    static final class LossReadoutPane extends GridPane {

        private final Label title = whole(named(new Label(), "lossReadoutEpoch", "loss-readout-epoch"));
        private final List<Row> rows = new ArrayList<>();

        private record Row(LineSample sample, Label name, Label value) {}

        LossReadoutPane() {
            setId("lossReadout");
            getStyleClass().add("loss-readout");
            setMouseTransparent(true);
            add(title, 0, 0, 3, 1);
        }

        void show(LossReadout readout, Palette palette) {
            title.setText(readout.title());
            while (rows.size() < readout.rows().size()) {
                addRow();
            }
            while (rows.size() > readout.rows().size()) {
                Row row = rows.remove(rows.size() - 1);
                getChildren().removeAll(row.sample, row.name, row.value);
            }
            for (int row = 0; row < rows.size(); row++) {
                LossReadout.Row content = readout.rows().get(row);
                rows.get(row).name.setText(content.name());
                rows.get(row).value.setText(content.value());
                LineStyle style =
                        content.line() == LossReadout.FLOOR ? LineStyle.floor() : LineStyle.of(content.line());
                rows.get(row).sample.show(style.sample(), palette);
            }
        }

        private void addRow() {
            int number = rows.size() + 1;
            Row row = new Row(new LineSample(), new Label(), new Label());
            row.value.setId("lossReadout" + (number - 1));
            row.value.getStyleClass().add("loss-readout-value");
            setHalignment(row.value, HPos.RIGHT);
            addRow(number, row.sample, row.name, row.value);
            rows.add(row);
        }
    }
}
