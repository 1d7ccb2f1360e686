package lab.carousel.ui.twosequences;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.drawing.Mark;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.StepLines;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.picture.probe.TwoSequencesDrawing;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.TwoSequences;
import lab.carousel.study.TwoSequences.Agreement;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.ui.place.PlaceAnswer;

/**
 * What tells two sequences apart, drawn and in words.
 *
 * @param question what was asked
 * @param drawing  the difference of each unit at each step, and the sum over the units
 * @param subtitle what it says about memory
 */
record TwoSequencesAnswer(TwoSequencesQuestion question, TwoSequencesDrawing drawing, String subtitle)
        implements PlaceAnswer {

    /** Below this a difference is what rounding leaves. */
    private static final double NOTHING = 1e-9;

    static TwoSequencesAnswer of(TwoSequencesQuestion question) {
        TwoSequences compared = TwoSequences.of(
                question.snapshot().experiment(),
                question.snapshot().parameters(),
                question.first(),
                question.second(),
                question.quantity(),
                question.step() - 1);
        return new TwoSequencesAnswer(question, drawing(question, compared), sentence(question, compared));
    }

    private static TwoSequencesDrawing drawing(TwoSequencesQuestion question, TwoSequences compared) {
        ParameterLayout layout = question.snapshot().parameters().layout();
        int units = layout.allUnits();
        double[][] values = new double[units][compared.columns()];
        double[] totals = new double[compared.columns()];
        double largest = 0;
        for (int column = 0; column < compared.columns(); column++) {
            totals[column] = compared.total(column);
            for (int unit = 0; unit < units; unit++) {
                values[unit][column] = compared.difference()[column][unit];
                largest = Math.max(largest, values[unit][column]);
            }
        }
        List<String> names = IntStream.range(0, units)
                .mapToObj(unit -> UnitName.of(layout, unit))
                .toList();
        List<String> symbols = symbols(question, compared);
        int selected = question.step() - 1 - compared.firstStep();
        MatrixDrawing matrix = MatrixDrawing.of(
                        values,
                        new MatrixDrawing.Side(Message.text("twoSequences.axis.unit"), names),
                        new MatrixDrawing.Side("", symbols),
                        ColourScale.upTo(ColourScale.round(largest)),
                        NumberText::upToFourDecimals)
                .withMarks(marks(compared, true))
                .withSelection(question.unit(), question.step() > 0 ? selected : -1);
        StepLines lines = new StepLines(
                List.of(new StepLines.StepLine(
                        Message.text("twoSequences.total", question.quantity().letter()), totals, 0)),
                symbols,
                compared.firstStep() + 1,
                0,
                ColourScale.round(Arrays.stream(totals).max().orElse(0)),
                NumberText::upToFourDecimals,
                marks(compared, false),
                question.step() > 0 ? selected : -1);
        return new TwoSequencesDrawing(matrix, lines);
    }

    /** One symbol where the inputs are the same, both where they differ. */
    private static List<String> symbols(TwoSequencesQuestion question, TwoSequences compared) {
        List<String> a = symbols(question, question.first());
        List<String> b = symbols(question, question.second());
        return IntStream.range(compared.firstStep(), compared.firstStep() + compared.columns())
                .mapToObj(step -> a.get(step).equals(b.get(step))
                        ? a.get(step)
                        : Message.text("twoSequences.inputs", a.get(step), b.get(step)))
                .toList();
    }

    private static List<String> symbols(TwoSequencesQuestion question, int sequence) {
        return question.snapshot().experiment().task().sequences().get(sequence).symbols();
    }

    private static List<Mark> marks(TwoSequences compared, boolean named) {
        return compared.agreements().stream()
                .map(stretch -> new Mark(stretch.from(), stretch.to(), named ? Message.text("twoSequences.agree") : ""))
                .toList();
    }

    /** Of the last stretch in which the inputs are the same; that is where an answer is asked that memory has to give. */
    private static String sentence(TwoSequencesQuestion question, TwoSequences compared) {
        List<Agreement> stretches = compared.agreements();
        if (stretches.isEmpty()) {
            return Message.text("twoSequences.never");
        }
        Agreement last = stretches.get(stretches.size() - 1);
        String where = steps(compared.firstStep() + last.from() + 1, compared.firstStep() + last.to() + 1);
        if (isBeginning(question, compared, last) && last.to() < compared.columns() - 1) {
            return Message.text("twoSequences.beginning", where);
        }
        double total = compared.total(last.to());
        String letter = question.quantity().letter();
        if (total < NOTHING) {
            return Message.text("twoSequences.nothing", where, letter);
        }
        double[] differences = compared.difference()[last.to()];
        int unit = IntStream.range(0, differences.length)
                .reduce((best, each) -> differences[each] > differences[best] ? each : best)
                .orElseThrow();
        return Message.text(
                "twoSequences.memory",
                where,
                letter,
                total,
                UnitName.of(question.snapshot().parameters().layout(), unit),
                differences[unit]);
    }

    private static boolean isBeginning(TwoSequencesQuestion question, TwoSequences compared, Agreement stretch) {
        int lag = question.snapshot().experiment().hyperparameters().lag();
        return stretch.from() == 0 && compared.firstStep() == lag - 1;
    }

    private static String steps(int from, int to) {
        return from == to ? Message.text("twoSequences.step", from) : Message.text("twoSequences.steps", from, to);
    }

    @Override
    public String title() {
        return Message.text(
                "twoSequences.picture",
                question.quantity().letter(),
                question.first() + 1,
                question.second() + 1,
                question.snapshot().position().epoch());
    }

    @Override
    public int height() {
        return 640;
    }
}
