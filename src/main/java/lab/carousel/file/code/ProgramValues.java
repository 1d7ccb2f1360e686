package lab.carousel.file.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.KnownOptimiser;
import lab.carousel.model.Optimiser;
import lab.carousel.model.OptimiserConstant;
import lab.carousel.model.OptimiserUpdate;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Sequence;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.text.FileNumber;

final class ProgramValues {

    /** Letters on a line, without those around it. */
    private static final int LINE = 108;
    /** Names of rows may have line breaks. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Experiment experiment;
    private final Hyperparameters hyperparameters;
    private final Library library;
    private final Map<String, Object> values = new HashMap<>();

    private ProgramValues(Experiment experiment, Library library) {
        this.experiment = experiment;
        this.hyperparameters = experiment.hyperparameters();
        this.library = library;
    }

    static Map<String, Object> of(Experiment experiment, Library library) {
        ProgramValues values = new ProgramValues(experiment, library);
        values.addTask();
        values.addSeries();
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
        values.put("sets", experiment.task().sets());
        // Java braces next to those of the template
        values.put("open", "{");
        values.put("close", "}");
    }

    /** How sequences of symbols are written, and a series of numbers. */
    private void addSeries() {
        Optional<Series> series = Series.of(experiment.task());
        boolean isOne = series.isPresent();
        values.put("series", series.<Object>map(this::series).orElse(false));
        values.put("aim", isOne ? "forecast a series of numbers" : "predict the next symbol of a sequence");
        values.put("things", isOne ? "rows" : "symbols");
        values.put("inputs", isOne ? "INPUTS" : "K");
        values.put("outputs", isOne ? "OUTPUTS" : "K");
        values.put("steps", isOne ? "len(sequence)" : "len(sequence) - 1");
        values.put("lastStep", isOne ? "len(sequence) - 1" : "len(sequence) - 2");
        values.put("fed", isOne ? "WHOLE" : "ENCODED");
    }

    private Map<String, Object> series(Series series) {
        SeriesData data = series.data();
        SeriesFeed feed = series.feed();
        List<Map<String, Object>> channels = IntStream.range(0, data.values().length)
                .mapToObj(channel -> Map.of(
                        "name",
                        literal(data.channels().get(channel)),
                        "lines",
                        lines(Arrays.stream(data.values()[channel]).mapToObj(FileNumber::text))))
                .toList();
        return Map.ofEntries(
                Map.entry("channels", channels),
                Map.entry("hasNames", !data.rows().isEmpty()),
                Map.entry("names", lines(data.rows().stream().map(this::literal))),
                Map.entry("size", data.size()),
                Map.entry("target", literal(data.channels().get(feed.target()))),
                Map.entry("fed", Series.word(feed.fed())),
                Map.entry("period", feed.period()),
                Map.entry("ahead", feed.ahead()),
                Map.entry("train", feed.train()),
                Map.entry("scaling", Series.word(feed.scaling())),
                Map.entry("isLeaking", feed.leak() == Leak.SCALER));
    }

    /** Of a long list. */
    private static List<Map<String, String>> lines(Stream<String> literals) {
        List<String> lines = new ArrayList<>();
        literals.forEach(literal -> {
            int last = lines.size() - 1;
            if (last >= 0 && lines.get(last).length() + literal.length() < LINE) {
                lines.set(last, lines.get(last) + ", " + literal);
            } else {
                lines.add(literal);
            }
        });
        return lines.stream().map(line -> Map.of("line", line)).toList();
    }

    private List<Map<String, String>> listed(List<String> symbols) {
        return IntStream.range(0, symbols.size())
                .mapToObj(index ->
                        Map.of("symbol", literal(symbols.get(index)), "comma", index + 1 < symbols.size() ? ", " : ""))
                .toList();
    }

    /** A string literal in Python or Java. */
    private String literal(String symbol) {
        String escaped =
                CONTROL.matcher(symbol).replaceAll(" ").replace("\\", "\\\\").replace("\"", "\\\"");
        if (library != Library.DEEPLEARNING4J) {
            return '"' + escaped + '"';
        }
        // Java compilers read files in many encodings
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
                hyperparameters.get(Settings.UPDATE_INTERVAL).isWholeSequence()
                        ? whole
                        : hyperparameters.get(Settings.UPDATE_INTERVAL).steps());
        boolean isShuffled = hyperparameters.get(Settings.ORDER) == Order.SHUFFLED;
        values.put("shuffled", isJava ? String.valueOf(isShuffled) : isShuffled ? "True" : "False");
        values.put("stepWeight", experiment.lossWeighting().others());
        values.put("lastStepWeight", experiment.lossWeighting().last());
    }

    private void addCell() {
        Cell cell = hyperparameters.get(Settings.CELL);
        values.put("isRecurrent", cell.isRecurrent());
        values.put("isLstm", cell == Cell.LSTM);
        values.put("isGru", cell == Cell.GRU);
        values.put("isPlain", cell == Cell.RECURRENT);
        values.put("hasFrozenBias", cell.isRecurrent() && !cell.hasRecurrentBias());
        values.put("gates", cell.gates().size());
        values.put("columnWords", words(cell.gates()));
        values.put("isChrono", cell.keepingGate().isPresent() && hyperparameters.isChrono());
        values.put("torchLayer", cell.name(CellLibrary.PYTORCH).orElse(""));
        values.put("kerasLayer", cell.name(CellLibrary.KERAS).orElse(""));
        values.put("states", cell.hasCellState() ? 2 : cell.isRecurrent() ? 1 : 0);
        values.put(
                "stateWords",
                cell.hasCellState()
                        ? "hidden state h and cell state c"
                        : cell.isRecurrent() ? "the hidden state h" : "none, for nothing is carried");
        cell.name(CellLibrary.DEEPLEARNING4J).ifPresent(name -> addDeeplearning4j(cell, name));
    }

    private void addDeeplearning4j(Cell cell, String name) {
        List<Quantity> theirs = cell.gates(CellLibrary.DEEPLEARNING4J);
        String layers = cell == Cell.LSTM
                ? "org.deeplearning4j.nn.conf.layers."
                : cell == Cell.RECURRENT ? "org.deeplearning4j.nn.conf.layers.recurrent." : "";
        values.put("layerBuilder", "new " + layers + name + ".Builder()");
        values.put("layerClass", name);
        values.put("carryingClass", cell == Cell.LSTM ? "CarryingLstm" : "CarryingRecurrent");
        values.put("dl4jColumnWords", words(theirs));
        values.put(
                "dl4jBlocks",
                theirs.stream()
                        .map(gate -> String.valueOf(cell.gates().indexOf(gate)))
                        .collect(Collectors.joining(", ")));
    }

    private static String words(List<Quantity> gates) {
        return gates.stream()
                .map(gate -> gate.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + gate.letter())
                .collect(Collectors.joining(", "));
    }

    private void addOutput() {
        Output output = hyperparameters.get(Settings.OUTPUT);
        boolean isSigmoid = output == Output.SIGMOID;
        values.put("isSigmoid", isSigmoid);
        values.put("outputWords", output.squashing().keras());
        values.put("outputActivation", output.squashing().onnx().toUpperCase(Locale.ROOT));
        values.put("lossClass", output.deeplearning4j().orElse(""));
    }

    private void addOptimiser() {
        Optimiser optimiser = hyperparameters.get(Settings.OPTIMISER);
        KnownOptimiser known = optimiser.in(library.cells()).orElseThrow();
        OptimiserUpdate update = optimiser.update(hyperparameters);
        values.put("optimiserClass", known.name());
        values.put("isCorrected", update.corrected().isPresent());
        values.put("moments", update.moments());
        values.put("isStarted", update.moments().stream().anyMatch(moment -> moment.start() != 0));
        values.put("constants", known.constants(update));
        values.put("constantNames", joined(update, OptimiserConstant::name).toUpperCase(Locale.ROOT));
        values.put("constantValues", joined(update, constant -> FileNumber.text(constant.value())));
        values.put("optimiserArguments", String.join(", ", known.arguments()));
    }

    private static String joined(OptimiserUpdate update, Function<OptimiserConstant, String> text) {
        return update.constants().stream().map(text).collect(Collectors.joining(", "));
    }
}
