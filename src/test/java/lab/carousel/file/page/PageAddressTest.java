package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Addresses that open an experiment. */
class PageAddressTest extends InBrowser {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HELPERS =
            "window.given = DATA.experiment; window.openIt = (fragment) => readAddressed(readAddress(fragment), given, ['loss', 'cell']);"
                    + " window.told = (fragment) => openIt(fragment).complaints.map(({ field, text }) => field + ': ' + text).join('; ');"
                    + " window.same = (experiment, seen) => { const back = openIt(writeAddress(experiment, given, seen));"
                    + " return isSame(back.experiment, experiment) && isSame(back.lookedAt, seen); };";

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Experiment tutorial = Experiment.reference();
        browser.open(Files.write(
                folder.resolve("a.html"),
                Page.of(PageRuns.trained(tutorial), false, Colours.OKABE_ITO, Optional.empty())));
        browser.run(HELPERS);
    }

    private static void refuses(String fragment, String expected) throws IOException, InterruptedException {
        assertThat(shown("told('" + fragment + "')")).isEqualTo(expected);
        assertThat(shown("openIt('" + fragment + "').experiment")).isEqualTo("null");
    }

    @Test
    void anAddressSaysOnlyWhatTheTutorialDoesNot() throws IOException, InterruptedException {
        assertThat(shown("writeAddress(given, given, {})")).isEmpty();
        assertThat(shown("writeAddress(openIt('updateInterval=4&seed=7').experiment, given,"
                        + " { epoch: 120, step: 4, lesson: 'was-it-memory' })"))
                .isEqualTo("updateInterval=4&seed=7&lesson=was-it-memory&epoch=120&step=4");
        assertThat(shown(
                        "writeAddress(openIt('task=3+0+3,4+0+4&clipping=1&updateInterval=whole+sequence&cell=gru').experiment,"
                                + " given, {})"))
                .isEqualTo("task=3+0+3,4+0+4&cell=gru&updateInterval=whole+sequence&clipping=1");
        assertThat(shown("writeAddress(openIt('task=y+a+y&alphabet=a+y').experiment, given, {})"))
                .isEqualTo("task=y+a+y&alphabet=a+y");
    }

    /** Of every kind that the page computes: each setting, each cell, random tasks. */
    @Test
    void everyExperimentComesBack() throws IOException, InterruptedException {
        List<Object> all = new ArrayList<>();
        PageComputingTest.cases()
                .map(PageComputingTest.Case::experiment)
                .filter(experiment -> !experiment.task().isDrawn())
                .forEach(experiment -> all.add(PageForm.written(experiment)));
        for (String symbols : List.of(
                "ä ö ß", "a+b c&d e=f", "1,5 # %41", "' \" \\", "日本 語 🎠", "<b> javascript: __proto__", "50% ? /")) {
            all.add(PageForm.written(new Experiment(
                    Task.parse("z " + symbols, "z " + symbols, symbols + " z"),
                    Hyperparameters.reference(),
                    EngineName.KERNEL)));
        }
        String list = JSON.writeValueAsString(all);
        assertThat(shown(list
                        + ".filter((each) => !same(each, { epoch: 1, unit: 1 })).map((each) => JSON.stringify(each))"))
                .isEmpty();
        assertThat(shown(list + ".every((each) => /^[\\w.!~*'()%,+&=-]*$/.test(writeAddress(each, given, {})))"))
                .as("any server takes it")
                .isEqualTo("true");
    }

    private static LabAddress address(Experiment experiment, Optional<Step> step, HeatmapLayer layer, int unit) {
        return new LabAddress(PageRuns.trained(experiment), step, layer, unit);
    }

    @Test
    void theWindowWritesWhatThePageReads() throws IOException, InterruptedException {
        for (Experiment experiment : PageComputingTest.cases()
                .map(PageComputingTest.Case::experiment)
                .filter(each -> !each.task().isDrawn()
                        && each.hyperparameters().get(Settings.CELL).hasCellState())
                .limit(12)
                .toList()) {
            int number = experiment.hyperparameters().get(Settings.LAG);
            LabAddress address =
                    address(experiment, Optional.of(experiment.task().step(0, number)), HeatmapLayer.CELL_STATE, 0);
            assertThat(address.obstacle()).isEmpty();
            String fragment = address.text().substring("lab.html#".length());
            Map<?, ?> read = JSON.readValue(
                    shown("JSON.stringify(openIt(" + JSON.writeValueAsString(fragment) + "))"), Map.class);
            assertThat(PageForm.experiment(read.get("experiment"))).isEqualTo(experiment);
            assertThat(read.get("lookedAt"))
                    .isEqualTo(Map.of(
                            "epoch",
                            experiment.hyperparameters().get(Settings.EPOCHS),
                            "sequence",
                            1,
                            "step",
                            number,
                            "unit",
                            1,
                            "layer",
                            "c"));
        }
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
        Experiment drawn =
                new Experiment(Task.drawn(PaperTask.fixedGap(3)), tutorial.hyperparameters(), EngineName.KERNEL);
        assertThat(address(drawn, Optional.empty(), HeatmapLayer.HIDDEN_STATE, -1)
                        .obstacle()
                        .orElseThrow()
                        .text())
                .isEqualTo("A link cannot open a task that draws its sequences. Export a page instead.");
    }

    @Test
    void whatIsLookedAtMustBeThere() throws IOException, InterruptedException {
        assertThat(shown("JSON.stringify(openIt('epoch=250&sequence=2&step=4&layer=c&unit=20&place=cell').lookedAt)"))
                .isEqualTo("{\"epoch\":250,\"sequence\":2,\"step\":4,\"unit\":20,\"layer\":\"c\",\"place\":\"cell\"}");
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
    void aLessonAndItsStepMustBeThere() throws IOException, InterruptedException {
        String read =
                "(() => { const read = readAddress('%s'); const taught = [{ name: 'was-it-memory', steps: [1, 2, 3] },"
                        + " { name: 'race', steps: [1] }]; const found = readBase(read, taught);"
                        + " return JSON.stringify(found) + read.complaints.map(({ field }) => field); })()";
        assertThat(shown(read.formatted("lesson=was-it-memory&lessonStep=3")))
                .isEqualTo("{\"lesson\":\"was-it-memory\",\"lessonStep\":3}");
        assertThat(shown(read.formatted("lesson=race&lessonStep=2"))).isEqualTo("{\"lesson\":\"race\"}lessonStep");
        for (String name : List.of("constructor", "__proto__", "toString", "")) {
            assertThat(shown(read.formatted("lesson=" + name))).isEqualTo("{}lesson");
        }
    }

    @Test
    void whatIsNoAddressIsRefused() throws IOException, InterruptedException {
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
        refuses("task=" + "0+1,".repeat(1_000), "#: The link has 4,005 characters; at most 4,000 are allowed.");
        assertThat(shown("told('hiddenUnits=0&wrong=1')"))
                .isEqualTo("wrong=1: There is no such field.; hiddenUnits: The number of hidden units must be a whole"
                        + " number from 1 to 512.");
    }

    @Test
    void spacesMayBeWrittenInEitherWay() throws IOException, InterruptedException {
        for (String fragment : List.of(
                "task=3+0+3,4+0+4", "task=3%200%203,4%200%204", "&task=3+0+3,4+0+4&", "task=+3+0++3,+4+0+4+,")) {
            assertThat(shown("openIt('" + fragment + "').experiment.task.sequences.join()"))
                    .as(fragment)
                    .isEqualTo("3 0 3,4 0 4");
        }
        assertThat(shown("openIt('learningRate=0,25&updateInterval=').experiment.hyperparameters.learningRate"))
                .isEqualTo("0.25");
    }

    @Test
    void noTextWhateverEndsInAnError() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(7);
        List<String> pieces =
                List.of("task", "=", "&", ",", "+", "%", "%20", "3", "seed", "epoch", "-", "é", "__proto__");
        List<String> fragments = new ArrayList<>();
        for (int number = 0; number < 2_000; number++) {
            StringBuilder fragment = new StringBuilder();
            for (int length = random.nextInt(1, 12); length > 0; length--) {
                fragment.append(pieces.get(random.nextInt(pieces.size())));
            }
            fragments.add(fragment.toString());
        }
        assertThat(
                        shown(
                                JSON.writeValueAsString(fragments)
                                        + ".map(openIt).filter(({ experiment, complaints }) => (experiment === null) === (complaints.length > 0)).length"))
                .isEqualTo("2000");
    }
}
