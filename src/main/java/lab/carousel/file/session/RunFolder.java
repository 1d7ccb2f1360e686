package lab.carousel.file.session;

import static lab.carousel.file.json.Codec.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lab.carousel.engine.CarriedState;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.study.NumberBytes;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.task.StoppingRule;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Criterion;
import lab.carousel.training.Divergence;
import lab.carousel.training.Origin;
import lab.carousel.training.ParameterHistory;
import lab.carousel.training.PastRun;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Position;
import lab.carousel.training.RecordedEpoch;
import lab.carousel.training.Snapshot;
import lab.carousel.training.loss.LossCourse;
import lab.carousel.training.loss.LossHistory;
import lab.carousel.training.loss.LossPoint;

/**
 * A run in a folder of a session: {@value #EXPERIMENT}, an experiment file; {@value #RUN}, its position and sizes;
 * {@value #VALUES}, the numbers ({@link RunValues}); {@value #MEMORY}, the trainer's state ({@link RunMemory}), which
 * may be missing.
 */
final class RunFolder {

    static final String EXPERIMENT = "experiment.carousel";
    static final String RUN = "run.json";
    static final String VALUES = "values.bin";

    static final String MEMORY = "memory.bin";

    private static final int COARSEST = 1 << 24;
    private static final Codec<Integer> COUNT = Codec.whole(0, Integer.MAX_VALUE);
    private static final Codec<Integer> NUMBER = Codec.whole(1, Integer.MAX_VALUE);
    private static final Codec<Long> LONG = Codec.longNumber();

    /**
     * JSON of a run.
     *
     * @param recorded number of epochs
     * @param continuedFromEpoch where it went on from an earlier run
     * @param continuedFromUpdate the updates made until then, if it counts on
     */
    private record Written(
            Position position,
            int epochsPerPoint,
            int epochs,
            int recorded,
            Optional<Integer> continuedFromEpoch,
            Optional<Long> continuedFromUpdate,
            Optional<Divergence> diverged,
            Optional<Reached> criterion) {

        int points() {
            return (epochs + epochsPerPoint - 1) / epochsPerPoint;
        }
    }

    /** A {@link Criterion}, whose rule is that of the task. */
    private record Reached(
            double bound,
            long trained,
            int inARow,
            double largestError,
            Optional<Integer> wrong,
            Optional<Double> squaredErrors) {

        static Reached of(Criterion criterion) {
            return new Reached(
                    criterion.rule().bound(),
                    criterion.trained(),
                    criterion.inARow(),
                    criterion.largestError(),
                    Optional.of(criterion.wrong()).filter(count -> count > 0),
                    Optional.of(criterion.squaredErrors()).filter(sum -> sum > 0));
        }

        Criterion of(StoppingRule rule) {
            return new Criterion(rule, trained, inARow, largestError, wrong.orElse(0), squaredErrors.orElse(0.0));
        }
    }

    private static final Codec<Written> CODEC = Codec.of(
                    Written.class,
                    field(
                            "position",
                            Codec.of(
                                    Position.class,
                                    field("epoch", COUNT),
                                    field("sequence", COUNT),
                                    field("step", COUNT),
                                    field("updates", LONG))),
                    field("epochsPerPoint", Codec.whole(1, COARSEST)),
                    field("epochs", COUNT),
                    field("recorded", Codec.whole(0, ParameterHistory.MAX_EPOCHS)),
                    field("continuedFromEpoch", COUNT).optional(),
                    field("continuedFromUpdate", LONG).optional(),
                    field(
                                    "diverged",
                                    Codec.of(
                                            Divergence.class,
                                            field("epoch", NUMBER),
                                            field("sequence", NUMBER),
                                            field("step", NUMBER)))
                            .optional(),
                    field(
                                    "criterion",
                                    Codec.of(
                                            Reached.class,
                                            field("bound", Codec.NUMBER),
                                            field("trained", LONG),
                                            field("inARow", COUNT),
                                            field("largestError", Codec.NUMBER),
                                            field("wrong", COUNT).optional(),
                                            field("squaredErrors", Codec.NUMBER).optional()))
                            .optional())
            .check((run, at) -> {
                at.member("epochs").wholeNumber(0, run.position.epoch());
                if (run.points() >= LossHistory.CAPACITY) {
                    throw at.member("epochsPerPoint").place().problem("file.session.points", LossHistory.CAPACITY - 1);
                }
                if (run.continuedFromUpdate.isPresent()) {
                    at.member("continuedFromUpdate").longNumber(0, run.position.updates());
                }
            });

    private RunFolder() {}

    /**
     * Adds a run to the files of a session.
     *
     * @param folder with a slash at the end
     * @param mostBytes limit of its recorded epochs; some are left out beyond it, the last one never
     */
    static void write(PausedRun run, String folder, long mostBytes, Map<String, byte[]> files) {
        Snapshot snapshot = run.snapshot();
        Experiment experiment = snapshot.experiment();
        LossCourse history = snapshot.history();
        List<RecordedEpoch> recorded =
                snapshot.recorded().thinned((int) Math.max(1, mostBytes / RunValues.bytesPerEpoch(experiment)));
        Written written = new Written(
                snapshot.position(),
                history.epochsPerPoint(),
                history.size() == 0 ? 0 : history.epoch(history.size() - 1),
                recorded.size(),
                snapshot.origin().map(Origin::epoch),
                snapshot.origin().flatMap(Origin::course).map(PastRun::updates),
                run.divergence(),
                snapshot.criterion().map(Reached::of));
        RunValues values = RunValues.room(experiment, snapshot.origin().isPresent(), history.size(), recorded.size());
        values.put(snapshot.parameters());
        values.put(snapshot.evaluation());
        snapshot.origin().ifPresent(origin -> values.put(origin.parameters()));
        for (int point = 0; point < history.size(); point++) {
            values.put(history.point(point));
        }
        recorded.forEach(values::put);
        files.put(folder + EXPERIMENT, SessionFile.utf8(ExperimentFile.toJson(experiment)));
        files.put(folder + RUN, SessionFile.utf8(CODEC.text(written)));
        files.put(folder + VALUES, values.bytes());
        run.memory().ifPresent(memory -> files.put(folder + MEMORY, RunMemory.bytes(experiment, memory)));
    }

    /**
     * Reads a run.
     *
     * @param onBroken receives an error in the trainer's state, which is then left out
     * @throws InvalidInput if anything else is invalid; names the file and the place
     */
    static PausedRun read(ZipContent zip, String folder, Consumer<InvalidInput> onBroken) {
        Experiment experiment = ExperimentFile.read(zip.json(folder + EXPERIMENT));
        JsonValue root = zip.json(folder + RUN);
        Written written = CODEC.read(root);
        Snapshot snapshot = snapshot(zip, folder, experiment, written);
        Optional<TrainerMemory> memory = SessionFile.part(
                zip.has(folder + MEMORY),
                () -> RunMemory.read(
                        experiment, written.position.updates(), zip.place(folder + MEMORY), zip.bytes(folder + MEMORY)),
                onBroken);
        PausedRun run = new PausedRun(snapshot, written.diverged, memory);
        if (!run.isPossible()) {
            throw root.member("position").place().problem("file.session.position");
        }
        return run;
    }

    private static Snapshot snapshot(ZipContent zip, String folder, Experiment experiment, Written written) {
        RunValues values = RunValues.of(
                experiment,
                written.continuedFromEpoch.isPresent(),
                written.points(),
                written.recorded,
                zip.place(folder + VALUES),
                zip.bytes(folder + VALUES));
        Parameters parameters = values.parameters();
        Evaluation evaluation = values.evaluation();
        Optional<Parameters> start = written.continuedFromEpoch.map(epoch -> values.parameters());
        int wentOnAt = written.continuedFromEpoch.orElse(0);
        List<LossPoint> points = new ArrayList<>();
        for (int point = 1; point <= written.points(); point++) {
            points.add(values.point(Math.min(written.epochs, point * written.epochsPerPoint)));
        }
        int lines = experiment.task().listedSequences() + 1;
        LossCourse history = LossCourse.of(written.epochsPerPoint, lines, wentOnAt, points);
        List<RecordedEpoch> past = values.recorded(written.recorded);
        Optional<Origin> origin = start.map(weights -> written.continuedFromUpdate
                .map(updates -> new PastRun(updates, experiment.task(), until(wentOnAt, history, past)))
                .map(course -> new Origin(weights, wentOnAt, Optional.of(course)))
                .orElseGet(() -> Origin.opened(weights)));
        return new Snapshot(
                experiment,
                written.position,
                parameters,
                evaluation,
                experiment.memorylessFloor(),
                history,
                experiment
                        .task()
                        .judge()
                        .stoppingRule()
                        .flatMap(rule -> written.criterion.map(reached -> reached.of(rule))),
                ParameterHistory.of(experiment, past).view(),
                origin,
                Optional.empty());
    }

    /** Losses of the epochs before a run went on. */
    private static LossCourse until(int epoch, LossCourse history, List<RecordedEpoch> past) {
        return past.isEmpty()
                ? history.upTo(epoch)
                : history.until(epoch, past.get(0).evaluation());
    }

    /**
     * State of a trainer besides the weights, as numbers of eight bytes like {@link RunValues}: the updates made by its
     * optimiser, then P for each of its moments, then h and then c of each slot of the batch, the units of all layers
     * one after the other.
     */
    static final class RunMemory {

        private RunMemory() {}

        private static long size(Experiment experiment) {
            long states = 2L
                    * experiment.hyperparameters().get(Settings.BATCH_SIZE)
                    * experiment.layout().allUnits();
            long moments = TrainerMemory.moments(experiment.hyperparameters());
            return 1 + moments * experiment.layout().size() + states;
        }

        static byte[] bytes(Experiment experiment, TrainerMemory memory) {
            NumberBytes numbers = NumberBytes.room(size(experiment)).put((double) memory.updates());
            memory.moments().forEach(moment -> numbers.put(moment.toArray()));
            Stream.of(memory.carried().hidden(), memory.carried().cell())
                    .flatMap(Stream::of)
                    .forEach(numbers::put);
            return numbers.bytes();
        }

        /**
         * @throws InvalidInput if the bytes cannot belong to a run of the experiment after these updates
         */
        static TrainerMemory read(Experiment experiment, long updates, String place, byte[] bytes) {
            NumberBytes numbers = NumberBytes.of(place, bytes).exactly(size(experiment));
            double made = numbers.number(0, (double) updates);
            if (made != Math.rint(made)) {
                throw numbers.damaged();
            }
            List<Parameters> moments = Stream.generate(() -> Parameters.of(
                            experiment.layout(),
                            numbers.finite(experiment.layout().size())))
                    .limit(TrainerMemory.moments(experiment.hyperparameters()))
                    .toList();
            return new TrainerMemory(
                    moments, (long) made, new CarriedState(states(experiment, numbers), states(experiment, numbers)));
        }

        private static double[][] states(Experiment experiment, NumberBytes numbers) {
            double[][] states = new double[experiment.hyperparameters().get(Settings.BATCH_SIZE)][];
            Arrays.setAll(states, slot -> numbers.finite(experiment.layout().allUnits()));
            return states;
        }
    }
}
