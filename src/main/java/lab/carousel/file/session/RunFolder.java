package lab.carousel.file.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Criterion;
import lab.carousel.training.Divergence;
import lab.carousel.training.Origin;
import lab.carousel.training.ParameterHistory;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Position;
import lab.carousel.training.RecordedEpoch;
import lab.carousel.training.Snapshot;
import lab.carousel.training.loss.LossHistory;

/**
 * A run in a folder of a session: {@value #EXPERIMENT}, an experiment file; {@value #RUN}, where it was, and how many
 * numbers there are; {@value #VALUES}, the numbers themselves ({@link RunValues}); {@value #MEMORY}, what its trainer knew
 * besides ({@link RunMemory}), which may be missing.
 */
final class RunFolder {

    static final String EXPERIMENT = "experiment.carousel";
    static final String RUN = "run.json";
    static final String VALUES = "values.bin";

    static final String MEMORY = "memory.bin";

    private static final String POSITION = "position";
    private static final String EPOCH = "epoch";
    private static final String SEQUENCE = "sequence";
    private static final String STEP = "step";
    private static final String UPDATES = "updates";
    private static final String EPOCHS_PER_POINT = "epochsPerPoint";
    private static final String EPOCHS = "epochs";
    private static final String RECORDED = "recorded";
    private static final String ORIGIN = "continuedFromEpoch";
    private static final String ORIGIN_UPDATES = "continuedFromUpdate";
    private static final String DIVERGENCE = "diverged";
    private static final String CRITERION = "criterion";
    private static final String JUDGED = "judgedBy";
    private static final String BITS = "bits";
    private static final List<String> NAMES = List.of(
            POSITION, EPOCHS_PER_POINT, EPOCHS, RECORDED, ORIGIN, ORIGIN_UPDATES, DIVERGENCE, CRITERION, JUDGED);
    private static final int COARSEST = 1 << 24;

    private RunFolder() {}

    /**
     * Puts a run among the files of a session.
     *
     * @param folder    its name, with a slash at the end
     * @param mostBytes what its recorded epochs may take; if they take more, some are left out, the last one never
     */
    static void write(PausedRun run, String folder, long mostBytes, Map<String, byte[]> files) {
        Snapshot snapshot = run.snapshot();
        Experiment experiment = snapshot.experiment();
        LossHistory.View history = snapshot.history();
        List<RecordedEpoch> recorded =
                thinned(snapshot.recorded().all(), (int) Math.max(1, mostBytes / RunValues.bytesPerEpoch(experiment)));
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        putPosition(root.putObject(POSITION), snapshot.position());
        root.put(EPOCHS_PER_POINT, history.epochsPerPoint());
        root.put(EPOCHS, history.size() == 0 ? 0 : history.epoch(history.size() - 1));
        root.put(RECORDED, recorded.size());
        root.put(JUDGED, BITS);
        snapshot.origin().ifPresent(origin -> {
            root.put(ORIGIN, origin.epoch());
            origin.course().ifPresent(course -> root.put(ORIGIN_UPDATES, course.updates()));
        });
        run.divergence().ifPresent(where -> root.putObject(DIVERGENCE)
                .put(EPOCH, where.epoch())
                .put(SEQUENCE, where.sequence())
                .put(STEP, where.step()));
        snapshot.criterion().ifPresent(criterion -> root.putObject(CRITERION)
                .put("bound", criterion.bound())
                .put("trained", criterion.trained())
                .put("inARow", criterion.inARow())
                .put("largestError", criterion.largestError()));
        RunValues values = RunValues.room(experiment, snapshot.origin().isPresent(), history.size(), recorded.size());
        values.put(snapshot.parameters());
        values.put(snapshot.evaluation());
        snapshot.origin().ifPresent(origin -> values.put(origin.parameters()));
        for (int point = 0; point < history.size(); point++) {
            values.put(history.point(point));
        }
        recorded.forEach(values::put);
        files.put(folder + EXPERIMENT, SessionFile.utf8(ExperimentFile.toJson(experiment)));
        files.put(folder + RUN, SessionFile.utf8(JsonText.text(root)));
        files.put(folder + VALUES, values.bytes());
        run.memory().ifPresent(memory -> files.put(folder + MEMORY, RunMemory.bytes(experiment, memory)));
    }

    /** At most so many of the epochs, evenly chosen, among them the first and the last. */
    static List<RecordedEpoch> thinned(List<RecordedEpoch> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<RecordedEpoch> some = new ArrayList<>();
        for (int place = 0; place < most - 1; place++) {
            some.add(all.get((int) ((long) place * (all.size() - 1) / Math.max(1, most - 1))));
        }
        some.add(all.get(all.size() - 1));
        return some;
    }

    private static void putPosition(ObjectNode node, Position position) {
        node.put(EPOCH, position.epoch())
                .put(SEQUENCE, position.sequence())
                .put(STEP, position.step())
                .put(UPDATES, position.updates());
    }

    /**
     * The run in a folder of a session.
     *
     * @param onBroken is told if the memory of its trainer is broken, which is then left out
     * @throws InvalidInput if something in it is not right; names the file and the place
     */
    static PausedRun read(ZipContent zip, String folder, Consumer<InvalidInput> onBroken) {
        Experiment experiment = ExperimentFile.read(zip.json(folder + EXPERIMENT));
        JsonValue root = zip.json(folder + RUN);
        Map<String, JsonValue> members = root.members(NAMES);
        Position position = position(root.member(POSITION));
        Snapshot snapshot = snapshot(zip, folder, experiment, root, position);
        Optional<TrainerMemory> memory = ClassWorkFiles.part(
                zip.has(folder + MEMORY),
                () -> RunMemory.read(
                        experiment, position.updates(), zip.place(folder + MEMORY), zip.bytes(folder + MEMORY)),
                onBroken);
        PausedRun run = new PausedRun(
                snapshot, Optional.ofNullable(members.get(DIVERGENCE)).map(RunFolder::divergence), memory);
        if (!run.isPossible()) {
            throw root.member(POSITION).place().problem("file.session.position");
        }
        return run;
    }

    private static Snapshot snapshot(
            ZipContent zip, String folder, Experiment experiment, JsonValue root, Position position) {
        Map<String, JsonValue> members = root.members(NAMES);
        CourseEntry course = CourseEntry.of(root, position);
        int recorded = root.member(RECORDED).wholeNumber(0, ParameterHistory.MAX_EPOCHS);
        RunValues values = RunValues.of(
                experiment,
                members.containsKey(ORIGIN),
                course.points(),
                recorded,
                zip.place(folder + VALUES),
                zip.bytes(folder + VALUES));
        Parameters parameters = values.parameters();
        Evaluation evaluation = values.evaluation();
        Optional<Parameters> start = Optional.ofNullable(members.get(ORIGIN)).map(epoch -> values.parameters());
        int wentOnAt = start.isPresent() ? root.member(ORIGIN).wholeNumber(0, Integer.MAX_VALUE) : 0;
        LossHistory.View history = history(experiment, values, course, wentOnAt);
        List<RecordedEpoch> past = values.recorded(recorded);
        Optional<Origin> origin = start.map(weights -> members.containsKey(ORIGIN_UPDATES)
                ? new Origin(
                        weights,
                        wentOnAt,
                        Optional.of(new Origin.Past(
                                root.member(ORIGIN_UPDATES).longNumber(0, position.updates()),
                                experiment.task(),
                                until(wentOnAt, history, past))))
                : Origin.opened(weights));
        MemorylessFloor.Loss floor = experiment.memorylessFloor();
        return new Snapshot(
                experiment,
                position,
                parameters,
                evaluation,
                floor,
                history,
                Optional.ofNullable(members.get(CRITERION)).map(RunFolder::criterion),
                ParameterHistory.of(experiment, past).view(),
                origin,
                Optional.empty());
    }

    /**
     * How the history of the loss is kept.
     *
     * @param epochsPerPoint how many epochs a point stands for
     * @param epochs         that were made
     * @param points         that stand for them
     */
    private record CourseEntry(int epochsPerPoint, int epochs, int points) {

        static CourseEntry of(JsonValue root, Position position) {
            int epochsPerPoint = root.member(EPOCHS_PER_POINT).wholeNumber(1, COARSEST);
            int epochs = root.member(EPOCHS).wholeNumber(0, position.epoch());
            int points = (epochs + epochsPerPoint - 1) / epochsPerPoint;
            if (points >= LossHistory.CAPACITY) {
                throw root.member(EPOCHS_PER_POINT).place().problem("file.session.points", LossHistory.CAPACITY - 1);
            }
            return new CourseEntry(epochsPerPoint, epochs, points);
        }
    }

    /** The losses of the epochs before a run went on. */
    private static LossHistory.View until(int epoch, LossHistory.View history, List<RecordedEpoch> past) {
        return past.isEmpty()
                ? history.upTo(epoch)
                : history.until(epoch, past.get(0).evaluation());
    }

    private static LossHistory.View history(Experiment experiment, RunValues values, CourseEntry course, int wentOnAt) {
        List<LossHistory.Point> points = new ArrayList<>();
        for (int point = 1; point <= course.points(); point++) {
            points.add(values.point(Math.min(course.epochs(), point * course.epochsPerPoint())));
        }
        int lines = experiment.task().listedSequences() + 1;
        return LossHistory.View.of(course.epochsPerPoint(), lines, wentOnAt, points);
    }

    private static Position position(JsonValue value) {
        value.members(List.of(EPOCH, SEQUENCE, STEP, UPDATES));
        return new Position(
                value.member(EPOCH).wholeNumber(0, Integer.MAX_VALUE),
                value.member(SEQUENCE).wholeNumber(0, Integer.MAX_VALUE),
                value.member(STEP).wholeNumber(0, Integer.MAX_VALUE),
                value.member(UPDATES).longNumber(0, Long.MAX_VALUE));
    }

    private static Divergence divergence(JsonValue value) {
        return new Divergence(
                value.member(EPOCH).wholeNumber(1, Integer.MAX_VALUE),
                value.member(SEQUENCE).wholeNumber(1, Integer.MAX_VALUE),
                value.member(STEP).wholeNumber(1, Integer.MAX_VALUE));
    }

    private static Criterion criterion(JsonValue value) {
        return new Criterion(
                value.member("bound").number(),
                value.member("trained").longNumber(0, Long.MAX_VALUE),
                value.member("inARow").wholeNumber(0, Integer.MAX_VALUE),
                value.member("largestError").number());
    }
}
