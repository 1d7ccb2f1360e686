package lab.carousel.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Target;
import lab.carousel.task.memory.Fork;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.UnknowableStep;
import lab.carousel.task.series.Series;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.Snapshot;

/** Forks and steps that nobody can know, in words. */
public final class ForkWords {

    private static final int MOST_SYMBOLS = 8;
    /** In a sentence fewer are read at a glance. */
    private static final int MOST_ASKED = 4;

    private ForkWords() {}

    /** The last shared symbols of a fork: {@code … 0 1 2}. */
    public static String after(Fork fork, Alphabet alphabet) {
        return after(fork, alphabet, MOST_SYMBOLS);
    }

    private static String after(Fork fork, Alphabet alphabet, int most) {
        List<Integer> symbols = fork.after();
        int from = Math.max(0, symbols.size() - most);
        String last = symbols.subList(from, symbols.size()).stream()
                .map(alphabet::symbol)
                .collect(Collectors.joining(" "));
        return from == 0 ? last : "… " + last;
    }

    /** A symbol, or the first of the legal ones. */
    private static String name(Target target, Alphabet alphabet) {
        int[] symbols = target.symbols();
        return symbols.length > MOST_ASKED
                ? alphabet.symbol(Target.ofSet(IntStream.of(symbols).limit(MOST_ASKED))) + "|…"
                : alphabet.symbol(target);
    }

    /** The targets of a fork: {@code 3, 4}. */
    public static String targets(Fork fork, Alphabet alphabet) {
        String first = fork.targets().stream()
                .limit(MOST_SYMBOLS)
                .map(target -> name(target, alphabet))
                .collect(Collectors.joining(", "));
        return fork.targets().size() > MOST_SYMBOLS ? first + ", …" : first;
    }

    /** What a fork asks, in a sentence: after which symbols which follow, and how far back what decides is. */
    public static String asked(Fork fork, Alphabet alphabet) {
        return Message.text("forks.asked", after(fork, alphabet, MOST_ASKED), either(fork, alphabet), fork.depth());
    }

    /** The symbols between which a fork decides, with a word before the last one. */
    public static String either(Fork fork, Alphabet alphabet) {
        List<String> targets =
                fork.targets().stream().map(target -> name(target, alphabet)).toList();
        int shown = Math.min(MOST_ASKED, targets.size()) - 1;
        String last = targets.size() > MOST_ASKED ? "…" : targets.get(shown);
        return Message.text("forks.or", String.join(", ", targets.subList(0, shown)), last);
    }

    /** What the fork of a verdict asks; empty if it has none that stays. */
    public static String asked(Judgement judgement, Memory memory, Alphabet alphabet) {
        return judgement.fork() == Memory.NONE || judgement.fork() >= memory.forks()
                ? ""
                : asked(memory.fork(judgement.fork(), MOST_ASKED + 1), alphabet);
    }

    /** The floors that take the place of a fork; empty where there are forks. */
    public static String floors(Experiment experiment) {
        return experiment.judgingFloors().stream()
                .map(floor -> Message.text("verdict.floor", floor.name().text(), floor.onFixed(), floor.loss()))
                .collect(Collectors.joining(" "));
    }

    /** The verdict of a run, with what its fork asks. */
    public static VerdictWords verdict(Snapshot run) {
        return verdict(run, run.experiment().memory());
    }

    public static VerdictWords verdict(Snapshot run, Memory memory) {
        return untrained(run).orElseGet(() -> verdict(run.experiment(), run.evaluation(), memory));
    }

    /** What is said of a run on a series before its first epoch: nothing was learned that could be judged. */
    public static Optional<VerdictWords> untrained(Snapshot run) {
        return Series.of(run.experiment().task())
                .filter(series -> run.position().epoch() == 0 && run.origin().isEmpty())
                .map(ForkWords::untrained);
    }

    public static VerdictWords untrained(Series series) {
        String echo = NumberText.significant(series.part().error(series.part().said()[0]));
        String sentence = Message.text("series.untrained.sentence", echo);
        return new VerdictWords(Message.text("series.untrained"), sentence, "", "", "");
    }

    /** The same of a run without what its fork asks. */
    public static VerdictWords brief(Snapshot run) {
        return untrained(run).orElseGet(() -> VerdictWords.of(run.evaluation()));
    }

    public static VerdictWords verdict(Experiment experiment, Evaluation evaluation, Memory memory) {
        String asked = asked(evaluation.judgement(), memory, experiment.task().alphabet());
        return ofForecast(experiment, evaluation)
                .orElseGet(() -> VerdictWords.of(evaluation, asked + floors(experiment), experiment.memorylessFloor()));
    }

    /** The verdict on a forecast one row ahead; empty where there is none. */
    public static Optional<VerdictWords> ofForecast(Experiment experiment, Evaluation evaluation) {
        return evaluation.verdict() == Verdict.BY_FLOORS
                ? Optional.empty()
                : experiment
                        .task()
                        .judge()
                        .told(evaluation.loss(), evaluation.judgement().fork())
                        .map(told -> VerdictWords.of(evaluation, told));
    }

    /** A fork on one line: the shared symbols, how far back what tells is, the targets, the bits, the separation, the verdict. */
    public static String line(ForkRow row, Alphabet alphabet) {
        String separation = separation(row);
        return Message.text(
                "forks.line",
                after(row.fork(), alphabet),
                Message.text("verdict.back", row.fork().depth()),
                targets(row.fork(), alphabet),
                VerdictWords.bits(row.bits()),
                verdict(row),
                separation.isEmpty() ? "" : ", " + separation);
    }

    /** The separation of a fork; empty if it is not measured. */
    public static String separation(ForkRow row) {
        return Double.isNaN(row.separation()) ? "" : Message.text("verdict.separation", row.separation());
    }

    /** In how many exchanges the answer follows the clue; empty if none was made. */
    public static String follows(ForkRow row) {
        return witness(row)
                .map(witness -> Message.text("forks.follows", witness.right(), witness.of()))
                .orElse("");
    }

    private static String verdict(ForkRow row) {
        String word = Message.text("verdict." + row.verdict() + ".name");
        return witness(row)
                .map(witness -> Message.text("forks.witness", word, witness.right(), witness.of()))
                .orElse(word);
    }

    private static Optional<SymbolWitness> witness(ForkRow row) {
        return row.witness().filter(witness -> witness.of() > 0);
    }

    /** The outputs of both targets at a step of a fork. */
    public static String answer(ForkAnswer answer, ForkRow row, Alphabet alphabet) {
        Target target = answer.step().target();
        Target other = row.worst().get(0).equals(target)
                ? row.worst().get(1)
                : row.worst().get(0);
        List<String> outputs = NumberText.outputs(List.of(answer.own(), answer.other()), 2);
        return Message.text(
                "forks.outputs",
                answer.step().sequence() + 1,
                name(target, alphabet),
                outputs.get(0),
                name(other, alphabet),
                outputs.get(1));
    }

    /** A step that nobody can know, why, and what mends it. */
    public static String line(UnknowableStep step, Remedies remedies) {
        String mending = mending(step, remedies);
        return mending.isEmpty() ? why(step) : why(step) + "; " + mending;
    }

    /** A step that nobody can know, and why. */
    public static String why(UnknowableStep step) {
        return Message.text("forks.unknowable." + step.reason(), step.sequence() + 1, step.step() + 1);
    }

    /** What mends a step that nobody can know; empty if nothing that was tried does. */
    public static String mending(UnknowableStep step, Remedies remedies) {
        List<Remedy> mending = remedies.of(step);
        if (mending.isEmpty()) {
            return "";
        }
        int changes = mending.get(0).changes().size();
        String all = mending.stream()
                .map(remedy -> words("forks.remedy.", remedy))
                .reduce((one, other) -> Message.text("forks.or", one, other))
                .orElseThrow();
        return Message.text("forks.mended", all, changes);
    }

    /** What a remedy changes, as something to do. */
    public static Message remedy(Remedy remedy) {
        return Message.of("forks.mend", words("forks.mend.", remedy));
    }

    private static String words(String key, Remedy remedy) {
        return remedy.changes().stream()
                .map(change -> Message.text(key + change))
                .reduce((one, other) -> Message.text("forks.and", one, other))
                .orElseThrow();
    }

    /** The fork that the verdict is about, and the outputs there; empty if there is no fork, or if each sequence is drawn. */
    public static String worst(FedNetwork network) {
        List<ForkRow> rows = ForkList.of(network, 1, 0).rows();
        if (rows.isEmpty()) {
            return "";
        }
        ForkRow row = rows.get(0);
        Alphabet alphabet = network.experiment().task().alphabet();
        String answers = ForkAnswers.of(network, row).narrowest().stream()
                .map(answer -> answer(answer, row, alphabet))
                .collect(Collectors.joining("; "));
        return Message.text("forks.worst", after(row.fork(), alphabet), targets(row.fork(), alphabet), answers);
    }
}
