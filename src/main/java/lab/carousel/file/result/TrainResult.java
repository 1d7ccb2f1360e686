package lab.carousel.file.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import lab.carousel.file.json.JsonText;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.trace.Tracer;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.ForkList;
import lab.carousel.study.verification.Verification;
import lab.carousel.task.Alphabet;
import lab.carousel.task.ScoredSteps;
import lab.carousel.text.Words;
import lab.carousel.training.Snapshot;

/**
 * Result of a training as a JSON object: loss, recall, margin, bits and verdict, the forks, the worst first, the
 * unknowable steps, and the predictions. Sequences and steps are counted from 1; numbers have full precision, and are
 * null where there is none. Lists have at most {@value #MOST} entries.
 */
public final class TrainResult {

    public static final int MOST = 1_000;

    private TrainResult() {}

    /** JSON of a result; without a verification if none was requested. */
    public static String json(Snapshot snapshot, ForkList forks, Optional<Verification> verification) {
        Evaluation evaluation = snapshot.evaluation();
        Judgement judgement = evaluation.judgement();
        Alphabet alphabet = snapshot.experiment().task().alphabet();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        put(root, "loss", evaluation.loss());
        root.putObject("recall")
                .put("right", evaluation.right())
                .put("steps", evaluation.steps())
                .put("best", judgement.outside().best());
        put(root, "margin", evaluation.margin());
        put(root, "bits", judgement.bits());
        root.put("verdict", Words.of(Verdict.class).word(evaluation.verdict()));
        if (judgement.forks().all() > 0) {
            root.put("stepsBack", judgement.stepsBack().median());
        } else {
            root.putNull("stepsBack");
        }
        ArrayNode rows = root.putArray("forks");
        forks.rows().forEach(row -> put(rows.addObject(), row, alphabet));
        root.put("forksTotal", forks.total());
        ArrayNode unknowable = root.putArray("unknowable");
        forks.unknowable().forEach(step -> unknowable
                .addObject()
                .put("sequence", step.sequence() + 1)
                .put("step", step.step() + 1));
        root.put("unknowableTotal", forks.unknowableTotal());
        addPredictions(root.putArray("predictions"), snapshot);
        verification.ifPresent(checked -> put(root.putObject("verification"), checked));
        return JsonText.text(root);
    }

    private static void put(ObjectNode node, ForkList.Row row, Alphabet alphabet) {
        put(node.putArray("after"), row.fork().after(), alphabet);
        node.put("stepsBack", row.fork().depth());
        put(node.putArray("targets"), row.fork().targets(), alphabet);
        put(node, "bits", row.bits());
        node.put("verdict", Words.of(Verdict.class).word(row.verdict()));
        if (row.witness().isPresent() && row.witness().get().of() > 0) {
            node.putObject("follows")
                    .put("right", row.witness().get().right())
                    .put("of", row.witness().get().of());
        } else {
            node.putNull("follows");
        }
    }

    private static void put(ObjectNode node, Verification verification) {
        node.put("passes", verification.passes());
        if (verification.comparesAnything()) {
            put(node, "largestDifference", verification.largest());
        } else {
            node.putNull("largestDifference");
        }
        node.put("outputs", verification.outputs().compared());
        node.put("updates", verification.replay().updates());
    }

    private static void put(ArrayNode array, List<Integer> symbols, Alphabet alphabet) {
        symbols.forEach(symbol -> array.add(alphabet.symbol(symbol)));
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    private static void addPredictions(ArrayNode array, Snapshot snapshot) {
        Experiment experiment = snapshot.experiment();
        Alphabet alphabet = experiment.task().alphabet();
        ScoredSteps scored = experiment.scoredSteps();
        Tracer tracer = new Tracer(experiment);
        for (int s = 0; s < experiment.task().sequences().size() && array.size() < MOST; s++) {
            int sequence = s;
            int[] symbols = experiment.task().encoded(s);
            tracer.feed(snapshot.parameters(), s, (t, target, loss, outputs, state) -> {
                if (array.size() < MOST) {
                    int predicted = Output.argmax(outputs);
                    boolean counts = scored.include(t, symbols.length - 1);
                    array.addObject()
                            .put("sequence", sequence + 1)
                            .put("step", t + 1)
                            .put("input", alphabet.symbol(symbols[t]))
                            .put("expected", alphabet.symbol(target))
                            .put("predicted", alphabet.symbol(predicted))
                            .put("counts", counts)
                            .put("right", predicted == target);
                }
            });
        }
    }
}
