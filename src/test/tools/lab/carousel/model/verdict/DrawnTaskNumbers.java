package lab.carousel.model.verdict;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.ErrorFlow;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PredictorFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnKinds;

/**
 * What the program computes on drawn tasks, as lines of JSON, to be held against code that was written elsewhere: floors of each
 * kind; and for each kind two set-ups with parameters before and after some updates, losses, errors, bits and separation.
 */
final class DrawnTaskNumbers {

    private static final PrintStream OUT = System.out;
    private static final int SEQUENCES = 4;
    private static final int TRAINED = 800;
    /** The largest values of parameters, so that a set-up has some hundred steps. */
    private static final int MOST = 20;

    private DrawnTaskNumbers() {}

    public static void main(String[] arguments) {
        DrawnKinds.ALL.forEach(DrawnTaskNumbers::floors);
        List<Cell> cells = List.of(Cell.LSTM, Cell.LSTM1997, Cell.PEEPHOLE, Cell.GRU, Cell.RECURRENT);
        List<UpdateInterval> intervals =
                List.of(UpdateInterval.WHOLE_SEQUENCE, new UpdateInterval(1), new UpdateInterval(7));
        int number = 0;
        for (DrawnTask kind : DrawnKinds.ALL) {
            List<Output> outputs = Output.all().stream()
                    .filter(output ->
                            (output.targets() == TargetKind.NUMBERS) == (kind.targets() == TargetKind.NUMBERS))
                    .filter(output -> !(kind.hasSets() && output == Output.SOFTMAX))
                    .toList();
            for (int each = 0; each < 2; each++, number++) {
                Cell cell = cells.get(number % cells.size());
                boolean truncates = number % 2 == 1 && cell.hasCellState();
                Hyperparameters values = Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 4)
                        .with(Settings.CELL, cell)
                        .with(Settings.LAYERS, number % 7 == 3 ? 2 : 1)
                        .with(Settings.OUTPUT, outputs.get(each % outputs.size()))
                        .with(Settings.UPDATE_INTERVAL, intervals.get(number % intervals.size()))
                        .with(Settings.ERROR_FLOW, truncates ? ErrorFlow.CELL_STATE_ONLY : ErrorFlow.ALL_PATHS)
                        .with(Settings.OPTIMISER, number % 4 == 0 ? Optimiser.SGD : Optimiser.ADAM)
                        .with(Settings.MOMENTUM, 0.0)
                        .with(Settings.LEARNING_RATE, 0.02)
                        .with(Settings.SEED, number + 1L);
                setUp(new Experiment(Task.drawn(task(kind)), values, EngineName.KERNEL));
            }
        }
    }

    private static DrawnTask task(DrawnTask kind) {
        return DrawnTask.of(
                kind,
                kind.parameters().stream()
                        .mapToInt(parameter -> Math.max(parameter.least(), Math.min(MOST, parameter.first())))
                        .toArray());
    }

    private static void floors(DrawnTask kind) {
        DrawnTask task = DrawnTask.of(
                kind,
                kind.parameters().stream()
                        .mapToInt(parameter -> parameter.first())
                        .toArray());
        ScoredSteps scored = new ScoredSteps(0, task.scoresLastStepOnly());
        Stream<PredictorFloor> seen = (kind.targets() == TargetKind.NUMBERS)
                ? Stream.of()
                : IntStream.rangeClosed(1, 4).mapToObj(count -> PredictorFloor.seen(task.floor(count, scored)));
        List<String> floors = Stream.concat(kind.floors(1, scored).stream(), seen)
                .map(DrawnTaskNumbers::floor)
                .toList();
        OUT.println("{\"kind\": \"" + kind.name() + "\", \"floors\": " + floors + "}");
    }

    private static String floor(PredictorFloor told) {
        MemorylessFloor floor = told.floor();
        return "{\"known\": \"" + told.known() + "\", \"seen\": " + floor.symbolsSeen() + ", \"sigmoid\": "
                + number(floor.sigmoid()) + ", \"softmax\": " + number(floor.softmax()) + ", \"recall\": "
                + number(floor.recall()) + "}";
    }

    private static void setUp(Experiment experiment) {
        Hyperparameters values = experiment.hyperparameters();
        ParameterLayout layout = experiment.layout();
        DrawnTask task = (DrawnTask) experiment.task().supply();
        SplittableRandom random = new SplittableRandom(values.get(Settings.SEED));
        List<Steps> sequences = Stream.generate(() -> task.draw(random).with(experiment.scoredSteps()))
                .limit(SEQUENCES)
                .toList();
        Parameters before = RandomParameters.of(layout, values.get(Settings.SEED));
        List<Double> losses = new ArrayList<>();
        Parameters after = updated(experiment, before, sequences, losses);
        List<Steps> more = Stream.generate(() -> task.draw(random).with(experiment.scoredSteps()))
                .limit(TRAINED)
                .toList();
        Parameters trained = updated(
                experiment.with(each -> each.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)),
                after,
                more,
                new ArrayList<>());
        Evaluator evaluator = new Evaluator(experiment);
        Evaluation evaluation = evaluator.evaluate(trained);
        String pairs = evaluator.tests().stream()
                .map(pair -> "{\"one\": " + steps(experiment, pair.sequence()) + ", \"two\": "
                        + steps(experiment, pair.twin().steps()) + ", \"answers\": "
                        + Arrays.toString(pair.twin().answers()) + "}")
                .collect(Collectors.joining(", "));
        Stream<Steps> sample = task.hasFewSequences() ? Stream.of(experiment.encoded()) : Stream.of();
        OUT.println("{\"kind\": \"" + task.name() + "\", \"cell\": \"" + layout.cell() + "\", \"inputs\": "
                + layout.symbols()
                + ", \"outputs\": " + layout.outputs() + ", \"units\": " + layout.units() + ", \"layers\": "
                + layout.layers()
                + ", \"output\": \"" + values.get(Settings.OUTPUT) + "\", \"flow\": \""
                + values.get(Settings.ERROR_FLOW)
                + "\", \"optimiser\": \"" + values.get(Settings.OPTIMISER) + "\", \"rate\": "
                + values.get(Settings.LEARNING_RATE) + ", \"interval\": "
                + Math.min(1_000_000, values.get(Settings.UPDATE_INTERVAL).steps()) + ", \"before\": "
                + numbers(before.toArray()) + ", \"updates\": " + losses + ", \"after\": " + numbers(after.toArray())
                + ", \"sequences\": "
                + sequences.stream().map(each -> seen(experiment, after, each)).toList() + ", \"trained\": "
                + numbers(trained.toArray()) + ", \"sample\": "
                + sample.map(each -> steps(experiment, each)).toList() + ", \"pairs\": [" + pairs + "], \"verdict\": \""
                + evaluation.judgement().verdict() + "\", \"loss\": " + number(evaluation.loss()) + ", \"bits\": "
                + number(evaluation.judgement().bits()) + ", \"separation\": "
                + number(evaluation.judgement().separation()) + "}");
    }

    /** Trains on sequences, each from the zero state; adds the loss that each update tells. */
    private static Parameters updated(
            Experiment experiment, Parameters from, List<Steps> sequences, List<Double> losses) {
        try (Trainer trainer = new KernelEngine().start(experiment, from)) {
            for (Steps sequence : sequences) {
                trainer.resetState();
                int interval = experiment
                        .hyperparameters()
                        .get(Settings.UPDATE_INTERVAL)
                        .steps();
                for (int step = 0; step < sequence.size(); ) {
                    int times = Math.min(interval, sequence.size() - step);
                    losses.add(trainer.update(sequence, step, times, 1));
                    step += times;
                }
            }
            return trainer.parameters();
        }
    }

    /** A sequence with what the network makes of it. */
    private static String seen(Experiment experiment, Parameters parameters, Steps steps) {
        Trace trace = Trace.of(parameters, experiment.hyperparameters(), steps);
        DrawnTask task = (DrawnTask) experiment.task().supply();
        Steps judged = task.judged(steps).with(experiment.scoredSteps());
        IntStream all = IntStream.range(0, steps.size());
        return "{\"steps\": " + steps(experiment, steps) + ", \"judged\": " + steps(experiment, judged)
                + ", \"outputs\": "
                + all.mapToObj(t -> numbers(trace.outputs(t))).toList() + ", \"losses\": "
                + IntStream.range(0, steps.size())
                        .mapToObj(t -> steps.isScored(t)
                                ? number(CellExplanation.of(
                                                FedSteps.of(
                                                        parameters,
                                                        experiment.hyperparameters(),
                                                        new Steps[] {steps},
                                                        false),
                                                0,
                                                t + 1,
                                                0)
                                        .output()
                                        .loss())
                                : "null")
                        .toList()
                + ", \"errors\": "
                + IntStream.range(0, steps.size())
                        .mapToObj(t ->
                                judged.isScored(t) ? number(judged.target(t).error(trace.outputs(t))) : "null")
                        .toList()
                + ", \"largest\": "
                + number(new ForwardPass(parameters, experiment.hyperparameters()).largestError(judged)) + "}";
    }

    /** What is fed, what is wanted of each output, and the weight of each step. */
    private static String steps(Experiment experiment, Steps steps) {
        int outputs = experiment.layout().outputs();
        List<String> fed = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        List<String> weights = new ArrayList<>();
        for (int t = 0; t < steps.size(); t++) {
            Target target = steps.target(t);
            fed.add(steps.input(t) >= 0 ? String.valueOf(steps.input(t)) : numbers(steps.row(t)));
            String kind = (target.kind() == TargetKind.NUMBERS) ? "numbers" : target.isSet() ? "set" : "symbol";
            wanted.add(
                    target.equals(Target.NONE) || !target.isWithin(outputs)
                            ? "null"
                            : "{\"" + kind + "\": "
                                    + ((target.kind() == TargetKind.NUMBERS)
                                            ? numbers(IntStream.range(0, outputs)
                                                    .mapToDouble(target::wanted)
                                                    .toArray())
                                            : Arrays.toString(target.symbols()))
                                    + "}");
            weights.add(number(experiment.lossWeighting().of(steps, t)));
        }
        return "{\"fed\": " + fed + ", \"wanted\": " + wanted + ", \"weights\": " + weights + "}";
    }

    private static String numbers(double... numbers) {
        return DoubleStream.of(numbers)
                .mapToObj(DrawnTaskNumbers::number)
                .toList()
                .toString();
    }

    private static String number(double number) {
        return Double.isFinite(number) ? String.valueOf(number) : "null";
    }
}
