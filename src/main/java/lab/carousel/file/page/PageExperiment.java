package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Task;
import lab.carousel.text.Language;
import lab.carousel.text.Message;

/** JSON of an experiment for the scripts, and what of it they support. */
final class PageExperiment {

    private static final Set<Setting<?>> FIELDS = Set.of(
            Settings.HIDDEN_UNITS,
            Settings.LEARNING_RATE,
            Settings.UPDATE_INTERVAL,
            Settings.EPOCHS,
            Settings.SEED,
            Settings.OUTPUT,
            Settings.RESET_POLICY);

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
            found.add(Message.text("page.large"));
        }
        notTrained().forEach(setting -> found.add(setting.label().text()));
        return List.copyOf(found);
    }

    private List<Setting<?>> notComputed() {
        List<Setting<?>> found = new ArrayList<>();
        // The forks of a dense network are not computed there
        addIf(!settings.get(Settings.CELL).isRecurrent(), Settings.CELL, found);
        addIf(settings.get(Settings.LAYERS) != 1, Settings.LAYERS, found);
        addIf(settings.get(Settings.BATCH_SIZE) != 1, Settings.BATCH_SIZE, found);
        addIf(settings.get(Settings.LAG) != 1, Settings.LAG, found);
        addIf(settings.get(Settings.ORDER) != Order.AS_LISTED, Settings.ORDER, found);
        return found;
    }

    private List<Setting<?>> notTrained() {
        List<Setting<?>> found = new ArrayList<>(notComputed());
        addIf(settings.get(Settings.OPTIMISER) != Optimiser.ADAM, Settings.OPTIMISER, found);
        addIf(settings.get(Settings.WEIGHT_DECAY) != 0, Settings.WEIGHT_DECAY, found);
        return found;
    }

    private static void addIf(boolean isObstacle, Setting<?> setting, List<Setting<?>> found) {
        if (isObstacle) {
            found.add(setting);
        }
    }

    /** Names and values of the settings without a field, where they have an influence. */
    private ArrayNode others() {
        ArrayNode told = JsonNodeFactory.instance.arrayNode();
        Stream.of(Settings.Group.values())
                .flatMap(group -> group.settings().stream())
                .filter(setting -> !FIELDS.contains(setting))
                .filter(setting -> setting.obstacle(settings).isEmpty())
                .forEach(setting -> told.addArray().add(setting.label().text()).add(setting.valueText(settings)));
        return told;
    }

    private ObjectNode cell() {
        Cell cell = settings.get(Settings.CELL);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("isRecurrent", cell.isRecurrent())
                .put("hasRecurrentBias", cell.hasRecurrentBias())
                .put("keeping", cell.keepingGate().map(Quantity::letter).orElse(""));
        ArrayNode gates = json.putArray("gates");
        cell.gates().forEach(gate -> gates.add(gate.letter()));
        ArrayNode looks = json.putArray("looks");
        cell.looks().forEach(gate -> looks.add(gate.letter()));
        ArrayNode equations = json.putArray("equations");
        cell.equations()
                .forEach(equation ->
                        equations.addObject().put("name", equation.name()).set("is", expression(equation.is())));
        return json;
    }

    private static ObjectNode expression(Expression expression) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("op", expression.op().name()).put("name", expression.name());
        ArrayNode parts = json.putArray("of");
        expression.of().forEach(part -> parts.add(expression(part)));
        return json;
    }

    /** The experiment, without what is not supported. */
    ObjectNode json() {
        Task task = experiment.task();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode alphabet = json.putArray("alphabet");
        task.alphabet().symbols().forEach(alphabet::add);
        ArrayNode sequences = json.putArray("sequences");
        for (int[] sequence : task.encoded()) {
            ArrayNode symbols = sequences.addArray();
            for (int symbol : sequence) {
                symbols.add(symbol);
            }
        }
        json.set("cell", cell());
        json.putObject("adam")
                .put("beta1", Optimiser.ADAM_BETA1)
                .put("beta2", Optimiser.ADAM_BETA2)
                .put("epsilon", Optimiser.EPSILON);
        ObjectNode others = json.putObject("settings");
        for (Language language : Language.all()) {
            others.set(language.code(), language.meanwhile(this::others));
        }
        UpdateInterval interval = settings.get(Settings.UPDATE_INTERVAL);
        boolean isChrono =
                settings.isChrono() && settings.get(Settings.CELL).keepingGate().isPresent();
        json.put("units", settings.get(Settings.HIDDEN_UNITS))
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
                .put(
                        "clipping",
                        settings.get(Settings.CLIPPING) == Settings.NO_CLIPPING ? 0 : settings.get(Settings.CLIPPING));
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
