package lab.carousel.file.states;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.tensor.Npz;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.TargetKind;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Table;
import lab.carousel.training.RecordedEpoch;
import lab.carousel.training.Snapshot;

/**
 * Hidden state, cell state, gates and outputs of every unit at every step of the recorded epochs. As arrays for NumPy
 * ({@value #ARRAYS}), E epochs, S steps of all sequences one after another, U units of all layers, O outputs:
 *
 * <pre>
 *   h, c, i, f, o, g   E x S x U   (of GRU h, z, r, g; of others h)
 *   outputs            E x S x O
 *   epoch              E
 *   sequence, step     S           from 1
 *   input, target      S           symbols; numbers if those are fed and wanted: S x I and S x O, NaN where none is wanted
 *   layer, unit        U           from 1; units are counted in each layer
 *   alphabet           K           symbols
 *   carousel_experiment            an experiment file
 * </pre>
 *
 * <p>Or as a table ({@value #TABLE}) with a row for each number: epoch, sequence, step, input, target, quantity, layer, unit,
 * value. An output has no layer, and its number for the unit. Numbers that are fed and wanted have a column each.
 */
public final class StatesFile {

    public static final String ARRAYS = ".npz";
    public static final String TABLE = ".csv";

    private static final long MOST_NUMBERS = 8_000_000;
    private static final String OUTPUT = "output";
    private static final long MOST_ROWS = 1_000_000;

    private StatesFile() {}

    /**
     * @throws InvalidInput if the extension is another one
     */
    public static void checkName(Path file) {
        if (!isTable(file) && !file.toString().toLowerCase(Locale.ROOT).endsWith(ARRAYS)) {
            throw new InvalidInput("file.states.name", file, ARRAYS, TABLE);
        }
    }

    private static boolean isTable(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(TABLE);
    }

    /**
     * Saves the states of a run atomically, in the format of the extension.
     *
     * @throws InvalidInput if they are too many, or cannot be written
     */
    public static void write(Snapshot snapshot, Path file) {
        if (isTable(file)) {
            RecordedStates states = new RecordedStates(snapshot, MOST_ROWS);
            AtomicFile.write(file, stream -> writeTable(states, stream));
        } else {
            RecordedStates states = new RecordedStates(snapshot, MOST_NUMBERS);
            AtomicFile.writeMade(file, stream -> stream.write(arrays(states)));
        }
    }

    private static byte[] arrays(RecordedStates states) throws IOException {
        int epochs = states.epochs().size();
        int steps = states.steps();
        int units = states.experiment().layout().allUnits();
        Map<Quantity, double[]> values = new EnumMap<>(Quantity.class);
        states.quantities().forEach(quantity -> values.put(quantity, new double[epochs * steps * units]));
        double[] outputs = new double[epochs * steps * states.outputs()];
        List<Step> all = new ArrayList<>();
        int[] row = {0};
        states.each((epoch, traces, column) -> {
            values.forEach((quantity, array) ->
                    System.arraycopy(traces.values(quantity, column), 0, array, row[0] * units, units));
            System.arraycopy(traces.outputs(column), 0, outputs, row[0] * states.outputs(), states.outputs());
            if (epoch == 0) {
                all.add(traces.step(column));
            }
            row[0]++;
        });
        Npz npz = new Npz();
        values.forEach(
                (quantity, array) -> npz.put(quantity.letter(), new Tensor(List.of(epochs, steps, units), array)));
        npz.put("outputs", new Tensor(List.of(epochs, steps, states.outputs()), outputs));
        addNames(states, all, npz);
        return npz.bytes();
    }

    private static void addNames(RecordedStates states, List<Step> steps, Npz npz) {
        Alphabet alphabet = states.experiment().task().alphabet();
        int inEach = states.experiment().layout().units();
        int units = states.experiment().layout().allUnits();
        npz.putWhole(
                "epoch",
                states.epochs().stream().mapToInt(epoch -> epoch.epoch()).toArray());
        npz.putWhole(
                "sequence", steps.stream().mapToInt(step -> step.sequence() + 1).toArray());
        npz.putWhole("step", steps.stream().mapToInt(Step::number).toArray());
        if (states.experiment().task().targets() == TargetKind.NUMBERS) {
            npz.put("input", matrix(steps, states::fed));
            npz.put("target", matrix(steps, states::wanted));
        } else {
            npz.put(
                    "input",
                    steps.stream().map(step -> alphabet.symbol(step.input())).toList());
            npz.put(
                    "target",
                    steps.stream().map(step -> alphabet.symbol(step.target())).toList());
        }
        int[] layer = new int[units];
        int[] unit = new int[units];
        for (int number = 0; number < units; number++) {
            layer[number] = number / inEach + 1;
            unit[number] = number % inEach + 1;
        }
        npz.putWhole("layer", layer);
        npz.putWhole("unit", unit);
        npz.put("alphabet", alphabet.symbols());
        npz.put(ReadNetwork.EXPERIMENT, ExperimentFile.toJson(states.experiment()));
    }

    private static Tensor matrix(List<Step> steps, Function<Step, double[]> row) {
        double[] values =
                steps.stream().map(row).flatMapToDouble(Arrays::stream).toArray();
        return Tensor.matrix(steps.size(), values.length / steps.size(), values);
    }

    private static List<Integer> places(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static void writeTable(RecordedStates states, OutputStream stream) throws IOException {
        Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        List<String> names = states.experiment().task().alphabet().symbols();
        int inEach = states.experiment().layout().units();
        Table<StateNumber> table = Table.<StateNumber>of(List.of())
                .column("epoch", StateNumber::epoch)
                .column("sequence", number -> number.step.sequence() + 1)
                .column("step", number -> number.step.number());
        if (states.experiment().task().targets() == TargetKind.NUMBERS) {
            int outputs = states.outputs();
            table.columns(
                    places(states.experiment().layout().symbols()),
                    k -> "input_" + names.get(outputs + k),
                    (number, k) -> states.fed(number.step)[k]);
            table.columns(
                    places(outputs),
                    k -> "target_" + names.get(k),
                    (number, k) -> Table.known(states.wanted(number.step)[k]));
        } else {
            table.column("input", number -> names.get(number.step.input()))
                    .column("target", number -> number.step.target().words(names::get));
        }
        table.column("quantity", StateNumber::quantity)
                .column("layer", number -> number.isOutput() ? "" : number.place / inEach + 1)
                .column("unit", number -> (number.isOutput() ? number.place : number.place % inEach) + 1)
                .column("value", number -> Table.known(number.value));
        writer.append(table.header());
        states.each((epoch, traces, column) -> {
            for (StateNumber number : numbers(states, epoch, traces, column)) {
                writer.append(table.line(number));
            }
        });
        writer.flush();
    }

    private static List<StateNumber> numbers(RecordedStates states, int place, Traces traces, int column) {
        int epoch = states.epochs().get(place).epoch();
        Step step = traces.step(column);
        List<StateNumber> numbers = new ArrayList<>();
        for (Quantity quantity : states.quantities()) {
            double[] values = traces.values(quantity, column);
            for (int unit = 0; unit < values.length; unit++) {
                numbers.add(new StateNumber(epoch, step, quantity.letter(), unit, values[unit]));
            }
        }
        double[] outputs = traces.outputs(column);
        for (int output = 0; output < outputs.length; output++) {
            numbers.add(new StateNumber(epoch, step, OUTPUT, output, outputs[output]));
        }
        return numbers;
    }

    /** A number of the table; the place is that of the unit, over all layers, or of the output, from 0. */
    private record StateNumber(int epoch, Step step, String quantity, int place, double value) {

        boolean isOutput() {
            return quantity.equals(OUTPUT);
        }
    }

    /**
     * States of the recorded epochs at every step of the task. If they are too many, epochs are left out at equal
     * distances; the first and the last stay.
     */
    static final class RecordedStates {

        private final Experiment experiment;
        private final Steps[] sequences;
        private final Evaluator evaluator;
        private final List<RecordedEpoch> epochs;

        interface Observer {

            /**
             * Receives a step; the epoch is counted from 0 among those taken, the column is that of the step in its
             * window's traces.
             */
            void see(int epoch, Traces traces, int column) throws IOException;
        }

        /**
         * @throws InvalidInput if a single epoch has more numbers than allowed
         */
        RecordedStates(Snapshot snapshot, long most) {
            experiment = snapshot.experiment();
            sequences = experiment.task().encoded();
            evaluator = new Evaluator(experiment);
            long ofOne =
                    (long) steps() * (quantities().size() * experiment.layout().allUnits() + outputs());
            if (ofOne > most) {
                throw new InvalidInput("file.states.tooMany", ofOne, most);
            }
            epochs = snapshot.recorded().thinned((int) Math.min(Integer.MAX_VALUE, most / ofOne));
        }

        Experiment experiment() {
            return experiment;
        }

        List<RecordedEpoch> epochs() {
            return epochs;
        }

        double[] fed(Step step) {
            Steps steps = sequences[step.sequence()];
            return IntStream.range(0, experiment.layout().symbols())
                    .mapToDouble(k -> steps.fed(step.number() - 1, k))
                    .toArray();
        }

        double[] wanted(Step step) {
            return IntStream.range(0, outputs())
                    .mapToDouble(step.target()::number)
                    .toArray();
        }

        List<Quantity> quantities() {
            return experiment.hyperparameters().get(Settings.CELL).quantities();
        }

        int outputs() {
            return experiment.layout().outputs();
        }

        int steps() {
            return evaluator.columns().total();
        }

        void each(Observer observer) throws IOException {
            int all = steps();
            for (int epoch = 0; epoch < epochs.size(); epoch++) {
                FedNetwork network = evaluator.fed(epochs.get(epoch).parameters());
                for (int first = 0; first < all; first += ColumnWindow.MAX_COLUMNS) {
                    int wide = Math.min(ColumnWindow.MAX_COLUMNS, all - first);
                    Traces traces = network.traces(new ColumnWindow(first, wide));
                    for (int column = 0; column < traces.columns(); column++) {
                        observer.see(epoch, traces, column);
                    }
                }
            }
        }
    }
}
