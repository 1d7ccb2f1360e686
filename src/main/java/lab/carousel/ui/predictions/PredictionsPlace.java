package lab.carousel.ui.predictions;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.study.Contrast;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.drawing.SharpRegion;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Form;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.Place.PlaceKind;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;

/** For each step of each sequence: input, expected, predicted, and the outputs of all symbols as bars. */
public final class PredictionsPlace {

    private final Probe<TracedSnapshot> probe;
    private final ListView<PredictionRow> list = grow(named(new ListView<>(), "predictionList", "predictions"));
    private Alphabet alphabet = Experiment.reference().task().alphabet();

    /** The place; what is selected stands out. */
    public static Place of(PlaceContext in) {
        return new Place("predictions", PlaceKind.SEE, () -> new PredictionsPlace(in).probe);
    }

    private PredictionsPlace(PlaceContext in) {
        Selection selection = in.selection();
        probe = new Probe<>(in, new Form("predictions"), Asked::of, this::answer);
        list.setCellFactory(
                view -> new PredictionCell(probe::palette, () -> alphabet, step -> isLookedAt(step, selection)));
        Hearing.of(list, selection.stepProperty(), (observable, before, now) -> list.refresh());
        Hearing.of(list, selection.forkProperty(), (observable, before, now) -> list.refresh());
        list.setAccessibleText(text("menu"));
        probe.colours(palette -> list.refresh()).open(styled(new VBox(header(), list), "place"));
    }

    private static boolean isLookedAt(Step step, Selection selection) {
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
        Alphabet symbols = traced.snapshot().experiment().task().alphabet();
        Traces traces = traced.traces();
        List<PredictionRow> rows = PredictionRow.of(symbols, traces);
        Contrast same = Contrast.of(traced.snapshot().experiment(), text("outputs"), traces, text("outputs"), traces);
        ContrastDrawing outputs = ContrastDrawing.ofOne(same, symbols);
        long scored =
                IntStream.range(0, traces.columns()).filter(traces::isScored).count();
        String subtitle = Message.text("predictions.picture", traces.right(), scored);
        return new Shown(outputs, text("menu"), subtitle).size(720, 400).then(() -> {
            alphabet = symbols;
            list.getItems().setAll(rows);
        });
    }

    /** A row of the table: the head of a sequence, or one of its steps. */
    sealed interface PredictionRow {

        /**
         * The head of a sequence.
         *
         * @param sequence its number, counted from 1
         * @param symbols  the symbols over the bars; empty if there are too many to be named
         */
        record Head(int sequence, List<String> symbols) implements PredictionRow {

            String words() {
                return Message.text("predictions.sequence", sequence);
            }
        }

        /**
         * A step.
         *
         * @param at          which step it is
         * @param input       the input symbol
         * @param expected    the target
         * @param predicted   the symbol with the largest output
         * @param expectedAt  index of the target
         * @param predictedAt index of the predicted symbol
         * @param scored      whether it has an error signal, and so is right or wrong
         * @param deciding    whether the input symbol leaves its successor open
         * @param outputs     the outputs of all K symbols; not a copy
         */
        record PredictedStep(
                Step at,
                String input,
                String expected,
                String predicted,
                int expectedAt,
                int predictedAt,
                boolean scored,
                boolean deciding,
                double[] outputs)
                implements PredictionRow {

            /** The step within its sequence, counted from 1. */
            int number() {
                return at.number();
            }

            boolean isRight() {
                return expectedAt == predictedAt;
            }

            /** Whether it counts, and is wrong. */
            boolean isWrong() {
                return scored && !isRight();
            }

            /** Right or wrong in a sign; none if it does not count. */
            String mark() {
                if (!scored) {
                    return "";
                }
                return isRight() ? "✓" : "✘";
            }

            /** The output of the target; 0 where the network has no output for it. */
            double expectedOutput() {
                return expectedAt < outputs.length ? outputs[expectedAt] : 0;
            }
        }

        /** The most symbols that are named one by one over the bars. */
        int MAX_NAMED_SYMBOLS = 12;

        /** The rows of traced sequences: for each its head and its steps. */
        static List<PredictionRow> of(Alphabet alphabet, Traces traces) {
            int outputs = traces.layout().outputs();
            List<String> named =
                    outputs <= MAX_NAMED_SYMBOLS ? alphabet.symbols().subList(0, outputs) : List.of();
            List<PredictionRow> rows = new ArrayList<>();
            for (int column = 0; column < traces.columns(); column++) {
                if (column == 0 || traces.stretchAt(column) != traces.stretchAt(column - 1)) {
                    rows.add(new Head(traces.step(column).sequence() + 1, named));
                }
                rows.add(step(alphabet, traces, column));
            }
            return rows;
        }

        private static PredictedStep step(Alphabet alphabet, Traces traces, int column) {
            Step step = traces.step(column);
            int predicted = traces.predicted(column);
            return new PredictedStep(
                    step,
                    alphabet.symbol(step.input()),
                    alphabet.symbol(step.target()),
                    alphabet.symbol(predicted),
                    step.target(),
                    predicted,
                    traces.isScored(column),
                    traces.isDeciding(column),
                    traces.outputs(column));
        }
    }

    /** Shows a row of the table. */
    static final class PredictionCell extends ListCell<PredictionRow> {

        private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
        private static final PseudoClass UNSCORED = PseudoClass.getPseudoClass("unscored");
        private static final PseudoClass DECIDING = PseudoClass.getPseudoClass("deciding");

        private static final PseudoClass LOOKED_AT = PseudoClass.getPseudoClass("looked-at");

        private final Predicate<Step> isLookedAt;
        private final Supplier<Palette> palette;
        private final Supplier<Alphabet> alphabet;
        private final Label head = styled(new Label(), "head");
        private final Label number = column("number", 32);
        private final Label input = column("symbol", 52);
        private final Label expected = column("symbol", 56);
        private final Label predicted = column("symbol", 76);
        private final ProbabilityBars bars = grow(new ProbabilityBars());
        private final HBox stepBox;
        private final HBox headBox;
        private final ProbabilityBars names = grow(new ProbabilityBars());

        /**
         * A cell.
         *
         * @param isLookedAt whether a step is selected, alone or with the others of its fork
         */
        PredictionCell(Supplier<Palette> palette, Supplier<Alphabet> alphabet, Predicate<Step> isLookedAt) {
            this.isLookedAt = isLookedAt;
            this.palette = palette;
            this.alphabet = alphabet;
            getStyleClass().add("prediction");
            head.setMinWidth(216 + 24);
            bars.setPrefHeight(26);
            names.setPrefHeight(18);
            stepBox = new HBox(8, number, input, expected, predicted, bars);
            stepBox.setAlignment(Pos.CENTER_LEFT);
            headBox = new HBox(8, head, names);
            headBox.setAlignment(Pos.BOTTOM_LEFT);
            bars.setOnMouseMoved(this::showProbability);
        }

        private static Label column(String style, double width) {
            Label label = styled(new Label(), style);
            label.setMinWidth(width);
            label.setPrefWidth(width);
            label.setMaxWidth(width);
            return label;
        }

        @Override
        protected void updateItem(PredictionRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setAccessibleText(null);
            pseudoClassStateChanged(
                    LOOKED_AT, !empty && row instanceof PredictionRow.PredictedStep step && isLookedAt.test(step.at()));
            if (empty || row == null) {
                setGraphic(null);
            } else if (row instanceof PredictionRow.Head headRow) {
                head.setText(headRow.words());
                setAccessibleText(headRow.words());
                names.show(headRow, palette.get());
                setGraphic(headBox);
            } else if (row instanceof PredictionRow.PredictedStep step) {
                showStep(step);
            }
        }

        private void showStep(PredictionRow.PredictedStep step) {
            number.setText(Integer.toString(step.number()));
            input.setText(step.input());
            expected.setText(step.expected());
            predicted.setText(step.predicted() + " " + step.mark());
            input.pseudoClassStateChanged(DECIDING, step.deciding());
            predicted.pseudoClassStateChanged(WRONG, step.isWrong());
            predicted.pseudoClassStateChanged(UNSCORED, !step.scored());
            expected.pseudoClassStateChanged(UNSCORED, !step.scored());
            setAccessibleText(Message.text(
                    sentence(step),
                    step.number(),
                    step.input(),
                    step.expected(),
                    step.predicted(),
                    step.expectedOutput()));
            bars.show(step, palette.get());
            setGraphic(stepBox);
        }

        private static String sentence(PredictionRow.PredictedStep step) {
            if (!step.scored()) {
                return "predictions.unscored";
            }
            return step.isRight() ? "predictions.right" : "predictions.wrong";
        }

        private void showProbability(MouseEvent event) {
            int symbol = bars.symbolAt(event.getX());
            if (getItem() instanceof PredictionRow.PredictedStep step && symbol >= 0) {
                Tip.put(
                        bars,
                        Message.text("predictions.output", alphabet.get().symbol(symbol), step.outputs()[symbol]));
            }
        }
    }

    /**
     * The outputs of all symbols as upright bars, from 0 at the bottom to 1 at the top. The bar of the expected symbol stands
     * on a thick base; the highest bar is coloured, so that right and wrong differ in shape too.
     */
    static final class ProbabilityBars extends SharpRegion {

        private static final double WIDEST_BAR = 24;
        private static final double BASE = 3;

        private Palette palette = Palette.LIGHT;
        private double[] outputs = {};
        private List<String> names = List.of();
        private int expected = -1;
        private int highest = -1;
        private boolean scored = true;

        ProbabilityBars() {
            setMinWidth(0);
        }

        /** Shows the bars of a step. */
        void show(PredictionRow.PredictedStep step, Palette colours) {
            palette = colours;
            names = List.of();
            outputs = step.outputs();
            expected = step.expectedAt();
            highest = step.predictedAt();
            scored = step.scored();
            draw();
        }

        /** Shows the names of the symbols at the places of their bars. */
        void show(PredictionRow.Head head, Palette colours) {
            palette = colours;
            names = head.symbols();
            outputs = new double[names.size()];
            expected = -1;
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
            graphics.setFill(colour(palette.grid()));
            graphics.fillRect(0, bottom, width * outputs.length, 1);
            for (int k = 0; k < outputs.length; k++) {
                double height = outputs[k] * (bottom - 1);
                boolean right = k == expected;
                boolean marked = k == highest && scored;
                graphics.setFill(colour(marked ? right ? palette.right() : palette.wrong() : palette.muted()));
                graphics.fillRect(k * width + gap / 2, bottom - height, Math.max(width - gap, 0.5), height);
                if (right) {
                    graphics.setFill(colour(scored ? palette.text() : palette.muted()));
                    graphics.fillRect(k * width + gap / 2, bottom + 1, Math.max(width - gap, 1), BASE);
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
