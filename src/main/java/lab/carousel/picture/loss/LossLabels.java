package lab.carousel.picture.loss;

import java.util.List;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
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

    private final Experiment experiment;
    private final FloorWords floors;

    public LossLabels(Experiment experiment) {
        this.experiment = experiment;
        this.floors = FloorWords.of(experiment);
    }

    /** The lowest mean loss that a predictor without memory can reach, in nats. */
    public double floor() {
        return floors.rungs().get(0).loss();
    }

    /** The floors that are above 0, the highest first. */
    public double[] floors() {
        return floors.rungs().stream()
                .mapToDouble(FloorWords.LossRung::loss)
                .filter(loss -> loss > 0)
                .toArray();
    }

    /** The floors in words, with their values: a ladder, or the memoryless one alone. */
    public String floorText() {
        return floors.words();
    }

    /** The same where there is no room for it. */
    String shortFloorText() {
        return floors.words(true);
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

    /** How the network was trained, on one line. */
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
                Long.toString(settings.get(Settings.SEED)));
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
                Message.text("loss.accessible." + relation(history.loss(0, last)), NumberText.loss(floor())));
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
}
