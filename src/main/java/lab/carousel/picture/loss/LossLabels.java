package lab.carousel.picture.loss;

import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.chart.Bend;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossFloor;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.verdict.LossSample;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.text.FileNumber;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.loss.LossCourse;

/** What a loss chart says in words. */
public final class LossLabels {

    /** The most sequences that have a line each; of more there is a band from the lowest loss to the highest. */
    public static final int MOST_LINES = 6;

    private static final int LONGEST_SEQUENCE_TEXT = 20;

    private final Experiment experiment;
    private final List<LossFloor> floors;
    private final LossFloor memoryless;

    public LossLabels(Experiment experiment) {
        this.experiment = experiment;
        this.floors = experiment.floors();
        // There can be a higher one: of a predictor that sees nothing
        LossFloor highest = floors.get(0);
        double lowest = highest.known().isEmpty() ? highest.loss() : experiment.memorylessFloor();
        this.memoryless = floors.stream()
                .filter(floor -> floor.loss() <= lowest)
                .findFirst()
                .orElse(highest);
    }

    /** The highest first. */
    public List<LossFloor> floors() {
        return floors;
    }

    /** The lowest mean loss that a predictor without memory can reach, in nats; of numbers its loss on the fixed sequences. */
    public double floor() {
        return memoryless.onFixed();
    }

    /** The name of a floor, with its value. */
    public String name(LossFloor floor) {
        if (!floor.known().isEmpty()) {
            return Message.text("loss.floor.named", known(floor), value(floor));
        }
        return floor == memoryless
                ? Message.text("loss.floor", value(floor))
                : Message.text("loss.floor.order", floor.order(), value(floor));
    }

    /** The name of the memoryless floor in ever fewer words, for where there is little room. */
    String[] floorNames() {
        String value = value(memoryless);
        return new String[] {name(memoryless), Message.text("loss.floor.short", value), value};
    }

    private static String value(LossFloor floor) {
        return floor.onFixed() == 0 ? "0" : NumberText.loss(floor.onFixed());
    }

    /**
     * That the mean loss stays below the memoryless floor.
     *
     * @param epoch     from which one on
     * @param hasSpikes whether it was above it since, each time for fewer epochs than it had been below
     * @param isMemory  whether all answers at the forks are right now, so that it is the clue that is used
     */
    public record Below(int epoch, boolean hasSpikes, boolean isMemory) {}

    /** Whether the loss stays below the floor; empty if it is above it now, or hardly below. */
    public Optional<Below> below(LossCourse history) {
        // Of numbers it is the mean of few sequences, and lies below a floor now and then though nothing is known
        if (experiment.task().judge().isByFloors() || !VerdictWords.isBelow(history.lossNow(), floor())) {
            return Optional.empty();
        }
        int since = 0;
        int last = 0;
        boolean hasSpikes = false;
        for (int point = 0; point < history.size(); point++) {
            int epoch = history.epoch(point);
            if (history.loss(0, point) < floor()) {
                hasSpikes = since > 0 && (hasSpikes || history.largestLoss(0, point) >= floor());
                since = since > 0 ? since : epoch;
                last = epoch;
            } else if (since > 0) {
                hasSpikes = true;
                since = epoch - last > last - since + 1 ? 0 : since;
            }
        }
        boolean isMemory = since > 0 && history.margin(history.size() - 1) > 0;
        return since == 0 ? Optional.empty() : Optional.of(new Below(since, hasSpikes, isMemory));
    }

    /** What is said where the loss goes through the floor, on lines, in ever fewer words. */
    List<List<String>> words(Below below) {
        return List.of(
                List.of(Message.text("loss.below", below.epoch, below.hasSpikes ? 1 : 0), why(below)),
                List.of(Message.text("loss.below.short", below.epoch)));
    }

    /** That the loss is below the floor, in a sentence; empty if it is not. */
    public String belowWords(LossCourse history) {
        String words = below(history)
                .map(below -> String.join(" ", words(below).get(0)))
                .orElse("");
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String why(Below below) {
        return Message.text(below.isMemory ? "loss.below.why" : "loss.below.why.notYet");
    }

    /** What is said in the zone below the floor, in ever fewer words. */
    String[] zone(Bend bend) {
        if (experiment.task().judge().isByFloors()) {
            return bend.equals(Bend.NONE)
                    ? new String[0]
                    : new String[] {Message.text("loss.zone.short", bend.factor())};
        }
        return bend.equals(Bend.NONE)
                ? new String[] {Message.text("loss.zone")}
                : new String[] {
                    Message.text("loss.zone.enlarged", bend.factor()), Message.text("loss.zone.short", bend.factor())
                };
    }

    /** The name of a line: 0 is the mean, s the sequence number s. */
    public String line(int line) {
        List<Message> parts = experiment.task().supply().parts();
        if (!parts.isEmpty()) {
            return parts.get(line).text();
        }
        return line == 0
                ? Message.text(isSampled() ? "loss.line.sample" : "loss.line.mean", Experiment.FIXED)
                : Message.text("loss.line.sequence", line, shortened(symbols(line)));
    }

    /** The same without the word, where there is little room. */
    String shortLine(int line) {
        return line == 0 || hasParts() ? shortestLine(line) : line + ": " + shortened(symbols(line));
    }

    /** Whether the lines are parts of a series: those have one name, however little room there is. */
    private boolean hasParts() {
        return !experiment.task().supply().parts().isEmpty();
    }

    /** Its number alone, where there is hardly any room. */
    String shortestLine(int line) {
        if (hasParts()) {
            return line(line);
        }
        return line == 0
                ? Message.text(isSampled() ? "loss.line.sample.short" : "loss.line.mean.short", Experiment.FIXED)
                : NumberText.whole(line);
    }

    /** Whether a loss is the mean of the fixed sequences, not of all that there are. */
    private boolean isSampled() {
        return experiment.task().judge().drawsTests();
    }

    /** The name of the mean at a point; a part of it may be fed epochs before. */
    String mean(LossSample sample) {
        return sample.sequences() > 0
                ? Message.text("loss.readout.mean", sample.sequences(), sample.epochs())
                : hasParts() ? line(0) : Message.text("loss.line.mean");
    }

    /** A floor in the readout, where it is not what it is in the long run. */
    String readout(LossFloor floor) {
        return Message.text("loss.readout.floor", value(floor), NumberText.loss(floor.loss()));
    }

    /** The name of what is known on a floor of numbers. */
    static String known(LossFloor floor) {
        return floor.name().text();
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

    /** How many lines there are: the mean, and the sequences if they are few. */
    public int lines() {
        return hasSpread() ? 1 : 1 + experiment.task().listedSequences();
    }

    /** Whether the losses of the sequences are a band, as they would be too many lines. */
    public boolean hasSpread() {
        return experiment.task().listedSequences() > MOST_LINES;
    }

    /** The name of that band. */
    String spread() {
        return Message.text("loss.line.spread", experiment.task().listedSequences());
    }

    public String lossAxis() {
        return Message.text("loss.axis."
                + (hasParts() ? "SCALED" : experiment.hyperparameters().get(Settings.OUTPUT)));
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
                Settings.OPTIMISER.valueText(settings),
                FileNumber.text(settings.get(Settings.LEARNING_RATE)),
                Long.toString(settings.get(Settings.SEED)),
                experiment.task().supply().words(),
                Message.text("hyperparameters.cell." + settings.get(Settings.CELL)));
    }

    /** Where the run went on from an earlier one; empty if it did not. */
    static Optional<String> wentOn(LossCourse history) {
        return history.wentOnAt() == 0
                ? Optional.empty()
                : Optional.of(Message.text("loss.wentOn", NumberText.whole(history.wentOnAt())));
    }

    /** How the network was trained, and from where it went on, on one line. */
    String recipe(LossCourse history) {
        return wentOn(history).map(words -> recipe() + ", " + words).orElseGet(this::recipe);
    }

    /** The chart in a sentence, for those who do not see it. */
    public String summary(LossCourse history) {
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
                below(history)
                        .map(below -> Message.text(
                                "loss.accessible.belowFloor",
                                NumberText.loss(floor()),
                                below.epoch,
                                below.hasSpikes ? 1 : 0,
                                why(below)))
                        .orElseGet(() -> memoryless.known().isEmpty()
                                ? Message.text(
                                        "loss.accessible." + relation(history.lossNow()), NumberText.loss(floor()))
                                : name(memoryless)));
        return wentOn(history).map(words -> summary + " (" + words + ")").orElse(summary);
    }

    /** Where a loss is, seen from the floor: what the chart shows at a glance. */
    private String relation(double loss) {
        if (floor() == 0) {
            return "noFloor";
        }
        return Math.abs(loss - floor()) <= VerdictWords.NEAR_FLOOR * floor() ? "atFloor" : "aboveFloor";
    }
}
