package lab.carousel.study;

import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;

/** The fork that the verdict is about, in a sentence: what is shared, between which symbols, and what the network puts out. */
public final class WorstFork {

    private WorstFork() {}

    /** The sentence; empty if there is no fork, or if each sequence is drawn. */
    public static String words(Experiment experiment, Evaluator evaluator, Parameters parameters) {
        List<ForkList.Row> rows =
                ForkList.of(experiment, evaluator, parameters, 1, 0).rows();
        if (rows.isEmpty()) {
            return "";
        }
        ForkList.Row row = rows.get(0);
        Alphabet alphabet = experiment.task().alphabet();
        String answers = ForkAnswers.of(experiment, parameters, evaluator.memory(), rows).get(0).narrowest().stream()
                .map(answer -> ForkWords.answer(answer, row, alphabet))
                .collect(Collectors.joining("; "));
        return Message.text(
                "forks.worst", ForkWords.after(row.fork(), alphabet), ForkWords.targets(row.fork(), alphabet), answers);
    }
}
