package lab.carousel.picture.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.drawing.chart.Bend;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.text.FileNumber;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.loss.LossHistory;

/** What a loss chart says in words. */
public final class LossLabels {

    /** The most sequences that are named; the lines of further ones are drawn, but not named. */
    public static final int NAMED_SEQUENCES = 6;

    private static final int LONGEST_SEQUENCE_TEXT = 20;

    /** A line that lies so close to the floor, as a share of it, is seen upon it. */
    private static final double NEAR = 0.02;
    /** A chart of less width, in points, has no room for a sentence. */
    private static final double NARROW = 300;

    private final Experiment experiment;
    private final List<Floor> floors;
    private final double untrained;

    public LossLabels(Experiment experiment) {
        this.experiment = experiment;
        this.floors = floorsOf(experiment);
        this.untrained = Evaluation.untrained(experiment).separation();
    }

    /**
     * The lowest mean loss of a predictor that sees so many symbols, the current one among them.
     *
     * @param order how many; in the memoryless one those of a step
     * @param loss  in nats
     */
    record Floor(int order, double loss) {}

    /** The memoryless floor, then those that are lower, of predictors that see more symbols; only one where sequences are drawn. */
    List<Floor> floors() {
        return floors;
    }

    /** The lowest mean loss that a predictor without memory can reach, in nats. */
    public double floor() {
        return floors.get(0).loss();
    }

    /** The name of a floor, with its value. */
    String name(Floor floor) {
        return floor == floors.get(0)
                ? Message.text("loss.floor", value(floor))
                : Message.text("loss.floor.order", floor.order(), value(floor));
    }

    /** The name of the memoryless floor in ever fewer words, for where there is little room. */
    String[] floorNames() {
        String value = value(floors.get(0));
        return new String[] {name(floors.get(0)), Message.text("loss.floor.short", value), value};
    }

    private static String value(Floor floor) {
        return floor.loss() == 0 ? "0" : NumberText.loss(floor.loss());
    }

    /**
     * The first epoch of those at the end whose mean loss is below the memoryless floor; empty if the last one is not, or
     * hardly.
     */
    public OptionalInt belowSince(LossHistory.View history) {
        int point = history.size() - 1;
        if (point < 0 || !relation(history.loss(0, point)).equals("belowFloor")) {
            return OptionalInt.empty();
        }
        while (point > 0 && history.loss(0, point - 1) < floor()) {
            point--;
        }
        return OptionalInt.of(history.epoch(point));
    }

    /** What is said where the loss goes through the floor, on lines that have room in a chart of a width. */
    List<String> below(int epoch, double width) {
        return width < NARROW
                ? List.of(Message.text("loss.below.short", epoch))
                : List.of(Message.text("loss.below", epoch), Message.text("loss.below.why"));
    }

    /** What is said in the zone below the floor, in ever fewer words. */
    String[] zone(Bend bend) {
        return bend.equals(Bend.NONE)
                ? new String[] {Message.text("loss.zone")}
                : new String[] {
                    Message.text("loss.zone.enlarged", bend.factor()), Message.text("loss.zone.short", bend.factor())
                };
    }

    /** The separation of the untrained network, with the weights of the seed; NaN if there is none. */
    double untrained() {
        return untrained;
    }

    /** The name of a line: 0 is the mean, s the sequence number s. */
    public String line(int line) {
        return line == 0
                ? Message.text("loss.line.mean")
                : Message.text("loss.line.sequence", line, shortened(symbols(line)));
    }

    /** The same without the word, where there is little room. */
    String shortLine(int line) {
        return line == 0 ? Message.text("loss.line.mean.short") : line + ": " + shortened(symbols(line));
    }

    /** Its number alone, where there is hardly any room. */
    String shortestLine(int line) {
        return line == 0 ? Message.text("loss.line.mean.short") : NumberText.whole(line);
    }

    private List<String> symbols(int line) {
        return experiment.task().sequences().get(line - 1).symbols();
    }

    /** The first symbols of a sequence, as many as are read at a glance. */
    private static String shortened(List<String> symbols) {
        StringBuilder text = new StringBuilder(symbols.get(0));
        for (int symbol = 1; symbol < symbols.size(); symbol++) {
            String next = symbols.get(symbol);
            if (text.length() + 1 + next.length() > LONGEST_SEQUENCE_TEXT) {
                return text.append(" …").toString();
            }
            text.append(' ').append(next);
        }
        return text.toString();
    }

    /** How many lines have a name: the mean, and the first few sequences. */
    public int namedLines() {
        return 1 + Math.min(NAMED_SEQUENCES, experiment.task().listedSequences());
    }

    /** The text that stands for the lines after the first ones; empty if there are none. */
    public String linesBeyond(int lines) {
        int more = 1 + experiment.task().listedSequences() - lines;
        return more <= 0 ? "" : Message.text("loss.line.more", more);
    }

    public String lossAxis() {
        return Message.text("loss.axis." + experiment.hyperparameters().get(Settings.OUTPUT));
    }

    /** Task and network, and how it was trained, on one line. */
    public String recipe() {
        Hyperparameters settings = experiment.hyperparameters();
        UpdateInterval interval = settings.get(Settings.UPDATE_INTERVAL);
        return Message.text(
                "loss.picture.subtitle",
                settings.get(Settings.HIDDEN_UNITS),
                interval.isWholeSequence()
                        ? Message.text("loss.interval.sequence")
                        : Message.text("loss.interval.steps", interval.steps()),
                Message.text("loss.optimiser." + settings.get(Settings.OPTIMISER)),
                FileNumber.text(settings.get(Settings.LEARNING_RATE)),
                Long.toString(settings.get(Settings.SEED)),
                experiment.task().words(),
                Message.text("hyperparameters.cell." + settings.get(Settings.CELL)));
    }

    /** Where the run went on from an earlier one; empty if it did not. */
    static Optional<String> wentOn(LossHistory.View history) {
        return history.wentOnAt() == 0
                ? Optional.empty()
                : Optional.of(Message.text("loss.wentOn", NumberText.whole(history.wentOnAt())));
    }

    /** How the network was trained, and from where it went on, on one line. */
    String recipe(LossHistory.View history) {
        return wentOn(history).map(words -> recipe() + ", " + words).orElseGet(this::recipe);
    }

    /** The chart in a sentence, for those who do not see it. */
    public String summary(LossHistory.View history) {
        if (history.size() == 0) {
            return Message.text("loss.accessible.empty");
        }
        int last = history.size() - 1;
        int lowest = 0;
        for (int point = 1; point <= last; point++) {
            lowest = history.loss(0, point) < history.loss(0, lowest) ? point : lowest;
        }
        String summary = Message.text(
                "loss.accessible.summary",
                history.epoch(last),
                NumberText.loss(history.loss(0, 0)),
                NumberText.loss(history.loss(0, last)),
                NumberText.loss(history.loss(0, lowest)),
                history.epoch(lowest),
                Message.text(
                        "loss.accessible." + relation(history.loss(0, last)),
                        NumberText.loss(floor()),
                        belowSince(history).orElse(0)));
        return wentOn(history).map(words -> summary + " (" + words + ")").orElse(summary);
    }

    /** Where a loss is, seen from the floor: what the chart shows at a glance. */
    private String relation(double loss) {
        if (floor() == 0) {
            return "noFloor";
        }
        if (Math.abs(loss - floor()) <= NEAR * floor()) {
            return "atFloor";
        }
        return loss < floor() ? "belowFloor" : "aboveFloor";
    }

    /** Takes a while for large tasks. */
    private static List<Floor> floorsOf(Experiment experiment) {
        Hyperparameters settings = experiment.hyperparameters();
        int seen = settings.get(Settings.CELL).isRecurrent() ? settings.get(Settings.LAG) : 1;
        List<Floor> floors = new ArrayList<>(List.of(new Floor(seen, experiment.memorylessFloor())));
        if (!experiment.task().isDrawn() && experiment.tooLarge().isEmpty()) {
            MemorylessFloor.ladder(
                            experiment.task().encoded(), experiment.task().outputs(), experiment.scoredSteps())
                    .stream()
                    .filter(floor -> floor.symbolsSeen() > seen)
                    .map(floor -> new Floor(
                            floor.symbolsSeen(), settings.get(Settings.OUTPUT).floor(floor)))
                    .forEach(floors::add);
        }
        return List.copyOf(floors);
    }
}
