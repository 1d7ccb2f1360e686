package lab.carousel.file.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.file.json.JsonText;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.ForkList;
import lab.carousel.study.ForkRow;
import lab.carousel.study.verification.Verification;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Steps;
import lab.carousel.task.Supply;
import lab.carousel.task.Target;
import lab.carousel.text.Words;
import lab.carousel.training.DrawnScores;
import lab.carousel.training.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Result of a training as a JSON object: loss, floors (the memoryless one first), recall, margin, bits, separation, also of the same pair in the untrained network, and
 * verdict, the forks, the worst first, the unknowable steps, and the predictions. Sequences and steps are counted from 1; numbers have full precision, and are
 * null where there is none. The predictions of a series are in its own unit. Lists have at most {@value #MOST} entries.
 */
public final class TrainResult {

    public static final int MOST = 1_000;

    private static final Words<Verdict> VERDICTS = Words.of(Verdict.class);

    private TrainResult() {}

    private record Recall(int right, int steps, int best) {}

    private record StepPlace(int sequence, int step) {}

    private record Prediction(
            int sequence, int step, String input, String expected, String predicted, boolean counts, boolean right) {}

    private static List<Map<String, Object>> floors(Experiment experiment) {
        return experiment.floors().stream()
                .map(floor -> {
                    Map<String, Object> told = new LinkedHashMap<>();
                    if (floor.known().isEmpty()) {
                        told.put("order", floor.order());
                    } else {
                        told.put("known", floor.known());
                    }
                    told.put("loss", floor.loss());
                    floor.measured().ifPresent(loss -> told.put("onFixed", loss));
                    return told;
                })
                .toList();
    }

    /** JSON of a result; without a verification if none was requested. */
    public static String json(
            Snapshot snapshot, FedNetwork network, ForkList forks, Optional<Verification> verification) {
        Evaluation evaluation = snapshot.evaluation();
        Judgement judgement = evaluation.judgement();
        Alphabet alphabet = snapshot.experiment().task().alphabet();
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("loss", known(evaluation.loss()))
                .putPOJO("floors", floors(snapshot.experiment()))
                .putPOJO(
                        "recall",
                        new Recall(
                                evaluation.right(),
                                evaluation.steps(),
                                judgement.outside().best()))
                .put("margin", known(evaluation.margin()))
                .put("bits", known(judgement.bits()))
                .put("separation", known(evaluation.separation()))
                .put("separationBefore", known(evaluation.separationBefore()))
                .put("verdict", VERDICTS.word(evaluation.verdict()))
                .put(
                        "stepsBack",
                        judgement.forks().all() > 0 ? judgement.stepsBack().median() : null)
                .putPOJO("pairs", judgement.pairs().all() > 0 ? judgement.pairs() : null)
                .putPOJO(
                        "forks",
                        forks.rows().stream().map(row -> fork(row, alphabet)).toList())
                .put("forksTotal", forks.total())
                .putPOJO(
                        "unknowable",
                        forks.unknowable().stream()
                                .map(step -> new StepPlace(step.sequence() + 1, step.step() + 1))
                                .toList())
                .put("unknowableTotal", forks.unknowableTotal())
                .putPOJO("predictions", predictions(network));
        DrawnScores.of(snapshot).ifPresent(scores -> root.putPOJO("trained", Share.of(scores.trained()))
                .putPOJO("fresh", Share.of(scores.fresh())));
        verification.ifPresent(checked -> root.putObject("verification")
                .put("passes", checked.passes())
                .put("largestDifference", checked.comparesAnything() ? known(checked.largest()) : null)
                .put("outputs", checked.outputs().compared())
                .put("updates", checked.replay().updates()));
        return JsonText.text(root);
    }

    private static ObjectNode fork(ForkRow row, Alphabet alphabet) {
        return JsonNodeFactory.instance
                .objectNode()
                .putPOJO("after", symbols(row.fork().after(), alphabet))
                .put("stepsBack", row.fork().depth())
                .putPOJO(
                        "targets",
                        row.fork().targets().stream().map(alphabet::symbol).toList())
                .put("bits", known(row.bits()))
                .put("separation", known(row.separation()))
                .put("separationBefore", known(row.separationBefore()))
                .put("verdict", VERDICTS.word(row.verdict()))
                .putPOJO(
                        "follows", row.witness().filter(found -> found.of() > 0).orElse(null));
    }

    private static List<String> symbols(List<Integer> symbols, Alphabet alphabet) {
        return symbols.stream().map(alphabet::symbol).toList();
    }

    /** Of the sequences of a drawn task that meet its criterion. */
    private record Share(@Nullable Double loss, @Nullable Double share, int sequences) {

        static Share of(DrawnScores.Score score) {
            return new Share(known(score.loss()), known(score.share()), score.sequences());
        }
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static List<Prediction> predictions(FedNetwork network) {
        Supply supply = network.experiment().task().supply();
        FedSteps fed = network.sample();
        List<Prediction> all = new ArrayList<>();
        for (int s = 0; s < fed.sequences(); s++) {
            Steps steps = fed.steps(s);
            for (int t = fed.first(); t < steps.size() && all.size() < MOST; t++) {
                Target predicted = fed.predicted(s, t);
                List<String> words = supply.stepTexts(steps, t, predicted);
                all.add(new Prediction(
                        s + 1,
                        t + 1,
                        words.get(0),
                        words.get(1),
                        words.get(2),
                        steps.isScored(t),
                        steps.target(t).accepts(predicted)));
            }
        }
        return all;
    }
}
