package lab.carousel.picture.loss;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

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
        double memoryless = experiment.memorylessFloor().mean();
        int seen = experiment.hyperparameters().get(Settings.CELL).isRecurrent()
                ? experiment.hyperparameters().get(Settings.LAG)
                : 1;
        List<LossRung> rungs = new ArrayList<>();
        if (!experiment.task().isDrawn() && experiment.tooLarge().isEmpty()) {
            boolean isSoftmax = experiment.hyperparameters().get(Settings.OUTPUT) == Output.SOFTMAX;
            List<MemorylessFloor> floors = MemorylessFloor.ladder(
                    experiment.task().encoded(), experiment.task().outputs(), experiment.scoredSteps());
            for (int index = 0; index < floors.size(); index++) {
                MemorylessFloor floor = floors.get(index);
                int to = index + 1 < floors.size() ? floors.get(index + 1).symbolsSeen() - 1 : Integer.MAX_VALUE;
                if (to >= seen) {
                    double loss = (isSoftmax ? floor.softmax() : floor.sigmoid()).mean();
                    rungs.add(new LossRung(Math.max(seen, floor.symbolsSeen()), to, loss));
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
                    isShort ? "loss.floor.short" : "loss.floor", rungs.get(0).value());
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
