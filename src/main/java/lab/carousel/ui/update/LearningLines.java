package lab.carousel.ui.update;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.engine.kernel.UpdateAccount;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.WeightBlock;
import lab.carousel.picture.update.StageLine;
import lab.carousel.text.Message;

/**
 * The numbers of the last two stages: what learning made of the loss.
 *
 * @param experiment of the network
 * @param account    of the update
 * @param unit       numbered over all layers from 0
 */
record LearningLines(Experiment experiment, UpdateAccount account, int unit) {

    private ParameterLayout layout() {
        return account.update().before().layout();
    }

    private static String text(String key, Object... arguments) {
        return Message.text("update." + key, arguments);
    }

    /** The gradient of the states and of the weights. */
    List<StageLine> gradient() {
        List<StageLine> lines = new ArrayList<>();
        double[] dh = account.step().hiddenGradient();
        lines.add(StageLine.of(text("line.dh"), dh[unit], UpdateStages.norm(dh)));
        if (layout().cell().hasCellState()) {
            double[] dc = account.step().cellGradient();
            lines.add(StageLine.of(text("line.dc"), dc[unit], UpdateStages.norm(dc)));
        }
        addBlocks(lines, account.gradient());
        lines.add(StageLine.ofAll(text("line.all"), account.norm()));
        if (!experiment.hyperparameters().clipping().isNone()) {
            lines.add(StageLine.ofAll(text("line.clipped"), account.factor() * account.norm()));
        }
        return lines;
    }

    /** What the optimiser made of it. */
    List<StageLine> change() {
        List<StageLine> lines = new ArrayList<>();
        double[] change = account.update().change();
        double all = UpdateStages.norm(change);
        lines.add(StageLine.plain(text("line.rate"), account.update().learningRate()));
        addBlocks(lines, change);
        lines.add(StageLine.ofAll(text("line.all"), all));
        lines.add(StageLine.plain(
                text("line.ratio"),
                all / UpdateStages.norm(account.update().before().toArray())));
        return lines;
    }

    /** The matrices of the unit's layer, and those of the outputs. */
    private void addBlocks(List<StageLine> lines, double[] values) {
        int layer = unit / layout().units();
        for (WeightBlock block : WeightBlock.ofLayer(layout(), layer)) {
            lines.add(StageLine.of(name(block), unitNorm(block, values), block.norm(values)));
        }
        for (WeightBlock block : WeightBlock.ofOutputs(layout())) {
            boolean hasUnit = block.kind() == WeightBlock.BlockKind.OUTPUT_KERNEL && layer == layout().layers() - 1;
            lines.add(
                    hasUnit
                            ? StageLine.of(name(block), unitNorm(block, values), block.norm(values))
                            : StageLine.ofAll(name(block), block.norm(values)));
        }
    }

    private static String name(WeightBlock block) {
        return text("line.block." + block.kind().name());
    }

    /** The norm of the weights that lead into the unit, of all its gates; in the output kernel, of those that leave it. */
    private double unitNorm(WeightBlock block, double[] values) {
        int inLayer = unit % layout().units();
        double sum = 0;
        for (int row = 0; row < block.rows(); row++) {
            for (int column = 0; column < block.columns(); column++) {
                boolean isOfUnit = block.kind() == WeightBlock.BlockKind.OUTPUT_KERNEL
                        ? row == inLayer
                        : column % layout().units() == inLayer;
                double value = isOfUnit ? values[block.index(row, column)] : 0;
                sum += value * value;
            }
        }
        return Math.sqrt(sum);
    }
}
