package lab.carousel.ui.update;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.engine.kernel.StepAccount;
import lab.carousel.engine.kernel.UpdateTrace;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.BlockKind;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Op;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.WeightBlock;
import lab.carousel.picture.account.Contribution;
import lab.carousel.picture.update.StageLine;
import lab.carousel.picture.update.UpdateStage;
import lab.carousel.task.Target;
import lab.carousel.text.Message;

/**
 * The stages of a weight update in their order, with the numbers of a unit and of all.
 *
 * @param experiment of the network
 * @param account    of the update
 * @param unit       numbered over all layers from 0
 */
record UpdateStages(Experiment experiment, UpdateTrace account, int unit) {

    /** The most outputs that are listed one by one. */
    private static final int MOST_OUTPUTS = 6;

    private StepAccount step() {
        return account.step();
    }

    private ParameterLayout layout() {
        return account.update().before().layout();
    }

    /**
     * The stages of an update.
     *
     * @param unit numbered over all layers from 0
     */
    static List<UpdateStage> of(Experiment experiment, UpdateTrace account, int unit) {
        UpdateStages stages = new UpdateStages(experiment, account, unit);
        Cell cell = stages.layout().cell();
        List<UpdateStage> all = new ArrayList<>();
        all.add(stage("input", stages.input(), cell.isRecurrent() ? "" : ".dense"));
        if (!stages.step().gates().isEmpty()) {
            all.add(stage("gates", stages.gates(), ""));
        }
        if (cell.hasCellState()) {
            all.add(stages.state("cell", Quantity.CELL_STATE, stages.cell()));
        }
        all.add(stages.state("hidden", Quantity.HIDDEN_STATE, stages.hidden()));
        all.add(stage(
                "output", stages.output(), "." + experiment.hyperparameters().get(Settings.OUTPUT)));
        all.add(stage("loss", stages.loss(), stages.step().isScored() ? "" : ".none"));
        Hyperparameters settings = experiment.hyperparameters();
        String flow = settings.isOutputOnly() ? ".outputOnly" : settings.isErrorTruncated() ? ".truncated" : "";
        all.add(stage("gradient", stages.gradient(), flow));
        String change = Message.text("hyperparameters.optimiser." + settings.get(Settings.OPTIMISER) + ".change");
        all.add(new UpdateStage("change", text("stage.change"), change, text("all.norm"), stages.change()));
        return List.copyOf(all);
    }

    private UpdateStage state(String key, Quantity state, List<StageLine> lines) {
        String caption = Contribution.sentence(layout().cell(), state) + ".";
        return new UpdateStage(key, text("stage." + key), caption, text("all.norm"), lines);
    }

    private static UpdateStage stage(String key, List<StageLine> lines, String variant) {
        String all =
                switch (key) {
                    case "gates" -> text("all.mean");
                    case "output", "loss" -> text("all.value");
                    default -> text("all.norm");
                };
        return new UpdateStage(key, text("stage." + key), text("caption." + key + variant), all, lines);
    }

    private static String text(String key, Object... arguments) {
        return Message.text("update." + key, arguments);
    }

    private List<StageLine> input() {
        List<StageLine> lines = new ArrayList<>();
        boolean isNumbers = step().symbol() == Target.NO_INDEX;
        if (isNumbers) {
            Target fed = Target.ofNumbers(account.update().steps().row(step().step()));
            lines.add(StageLine.words(
                    text("line.numbers"), experiment.task().alphabet().symbol(fed)));
        } else {
            lines.add(StageLine.words(text("line.symbol"), symbol(step().symbol())));
        }
        if (!isNumbers && layout().symbols() <= 2 * MOST_OUTPUTS) {
            String oneHot = IntStream.range(0, layout().symbols())
                    .mapToObj(k -> k == step().symbol() ? "1" : "0")
                    .collect(Collectors.joining(" "));
            lines.add(StageLine.words(text("line.oneHot"), oneHot));
        }
        if (layout().cell().isRecurrent()) {
            lines.add(StageLine.of(text("line.hBefore"), step().hiddenBefore()[unit], norm(step().hiddenBefore())));
        }
        if (layout().cell().hasCellState()) {
            lines.add(StageLine.of(text("line.cBefore"), step().cellBefore()[unit], norm(step().cellBefore())));
        }
        lines.add(StageLine.words(text("line.target"), target()));
        return lines;
    }

    private String symbol(int index) {
        return experiment.task().alphabet().symbol(index);
    }

    private String target() {
        return experiment.task().alphabet().symbol(step().target());
    }

    private List<StageLine> gates() {
        return step().gates().entrySet().stream()
                .map(gate -> StageLine.of(
                        text("line." + gate.getKey().name()), gate.getValue()[unit], mean(gate.getValue())))
                .toList();
    }

    private static String factor(double value) {
        String number = StageLine.number(value);
        return value < 0 || number.contains("·") ? "(" + number + ")" : number;
    }

    /** What the selected unit has of an expression within the equations of the states. */
    private double value(Expression expression) {
        return expression.value(number -> switch (number.quantity()) {
            case HIDDEN_STATE -> (number.isBefore() ? step().hiddenBefore() : step().hidden())[unit];
            case CELL_STATE -> (number.isBefore() ? step().cellBefore() : step().cell())[unit];
            default -> Objects.requireNonNull(step().gates().get(number.quantity()))[unit];
        });
    }

    private List<StageLine> cell() {
        double[] change = step().cell().clone();
        Arrays.setAll(change, u -> change[u] - step().cellBefore()[u]);
        List<StageLine> lines = products(Quantity.CELL_STATE);
        lines.add(StageLine.of(text("line.cAfter"), step().cell()[unit], norm(step().cell())));
        lines.add(StageLine.of(text("line.cChange"), change[unit], norm(change)));
        return lines;
    }

    /** The products of which a state is the sum, with their factors. */
    private List<StageLine> products(Quantity state) {
        List<StageLine> lines = new ArrayList<>();
        for (Contribution part : Contribution.of(layout().cell(), state)) {
            if (part.isShare()) {
                double by = value(part.by());
                double of = value(part.of());
                if (part.of().op() == Op.TANH) {
                    lines.add(StageLine.of(part.of().text(" × "), of, Double.NaN));
                }
                String name = part.by().text(" × ") + " × " + part.of().text(" × ");
                String words = factor(by) + " × " + factor(of) + " = " + StageLine.number(by * of);
                lines.add(new StageLine(text("line." + part.kind(), name), words, "", by * of, Double.NaN));
            }
        }
        return lines;
    }

    private List<StageLine> hidden() {
        List<StageLine> lines = products(Quantity.HIDDEN_STATE);
        if (step().gates().isEmpty()) {
            lines.add(StageLine.of(text("line.net"), atanh(step().hidden()[unit]), Double.NaN));
        }
        lines.add(StageLine.of(text("line.hAfter"), step().hidden()[unit], norm(step().hidden())));
        return lines;
    }

    private static double atanh(double value) {
        return 0.5 * (Math.log1p(value) - Math.log1p(-value));
    }

    private List<StageLine> output() {
        List<StageLine> lines = new ArrayList<>();
        int first = layout().allUnits() - layout().units();
        boolean reachesOutputs = unit >= first;
        for (int k : listedOutputs()) {
            int weight = layout().outputKernel() + Math.max(0, unit - first) * layout().outputs() + k;
            double adds = reachesOutputs ? account.update().before().get(weight) * step().hidden()[unit] : Double.NaN;
            String name = text(step().target().includes(k) ? "line.output.expected" : "line.output", symbol(k));
            lines.add(new StageLine(
                    name,
                    reachesOutputs ? text("line.adds", StageLine.number(adds)) : "",
                    StageLine.number(step().outputs()[k]),
                    adds,
                    step().outputs()[k]));
        }
        return lines;
    }

    /** All outputs, or the largest ones and the expected one; in the order of the alphabet. */
    private List<Integer> listedOutputs() {
        return IntStream.range(0, step().outputs().length)
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(
                                k -> !step().target().includes(k))
                        .thenComparing(k -> -step().outputs()[k]))
                .limit(MOST_OUTPUTS)
                .sorted()
                .toList();
    }

    private List<StageLine> loss() {
        List<StageLine> lines = new ArrayList<>();
        Output output = experiment.hyperparameters().get(Settings.OUTPUT);
        if (step().isScored() && step().target().size() > 0) {
            double right = -IntStream.of(step().target().symbols())
                    .mapToDouble(k -> Math.log(step().outputs()[k]))
                    .sum();
            lines.add(StageLine.of(text("line.loss.target", target()), Double.NaN, right));
            if (output == Output.SIGMOID) {
                lines.add(
                        StageLine.of(text("line.loss.others"), Double.NaN, step().loss() * layout().outputs() - right));
            }
        }
        if (step().isScored()) {
            lines.add(StageLine.of(text("line.loss.step"), Double.NaN, step().loss()));
            if (step().weight() != 1) {
                lines.add(StageLine.of(text("line.loss.weight"), Double.NaN, step().weight()));
            }
        }
        int steps = account.update().times() * account.update().slots();
        if (steps > 1) {
            lines.add(StageLine.of(
                    text("line.loss.update", steps),
                    Double.NaN,
                    account.update().loss()));
        }
        return lines;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** The gradient of the states and of the weights. */
    private List<StageLine> gradient() {
        List<StageLine> lines = new ArrayList<>();
        double[] dh = account.step().hiddenGradient();
        lines.add(StageLine.of(text("line.dh"), dh[unit], norm(dh)));
        if (layout().cell().hasCellState()) {
            double[] dc = account.step().cellGradient();
            lines.add(StageLine.of(text("line.dc"), dc[unit], norm(dc)));
        }
        addBlocks(lines, account.gradient());
        lines.add(StageLine.of(text("line.all"), Double.NaN, account.norm()));
        if (experiment.hyperparameters().get(Settings.CLIPPING) < Settings.NO_CLIPPING) {
            lines.add(StageLine.of(text("line.clipped"), Double.NaN, account.factor() * account.norm()));
        }
        return lines;
    }

    /** What the optimiser made of it. */
    private List<StageLine> change() {
        List<StageLine> lines = new ArrayList<>();
        double[] change = account.update().change();
        double all = norm(change);
        lines.add(StageLine.plain(text("line.rate"), account.update().learningRate()));
        addBlocks(lines, change);
        lines.add(StageLine.of(text("line.all"), Double.NaN, all));
        lines.add(StageLine.plain(
                text("line.ratio"), all / norm(account.update().before().toArray())));
        return lines;
    }

    /** The matrices of the unit's layer, and those of the outputs. */
    private void addBlocks(List<StageLine> lines, double[] values) {
        int layer = unit / layout().units();
        for (WeightBlock block : WeightBlock.ofLayer(layout(), layer)) {
            lines.add(StageLine.of(name(block), unitNorm(block, values), block.norm(values)));
        }
        for (WeightBlock block : WeightBlock.ofOutputs(layout())) {
            boolean hasUnit = block.kind() == BlockKind.OUTPUT_KERNEL && layer == layout().layers() - 1;
            double ofUnit = hasUnit ? unitNorm(block, values) : Double.NaN;
            lines.add(StageLine.of(name(block), ofUnit, block.norm(values)));
        }
    }

    private static String name(WeightBlock block) {
        return text("line.block." + block.kind().name());
    }

    /** The norm of the weights that lead into the unit, of all its gates; in the output kernel, of those that leave it. */
    private double unitNorm(WeightBlock block, double[] values) {
        int inLayer = unit % layout().units();
        boolean isLeft = block.kind() == BlockKind.OUTPUT_KERNEL;
        double sum = 0;
        for (int row = 0; row < block.rows(); row++) {
            for (int column = 0; column < block.columns(); column++) {
                if ((isLeft ? row : column % layout().units()) == inLayer) {
                    double value = values[block.index(row, column)];
                    sum += value * value;
                }
            }
        }
        return Math.sqrt(sum);
    }
}
