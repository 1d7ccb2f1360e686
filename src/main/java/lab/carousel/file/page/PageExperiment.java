package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Equation;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Op;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.QuantityKind;
import lab.carousel.picture.account.Contribution;
import lab.carousel.text.Message;
import lab.carousel.text.Words;

/** JSON of an experiment for the scripts, and what of it they support. */
final class PageExperiment {

    /** Settings that have a field in the page, by its name there, in the order of addresses. */
    static final Map<String, Setting<?>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("units", Settings.HIDDEN_UNITS);
        FIELDS.put("output", Settings.OUTPUT);
        FIELDS.put("learningRate", Settings.LEARNING_RATE);
        FIELDS.put("epochs", Settings.EPOCHS);
        FIELDS.put("interval", Settings.UPDATE_INTERVAL);
        FIELDS.put("reset", Settings.RESET_POLICY);
        FIELDS.put("seed", Settings.SEED);
    }

    private static final Set<Setting<?>> NOT_COMPUTED =
            Set.of(Settings.LAYERS, Settings.BATCH_SIZE, Settings.LAG, Settings.ORDER);
    private static final List<Setting<?>> NOT_TRAINED = List.of(Settings.OPTIMISER, Settings.WEIGHT_DECAY);

    /** Settings without a field whose words the scripts know. */
    private static final List<Setting<?>> CHOICES = List.of(Settings.TRAINS, Settings.ERROR_FLOW);

    private final Experiment experiment;
    private final Hyperparameters settings;

    PageExperiment(Experiment experiment) {
        this.experiment = experiment;
        this.settings = experiment.hyperparameters();
    }

    boolean isComputed() {
        return notComputed().isEmpty()
                && !experiment.task().isDrawn()
                && Page.obstacle(experiment).isEmpty();
    }

    boolean isTrained() {
        return isComputed() && notTrained().isEmpty();
    }

    /** What is not supported: names of settings, drawn sequences, or the size. */
    List<String> obstacles() {
        List<String> found = new ArrayList<>();
        if (experiment.task().isDrawn()) {
            found.add(Message.text("page.drawn"));
        }
        if (Page.obstacle(experiment).isPresent()) {
            found.add(Message.text(experiment.task().sets() ? "page.sets" : "page.large"));
        }
        notTrained().forEach(setting -> found.add(setting.label().text()));
        return found;
    }

    private List<Setting<?>> notComputed() {
        // The forks of a dense network are not computed there
        return Settings.ALL.stream()
                .filter(setting -> setting == Settings.CELL
                        ? !settings.get(Settings.CELL).isRecurrent()
                        : NOT_COMPUTED.contains(setting) && setting.isUnusual(settings))
                .toList();
    }

    private List<Setting<?>> notTrained() {
        return Stream.concat(
                        notComputed().stream(), NOT_TRAINED.stream().filter(setting -> setting.isUnusual(settings)))
                .toList();
    }

    /** Names and values of the settings without a field, where they have an influence. */
    private List<List<String>> others() {
        return Stream.of(Settings.Group.values())
                .flatMap(group -> group.settings().stream())
                .filter(setting -> !FIELDS.containsValue(setting))
                .filter(setting -> setting.obstacle(settings).isEmpty())
                .map(setting -> List.of(setting.label().text(), setting.valueText(settings)))
                .toList();
    }

    private static ObjectNode cell(Cell cell) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", new Words<>(Cell.all()).word(cell))
                .put("isRecurrent", cell.isRecurrent())
                .put("hasRecurrentBias", cell.hasRecurrentBias())
                .putPOJO(
                        "does",
                        cell.equations().stream()
                                .filter(equation -> equation.quantity().kind() == QuantityKind.STATE)
                                .collect(Collectors.toMap(
                                        Equation::name, equation -> Contribution.sentence(cell, equation.quantity()))))
                .put("keeping", cell.keepingGate().map(Quantity::letter).orElse(""))
                .putPOJO("gates", cell.gates().stream().map(Quantity::letter).toList())
                .putPOJO("looks", cell.looks().stream().map(Quantity::letter).toList())
                .putPOJO(
                        "equations",
                        cell.equations().stream().map(EquationTree::of).toList());
    }

    private record EquationTree(String name, Tree is) {

        static EquationTree of(Equation equation) {
            return new EquationTree(equation.name(), Tree.of(equation.is()));
        }
    }

    private record Tree(Op op, String name, List<Tree> of) {

        static Tree of(Expression expression) {
            return new Tree(
                    expression.op(),
                    expression.name(),
                    expression.of().stream().map(Tree::of).toList());
        }
    }

    /** The experiment, without what is not supported. */
    ObjectNode json() {
        UpdateInterval interval = settings.get(Settings.UPDATE_INTERVAL);
        double clipping = settings.get(Settings.CLIPPING);
        Cell cell = settings.get(Settings.CELL);
        boolean isChrono = settings.isChrono() && cell.keepingGate().isPresent();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .putPOJO("alphabet", experiment.task().alphabet().symbols())
                .putPOJO("sequences", experiment.task().indices());
        json.set("cell", cell(cell));
        json.putObject("adam")
                .put("beta1", Optimiser.ADAM_BETA1)
                .put("beta2", Optimiser.ADAM_BETA2)
                .put("epsilon", Optimiser.EPSILON);
        json.putPOJO("settings", Page.inEachLanguage(this::others))
                .put("units", settings.get(Settings.HIDDEN_UNITS))
                .put("output", settings.get(Settings.OUTPUT).name())
                .put("learningRate", settings.get(Settings.LEARNING_RATE))
                .put("interval", interval.isWholeSequence() ? 0 : interval.steps())
                .put("epochs", settings.get(Settings.EPOCHS))
                .put("seed", settings.get(Settings.SEED))
                .put("reset", settings.get(Settings.RESET_POLICY).name())
                .put("forgetBias", isChrono ? 0 : settings.get(Settings.FORGET_GATE_BIAS))
                .put("inputBias", isChrono ? 0 : settings.get(Settings.INPUT_GATE_BIAS))
                .put("chrono", isChrono ? (int) settings.get(Settings.CHRONO_SPAN) : 0)
                .put("others", experiment.lossWeighting().others())
                .put("last", experiment.lossWeighting().last())
                .put("clipping", clipping == Settings.NO_CLIPPING ? 0 : clipping);
        for (Setting<?> setting : CHOICES) {
            if (setting.isUnusual(settings) && setting.obstacle(settings).isEmpty()) {
                json.put(setting.name(), setting.writtenText(settings));
            }
        }
        for (Setting<?> setting : Settings.ALL) {
            if (setting.written(settings) instanceof Number number
                    && setting.isUnusual(settings)
                    && !json.has(setting.name())) {
                json.put(setting.name(), number.doubleValue());
            }
        }
        return json;
    }
}
