package lab.carousel.file.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Gate;
import lab.carousel.task.Sequence;

/** What the templates of programs are filled in with. */
final class ProgramValues {

    private final Experiment experiment;
    private final Hyperparameters hyperparameters;
    private final Library library;
    private final Map<String, Object> values = new HashMap<>();

    private ProgramValues(Experiment experiment, Library library) {
        this.experiment = experiment;
        this.hyperparameters = experiment.hyperparameters();
        this.library = library;
    }

    /** The values for an experiment, by their names in the templates. */
    static Map<String, Object> of(Experiment experiment, Library library) {
        ProgramValues values = new ProgramValues(experiment, library);
        values.addTask();
        values.addHyperparameters();
        values.addCell();
        values.addOutput();
        values.addOptimiser();
        return values.values;
    }

    private void addTask() {
        values.put("alphabet", listed(experiment.task().alphabet().symbols()));
        values.put(
                "sequences",
                experiment.task().sequences().stream()
                        .map(Sequence::symbols)
                        .map(symbols -> Map.of("symbols", listed(symbols)))
                        .toList());
        // Braces of Java that would stand beside those of the template
        values.put("open", "{");
        values.put("close", "}");
    }

    private List<Map<String, String>> listed(List<String> symbols) {
        return IntStream.range(0, symbols.size())
                .mapToObj(index ->
                        Map.of("symbol", literal(symbols.get(index)), "comma", index + 1 < symbols.size() ? ", " : ""))
                .toList();
    }

    /** A symbol as a text in Python or Java. */
    private String literal(String symbol) {
        String escaped = symbol.replace("\\", "\\\\").replace("\"", "\\\"");
        if (library != Library.DEEPLEARNING4J) {
            return '"' + escaped + '"';
        }
        // Compilers of Java read files in many encodings
        return '"'
                + escaped.chars()
                        .mapToObj(unit -> unit < 128 ? String.valueOf((char) unit) : String.format("\\u%04x", unit))
                        .collect(Collectors.joining())
                + '"';
    }

    private void addHyperparameters() {
        boolean isJava = library == Library.DEEPLEARNING4J;
        Map<String, Boolean> unusual = new HashMap<>();
        for (Setting<?> setting : Settings.ALL) {
            values.put(setting.name(), setting.writtenText(hyperparameters));
            unusual.put(
                    setting.name(),
                    setting.isUnusual(hyperparameters)
                            && setting.obstacle(hyperparameters).isEmpty());
        }
        values.put("unusual", unusual);
        String whole = isJava ? "Integer.MAX_VALUE" : "None";
        values.put(
                "updateInterval",
                hyperparameters.updateInterval().isWholeSequence()
                        ? whole
                        : hyperparameters.updateInterval().steps());
        boolean isShuffled = hyperparameters.order() == Order.SHUFFLED;
        values.put("shuffled", isJava ? String.valueOf(isShuffled) : isShuffled ? "True" : "False");
        values.put("stepWeight", experiment.lossWeighting().others());
        values.put("lastStepWeight", experiment.lossWeighting().last());
    }

    private void addCell() {
        Cell cell = hyperparameters.cell();
        values.put("isRecurrent", cell.isRecurrent());
        values.put("isLstm", cell == Cell.LSTM);
        values.put("isGru", cell == Cell.GRU);
        values.put("isPlain", cell == Cell.RECURRENT);
        values.put("hasFrozenBias", cell.isRecurrent() && !cell.hasRecurrentBias());
        values.put("gates", cell.gates().size());
        values.put("columnWords", words(cell.gates()));
        values.put(
                "isChrono", cell.hasKeepingGate() && hyperparameters.gateBias().isChrono());
        CellNames names = CellNames.of(cell);
        values.put("torchLayer", names.torch());
        values.put("kerasLayer", names.keras());
        values.put("states", names.states());
        values.put("stateWords", names.stateWords());
        values.put("layerBuilder", names.builder());
        values.put("layerClass", names.layer());
        values.put("carryingClass", names.carrying());
        values.put("dl4jColumnWords", words(names.deeplearning4jGates()));
        values.put(
                "dl4jBlocks",
                names.deeplearning4jGates().stream()
                        .map(gate -> String.valueOf(cell.gates().indexOf(gate)))
                        .collect(Collectors.joining(", ")));
    }

    private static String words(List<Gate> gates) {
        return gates.stream()
                .map(gate -> switch (gate) {
                    case INPUT -> "input gate i";
                    case FORGET -> "forget gate f";
                    case OUTPUT -> "output gate o";
                    case CANDIDATE -> "candidate g";
                    case UPDATE -> "update gate z";
                    case RESET -> "reset gate r";
                })
                .collect(Collectors.joining(", "));
    }

    private void addOutput() {
        boolean isSigmoid = hyperparameters.output() == Output.SIGMOID;
        values.put("isSigmoid", isSigmoid);
        values.put("outputWords", isSigmoid ? "sigmoid" : "softmax");
        values.put("outputActivation", isSigmoid ? "SIGMOID" : "SOFTMAX");
        values.put("lossClass", isSigmoid ? "LossBinaryXENT" : "LossMCXENT");
    }

    private void addOptimiser() {
        Optimiser optimiser = hyperparameters.optimiser();
        values.put("isAdam", optimiser == Optimiser.ADAM);
        values.put("isRmsprop", optimiser == Optimiser.RMSPROP);
        values.put("isSgd", optimiser == Optimiser.SGD);
        values.put("beta1", Optimiser.ADAM_BETA1);
        values.put("beta2", Optimiser.ADAM_BETA2);
        values.put("decay", Optimiser.RMSPROP_DECAY);
        values.put("epsilon", Optimiser.EPSILON);
        values.put(
                "updaterClass",
                switch (optimiser) {
                    case ADAM -> "Adam";
                    case RMSPROP -> "RmsProp";
                    case SGD -> "Sgd";
                });
        values.put(
                "updater",
                switch (optimiser) {
                    case ADAM ->
                        "new Adam(LEARNING_RATE, %s, %s, %s)"
                                .formatted(Optimiser.ADAM_BETA1, Optimiser.ADAM_BETA2, Optimiser.EPSILON);
                    case RMSPROP ->
                        "new RmsProp(LEARNING_RATE, %s, %s)".formatted(Optimiser.RMSPROP_DECAY, Optimiser.EPSILON);
                    case SGD -> "new Sgd(LEARNING_RATE)";
                });
    }

    /**
     * What the libraries call a layer of cells, and how they lay it out.
     *
     * @param keras               the class in {@code keras.layers}
     * @param torch               the class in {@code torch.nn}
     * @param states              how many vectors are carried
     * @param stateWords          what they are
     * @param builder             how Deeplearning4j's configuration begins
     * @param layer               Deeplearning4j's class of the running layer, where it has to be mended
     * @param carrying            the class that mends it
     * @param deeplearning4jGates the order of the columns of Deeplearning4j's kernels
     */
    record CellNames(
            String keras,
            String torch,
            int states,
            String stateWords,
            String builder,
            String layer,
            String carrying,
            List<Gate> deeplearning4jGates) {

        /** The names for a cell; empty texts where a library does not have it. */
        static CellNames of(Cell cell) {
            return switch (cell) {
                case LSTM ->
                    new CellNames(
                            "LSTM",
                            "LSTM",
                            2,
                            "hidden state h and cell state c",
                            "new org.deeplearning4j.nn.conf.layers.LSTM.Builder()",
                            "LSTM",
                            "CarryingLstm",
                            List.of(Gate.CANDIDATE, Gate.FORGET, Gate.OUTPUT, Gate.INPUT));
                case GRU -> new CellNames("GRU", "GRU", 1, "the hidden state h", "", "", "", List.of());
                case RECURRENT ->
                    new CellNames(
                            "SimpleRNN",
                            "RNN",
                            1,
                            "the hidden state h",
                            "new org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn.Builder()",
                            "SimpleRnn",
                            "CarryingRecurrent",
                            List.of(Gate.CANDIDATE));
                case DENSE ->
                    new CellNames(
                            "Dense",
                            "Linear",
                            0,
                            "none, for nothing is carried",
                            "new DenseLayer.Builder()",
                            "",
                            "",
                            List.of(Gate.CANDIDATE));
            };
        }
    }
}
