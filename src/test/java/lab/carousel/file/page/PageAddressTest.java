package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import org.junit.jupiter.api.Test;

/** Addresses that open an experiment. */
class PageAddressTest {

    private static final Experiment TUTORIAL = Experiment.reference();
    private static final List<PageAddress.Taught> LESSONS = List.of(
            new PageAddress.Taught(
                    "was-it-memory", List.of(Optional.of(TUTORIAL), Optional.empty(), Optional.of(TUTORIAL))),
            new PageAddress.Taught("race", List.of(Optional.empty())),
            new PageAddress.Taught(
                    "fresh",
                    List.of(Optional.of(new Experiment(
                            Task.drawn(FixedGap.of(3)), Hyperparameters.reference(), EngineName.KERNEL)))));

    private static Map<String, Object> read(String fragment) {
        return PageAddress.read(fragment, new PageAddress.Context(LESSONS, "", TUTORIAL, List.of("loss", "cell")));
    }

    private static Experiment opened(String fragment) {
        return PageForm.experiment(read(fragment).get("experiment"));
    }

    private static String told(String fragment) {
        return ((List<?>) read(fragment).get("complaints"))
                .stream()
                        .map(each -> ((Map<?, ?>) each).get("field") + ": " + ((Map<?, ?>) each).get("text"))
                        .collect(Collectors.joining("; "));
    }

    private static void refuses(String fragment, String expected) {
        assertThat(told(fragment)).isEqualTo(expected);
        assertThat(read(fragment)).doesNotContainKey("experiment");
    }

    private static String written(String fragment) {
        return PageAddress.written(opened(fragment), TUTORIAL, Map.of());
    }

    @Test
    void anAddressSaysOnlyWhatTheTutorialDoesNot() {
        assertThat(PageAddress.written(TUTORIAL, TUTORIAL, Map.of())).isEmpty();
        assertThat(PageAddress.written(
                        opened("updateInterval=4&seed=7"),
                        TUTORIAL,
                        Map.of("epoch", 120, "step", 4, "lesson", "was-it-memory")))
                .isEqualTo("updateInterval=4&seed=7&lesson=was-it-memory&epoch=120&step=4");
        for (String same : List.of(
                "task=3+0+3,4+0+4&cell=gru&updateInterval=whole+sequence&clipping=1",
                "task=y+a+y&alphabet=a+y",
                "task=3+0,3+1&sets=true")) {
            assertThat(written(same)).isEqualTo(same);
        }
    }

    /** Of every kind that the page computes: each setting, each cell, random tasks. */
    @Test
    void everyExperimentComesBack() {
        List<Experiment> all = new ArrayList<>(PageComputingTest.allCases().stream()
                .map(PageComputingTest.Case::experiment)
                .filter(experiment -> experiment.task().listedSequences() > 0)
                .toList());
        for (String symbols : List.of(
                "ä ö ß", "a+b c&d e=f", "1,5 # %41", "' \" \\", "日本 語 🎠", "<b> javascript: __proto__", "50% ? /")) {
            all.add(new Experiment(
                    Task.parse("z " + symbols, "z " + symbols, symbols + " z"),
                    Hyperparameters.reference(),
                    EngineName.KERNEL));
        }
        for (Experiment experiment : all) {
            String fragment = PageAddress.written(experiment, TUTORIAL, Map.of("epoch", 1, "unit", 1));
            assertThat(fragment).as("any server takes it").matches("[\\w.!~*'()%,+&=-]*");
            assertThat(opened(fragment)).isEqualTo(experiment);
            assertThat(read(fragment).get("lookedAt")).isEqualTo(Map.of("epoch", 1, "unit", 1));
        }
    }

    private static LabAddress address(Experiment experiment, Optional<Step> step, HeatmapLayer layer, int unit) {
        return new LabAddress(PageRuns.trained(experiment), step, layer, unit);
    }

    @Test
    void theWindowWritesWhatThePageReads() {
        Experiment experiment = TUTORIAL.with(
                all -> all.with(Settings.EPOCHS, 2).with(Settings.LAG, 2).with(Settings.SEED, 7L));
        LabAddress address = address(experiment, Optional.of(experiment.task().step(0, 2)), HeatmapLayer.CELL_STATE, 0);
        assertThat(address.obstacle()).isEmpty();
        String fragment = address.text().substring("lab.html#".length());
        assertThat(opened(fragment)).isEqualTo(experiment);
        assertThat(read(fragment).get("lookedAt"))
                .isEqualTo(Map.of("epoch", 2, "sequence", 1, "step", 2, "unit", 1, "layer", "c"));
    }

    @Test
    void theWindowSaysWhatNoAddressHolds() {
        Experiment tutorial =
                Experiment.reference().with(Hyperparameters.reference().with(Settings.EPOCHS, 1));
        LabAddress plain = address(tutorial, Optional.empty(), HeatmapLayer.HIDDEN_STATE, -1);
        assertThat(plain.text()).isEqualTo("lab.html#epochs=1&epoch=1");
        assertThat(plain.obstacle()).isEmpty();
        Experiment other =
                tutorial.with(all -> all.with(Settings.CELL, Cell.GRU).with(Settings.CLIPPING, 1.0));
        assertThat(address(other, Optional.empty(), HeatmapLayer.HIDDEN_STATE, -1)
                        .obstacle())
                .isEmpty();
        Experiment drawn = new Experiment(Task.drawn(FixedGap.of(3)), tutorial.hyperparameters(), EngineName.KERNEL);
        assertThat(address(drawn, Optional.empty(), HeatmapLayer.HIDDEN_STATE, -1)
                        .obstacle()
                        .orElseThrow()
                        .text())
                .isEqualTo("A link cannot open a task that draws its sequences, or a series. Export a page instead.");
        Experiment series = new Experiment(
                Series.task(ShippedSeries.SHAMPOO.data(), SeriesFeed.of(36)),
                tutorial.hyperparameters().with(Settings.OUTPUT, Output.LINEAR),
                EngineName.KERNEL);
        assertThat(address(series, Optional.empty(), HeatmapLayer.HIDDEN_STATE, -1)
                        .obstacle()
                        .orElseThrow()
                        .key())
                .isEqualTo("page.link.drawn");
    }

    @Test
    void whatIsLookedAtMustBeThere() {
        assertThat(read("epoch=250&sequence=2&step=4&layer=c&unit=20&place=cell")
                        .get("lookedAt"))
                .isEqualTo(Map.of("epoch", 250, "sequence", 2, "step", 4, "unit", 20, "layer", "c", "place", "cell"));
        refuses("epoch=251", "epoch: Enter a whole number from 0 to 250.");
        refuses("sequence=3", "sequence: Enter a whole number from 1 to 2.");
        refuses("step=5", "step: Enter a whole number from 1 to 4.");
        refuses("task=3+0,4+0+1&sequence=1&step=2", "step: Enter a whole number from 1 to 1.");
        refuses("unit=0", "unit: Enter a whole number from 1 to 20.");
        refuses("layer=z", "layer: Choose one of: h, c, i, f, o, g, y.");
        refuses("place=body%20*", "place: Choose one of: loss, cell.");
        refuses(
                "cell=GRU",
                "cell: “GRU” is not possible here: use one of lstm, lstm1997, peephole, gru, recurrent, dense.");
        refuses(
                "task=3+9&alphabet=3+0",
                "task: The symbol “9” in sequence 1 is not in the alphabet: add it or change it.");
    }

    @Test
    void aLessonAndItsStepMustBeThere() {
        assertThat(read("lesson=was-it-memory&lessonStep=3"))
                .containsEntry("lesson", "was-it-memory")
                .containsEntry("lessonStep", 3)
                .containsEntry("complaints", List.of());
        assertThat(read("lesson=race&lessonStep=2"))
                .containsEntry("lesson", "race")
                .containsEntry("lessonStep", 1);
        assertThat(told("lesson=race&lessonStep=2")).startsWith("lessonStep: ");
        for (String name : List.of("constructor", "__proto__", "toString", "")) {
            assertThat(read("lesson=" + name)).doesNotContainKey("lesson");
            assertThat(told("lesson=" + name)).startsWith("lesson: ");
        }
    }

    @Test
    void whatIsNoAddressIsRefused() {
        refuses("wrong=1", "wrong=1: There is no such field.");
        refuses("=", "=: There is no such field.");
        refuses("__proto__=1", "__proto__=1: There is no such field.");
        refuses("z".repeat(3_000), "z".repeat(24) + "…: There is no such field.");
        refuses("Seed=1", "Seed=1: There is no such field.");
        refuses("toString=1", "toString=1: There is no such field.");
        refuses("seed=1&seed=2", "seed=2: It appears twice.");
        refuses(
                "seed=%4",
                "seed: A percent sign must be followed by two hexadecimal digits that stand for a character.");
        refuses("seed", "seed: Type a whole number, for example 1.");
        refuses(
                "task=%C0%AF+0",
                "task: A percent sign must be followed by two hexadecimal digits that stand for a character.");
        refuses("sets=banana", "sets: “banana” is not possible here: use one of true, false.");
        refuses("learningRate=0.001f", "learningRate: Type a number, for example 0.001.");
        refuses(
                "lesson=fresh&task=3+0,4+0&alphabet=0+3+4&sets=true",
                "task: This step has no list of sequences; an address cannot give it others.; "
                        + "alphabet: This step has no list of sequences; an address cannot give it others.; "
                        + "sets: This step has no list of sequences; an address cannot give it others.");
        assertThat(told("lesson=fresh&seed=2")).isEmpty();
        refuses("task=" + "0+1,".repeat(1_000), "#: The link has 4,005 characters; at most 4,000 are allowed.");
        assertThat(told("hiddenUnits=0&wrong=1"))
                .isEqualTo("wrong=1: There is no such field.; hiddenUnits: The number of hidden units must be a whole"
                        + " number from 1 to 512.");
    }

    @Test
    void spacesMayBeWrittenInEitherWay() {
        for (String fragment : List.of(
                "task=3+0+3,4+0+4", "task=3%200%203,4%200%204", "&task=3+0+3,4+0+4&", "task=+3+0++3,+4+0+4+,")) {
            assertThat(opened(fragment).task().sequences())
                    .as(fragment)
                    .isEqualTo(Task.parse("3 0 4", "3 0 3", "4 0 4").sequences());
        }
        assertThat(opened("learningRate=0,25&updateInterval=").hyperparameters().get(Settings.LEARNING_RATE))
                .isEqualTo(0.25);
    }

    @Test
    void noTextWhateverEndsInAnError() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> pieces =
                List.of("task", "=", "&", ",", "+", "%", "%20", "3", "seed", "epoch", "-", "é", "__proto__");
        for (int number = 0; number < 2_000; number++) {
            StringBuilder fragment = new StringBuilder();
            for (int length = random.nextInt(1, 12); length > 0; length--) {
                fragment.append(pieces.get(random.nextInt(pieces.size())));
            }
            Map<String, Object> read = read(fragment.toString());
            assertThat(((List<?>) read.get("complaints")).isEmpty())
                    .as("%s", fragment)
                    .isEqualTo(read.containsKey("experiment"));
        }
    }
}
