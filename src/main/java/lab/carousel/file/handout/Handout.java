package lab.carousel.file.handout;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.StepByStepWords;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.picture.state.StatePicture;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.CriterionWords;
import lab.carousel.training.Snapshot;

/**
 * A run on paper, to be printed and handed out: what was learned and how, the loss chart, the heatmap, the predictions, the
 * verdict with its reason, and questions. It stands in the page that is taken home, in each language, and needs no script.
 */
public final class Handout {

    /** So many cells of the heatmap are more than anybody reads on paper; each takes some forty bytes. */
    private static final int MOST_CELLS = 10_000;

    private final Snapshot snapshot;
    /** The network evaluated as it is shown. */
    private final Snapshot seen;

    private final String bothEvaluations;
    private final Palette palette;

    private Handout(Snapshot snapshot, boolean isStepByStep, Palette palette) {
        this.snapshot = snapshot;
        this.palette = palette;
        Experiment experiment = snapshot.experiment();
        if (!experiment.hasTwoEvaluations()) {
            seen = snapshot;
            bothEvaluations = "";
            return;
        }
        Snapshot stepByStep = snapshot.evaluatedBy(new Evaluator(experiment.stepByStep()));
        seen = isStepByStep ? stepByStep : snapshot;
        bothEvaluations = StepByStepWords.of(experiment, snapshot.evaluation(), stepByStep.evaluation());
    }

    /**
     * The hand-out in the language that is spoken: HTML that stands in a page. Where the network does otherwise step by step
     * than as trained, it says both.
     *
     * @param isStepByStep which of them pictures, tables and the verdict are of
     * @param questions    further questions for the class, plain text, which come before the general ones
     * @param notes        plain text; without any it has no place for them
     * @param palette      the colours of its pictures
     */
    public static String of(
            Snapshot snapshot, boolean isStepByStep, List<String> questions, String notes, Palette palette) {
        return new Handout(snapshot, isStepByStep, palette).section(questions, notes.strip());
    }

    private String section(List<String> questions, String notes) {
        InputStream stream = Handout.class.getResourceAsStream("section.html.mustache");
        if (stream == null) {
            throw new IllegalStateException("the template of the hand-out is missing from the program");
        }
        Template template = Mustache.compiler()
                .strictSections(true)
                .emptyStringIsFalse(true)
                .compile(new InputStreamReader(stream, StandardCharsets.UTF_8));
        return template.execute(values(questions, notes));
    }

    private Map<String, Object> values(List<String> questions, String notes) {
        Map<String, Object> values = new HashMap<>();
        Map<String, String> headings = new HashMap<>();
        for (String key :
                List.of("title", "name", "date", "task", "learning", "result", "tables", "notes", "questions")) {
            headings.put(key, Message.text("handout." + key));
        }
        values.put("heading", headings);
        values.putAll(HandoutTask.values(snapshot.experiment().task()));
        values.put("settings", new HandoutSettings(snapshot).all());
        addResult(values);
        addPictures(values);
        HandoutTables tables = new HandoutTables(seen);
        values.put("tables", tables.all());
        values.put("more", tables.more());
        values.put("needsMemory", seen.evaluation().decidingSteps() > 0);
        values.put("columns", tables.headings());
        values.put("notes", notes);
        values.put("questions", new HandoutQuestions(snapshot).after(questions));
        return values;
    }

    private void addResult(Map<String, Object> values) {
        Evaluation evaluation = seen.evaluation();
        VerdictWords verdict = VerdictWords.of(evaluation);
        values.put("verdict", verdict.headline());
        values.put("reason", verdict.reason());
        values.put("bothEvaluations", bothEvaluations);
        values.put("recall", Message.text("handout.recall", evaluation.right(), evaluation.steps()));
        values.put(
                "margin",
                evaluation.decidingSteps() == 0
                        ? Message.text("handout.margin.none")
                        : Message.text("handout.margin", NumberText.loss(evaluation.margin())));
        values.put(
                "lossWords",
                Message.text(
                        "handout.loss.words",
                        NumberText.loss(evaluation.loss()),
                        NumberText.loss(snapshot.floor().mean())));
        Optional<CriterionWords> criterion = snapshot.criterion().map(CriterionWords::of);
        values.put(
                "criterion",
                criterion.map(found -> found.headline() + ". " + found.reason()).orElse(""));
    }

    private StepWindow heatmapWindow() {
        int units = snapshot.parameters().layout().allUnits();
        return new StepWindow(0, Math.max(1, Math.min(StepWindow.MAX_COLUMNS, MOST_CELLS / units)));
    }

    private void addPictures(Map<String, Object> values) {
        boolean hasLosses = snapshot.history().size() > 0;
        values.put(
                "chart",
                hasLosses
                        ? InlineSvg.of(
                                LossDrawing.slide(snapshot.history(), snapshot.experiment(), false, palette),
                                "chart-" + Language.current().code(),
                                Message.text("handout.loss"))
                        : "");
        values.put(
                "heatmap",
                InlineSvg.of(
                        StatePicture.of(seen, palette, heatmapWindow()),
                        "heatmap-" + Language.current().code(),
                        Message.text("handout.state")));
    }

    /** Pictures as SVG that stands in the middle of a page of HTML. */
    static final class InlineSvg {

        private static final Pattern BEFORE_ROOT = Pattern.compile("\\A.*?(?=<svg)", Pattern.DOTALL);
        private static final Pattern ROOT = Pattern.compile("<svg[^>]*>");
        /** Ids and what refers to them: they must be different in the whole page. */
        private static final Pattern CLIP = Pattern.compile("(\"|#)(?=clip-\\d)");

        private InlineSvg() {}

        /**
         * The element of a picture, as wide as there is room.
         *
         * @param name  a word that no other picture of the page has
         * @param title what it shows, for people who cannot see it; plain words without markup
         */
        static String of(Picture picture, String name, String title) {
            String document = new String(PictureExport.svg(picture), StandardCharsets.UTF_8);
            String svg = BEFORE_ROOT.matcher(document).replaceFirst("");
            // not %d, which writes the digits of the country
            String root = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + picture.width()
                    + " " + picture.height() + "\" aria-label=\"" + title + "\">";
            return CLIP.matcher(ROOT.matcher(svg).replaceFirst(root)).replaceAll("$1" + name + "-");
        }
    }

    /** General questions that fit a run, whatever the lesson was. */
    static final class HandoutQuestions {

        private final Snapshot snapshot;

        HandoutQuestions(Snapshot snapshot) {
            this.snapshot = snapshot;
        }

        /** The questions of a lesson, and then the general ones. */
        List<String> after(List<String> ofLesson) {
            List<String> questions = new ArrayList<>(ofLesson);
            boolean needsMemory = snapshot.evaluation().decidingSteps() > 0;
            if (needsMemory) {
                questions.add(Message.text("handout.question.deciding"));
                questions.add(Message.text(
                        "handout.question.floor",
                        NumberText.loss(snapshot.floor().mean())));
            }
            questions.add(Message.text(
                    "handout.question.verdict",
                    VerdictWords.of(snapshot.evaluation()).headline()));
            if (needsMemory && snapshot.experiment().task().listedSequences() > 1) {
                questions.add(Message.text("handout.question.unit"));
            }
            boolean isWhole =
                    snapshot.experiment().hyperparameters().updateInterval().isWholeSequence();
            questions.add(Message.text(isWhole ? "handout.question.oneStep" : "handout.question.whole"));
            questions.add(Message.text("handout.question.seed"));
            return List.copyOf(questions);
        }
    }

    /** What is to be learned, as far as anybody reads it on paper. */
    static final class HandoutTask {

        private static final int MOST_SEQUENCES = 12;
        private static final int MOST_SYMBOLS = 40;

        private HandoutTask() {}

        /** What the template shows of a task. */
        static Map<String, Object> values(Task task) {
            int more = task.sequences().size() - MOST_SEQUENCES;
            return Map.of(
                    "taskWords",
                    Message.text(task.isDrawn() ? "handout.task.drawn" : "handout.task.listed"),
                    "alphabet",
                    Message.text(
                            "handout.task.alphabet", shortened(task.alphabet().symbols())),
                    "sequences",
                    task.sequences().stream()
                            .limit(MOST_SEQUENCES)
                            .map(Sequence::symbols)
                            .map(HandoutTask::shortened)
                            .toList(),
                    "moreSequences",
                    more > 0 ? Message.text("handout.task.more", more) : "");
        }

        private static String shortened(List<String> symbols) {
            return symbols.size() <= MOST_SYMBOLS
                    ? String.join(" ", symbols)
                    : String.join(" ", symbols.subList(0, MOST_SYMBOLS)) + " …";
        }
    }
}
