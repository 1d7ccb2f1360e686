package lab.carousel.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.probe.ForksDrawing;
import lab.carousel.study.ForkAnswers;
import lab.carousel.study.ForkList;
import lab.carousel.study.ForkWords;
import lab.carousel.study.Remedies;
import lab.carousel.study.Remedy;
import lab.carousel.study.SymbolWitness;
import lab.carousel.task.Step;
import lab.carousel.task.memory.UnknowableReason;
import lab.carousel.task.memory.UnknowableStep;
import lab.carousel.text.Message;

/** The forks of the task, the worst first, with the bits that the network has; and the steps that nobody can know. */
public final class ForksView implements View {

    private static final int PICTURE_WIDTH = 560;
    private static final int PICTURE_HEAD = 96;
    private static final int LEAST_PICTURE = 200;
    /** So many symbols fed at most for the second witnesses while the network is being trained: some milliseconds. */
    private static final long MOST_FED = 20_000;

    private final SingleEntryCache<Evaluator, Remedies> remedies = new SingleEntryCache<>(
            evaluator -> Remedies.of(evaluator.experiment(), evaluator.memory().unknowable()));

    @Override
    public PlaceName name() {
        return PlaceName.FORKS;
    }

    @Override
    public boolean looksAtSelection() {
        return true;
    }

    @Override
    public List<String> sentences() {
        return List.of("verdict", "count", "why");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        FedNetwork network = look.network();
        Experiment experiment = look.experiment();
        long fed = (long) Math.min(ForkList.SHOWN, network.memory().forks())
                * SymbolWitness.MOST
                * experiment.task().supply().longestSteps();
        boolean isWitnessed = look.moment() != RunMoment.TRAINING || fed <= MOST_FED;
        ForkList forks = ForkList.of(network, ForkList.SHOWN, isWitnessed ? ForkList.SHOWN : 0);
        List<ForkAnswers> answers =
                forks.rows().stream().map(row -> ForkAnswers.of(network, row)).toList();
        Remedies mending = forks.unknowable().isEmpty() ? Remedies.NONE : remedies.of(network.evaluator());
        ForksDrawing drawing = new ForksDrawing(
                forks, answers, mending, experiment.task().alphabet(), selected(look.fork(), forks, answers));
        String verdict = VerdictWords.of(look.evaluation()).headline();
        String count = count(experiment, forks);
        boolean isUntrained = look.epoch() == 0 && forks.total() > 0;
        double height = Math.ceil(drawing.height());
        Map<UnknowableReason, List<Remedy>> reasons = forks.unknowable().stream()
                .map(UnknowableStep::reason)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        mending::of,
                        (one, same) -> one,
                        () -> new EnumMap<>(UnknowableReason.class)));
        return new Answer(drawing, Message.text("forks.picture.title", look.epoch()))
                .size(PICTURE_WIDTH, Math.max(LEAST_PICTURE, PICTURE_HEAD + (int) height))
                .height(height)
                .spoken(verdict + ". " + count
                        + IntStream.range(0, forks.rows().size())
                                .mapToObj(row -> " " + drawing.words(row) + ".")
                                .collect(Collectors.joining()))
                .says("verdict", verdict)
                .says("count", isUntrained ? count + " " + Message.text("forks.untrained") : count)
                .says(
                        "why",
                        reasons.keySet().stream()
                                .map(reason -> Message.text("forks.why." + reason))
                                .collect(Collectors.joining(" ")))
                .deeds(reasons.values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .map(ForksView::deed)
                        .toList())
                .opens(spot -> selected(look, answers, forks, spot));
    }

    private static String count(Experiment experiment, ForkList forks) {
        return experiment
                .task()
                .judge()
                .whyNoForks()
                .filter(why -> forks.total() == 0)
                .orElseGet(() -> Message.of("forks.count", forks.total()))
                .text();
    }

    private static Deed deed(Remedy remedy) {
        String changes = remedy.changes().stream().map(Enum::name).collect(Collectors.joining("-"));
        return new Deed("mend-" + changes, ForkWords.remedy(remedy), remedy::of);
    }

    /** The number of the fork whose steps are selected; -1 if none is. */
    private static int selected(List<Step> steps, ForkList forks, List<ForkAnswers> answers) {
        for (int row = 0; row < answers.size() && !steps.isEmpty(); row++) {
            if (answers.get(row).steps().equals(steps)) {
                return forks.rows().get(row).number();
            }
        }
        return -1;
    }

    /** A fork selects its steps: the first one, with each further click the next one. A step that cannot be known itself. */
    private static Optional<Selected> selected(Look look, List<ForkAnswers> answers, ForkList forks, Hit spot) {
        if (spot.row() < answers.size()) {
            List<Step> steps = answers.get(spot.row()).steps();
            int before =
                    steps.equals(look.fork()) ? look.step().map(steps::indexOf).orElse(-1) : -1;
            return Selected.fork(steps, steps.get((before + 1) % steps.size()));
        }
        UnknowableStep step = forks.unknowable().get(spot.row() - answers.size());
        Step whole = look.experiment().task().step(step.sequence(), step.step() + 1);
        return Selected.fork(List.of(whole), whole);
    }
}
