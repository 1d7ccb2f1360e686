package lab.carousel.ui.predictions;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.study.Contrast;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.task.Supply;
import lab.carousel.task.Target;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.drawing.SharpRegion;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.PlaceKind;

/** For each step of each sequence: input, expected, predicted, and the outputs of all symbols as bars. */
public final class PredictionsPlace {

    private static final double GAP = 8;

    private static final List<String> COLUMNS = List.of("step", "input", "expected", "predicted");
    private final Selection selection;
    private final HBox header = header();
    private final Probe<TracedSnapshot> probe;
    private final Label listed = named(new Label(Message.text("state.listed")), "predictionsListed", "muted");
    private final ListView<PredictionRow> list = grow(named(new ListView<>(), "predictionList", "predictions"));

    /** The place; what is selected stands out. */
    public static Place of(PlaceContext in) {
        return new Place(PlaceName.PREDICTIONS, PlaceKind.SEE, () -> new PredictionsPlace(in).probe);
    }

    private PredictionsPlace(PlaceContext in) {
        selection = in.selection();
        probe = new Probe<>(in, new Form(PlaceName.PREDICTIONS), Asked::of, this::answer);
        list.setCellFactory(view -> new PredictionCell());
        WindowListeners.of(list, selection.stepProperty(), (observable, before, now) -> list.refresh());
        WindowListeners.of(list, selection.forkProperty(), (observable, before, now) -> list.refresh());
        list.setAccessibleText(text("menu"));
        Tip.put(listed, Message.text("state.listed.tip"));
        probe.colours(palette -> list.refresh()).open(styled(new VBox(header, listed, list), "place"));
    }

    private boolean isLookedAt(Step step) {
        return step.equals(selection.stepProperty().get())
                || selection.forkProperty().get().contains(step);
    }

    private static HBox header() {
        return styled(
                Controls.row(
                        8,
                        column("step", 32),
                        column("input", 52),
                        column("expected", 56),
                        column("predicted", 76),
                        column("outputs", -1)),
                "predictions-header");
    }

    private static void width(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
    }

    private static Label column(String key, double width) {
        Label label = styled(new Label(text(key)), "muted");
        Tip.put(label, text(key + ".hint"));
        if (width > 0) {
            label.setMinWidth(width);
            label.setPrefWidth(width);
        }
        return label;
    }

    private static String text(String key) {
        return Message.text("predictions." + key);
    }

    /** The picture has all outputs as a heatmap, as a table would be too long for a slide. */
    private Shown answer(TracedSnapshot traced) {
        Supply supply = traced.snapshot().experiment().task().supply();
        Alphabet symbols = supply.alphabet();
        Traces traces = traced.traces();
        List<PredictionRow> rows = PredictionRow.of(supply, traces);
        Contrast same = Contrast.of(traced.snapshot().experiment(), text("outputs"), traces, text("outputs"), traces);
        ContrastDrawing outputs = ContrastDrawing.ofOne(same, symbols);
        long scored =
                IntStream.range(0, traces.columns()).filter(traces::isScored).count();
        boolean isListed = traced.snapshot().experiment().judgedOrders() > 0;
        String right = Message.text("predictions.picture", traces.right(), scored, supply.mark(true));
        String subtitle = isListed ? right + ", " + Message.text("state.listed") : right;
        return new Shown(outputs, text("menu"), subtitle).size(720, 400).then(() -> {
            Controls.show(listed, isListed);
            double[] widths = rows.get(0).widths();
            String kind = rows.get(0).isOfSeries() ? ".series" : "";
            for (int column = 0; column < widths.length; column++) {
                Label label = (Label) header.getChildren().get(column);
                label.setText(text(COLUMNS.get(column) + kind));
                Tip.put(label, text(COLUMNS.get(column) + kind + ".hint"));
                width(label, widths[column]);
            }
            Controls.show(header.getChildren().get(widths.length), kind.isEmpty());
            list.getItems().setAll(rows);
        });
    }

    /** Shows a row of the table. */
    private final class PredictionCell extends ListCell<PredictionRow> {

        private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
        private static final PseudoClass UNSCORED = PseudoClass.getPseudoClass("unscored");
        private static final PseudoClass DECIDING = PseudoClass.getPseudoClass("deciding");
        private static final PseudoClass LOOKED_AT = PseudoClass.getPseudoClass("looked-at");

        private final Label head = styled(new Label(), "head");
        private final Label number = fixed("number", 32);
        private final Label input = fixed("symbol", 52);
        private final Label expected = fixed("symbol", 56);
        private final Label predicted = fixed("symbol", 76);
        private final ProbabilityBars bars = grow(styled(new ProbabilityBars(), "bars"));
        private final ProbabilityBars names = grow(new ProbabilityBars());
        private final HBox stepBox = Controls.row(8, number, input, expected, predicted, bars);
        private final HBox headBox = new HBox(8, head, names);

        PredictionCell() {
            getStyleClass().add("prediction");
            number.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS); // dates differ at their ends
            bars.setPrefHeight(26);
            names.setPrefHeight(18);
            headBox.setAlignment(Pos.BOTTOM_LEFT);
            bars.setOnMouseMoved(this::showProbability);
        }

        private static Label fixed(String style, double width) {
            Label label = styled(new Label(), style);
            width(label, width);
            return label;
        }

        @Override
        protected void updateItem(PredictionRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean isEmpty = empty || row == null;
            setText(null);
            setAccessibleText(isEmpty ? null : row.isHead() ? row.head() : row.words());
            pseudoClassStateChanged(LOOKED_AT, !isEmpty && !row.isHead() && isLookedAt(row.step()));
            setGraphic(isEmpty ? null : row.isHead() ? headBox : stepBox);
            if (!isEmpty) {
                fit(row);
            }
            if (!isEmpty && row.isHead()) {
                head.setText(row.head());
                names.show(row, probe.palette());
            } else if (!isEmpty) {
                showStep(row);
            }
        }

        private void showStep(PredictionRow row) {
            number.setText(row.supply().stepName(row.step().number() - 1));
            input.setText(row.input());
            expected.setText(row.expected());
            predicted.setText(row.predicted() + " " + row.mark());
            input.pseudoClassStateChanged(DECIDING, row.traces().isDeciding(row.column()));
            predicted.pseudoClassStateChanged(WRONG, row.isScored() && !row.isRight());
            predicted.pseudoClassStateChanged(UNSCORED, !row.isScored());
            expected.pseudoClassStateChanged(UNSCORED, !row.isScored());
            bars.show(row, probe.palette());
            Controls.show(bars, !row.isOfSeries()); // on the scale of the network
        }

        /** As wide as the columns. */
        private void fit(PredictionRow row) {
            double[] widths = row.widths();
            width(number, widths[0]);
            width(input, widths[1]);
            width(expected, widths[2]);
            width(predicted, widths[3]);
            head.setMinWidth(Arrays.stream(widths).sum() + 3 * GAP);
        }

        private void showProbability(MouseEvent event) {
            int symbol = bars.symbolAt(event.getX());
            PredictionRow row = getItem();
            if (row != null && symbol >= 0) {
                String name = row.supply().alphabet().symbol(symbol);
                Tip.put(bars, Message.text("predictions.output", name, row.written(symbol, 4)));
            }
        }
    }

    /**
     * The outputs of all symbols as upright bars, from 0 at the bottom to 1 at the top. The bar of the expected symbol stands
     * on a thick base; the highest bar is coloured, so that right and wrong differ in shape too. Numbers have 0 in the middle,
     * and the base lies where they should end.
     */
    static final class ProbabilityBars extends SharpRegion {

        private static final double WIDEST_BAR = 24;
        private static final double BASE = 3;

        private Palette palette = Palette.LIGHT;
        private double[] outputs = {};
        private List<String> names = List.of();
        private Target expected = Target.NONE;
        private Target highest = Target.NONE;
        private boolean scored = true;
        private double size = 1;
        private double lowest;

        ProbabilityBars() {
            setMinWidth(0);
        }

        /** How high a bar is, from the line of 0: numbers reach as far below as above. */
        private double height(double value, double room) {
            return Math.max(lowest, Math.min(1, value / size)) * room / (1 - lowest);
        }

        /** Shows the bars of a step, or at a head the names of the symbols at the places of their bars. */
        void show(PredictionRow row, Palette colours) {
            palette = colours;
            names = row.isHead() ? row.named() : List.of();
            outputs = row.isHead() ? new double[names.size()] : row.outputs();
            expected = row.isHead() ? Target.NONE : row.step().target();
            highest = row.traces().predicted(row.column());
            size = row.size();
            lowest = row.step().kind().lowest();
            scored = row.isScored();
            draw();
        }

        /** The index of the symbol at a horizontal place, or -1. */
        int symbolAt(double x) {
            int index = outputs.length == 0 ? -1 : (int) Math.floor(x / barWidth());
            return index >= 0 && index < outputs.length ? index : -1;
        }

        private double barWidth() {
            return Math.min(WIDEST_BAR, getWidth() / outputs.length);
        }

        @Override
        protected void paint(GraphicsContext graphics, double width, double height) {
            if (outputs.length == 0 || width == 0) {
                return;
            }
            if (names.isEmpty()) {
                drawBars(graphics, height);
            } else {
                drawNames(graphics, height);
            }
        }

        private void drawBars(GraphicsContext graphics, double room) {
            double width = barWidth();
            double gap = width >= 6 ? 2 : 0;
            double bottom = room - BASE - 1;
            double zero = lowest < 0 ? (bottom + 1) / 2 : bottom;
            graphics.setFill(colour(palette.grid()));
            graphics.fillRect(0, zero, width * outputs.length, 1);
            for (int k = 0; k < outputs.length; k++) {
                double height = height(outputs[k], bottom - 1);
                boolean right = expected.isRightAt(k, highest);
                boolean marked = scored && highest.isSaidBy(k);
                graphics.setFill(colour(marked ? right ? palette.right() : palette.wrong() : palette.muted()));
                double top = zero - Math.max(0, height);
                graphics.fillRect(k * width + gap / 2, top, Math.max(width - gap, 0.5), Math.abs(height));
                double number = expected.number(k);
                if (right || !Double.isNaN(number)) {
                    double wanted = Double.isNaN(number) ? -1 : height(number, bottom - 1) + BASE / 2;
                    graphics.setFill(colour(scored ? palette.text() : palette.muted()));
                    graphics.fillRect(k * width + gap / 2, zero - wanted, Math.max(width - gap, 1), BASE);
                }
            }
        }

        private void drawNames(GraphicsContext graphics, double room) {
            double width = barWidth();
            graphics.setFill(colour(palette.muted()));
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.setTextBaseline(VPos.BOTTOM);
            graphics.setFont(Font.font("Carousel Sans", 12));
            for (int k = 0; k < names.size(); k++) {
                graphics.fillText(names.get(k), (k + 0.5) * width, room - 2, width);
            }
        }
    }
}
