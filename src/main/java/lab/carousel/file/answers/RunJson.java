package lab.carousel.file.answers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.Tried;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Words;

/**
 * A run in a file of answers, so that it can be made again:
 *
 * <pre>
 *   {
 *     "step": "choose",
 *     "experiment": {"engine": "kernel", "task": {...}, "hyperparameters": {..., "seed": 7}},
 *     "epoch": 500,
 *     "verdict": "remembers",
 *     "right": 8,
 *     "steps": 8,
 *     "bits": 0.93,
 *     "loss": 0.035
 *   }
 * </pre>
 */
final class RunJson {

    private static final List<String> NAMES =
            List.of("step", "experiment", "epoch", "verdict", "right", "steps", "bits", "loss");
    private static final Words<Verdict> VERDICTS = Words.of(Verdict.class);
    private static final int MOST_STEPS = 1_000_000;

    private RunJson() {}

    static void write(Tried run, ObjectNode node) {
        node.put("step", run.step());
        ExperimentFile.write(run.experiment(), node.putObject("experiment"));
        node.put("epoch", run.epoch())
                .put("verdict", VERDICTS.word(run.result().verdict()))
                .put("right", run.result().right())
                .put("steps", run.result().steps())
                .put("bits", run.result().bits())
                .put("loss", run.result().loss());
    }

    static Tried read(JsonValue value, List<String> steps) {
        value.members(NAMES);
        Experiment experiment = ExperimentFile.readWithin(value.member("experiment"));
        int all = value.member("steps").wholeNumber(0, MOST_STEPS);
        return new Tried(
                AnswersJson.step(value.member("step"), steps),
                experiment,
                value.member("epoch")
                        .wholeNumber(0, experiment.hyperparameters().epochs()),
                new Tried.Result(
                        value.member("verdict").word(VERDICTS),
                        value.member("right").wholeNumber(0, all),
                        all,
                        AnswersJson.finite(value.member("bits")),
                        AnswersJson.finite(value.member("loss"))));
    }
}
