package lab.carousel.file.session;

import static lab.carousel.file.json.Codec.field;
import static lab.carousel.file.model.tensor.NumberCodec.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lab.carousel.engine.CarriedState;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.model.tensor.NumberCodec;
import lab.carousel.file.study.ResultsFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Criterion;
import lab.carousel.training.Divergence;
import lab.carousel.training.Origin;
import lab.carousel.training.ParameterHistory;
import lab.carousel.training.PastRun;
import lab.carousel.training.PausedRun;
import lab.carousel.training.RecordedEpoch;
import lab.carousel.training.Snapshot;
import lab.carousel.training.loss.LossCourse;
import lab.carousel.training.loss.LossHistory;
import lab.carousel.training.loss.LossPoint;

/**
 * A run in a folder of a session: {@value #EXPERIMENT}, an experiment file; {@value #RUN}; and arrays of NumPy: {@value
 * #EPOCHS}, the state of the run, then those of the recorded epochs; {@value #LOSSES}, a row for each point; {@value
 * #START}, the parameters that it started from, if it went on from an earlier run; {@value #MEMORY}, the trainer's state
 * besides the weights, if it was taken.
 */
final class RunFolder {

    static final String EXPERIMENT = "experiment.carousel";
    static final String RUN = "run.json";
    static final String EPOCHS = "epochs.npy";
    static final String LOSSES = "losses.npy";
    static final String START = "start.npy";
    static final String MEMORY = "memory.npy";

    private static final int COARSEST = 1 << 24;
    private static final Codec<Integer> COUNT = Codec.whole(0, Integer.MAX_VALUE);
    private static final Codec<Integer> NUMBER = Codec.whole(1, Integer.MAX_VALUE);

    /**
     * JSON of a run.
     *
     * @param continuedFromEpoch where it went on from an earlier run
     * @param continuedFromUpdate the updates made until then, if it counts on
     * @param memory whether there is {@value #MEMORY}
     */
    private record Written(
            int epochsPerPoint,
            Optional<Integer> continuedFromEpoch,
            Optional<Long> continuedFromUpdate,
            boolean memory,
            Optional<Divergence> diverged) {}

    private static final Codec<Written> CODEC = Codec.of(
            Written.class,
            field("epochsPerPoint", Codec.whole(1, COARSEST)),
            field("continuedFromEpoch", COUNT).optional(),
            field("continuedFromUpdate", Codec.longNumber()).optional(),
            field("memory", Codec.TRUTH),
            field(
                            "diverged",
                            Codec.of(
                                    Divergence.class,
                                    field("epoch", NUMBER),
                                    field("sequence", NUMBER),
                                    field("step", NUMBER)))
                    .optional());

    private RunFolder() {}

    /** States of a run. */
    static NumberCodec<RecordedEpoch> epochs(Experiment experiment) {
        NumberCodec<Evaluation> evaluation =
                ResultsFile.evaluation(experiment.task().listedSequences(), experiment.judgedOrders());
        boolean isJudged = experiment.tooLarge().isEmpty();
        return NumberCodec.of(
                RecordedEpoch.class,
                field(
                        "criterion",
                        experiment
                                .task()
                                .judge()
                                .stoppingRule()
                                .map(rule -> NumberCodec.of(Criterion.class, field("rule", NumberCodec.constant(rule)))
                                        .optional())
                                .orElse(NumberCodec.constant(Optional.empty()))),
                field(
                        "evaluation",
                        evaluation.as(read -> isJudged ? read : read.with(Judgement.NONE), written -> written)),
                field("parameters", parameters(experiment)));
    }

    private static NumberCodec<Parameters> parameters(Experiment experiment) {
        return NumberCodec.row(experiment.layout().size(), Double::isFinite)
                .as(values -> Parameters.of(experiment.layout(), values), Parameters::toArray);
    }

    /** Losses, some of which are not known if the run went on from another task. */
    private static NumberCodec<LossPoint> losses(Experiment experiment) {
        NumberCodec<double[]> lines =
                NumberCodec.row(experiment.task().listedSequences() + 1, loss -> !Double.isInfinite(loss));
        return NumberCodec.of(
                LossPoint.class,
                field("recall", NumberCodec.FINITE),
                field("last", lines),
                field("least", lines),
                field("most", lines));
    }

    private static NumberCodec<TrainerMemory> memory(Experiment experiment) {
        NumberCodec<double[][]> slots = NumberCodec.row(experiment.layout().allUnits(), Double::isFinite)
                .list(experiment.hyperparameters().get(Settings.BATCH_SIZE))
                .as(states -> states.toArray(double[][]::new), List::of);
        return NumberCodec.of(
                TrainerMemory.class,
                field("moments", parameters(experiment).list(TrainerMemory.moments(experiment.hyperparameters()))),
                field("carried", NumberCodec.of(CarriedState.class, field("hidden", slots), field("cell", slots))));
    }

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
        NumberCodec<RecordedEpoch> codec = epochs(experiment);
        List<RecordedEpoch> epochs = new ArrayList<>();
        epochs.add(new RecordedEpoch(
                snapshot.position(), snapshot.parameters(), snapshot.evaluation(), snapshot.criterion()));
        epochs.addAll(snapshot.recorded().thinned((int) Math.max(1, mostBytes / codec.size())));
        Written written = new Written(
                history.epochsPerPoint(),
                snapshot.origin().map(Origin::epoch),
                snapshot.origin().flatMap(Origin::course).map(PastRun::updates),
                run.memory().isPresent(),
                run.divergence());
        files.put(folder + EXPERIMENT, SessionFile.utf8(ExperimentFile.toJson(experiment)));
        files.put(folder + RUN, SessionFile.utf8(CODEC.text(written)));
        files.put(folder + EPOCHS, codec.bytes(epochs));
        files.put(
                folder + LOSSES,
                losses(experiment)
                        .bytes(IntStream.range(0, history.size())
                                .mapToObj(history::point)
                                .toList()));
        snapshot.origin()
                .ifPresent(origin ->
                        files.put(folder + START, parameters(experiment).bytes(List.of(origin.parameters()))));
        run.memory()
                .ifPresent(
                        memory -> files.put(folder + MEMORY, memory(experiment).bytes(List.of(memory))));
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
        if (written.continuedFromUpdate.isPresent()) {
            root.member("continuedFromUpdate").longNumber(0, snapshot.position().updates());
        }
        Optional<TrainerMemory> memory = SessionFile.part(
                written.memory,
                () -> memory(experiment)
                        .check(found -> found.updates() <= snapshot.position().updates())
                        .only(zip, folder + MEMORY),
                onBroken);
        PausedRun run = new PausedRun(snapshot, written.diverged, memory);
        if (!run.isPossible()) {
            throw new InvalidInput("file.session.position", zip.place(folder + EPOCHS));
        }
        return run;
    }

    private static Snapshot snapshot(ZipContent zip, String folder, Experiment experiment, Written written) {
        List<RecordedEpoch> epochs = epochs(experiment).read(zip, folder + EPOCHS, 1, 1 + ParameterHistory.MAX_EPOCHS);
        List<LossPoint> points = losses(experiment).read(zip, folder + LOSSES, 0, LossHistory.CAPACITY - 1);
        checkEpochs(epochs, zip.place(folder + EPOCHS));
        RecordedEpoch now = epochs.get(0);
        List<RecordedEpoch> past = epochs.subList(1, epochs.size());
        checkPoints(points, written.epochsPerPoint, now.epoch(), zip.place(folder + LOSSES));
        int wentOnAt = written.continuedFromEpoch.orElse(0);
        int lines = experiment.task().listedSequences() + 1;
        LossCourse history = LossCourse.of(written.epochsPerPoint, lines, wentOnAt, points);
        Optional<Parameters> start =
                written.continuedFromEpoch.map(epoch -> parameters(experiment).only(zip, folder + START));
        Optional<Origin> origin = start.map(weights -> written.continuedFromUpdate
                .map(updates -> new PastRun(updates, experiment.task(), until(wentOnAt, history, past)))
                .map(course -> new Origin(weights, wentOnAt, Optional.of(course)))
                .orElseGet(() -> Origin.opened(weights)));
        return new Snapshot(
                experiment,
                now.position(),
                now.parameters(),
                now.evaluation(),
                experiment.memorylessFloor(),
                history,
                now.criterion(),
                ParameterHistory.of(experiment, past).view(),
                origin,
                Optional.empty());
    }

    /** The recorded ones, which follow the first, are in order. */
    private static void checkEpochs(List<RecordedEpoch> epochs, String place) {
        for (int row = 2; row < epochs.size(); row++) {
            if (epochs.get(row).epoch() <= epochs.get(row - 1).epoch()) {
                throw NumberCodec.damaged(place, row);
            }
        }
    }

    /** All but the last one cover equally many epochs. */
    private static void checkPoints(List<LossPoint> points, int epochsPerPoint, int mostEpochs, String place) {
        for (int row = 0; row < points.size(); row++) {
            int epoch = points.get(row).epoch();
            long covered = epoch - (long) row * epochsPerPoint;
            int least = row == points.size() - 1 ? 1 : epochsPerPoint;
            if (covered < least || covered > epochsPerPoint || epoch > mostEpochs) {
                throw NumberCodec.damaged(place, row);
            }
        }
    }

    /** Losses of the epochs before a run went on. */
    private static LossCourse until(int epoch, LossCourse history, List<RecordedEpoch> past) {
        return past.isEmpty()
                ? history.upTo(epoch)
                : history.until(epoch, past.get(0).evaluation());
    }
}
