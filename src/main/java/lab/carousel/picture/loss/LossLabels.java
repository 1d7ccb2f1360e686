package lab.carousel.picture.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
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

    private final Experiment experiment;
    private final FloorWords floors;
    private final double untrained;

    public LossLabels(Experiment experiment) {
        this.experiment = experiment;
        this.floors = FloorWords.of(experiment);
        this.untrained = Evaluation.untrained(experiment).separation();
    }

    /** The lowest mean loss that a predictor without memory can reach, in nats. */
    public double floor() {
        return floors.rungs().get(0).loss();
    }

    /** The separation of the untrained network, with the weights of the seed; NaN if there is none. */
    double untrained() {
        return untrained;
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

    /**
     * The floors of an experiment as a ladder: the more symbols a predictor sees, the lower it gets. The first rung is the
     * memoryless floor, of one that sees no more than what is fed at a step.
     *
     * @param rungs the fewest symbols first; only one where sequences are drawn
     */
    record FloorWords(List<LossRung> rungs) {

        private static final int MOST_TOLD = 4;

        /**
         * A floor.
         *
         * @param to   the most; {@link Integer#MAX_VALUE} if more do not help
         * @param loss the lowest mean loss, in nats
         */
        record LossRung(int from, int to, double loss) {

            private String symbols() {
                boolean isOne = from == to || to == Integer.MAX_VALUE;
                return isOne ? NumberText.whole(from) : Message.text("loss.floor.range", from, to);
            }

            private String value() {
                return loss == 0 ? "0" : NumberText.loss(loss);
            }
        }

        FloorWords {
            rungs = List.copyOf(rungs);
        }

        /** The floors of an experiment. Takes a while for large tasks. */
        static FloorWords of(Experiment experiment) {
            double memoryless = experiment.memorylessFloor();
            int seen = experiment.hyperparameters().get(Settings.CELL).isRecurrent()
                    ? experiment.hyperparameters().get(Settings.LAG)
                    : 1;
            List<LossRung> rungs = new ArrayList<>();
            if (!experiment.task().isDrawn() && experiment.tooLarge().isEmpty()) {
                Output output = experiment.hyperparameters().get(Settings.OUTPUT);
                List<MemorylessFloor> floors = MemorylessFloor.ladder(
                        experiment.task().encoded(), experiment.task().outputs(), experiment.scoredSteps());
                for (int index = 0; index < floors.size(); index++) {
                    MemorylessFloor floor = floors.get(index);
                    int to = index + 1 < floors.size() ? floors.get(index + 1).symbolsSeen() - 1 : Integer.MAX_VALUE;
                    if (to >= seen) {
                        rungs.add(new LossRung(Math.max(seen, floor.symbolsSeen()), to, output.floor(floor)));
                    }
                }
            }
            if (rungs.isEmpty()) {
                rungs.add(new LossRung(seen, Integer.MAX_VALUE, memoryless));
            } else {
                // The same but for rounding: one number, wherever it is told
                rungs.set(0, new LossRung(rungs.get(0).from, rungs.get(0).to, memoryless));
            }
            return new FloorWords(rungs);
        }

        /** All of them: {@code sees 1 to 3 symbols: 0.0693; 4: 0}; a single one is the memoryless floor. */
        String words() {
            return words(false);
        }

        /** The same, or without the words around the first one: {@code 1 to 3: 0.0693; 4: 0}. */
        String words(boolean isShort) {
            if (rungs.size() == 1) {
                return Message.text(
                        isShort ? "loss.floor.short" : "loss.floor",
                        rungs.get(0).value());
            }
            List<String> told = new ArrayList<>();
            LossRung first = rungs.get(0);
            int only = first.from() == first.to() ? first.from() : 2;
            told.add(
                    isShort
                            ? Message.text("loss.floor.next", first.symbols(), first.value())
                            : Message.text("loss.floor.first", first.symbols(), only, first.value()));
            for (int index = 1; index < rungs.size(); index++) {
                boolean isLast = index == rungs.size() - 1;
                if (index < MOST_TOLD - 1 || isLast) {
                    boolean isGap = isLast && rungs.size() > MOST_TOLD;
                    LossRung rung = rungs.get(index);
                    told.add((isGap ? "… " : "") + Message.text("loss.floor.next", rung.symbols(), rung.value()));
                }
            }
            return String.join("; ", told);
        }
    }
}
