package lab.carousel.ui.twosequences;

import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.Contrast;
import lab.carousel.study.Contrast.Stretch;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.place.PlaceAnswer;

/**
 * What tells two sequences apart, drawn and in words.
 *
 * @param question what was asked
 * @param drawing  the difference of each unit at each step, and the sum over the units
 * @param subtitle what it says about memory
 */
record TwoSequencesAnswer(TwoSequencesQuestion question, ContrastDrawing drawing, String subtitle)
        implements PlaceAnswer {

    /** Below this a difference is what rounding leaves. */
    private static final double NOTHING = 1e-9;

    static TwoSequencesAnswer of(TwoSequencesQuestion question) {
        Contrast compared = Contrast.ofSequences(
                question.snapshot().experiment(),
                question.snapshot().parameters(),
                question.first(),
                question.second(),
                question.quantity(),
                question.step() - 1);
        return new TwoSequencesAnswer(question, drawing(question, compared), sentence(question, compared));
    }

    private static ContrastDrawing drawing(TwoSequencesQuestion question, Contrast compared) {
        Snapshot snapshot = question.snapshot();
        String letter = question.quantity().letter();
        return ContrastDrawing.ofStates(
                compared,
                snapshot.experiment().task().alphabet(),
                new ContrastDrawing.Compared(
                        question.quantity(),
                        true,
                        Message.text("twoSequences.total", letter),
                        Message.text("twoSequences.units", letter),
                        UnitName.all(snapshot.parameters().layout()),
                        question.unit()),
                question.step() > 0 ? question.step() - compared.steps().get(0).number() : -1);
    }

    /** Of the last stretch in which the inputs are the same; that is where an answer is asked that memory has to give. */
    private static String sentence(TwoSequencesQuestion question, Contrast compared) {
        List<Stretch> stretches = compared.agreements();
        if (stretches.isEmpty()) {
            return Message.text("twoSequences.never");
        }
        Stretch last = stretches.get(stretches.size() - 1);
        String where = steps(
                compared.steps().get(last.from()).number(),
                compared.steps().get(last.to()).number());
        if (isBeginning(question, compared, last)
                && last.to() < compared.steps().size() - 1) {
            return Message.text("twoSequences.beginning", where);
        }
        Contrast.Difference difference = compared.difference(last.to(), question.quantity());
        double total = difference.sum();
        String letter = question.quantity().letter();
        if (total < NOTHING) {
            return Message.text("twoSequences.nothing", where, letter);
        }
        double[] differences = difference.ofUnits();
        int unit = IntStream.range(0, differences.length)
                .reduce((best, each) -> Math.abs(differences[each]) > Math.abs(differences[best]) ? each : best)
                .orElseThrow();
        return Message.text(
                "twoSequences.memory",
                where,
                letter,
                total,
                UnitName.of(question.snapshot().parameters().layout(), unit),
                Math.abs(differences[unit]));
    }

    private static boolean isBeginning(TwoSequencesQuestion question, Contrast compared, Stretch stretch) {
        int lag = question.snapshot().experiment().hyperparameters().lag();
        return stretch.from() == 0 && compared.steps().get(0).number() == lag;
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
