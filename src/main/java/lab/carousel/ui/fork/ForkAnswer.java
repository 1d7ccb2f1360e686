package lab.carousel.ui.fork;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.drawing.Mark;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.StepLines;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.picture.probe.ForkDrawing;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.MemoryFork;
import lab.carousel.study.MemoryFork.Agreement;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * What tells two sequences apart, drawn and in words.
 *
 * @param question what was asked
 * @param drawing  the difference of each unit at each step, and the sum over the units
 * @param sentence what it says about memory
 */
record ForkAnswer(ForkQuestion question, ForkDrawing drawing, String sentence) {

    /** Below this a difference is what rounding leaves. */
    private static final double NOTHING = 1e-9;

    static ForkAnswer of(ForkQuestion question) {
        MemoryFork fork = MemoryFork.of(
                question.snapshot().experiment(),
                question.snapshot().parameters(),
                question.first(),
                question.second(),
                question.quantity(),
                question.step() - 1);
        return new ForkAnswer(question, drawing(question, fork), sentence(question, fork));
    }

    private static ForkDrawing drawing(ForkQuestion question, MemoryFork fork) {
        ParameterLayout layout = question.snapshot().parameters().layout();
        int units = layout.allUnits();
        double[][] values = new double[units][fork.columns()];
        double[] totals = new double[fork.columns()];
        double largest = 0;
        for (int column = 0; column < fork.columns(); column++) {
            totals[column] = fork.total(column);
            for (int unit = 0; unit < units; unit++) {
                values[unit][column] = fork.difference()[column][unit];
                largest = Math.max(largest, values[unit][column]);
            }
        }
        List<String> names = IntStream.range(0, units)
                .mapToObj(unit -> UnitName.of(layout, unit))
                .toList();
        List<String> symbols = symbols(question, fork);
        int selected = question.step() - 1 - fork.firstStep();
        MatrixDrawing matrix = MatrixDrawing.of(
                        values,
                        names,
                        symbols,
                        Message.text("fork.axis.unit"),
                        "",
                        ColourScale.upTo(ColourScale.round(largest)),
                        NumberText::upToFourDecimals)
                .withMarks(marks(fork, true))
                .withSelection(question.unit(), question.step() > 0 ? selected : -1);
        StepLines lines = new StepLines(
                List.of(new StepLines.Line(
                        Message.text("fork.total", question.quantity().letter()), totals, 0)),
                symbols,
                fork.firstStep() + 1,
                0,
                ColourScale.round(Arrays.stream(totals).max().orElse(0)),
                NumberText::upToFourDecimals,
                marks(fork, false),
                question.step() > 0 ? selected : -1);
        return new ForkDrawing(matrix, lines);
    }

    /** One symbol where the inputs are the same, both where they differ. */
    private static List<String> symbols(ForkQuestion question, MemoryFork fork) {
        List<String> a = symbols(question, question.first());
        List<String> b = symbols(question, question.second());
        return IntStream.range(fork.firstStep(), fork.firstStep() + fork.columns())
                .mapToObj(step -> a.get(step).equals(b.get(step))
                        ? a.get(step)
                        : Message.text("fork.inputs", a.get(step), b.get(step)))
                .toList();
    }

    private static List<String> symbols(ForkQuestion question, int sequence) {
        return question.snapshot().experiment().task().sequences().get(sequence).symbols();
    }

    private static List<Mark> marks(MemoryFork fork, boolean named) {
        return fork.agreements().stream()
                .map(stretch -> new Mark(stretch.from(), stretch.to(), named ? Message.text("fork.agree") : ""))
                .toList();
    }

    /** Of the last stretch in which the inputs are the same; that is where an answer is asked that memory has to give. */
    private static String sentence(ForkQuestion question, MemoryFork fork) {
        List<Agreement> stretches = fork.agreements();
        if (stretches.isEmpty()) {
            return Message.text("fork.never");
        }
        Agreement last = stretches.get(stretches.size() - 1);
        String where = steps(fork.firstStep() + last.from() + 1, fork.firstStep() + last.to() + 1);
        if (isBeginning(question, fork, last) && last.to() < fork.columns() - 1) {
            return Message.text("fork.beginning", where);
        }
        double total = fork.total(last.to());
        String letter = question.quantity().letter();
        if (total < NOTHING) {
            return Message.text("fork.nothing", where, letter);
        }
        double[] differences = fork.difference()[last.to()];
        int unit = IntStream.range(0, differences.length)
                .reduce((best, each) -> differences[each] > differences[best] ? each : best)
                .orElseThrow();
        return Message.text(
                "fork.memory",
                where,
                letter,
                total,
                UnitName.of(question.snapshot().parameters().layout(), unit),
                differences[unit]);
    }

    private static boolean isBeginning(ForkQuestion question, MemoryFork fork, Agreement stretch) {
        int lag = question.snapshot().experiment().hyperparameters().lag();
        return stretch.from() == 0 && fork.firstStep() == lag - 1;
    }

    private static String steps(int from, int to) {
        return from == to ? Message.text("fork.step", from) : Message.text("fork.steps", from, to);
    }
}
