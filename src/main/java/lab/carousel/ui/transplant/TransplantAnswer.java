package lab.carousel.ui.transplant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.Trace;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.picture.probe.ContrastDrawing.SymbolRow;
import lab.carousel.study.Contrast;
import lab.carousel.study.Transplant;
import lab.carousel.study.TransplantFinding;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.ui.place.PlaceAnswer;

/**
 * What came of a transplant, drawn and in words.
 *
 * @param question what was asked
 * @param drawing  the answers of B alone and of B with the state of A, and those of A
 * @param subtitle where the memory is
 */
record TransplantAnswer(TransplantQuestion question, ContrastDrawing drawing, String subtitle) implements PlaceAnswer {

    static TransplantAnswer of(TransplantQuestion question) {
        Transplant transplant = Transplant.of(
                question.snapshot().experiment(),
                question.snapshot().parameters(),
                question.donor(),
                question.recipient(),
                question.step() - 1,
                question.states().quantities(),
                question.units());
        return new TransplantAnswer(question, drawing(question, transplant), sentence(question, transplant));
    }

    private static ContrastDrawing drawing(TransplantQuestion question, Transplant transplant) {
        Experiment experiment = question.snapshot().experiment();
        Alphabet alphabet = experiment.task().alphabet();
        Trace before = transplant.before();
        Trace donated = transplant.donated();
        List<String> donors = IntStream.range(0, before.steps())
                .map(index -> before.firstStep() + index - donated.firstStep())
                .mapToObj(there -> there < donated.steps() ? alphabet.symbol(donated.predicted(there)) : "")
                .toList();
        Contrast contrast = Contrast.of(
                experiment,
                question.recipient(),
                Message.text("transplant.before"),
                before,
                Message.text("transplant.after", question.states().words(), question.step()),
                transplant.after());
        return ContrastDrawing.ofAnswers(
                contrast,
                alphabet,
                List.of(new SymbolRow(Message.text("transplant.donor"), donors)),
                question.step() - 1 - before.firstStep(),
                -1);
    }

    private static int steps(TransplantQuestion question, int sequence) {
        return question.snapshot().experiment().task().sequences().get(sequence).steps();
    }

    private static String sentence(TransplantQuestion question, Transplant transplant) {
        Alphabet alphabet = question.snapshot().experiment().task().alphabet();
        TransplantFinding finding = TransplantFinding.of(
                transplant, question.snapshot().experiment().scoredSteps(), steps(question, question.recipient()));
        String key = "transplant.";
        // Sequences drawn at random share no stretch on which they could be compared, but each has its answer at the
        // end
        if (finding.step() < 0 && question.snapshot().experiment().task().isDrawn()) {
            finding = TransplantFinding.ofEnds(
                    transplant, steps(question, question.recipient()), steps(question, question.donor()));
            key = "transplant.ends.";
        }
        List<String> sentences = new ArrayList<>();
        if (finding.step() < 0) {
            sentences.add(Message.text(key + finding.outcome().name(), question.step()));
        } else {
            sentences.add(Message.text(
                    key + finding.outcome().name(),
                    finding.step() + 1,
                    alphabet.symbol(finding.own()),
                    alphabet.symbol(finding.others()),
                    alphabet.symbol(finding.now()),
                    moved(question)));
            sentences.add(Message.text(
                    "transplant.outputs",
                    alphabet.symbol(finding.others()),
                    finding.othersBefore(),
                    finding.othersAfter(),
                    alphabet.symbol(finding.own()),
                    finding.ownBefore(),
                    finding.ownAfter()));
        }
        if (finding.slight()) {
            sentences.add(Message.text("transplant.slight", TransplantFinding.SLIGHT));
        }
        if (transplant.sameUntil() > transplant.step() && transplant.isExactlyTheDonor()) {
            sentences.add(Message.text("transplant.exact", question.step()));
        }
        return String.join(" ", sentences);
    }

    /** What is moved, and of which units. */
    private static String moved(TransplantQuestion question) {
        int all = question.snapshot().parameters().layout().allUnits();
        return question.units().size() == all
                ? question.states().words()
                : Message.text(
                        "transplant.some",
                        question.states().words(),
                        question.units().size(),
                        all);
    }

    @Override
    public String title() {
        return Message.text(
                "transplant.picture",
                question.states().words(),
                question.donor() + 1,
                question.recipient() + 1,
                question.step(),
                question.snapshot().position().epoch());
    }
}
