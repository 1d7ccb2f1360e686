package lab.carousel.picture.probe;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * What a network answers at each step, before and after something was done to it: two blocks, one above the other, with a
 * cell for each output and step, and below each block the predicted symbols; changed predictions are framed.
 *
 * @param columns the steps, with gaps between sequences
 * @param symbols the names of the outputs
 * @param blocks  what is compared: the first one is what the others are compared with
 * @param others  further symbols for each step, below
 * @param from    the first column that can have changed is pointed out in all blocks but the first; -1 for none
 * @param selected the column that is outlined; -1 for none
 */
public record AnswersDrawing(
        List<StepColumn> columns,
        List<String> symbols,
        List<Block> blocks,
        List<SymbolRow> others,
        int from,
        int selected)
        implements Drawing {

    /**
     * A step.
     *
     * @param sequence its sequence, counted from 0
     * @param number   its number, counted from 1
     * @param input    the input symbol
     * @param expected the target
     * @param target   index of the target
     * @param scored   whether it has an error signal, and so is right or wrong
     */
    public record StepColumn(int sequence, int number, String input, String expected, int target, boolean scored) {

        /** The steps that were traced. */
        public static List<StepColumn> of(Alphabet alphabet, Traces traces) {
            return IntStream.range(0, traces.columns())
                    .mapToObj(column -> of(alphabet, traces.step(column), traces.isScored(column)))
                    .toList();
        }

        private static StepColumn of(Alphabet alphabet, Step step, boolean scored) {
            return new StepColumn(
                    step.sequence(),
                    step.number(),
                    alphabet.symbol(step.input()),
                    alphabet.symbol(step.target()),
                    step.target(),
                    scored);
        }
    }

    /**
     * What the network answers.
     *
     * @param title   above it
     * @param outputs {@code [column][symbol]}, 0 to 1
     */
    public record Block(String title, double[][] outputs) {

        /** The answers that were traced. */
        public static Block of(String title, Traces traces) {
            return new Block(
                    title,
                    IntStream.range(0, traces.columns())
                            .mapToObj(traces::outputs)
                            .toArray(double[][]::new));
        }

        /** Index of the symbol predicted at a column: the largest output. */
        public int predicted(int column) {
            double[] values = outputs[column];
            int best = 0;
            for (int k = 1; k < values.length; k++) {
                if (values[k] > values[best]) {
                    best = k;
                }
            }
            return best;
        }
    }

    /**
     * A further symbol for each step.
     *
     * @param title   what it is
     * @param symbols one for each column; empty where there is none
     */
    public record SymbolRow(String title, List<String> symbols) {}

    /** Copies the lists. */
    public AnswersDrawing {
        columns = List.copyOf(columns);
        symbols = List.copyOf(symbols);
        blocks = List.copyOf(blocks);
        others = List.copyOf(others);
    }

    /** Whether a block predicts another symbol than the first one. */
    public boolean isChanged(int block, int column) {
        return blocks.get(block).predicted(column) != blocks.get(0).predicted(column);
    }

    boolean isRight(int block, int column) {
        return blocks.get(block).predicted(column) == columns.get(column).target();
    }

    /** Whether a sequence begins at a column that is not the first. */
    boolean startsSequence(int column) {
        return column > 0
                && columns.get(column).sequence() != columns.get(column - 1).sequence();
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        if (!columns.isEmpty()) {
            new AnswersPainter(this, graphics, new AnswersLayout(this, width, height), palette).draw();
        }
    }

    @Override
    public Optional<Spot> at(double x, double y, double width, double height) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        AnswersLayout layout = new AnswersLayout(this, width, height);
        int column = layout.columnAt(x);
        if (column < 0 || y < 0 || y > layout.bottom()) {
            return Optional.empty();
        }
        int symbol = layout.symbolAt(y);
        return Optional.of(new Spot(symbol, column, words(column, symbol)));
    }

    private String words(int column, int symbol) {
        StepColumn step = columns.get(column);
        String first =
                Message.text("picture.answers.step", step.sequence() + 1, step.number(), step.input(), step.expected());
        return blocks.stream()
                .map(block -> words(block, column, symbol))
                .collect(Collectors.joining("\n", first + "\n", ""));
    }

    private String words(Block block, int column, int symbol) {
        int predicted = block.predicted(column);
        int shown = symbol < 0 ? predicted : symbol;
        return Message.text(
                "picture.answers.block",
                block.title(),
                symbols.get(predicted),
                symbols.get(shown),
                NumberText.share(block.outputs()[column][shown]));
    }

    /** A row for each step: the symbols, and of each block the prediction and all outputs. */
    @Override
    public String csv() {
        Table<Integer> table = Table.ofPlaces(columns.size())
                .column("sequence", column -> columns.get(column).sequence() + 1)
                .column("step", column -> columns.get(column).number())
                .column("input", column -> columns.get(column).input())
                .column("expected", column -> columns.get(column).expected())
                .columns(
                        others, SymbolRow::title, (column, row) -> row.symbols().get(column));
        for (Block block : blocks) {
            table.column(block.title() + ": predicted", column -> symbols.get(block.predicted(column)))
                    .numbers(
                            symbols.stream()
                                    .map(symbol -> block.title() + ": output " + symbol)
                                    .toList(),
                            column -> block.outputs()[column]);
        }
        return table.csv();
    }
}
