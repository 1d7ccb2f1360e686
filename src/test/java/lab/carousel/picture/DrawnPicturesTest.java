package lab.carousel.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PixelPen;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.picture.account.AccountNames;
import lab.carousel.picture.account.CellDiagram;
import lab.carousel.picture.account.NetworkDrawing;
import lab.carousel.picture.account.StepStage;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.picture.map.DotColour;
import lab.carousel.picture.map.MapLook;
import lab.carousel.picture.map.MapPlane;
import lab.carousel.picture.map.StateMapDrawing;
import lab.carousel.picture.probe.AfterForkDrawing;
import lab.carousel.picture.probe.ClueProbeDrawing;
import lab.carousel.picture.probe.ComparedStates;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.picture.probe.ForksDrawing;
import lab.carousel.picture.probe.SaliencyDrawing;
import lab.carousel.picture.state.LayerScales;
import lab.carousel.picture.state.StateDrawing;
import lab.carousel.picture.state.StateRows;
import lab.carousel.picture.state.UnitName;
import lab.carousel.picture.task.ChannelDrawing;
import lab.carousel.picture.unit.UnitDrawing;
import lab.carousel.study.AfterFork;
import lab.carousel.study.ClueProbe;
import lab.carousel.study.Contrast;
import lab.carousel.study.ForkAnswers;
import lab.carousel.study.ForkList;
import lab.carousel.study.FreeRun;
import lab.carousel.study.Remedies;
import lab.carousel.study.Saliency;
import lab.carousel.study.UnitOrder;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.study.map.StateMap;
import lab.carousel.study.map.StatePart;
import lab.carousel.study.map.Vectors;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Steps;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnTasks;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every picture of every drawn task, at the least of its numbers: it shows something true, or says why it does not. */
class DrawnPicturesTest {

    private static final int WIDTH = 500;
    private static final int HEIGHT = 400;
    /** Between the places where it is asked what is shown. */
    private static final int GRID = Sample.isExhaustive() ? 12 : 31;

    @TestFactory
    Stream<DynamicNode> aDrawnTask() {
        return DrawnTasks.someKinds().map(kind -> {
            Snapshot network = trained(kind);
            Stream<DynamicNode> pictures = pictures(network).entrySet().stream()
                    .map(each -> dynamicTest(
                            each.getKey(), () -> check(each.getValue().get())));
            return dynamicContainer(
                    kind.name(),
                    Stream.concat(
                            pictures, Stream.of(dynamicTest("what has no meaning", () -> checkRefused(network)))));
        });
    }

    private static Snapshot trained(DrawnTask kind) {
        int[] least = kind.parameters().stream().mapToInt(DrawnParameter::least).toArray();
        Experiment reference = Experiment.reference();
        Output output = (kind.targets() == TargetKind.NUMBERS)
                ? Output.LINEAR
                : kind.hasSets() ? Output.SIGMOID : Output.SOFTMAX;
        Experiment experiment = new Experiment(
                Task.drawn(DrawnTask.of(kind, least)),
                reference
                        .hyperparameters()
                        .with(Settings.OUTPUT, output)
                        .with(Settings.HIDDEN_UNITS, 3)
                        .with(Settings.EPOCHS, 2),
                reference.engine());
        try (Training training = Training.endOnly(experiment, new KernelEngine())) {
            while (!training.isFinished()) {
                training.advance();
            }
            return training.snapshot();
        }
    }

    private static Map<String, Supplier<Drawing>> pictures(Snapshot network) {
        Experiment experiment = network.experiment();
        Alphabet alphabet = experiment.task().alphabet();
        FedNetwork fed = FedNetwork.of(experiment, network.parameters());
        Steps first = fed.sample().steps(0);
        Traces traces = fed.traces(new ColumnWindow(0, Math.min(60, first.size())));
        Map<String, Supplier<Drawing>> all = new LinkedHashMap<>();
        for (HeatmapLayer layer : HeatmapLayer.of(traces.layout().cell())) {
            all.put(
                    "heatmap " + layer,
                    () -> new StateDrawing(
                            new StateRows(
                                    traces,
                                    experiment.task(),
                                    layer,
                                    new LayerScales().scale(experiment, traces, layer),
                                    UnitOrder.byNumber(traces.units()),
                                    Optional.empty()),
                            0,
                            0,
                            0));
        }
        all.put("unit", () -> new UnitDrawing(traces, 0, Set.of(Quantity.HIDDEN_STATE), alphabet::symbol, 0, 1));
        all.put("outputs", () -> ContrastDrawing.ofOne(Contrast.of(experiment, "A", traces, "B", traces), alphabet));
        if (experiment.task().sequences().size() > 1) {
            all.put("two sequences", () -> {
                ComparedStates compared = new ComparedStates(
                        Quantity.HIDDEN_STATE, true, "apart", "unit by unit", UnitName.all(traces.layout()), -1);
                Contrast contrast = Contrast.ofSequences(fed.sample(), 0, 1, Quantity.HIDDEN_STATE, 0);
                return ContrastDrawing.ofStates(contrast, alphabet, compared, -1);
            });
        }
        all.put("after the fork", () -> new AfterForkDrawing(AfterFork.of(fed), alphabet));
        all.put("forks", () -> {
            ForkList forks = ForkList.of(fed, 3, 0);
            List<ForkAnswers> answers =
                    forks.rows().stream().map(row -> ForkAnswers.of(fed, row)).toList();
            return new ForksDrawing(forks, answers, Remedies.NONE, alphabet, -1);
        });
        all.put("who remembers", () -> new ClueProbeDrawing(ClueProbe.of(fed, Vectors.HIDDEN_STATE), alphabet));
        VisitedStates visited = VisitedStates.of(fed.evaluator(), StatePart.whole(experiment.layout()));
        StateMap map = StateMap.of(visited, fed);
        for (DotColour colour : List.of(DotColour.SYMBOL, DotColour.TARGET, DotColour.STEP, DotColour.FORK)) {
            all.put("state map " + colour, () -> {
                MapLook look = new MapLook(MapPlane.FIRST_SECOND, colour, Optional.empty(), -1, List.of());
                return new StateMapDrawing(map, look, List.of());
            });
        }
        all.put(
                "saliency",
                () -> new SaliencyDrawing(
                        Saliency.of(fed.sample(), first.step(0, 1), 0),
                        new SaliencyDrawing.Shown(
                                alphabet.symbol(0),
                                IntStream.range(0, first.size())
                                        .mapToObj(t -> alphabet.symbol(first.fed(t)))
                                        .toList(),
                                UnitName.all(traces.layout()),
                                false,
                                -1,
                                -1,
                                Optional.empty())));
        AccountNames names = new AccountNames(experiment.layout(), alphabet);
        ForwardAccount account = CellExplanation.of(fed.sample(), 0, 1, 1);
        all.put("cell", () -> new CellDiagram(account, names));
        all.put("network", () -> new NetworkDrawing(account, names, StepStage.OUTPUT));
        all.put("loss", () -> LossDrawing.slide(network.history(), experiment, false, Palette.LIGHT)
                .drawing());
        if ((experiment.task().targets() == TargetKind.NUMBERS)) {
            all.put(
                    "channels",
                    () -> new ChannelDrawing(first, alphabet, experiment.task().outputs()));
        }
        return all;
    }

    private static void check(Drawing drawing) {
        Graphics2D graphics = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB).createGraphics();
        List<Mark> marks = drawing.marks(WIDTH, HEIGHT);
        new PixelPen(graphics, Palette.LIGHT).draw(marks);
        Set<String> words = new HashSet<>();
        for (int x = 1; x < WIDTH; x += GRID) {
            for (int y = 1; y < HEIGHT; y += GRID) {
                Hit.at(marks, x, y).map(Hit::words).ifPresent(words::add);
            }
        }
        assertThat(words)
                .noneMatch(
                        said -> said.isBlank() || Stream.of("null", "NaN", "{").anyMatch(said::contains));
        assertThat(drawing.csv()).doesNotContain("null", "NaN").contains("\n");
    }

    private static void checkRefused(Snapshot network) {
        Experiment experiment = network.experiment();
        assertThat(TaskAutomaton.obstacle(experiment)).isPresent();
        if ((experiment.task().targets() == TargetKind.NUMBERS)) {
            assertThatThrownBy(() -> FreeRun.of(experiment, network.parameters(), List.of(0), 3, FreeRun.Draw.LARGEST))
                    .isInstanceOf(InvalidInput.class);
        } else {
            assertThat(FreeRun.of(experiment, network.parameters(), List.of(0), 3, FreeRun.Draw.LARGEST)
                            .steps())
                    .hasSize(3);
        }
    }
}
