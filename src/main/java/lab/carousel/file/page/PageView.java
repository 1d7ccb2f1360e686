package lab.carousel.file.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lab.carousel.drawing.mark.Point;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.study.ForkWords;
import lab.carousel.task.Step;
import lab.carousel.task.Supply;
import lab.carousel.task.Target;
import lab.carousel.task.series.Series;
import lab.carousel.text.Language;
import lab.carousel.training.Criterion;
import lab.carousel.training.CriterionWords;
import lab.carousel.view.Look;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of an experiment and of its networks, as values for JSON, with words in each language: the
 * program makes it of what it recorded, and the page, with this same code, of everything else.
 */
public final class PageView {

    private final Experiment experiment;
    private final List<Language> languages;
    private final Evaluator evaluator;
    private final PageViews views;
    private final PageStates states = new PageStates();
    /** Evaluated last. */
    private @Nullable Parameters evaluated;

    private @Nullable Evaluation evaluation;

    /** @param languages in which words are told */
    public PageView(Experiment experiment, List<Language> languages) {
        this.experiment = experiment;
        this.languages = languages;
        this.evaluator = new Evaluator(experiment);
        this.views = new PageViews(experiment);
    }

    public boolean hasTwoEvaluations() {
        return experiment.hasTwoEvaluations();
    }

    /** The same experiment as it is evaluated step by step. */
    public PageView stepByStep() {
        return new PageView(experiment.stepByStep(), languages);
    }

    /** What is said in each language, by its code. */
    private Map<String, Object> spoken(Supplier<Object> words) {
        Map<String, Object> spoken = new LinkedHashMap<>();
        languages.forEach(language -> spoken.put(language.code(), language.meanwhile(words)));
        return spoken;
    }

    /** What is known before anything is trained. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("alphabet", experiment.task().alphabet().symbols());
        facts.put("sequences", experiment.task().listedSequences());
        facts.put("isTyped", PageForm.isTyped(experiment));
        facts.put("kind", experiment.task().supply().wordKind());
        facts.put("lowest", experiment.task().targets().lowest());
        facts.put("fields", PageForm.texts(experiment));
        facts.put("units", experiment.layout().allUnits());
        facts.put("hasTwoEvaluations", experiment.hasTwoEvaluations());
        facts.put(
                "layers", layers(experiment).stream().map(HeatmapLayer::letter).toList());
        facts.put(
                "floors",
                experiment.floors().stream()
                        .map(floor -> Map.of(
                                "from", floor.order(),
                                "loss", floor.onFixed(),
                                "long", floor.loss(),
                                "name",
                                        spoken(() -> floor.known().isEmpty()
                                                ? ""
                                                : floor.name().text())))
                        .toList());
        facts.put("before", numbers(evaluator.evaluate(untrained())));
        facts.put("told", spoken(() -> Settings.told(experiment.hyperparameters())));
        return facts;
    }

    static List<HeatmapLayer> layers(Experiment experiment) {
        return HeatmapLayer.of(experiment.layout().cell()).stream()
                .filter(layer -> layer != HeatmapLayer.CELL_CHANGE)
                .toList();
    }

    public Parameters untrained() {
        return InitialParameters.of(experiment);
    }

    /** Parameters of its network from their numbers. */
    public Parameters parameters(double[] values) {
        return Parameters.of(experiment.layout(), values);
    }

    /** How a network does, and what it does at each step. */
    public Map<String, Object> seen(Parameters parameters) {
        return seen(parameters, evaluation(parameters), Optional.empty());
    }

    /** The same where it was evaluated before; a state that is looked at is fed all fixed sequences of a drawn task. */
    public Map<String, Object> seen(Parameters parameters, Evaluation evaluation, Optional<Criterion> criterion) {
        Map<String, Object> seen = new LinkedHashMap<>();
        boolean isAtOnce = evaluation.sample().isAtOnce();
        Map<String, Object> result = result(isAtOnce ? evaluation : evaluator.evaluate(parameters), criterion);
        Series.of(experiment.task())
                .filter(series -> parameters.equals(untrained()))
                .ifPresent(series -> result.putAll(
                        Map.of("isUntrained", true, "words", spoken(() -> told(ForkWords.untrained(series))))));
        seen.put("result", result);
        seen.put("columns", columns(parameters));
        return seen;
    }

    /** An evaluation in numbers and words. */
    public Map<String, Object> result(Evaluation evaluation, Optional<Criterion> criterion) {
        Map<String, Object> result = numbers(evaluation);
        result.put("right", evaluation.right());
        result.put("steps", evaluation.steps());
        result.put("decidingSteps", evaluation.decidingSteps());
        result.put("verdict", evaluation.verdict().name());
        result.put("words", spoken(() -> verdict(evaluation, criterion)));
        evaluation.judgement().floorsUnder().ifPresent(floors -> result.put("floors", floors));
        Series.of(experiment.task()).ifPresent(series -> result.put("error", series.error(evaluation.loss())));
        criterion.ifPresent(sofar -> result.put("inARow", sofar.inARow()));
        return result;
    }

    private Map<String, String> verdict(Evaluation evaluation, Optional<Criterion> criterion) {
        Map<String, String> told = told(ForkWords.verdict(experiment, evaluation, evaluator.memory()));
        criterion
                .map(CriterionWords::of)
                .ifPresent(found -> told.put("met", " " + found.headline() + ". " + found.reason()));
        return told;
    }

    private static Map<String, String> told(VerdictWords words) {
        return new LinkedHashMap<>(Map.of(
                "headline", words.headline(),
                "sentence", words.sentence(),
                "reason", words.reason(),
                "unknowable", words.unknowable()));
    }

    /** What the loss chart draws of an evaluation. */
    public static Map<String, Object> numbers(Evaluation evaluation) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("loss", evaluation.loss());
        if (evaluation.sample().sequences() > 0) {
            numbers.put("band", evaluation.sample().band());
            numbers.put("sequences", evaluation.sample().sequences());
        }
        numbers.put("sequenceLoss", PageLoss.ofSequences(evaluation.sequenceLoss()));
        numbers.put("margin", evaluation.margin());
        numbers.put("bits", evaluation.judgement().bits());
        numbers.put("separation", evaluation.separation());
        numbers.put("separationBefore", evaluation.separationBefore());
        return numbers;
    }

    /** The steps, each with its symbols and outputs (y). */
    private List<Map<String, Object>> columns(Parameters parameters) {
        Traces traces = evaluator.fed(parameters).traces(ColumnWindow.START);
        List<Map<String, Object>> columns = new ArrayList<>();
        for (int at = 0; at < traces.columns(); at++) {
            Step step = traces.step(at);
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("s", step.sequence());
            column.put("t", step.number() - 1);
            column.put("symbol", step.input());
            column.put("name", experiment.task().supply().stepName(step.number() - 1));
            column.put("texts", texts(step, traces.predicted(at)));
            column.put("wanted", step.target().numbers().boxed().toList());
            column.put("targets", symbols(step.target()));
            column.put("predicted", symbols(traces.predicted(at)));
            column.put("isRight", traces.isRight(at));
            column.put("isScored", traces.isScored(at));
            column.put("isDeciding", traces.isDeciding(at));
            column.put("y", traces.outputs(at).clone());
            columns.add(column);
        }
        return columns;
    }

    /** What is fed, wanted and predicted. */
    private List<String> texts(Step step, Target predicted) {
        Supply supply = experiment.task().supply();
        return List.of(supply.fed(step), supply.told(step, step.target()), supply.told(step, predicted));
    }

    private static List<Integer> symbols(Target target) {
        return IntStream.of(target.symbols()).boxed().toList();
    }

    /** What can be asked, see {@link PageViews#offered}. */
    public List<Map<String, Object>> views() {
        return views.offered();
    }

    /**
     * The answer of a view, see {@link PageViews#told}.
     *
     * @param sequence of the step that is selected, counted from 0
     * @param number   of that step in its sequence, counted from 1
     */
    public Map<String, Object> view(
            String name,
            Map<String, String> chosen,
            Parameters parameters,
            int epoch,
            int unit,
            int sequence,
            int number,
            double width,
            double height) {
        Look look = new Look(
                evaluator.fed(parameters),
                epoch,
                evaluation(parameters),
                unit,
                Optional.of(experiment.task().step(sequence, number)));
        return views.told(name, chosen, look, width, height);
    }

    /** The heatmap, see {@link PageStates#told}. */
    public Map<String, Object> states(Parameters parameters, int epoch, String letter, double room, double cells) {
        Traces traces = evaluator.fed(parameters).traces(ColumnWindow.START);
        return states.told(experiment, traces, epoch, letter, room, cells);
    }

    /** A cell of it, see {@link PageStates#cell}. */
    public Map<String, Object> cellOfStates(int column, int index) {
        return states.cell(column, index);
    }

    /** What stands at a place of a picture that was told: the heatmap, or the answer of a view. */
    public Map<String, Object> spot(boolean isOfStates, double x, double y) {
        return picture(isOfStates).at(x, y);
    }

    /** Where an arrow key leads in one, see {@link PagePicture#next}; from x below 0 to the first spot. */
    public Map<String, Object> next(boolean isOfStates, double x, double y, int right, int down) {
        return picture(isOfStates).next(x < 0 ? Optional.empty() : Optional.of(new Point(x, y)), right, down);
    }

    private PagePicture picture(boolean isOfStates) {
        return isOfStates ? states.picture() : views.picture();
    }

    private Evaluation evaluation(Parameters parameters) {
        Evaluation known = evaluation;
        if (known == null || evaluated == null || !evaluated.equals(parameters)) {
            known = evaluator.evaluate(parameters);
            evaluation = known;
            evaluated = parameters;
        }
        return known;
    }

    /** A unit at a step, see {@link PageCell#of}. */
    public Map<String, Object> cell(Parameters parameters, int sequence, int number, int unit) {
        return PageCell.of(experiment, evaluator.fed(parameters).sample(), sequence, number, unit);
    }
}
