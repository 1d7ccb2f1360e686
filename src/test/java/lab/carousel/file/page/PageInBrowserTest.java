package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.Exhaustive;
import lab.carousel.Sample;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Cells;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.task.Task;
import lab.carousel.text.Glossary;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.text.NumberText;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageInBrowserTest extends InBrowser {

    private static final int EPOCHS = 60;

    private static Snapshot snapshot;
    private static Path file;

    @BeforeAll
    static void write() throws IOException {
        snapshot = PageRuns.trained(
                Experiment.reference().with(Hyperparameters.reference().with(Settings.EPOCHS, EPOCHS)));
        file = Files.write(folder.resolve("p.html"), Page.of(snapshot, false, Colours.OKABE_ITO, Optional.empty()));
    }

    @BeforeEach
    void load() throws IOException, InterruptedException {
        openAnew(file);
    }

    private static String text(String id) throws IOException, InterruptedException {
        return shown("document.getElementById('" + id + "').textContent");
    }

    private static void type(String field, String value) throws IOException, InterruptedException {
        browser.run("const field = document.getElementById('" + field + "'); field.value = " + quoted(value) + ";");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\n", "\\n") + "\"";
    }

    /** Presses the button and waits until training is over. */
    private static void train() throws IOException, InterruptedException {
        browser.runAndWait("document.querySelector('#try button[type=submit]').click();"
                + " const look = () => document.body.classList.contains('training') ? setTimeout(look, 10) : done();"
                + " look();");
    }

    /** As it is, under its own policy: the other tests open it with a script that they can look into. */
    @Test
    void opensFromADiskWithoutARequestOrAWordInTheConsole() throws IOException, InterruptedException {
        Path real =
                Files.write(folder.resolve("real.html"), Page.of(snapshot, false, Colours.OKABE_ITO, Optional.empty()));
        browser.openAsItIs(real.toUri());
        assertThat(shown("document.body.dataset.computing + typeof PAGE")).isEqualTo("readyundefined");
        VerdictWords words = VerdictWords.of(snapshot.evaluation());
        assertThat(text("verdict")).isEqualTo(words.headline());
        assertThat(text("reason"))
                .isEqualTo("After 0 1 2 comes 3 or 4; the symbol 3 steps back decides. "
                        + VerdictWords.of(snapshot.evaluation(), "A.", snapshot.floor())
                                .reason()
                                .substring(3));
        assertThat(text("numbers"))
                .isEqualTo("epoch " + EPOCHS + " · " + snapshot.evaluation().right() + " of 8 steps right · margin "
                        + NumberText.loss(snapshot.evaluation().margin()) + " · loss "
                        + NumberText.loss(snapshot.evaluation().loss())
                        + " (memoryless floor 0.0693) · separation "
                        + NumberText.decimals(snapshot.evaluation().separation(), 3));
        train();
        assertThat(text("status")).startsWith(EPOCHS + " epochs trained in ");
        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests())
                .contains(real.toUri().toString())
                .allMatch(address ->
                        address.startsWith("file:") || address.startsWith("blob:") || address.startsWith("data:"));
    }

    @Test
    void slidesOverEpochsAndStepsAndChoosesUnitsEverywhere() throws IOException, InterruptedException {
        browser.runAndWait("const look = () => PAGE.run.states.length > " + EPOCHS + " ? done() : setTimeout(look, 10);"
                + " look();");
        browser.run("const slider = document.getElementById('epoch'); slider.value = 7;"
                + " slider.dispatchEvent(new Event('input'));"
                + " const step = document.getElementById('step'); step.value = 7;"
                + " step.dispatchEvent(new Event('input'));");
        assertThat(text("epochWords")).isEqualTo("Epoch 7 of " + EPOCHS);
        assertThat(text("stepWords")).isEqualTo("Step 4 of sequence 2: sees 2");
        double loss = snapshot.history().loss(0, 6);
        assertThat(text("numbers")).contains("loss " + NumberText.loss(loss) + " (");
        assertThat(text("cellPart")).contains("Unit 1 at step 4 of sequence 2");
        browser.run(
                "const canvas = document.getElementById('states'); for (const key of ['ArrowDown', 'ArrowLeft', 'f'])"
                        + " canvas.dispatchEvent(new KeyboardEvent('keydown', { key }));");
        assertThat(text("cellPart")).contains("Unit 2 at step 3 of sequence 2");
        assertThat(text("readout")).startsWith("unit 2, step 3, sequence 2, input 1: f\u00a0=\u00a00.");
    }

    /** Scrolls to a section, and waits until something is true. */
    private static void scrollTo(String section, String until) throws IOException, InterruptedException {
        browser.runAndWait("document.querySelector('section." + section + "').scrollIntoView();"
                + " const look = () => " + until + " ? done() : requestAnimationFrame(look); look();");
    }

    /** The view that is open, as the program has it, at the epoch and the step that are shown. */
    private static Map<String, Object> told(String name, Map<String, String> chosen, Parameters parameters, int epoch)
            throws IOException, InterruptedException {
        double width = browser.run("return JSON.parse(VIEWS.key)[0].width").doubleValue();
        PageView view = new PageView(snapshot.experiment(), Language.all());
        return view.view(name, chosen, parameters, epoch, 0, 0, 1, width, 400);
    }

    private static void openView(String name) throws IOException, InterruptedException {
        browser.run("const list = document.getElementById('viewChoice'); list.value = '" + name
                + "'; list.dispatchEvent(new Event('change'))");
    }

    @Test
    void aViewIsOpenedAsTheProgramHasItWhileItIsInSight() throws IOException, InterruptedException {
        browser.runAndWait("const look = () => PAGE.run.states.length > " + EPOCHS + " ? done() : setTimeout(look, 10);"
                + " look();");
        browser.run("window.scrollTo(0, 0); stopPlay(); chooseEpoch(5)");
        assertThat(shown("VIEWS.of === PAGE.view")).as("while it is not seen").isEqualTo("false");
        browser.run("stopPlay(); chooseEpoch(" + EPOCHS + ")");
        scrollTo("view", "VIEWS.told && VIEWS.of === PAGE.view");
        Map<String, String> kept =
                Map.of("vectors", "BOTH", "plane", "FIRST_SECOND", "colour", "SYMBOL", "along", "KEPT", "held", "");
        for (String name : List.of("afterFork", "stateMap")) {
            openView(name);
            Map<String, String> chosen = name.equals("stateMap") ? kept : Map.of();
            List<?> words =
                    (List<?>) told(name, chosen, snapshot.parameters(), EPOCHS).get("words");
            assertThat(text("viewWords"))
                    .isEqualTo(words.stream().map(String.class::cast).collect(Collectors.joining()));
        }
        assertThat(text("viewWords")).contains("8 dots, along the axes of epoch " + EPOCHS + ".");
        browser.run("stopPlay(); chooseEpoch(6)");
        assertThat(text("viewWords")).contains("along the axes of epoch " + EPOCHS + ".");
        browser.run("const own = document.getElementById('view-along'); own.value = 'OWN';"
                + " own.dispatchEvent(new Event('change'))");
        assertThat(text("viewWords")).contains("along the axes of epoch 6.");
        browser.run("VIEWS.offered.find(({ name }) => name === 'stateMap').seconds = 9; stopPlay(); chooseEpoch(7)");
        assertThat(text("viewWords")).isEqualTo("To compute this takes about 9.0 s.");
        assertThat(text("viewStop")).isEqualTo("Stop");
        browser.run("document.getElementById('viewStop').click()");
        assertThat(text("viewStop")).isEqualTo("Compute");
        browser.run("document.getElementById('viewStop').click()");
        browser.runAndWait("const look = () => VIEWS.isUnderWay ? setTimeout(look, 5) : done(); look();");
        assertThat(text("viewWords")).contains("along the axes of epoch 7.");
        assertThat(shown("document.getElementById('viewStop').hidden")).isEqualTo("true");
        browser.runAndWait(
                "(async () => { const view = document.getElementById('view'); const box = view.getBoundingClientRect();"
                        + " const places = []; for (let x = 0; x < box.width; x += 6) for (let y = 0; y < box.height; y += 6) places.push([x, y]);"
                        + " const spots = await Promise.all(places.map(([x, y]) => askOfPicture('spot', x / ENLARGED, y / ENLARGED)));"
                        + " const [x, y] = places[spots.findIndex(({ s, t }) => s === 1 && t === 3)];"
                        + " view.dispatchEvent(new PointerEvent('pointerdown', { clientX: box.left + x, clientY: box.top + y }));"
                        + " await askOfPicture('spot', 0, 0); setTimeout(done, 0); })();");
        assertThat(text("stepWords")).isEqualTo("Step 4 of sequence 2: sees 2");
        browser.run("window.scrollTo(0, 0)");
        browser.run("stopPlay(); chooseEpoch(5)");
        assertThat(shown("VIEWS.of.epoch")).as("out of sight").isEqualTo("7");
        type("cell", "dense");
        train();
        scrollTo("view", "VIEWS.of === PAGE.view");
        assertThat(text("viewWords")).startsWith("A dense layer has no state");
        assertThat(shown("document.getElementById('view').hidden")).isEqualTo("true");
        browser.run("window.scrollTo(0, 0)");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void computesTheAutomatonOfTheTaskAndThatOfTheNetworkOnItsWords() throws IOException, InterruptedException {
        scrollTo("view", "VIEWS.told");
        openView("automaton");
        List<?> words =
                (List<?>) told("automaton", Map.of("words", "TASK", "silenced", ""), snapshot.parameters(), EPOCHS)
                        .get("words");
        assertThat(text("viewWords"))
                .isEqualTo(words.stream().map(String.class::cast).collect(Collectors.joining()))
                .contains("True only of the 9 words asked.");
        assertThat(
                        shown(
                                "VIEWS.told.marks.filter(([kind, text]) => kind === 't' && text === 'The task: 9 states').length"))
                .isEqualTo("1");
        browser.run("const all = document.getElementById('view-words'); all.value = 'ALL';"
                + " all.dispatchEvent(new Event('change'))");
        assertThat(text("viewWords")).endsWith("This search is made in the program, not in the page.");
        type("sequences", "x 0 x\ny 0 y");
        type("resetPolicy", "every step");
        train();
        scrollTo("view", "VIEWS.of === PAGE.view");
        assertThat(text("viewWords")).contains("Double rings in the task: no network can");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void trainsWhatIsTypedAsTheProgramDoes() throws IOException, InterruptedException {
        type("sequences", "x a b c x\ny a b c y");
        type("hiddenUnits", "9");
        type("learningRate", "0,02");
        type("updateInterval", "");
        type("epochs", "150");
        type("seed", "77");
        train();
        Snapshot ours = PageRuns.trained(PageRuns.typed(Task.parse("x a b c y", "x a b c x", "y a b c y")));
        assertThat(text("verdict"))
                .isEqualTo(VerdictWords.of(ours.evaluation()).headline())
                .startsWith("remembers 3 steps back");
        assertThat(text("status")).startsWith("150 epochs trained in ");
        for (int point : new int[] {0, 70, 149}) {
            assertThat(browser.run("return PAGE.run.epochs[" + point + "].loss").doubleValue())
                    .isEqualTo(ours.history().loss(0, point));
        }
        browser.run("document.getElementById('back').click()");
        assertThat(text("verdict"))
                .isEqualTo(VerdictWords.of(snapshot.evaluation()).headline());
    }

    @Test
    void showsTheStateThatIsCarriedOverAndStepByStep() throws IOException, InterruptedException {
        browser.run("document.getElementById('resetPolicy').value = 'never'");
        train();
        Experiment experiment = Experiment.reference()
                .with(Hyperparameters.reference()
                        .with(Settings.EPOCHS, EPOCHS)
                        .with(Settings.RESET_POLICY, ResetPolicy.NEVER));
        Snapshot ours = PageRuns.trained(experiment);
        Evaluation stepByStep = Evaluation.of(experiment.stepByStep(), ours.parameters());
        assertThat(text("both")).isEqualTo(VerdictWords.ofBoth(experiment, ours.evaluation(), stepByStep));
        assertThat(text("numbers"))
                .contains("loss " + NumberText.loss(ours.evaluation().loss()) + " (");
        browser.run("document.getElementById('stepByStep').click()");
        assertThat(text("numbers")).contains("loss " + NumberText.loss(stepByStep.loss()) + " (");
        assertThat(text("verdict")).isEqualTo(VerdictWords.of(stepByStep).headline());
    }

    /** Prints into nothing: what is drawn for paper while a script looks at it. */
    private static String onPaper(String script) throws IOException, InterruptedException {
        return browser.run("window.dispatchEvent(new Event('beforeprint')); const seen = (() => { " + script
                        + " })(); window.dispatchEvent(new Event('afterprint')); return String(seen);")
                .textValue();
    }

    @Test
    void printsItsPicturesSharpAndLightAsWideAsTheSheet() throws IOException, InterruptedException {
        browser.run("dress('dark')");
        String look = "const canvas = document.getElementById('states'); return [COLOURS.theme,"
                + " Math.round(canvas.width / parseFloat(canvas.style.width)),"
                + " document.getElementById('lossChart').clientWidth].join(' ')";
        assertThat(onPaper(look)).isEqualTo("light 4 672");
        assertThat(browser.run(look).textValue()).startsWith("dark 1 ");
    }

    @Test
    void printsSettingsResultPredictionsAndQuestionsOfWhatIsShown() throws IOException, InterruptedException {
        type("sequences", "3 0 1 2 3");
        type("updateInterval", "");
        type("epochs", "3");
        train();
        assertThat(onPaper("return document.getElementById('settings').innerText"))
                .contains("Sequences3 0 1 2 3CellLSTMHidden units20", "Update intervalwhole", "Epochs3")
                .contains("Output and losssigmoid", "Reset stateafter every sequence", "CellLSTM", "OptimiserAdam");
        assertThat(onPaper("return document.querySelectorAll('#predictions tr').length"))
                .isEqualTo("4");
        assertThat(text("questions"))
                .contains("The verdict is “needs no memory”")
                .contains("Suppose the weights are updated after every single step")
                .doesNotContain("deciding steps", "Find a unit");
        browser.run("document.getElementById('back').click()");
        assertThat(text("questions"))
                .contains(
                        "deciding steps", "cannot fall below 0.0693", "Find a unit", "only after each whole sequence");
        assertThat(shown("document.querySelectorAll('#questions li > i').length"))
                .isEqualTo("12");
    }

    @Test
    void countsEverySymbolThatMayFollowWhereItIsSwitchedOn() throws IOException, InterruptedException {
        Task task = Task.parse("0 1 2 3 4", "0 1 2 0", "0 1 3 0");
        Hyperparameters few = Hyperparameters.reference().with(Settings.EPOCHS, 3);
        double listed = lossOf(new Experiment(task, few, EngineName.KERNEL));
        double sets = lossOf(new Experiment(task.withSets(true), few, EngineName.KERNEL));
        assertThat(listed).isNotEqualTo(sets);
        String loss = "return PAGE.run.epochs[2].loss";
        type("sequences", "0 1 2 0\n0 1 3 0");
        type("epochs", "3");
        browser.run("document.getElementById('sets').click()");
        train();
        assertThat(browser.run(loss).doubleValue()).isEqualTo(sets);
        assertThat(text("predictions")).contains("2|3");
        assertThat(shown("location.hash")).contains("sets=true");
        type("output", "softmax");
        train();
        assertThat(text("problem-output")).startsWith("With softmax the outputs share a sum of 1");
        browser.run("document.getElementById('sets').click()");
        type("output", "sigmoid");
        train();
        assertThat(browser.run(loss).doubleValue()).isEqualTo(listed);
        assertThat(shown("location.hash")).doesNotContain("sets");
    }

    private static double lossOf(Experiment experiment) {
        return PageRuns.trained(experiment).history().loss(0, 2);
    }

    /** Layers, slots and a GRU: as trained and step by step, then trained again. */
    @Test
    void computesWhatTheProgramDoesWithAnySettings() throws IOException, InterruptedException {
        Experiment experiment = Experiment.reference()
                .with(Hyperparameters.reference()
                        .with(Settings.EPOCHS, 20)
                        .with(Settings.CELL, Cell.GRU)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.BATCH_SIZE, 3)
                        .with(Settings.OPTIMISER, Optimiser.SGD));
        Snapshot ours = PageRuns.trained(experiment);
        Evaluation stepByStep = Evaluation.of(experiment.stepByStep(), ours.parameters());
        openAnew(Files.write(folder.resolve("g.html"), Page.of(ours, true, Colours.OKABE_ITO, Optional.empty())));
        assertThat(text("verdict")).isEqualTo(VerdictWords.of(stepByStep).headline());
        assertThat(text("both")).isEqualTo(VerdictWords.ofBoth(experiment, ours.evaluation(), stepByStep));
        browser.run("document.getElementById('stepByStep').click()");
        assertThat(text("verdict")).isEqualTo(VerdictWords.of(ours.evaluation()).headline());
        assertThat(text("settings")).contains("CellGRU", "Layers2", "Batch size3", "OptimiserSGD");
        train();
        assertThat(browser.run("return PAGE.run.epochs[19].loss").doubleValue())
                .isEqualTo(ours.history().loss(0, 19));
        assertThat(shown("document.getElementById('unit').max")).isEqualTo("39");
        assertThat(browser.console()).isEmpty();
    }

    /** An old browser, or one where it is not allowed: it says so, and replays what was recorded. */
    @Test
    void withoutTheComputingItReplaysWhatWasRecordedAndSaysSo() throws IOException, InterruptedException {
        useWindowBeside();
        browser.onEveryPage("delete window.DecompressionStream");
        browser.open(file);
        assertThat(text("given")).startsWith("This browser cannot unpack the computing of this page");
        assertThat(text("verdict"))
                .isEqualTo(VerdictWords.of(snapshot.evaluation()).headline());
        assertThat(shown("PAGE.run.states.length + ' ' + document.getElementById('try').offsetParent"))
                .isEqualTo("7 null");
        browser.run("const slider = document.getElementById('epoch'); slider.value = 0;"
                + " slider.dispatchEvent(new Event('input')); document.querySelector('[data-speak=de]').click()");
        assertThat(text("epochWords")).isEqualTo("Epoche 0 von " + EPOCHS);
        assertThat(text("verdict")).isEqualTo("noch nicht");
        assertThat(browser.console()).isEmpty();
    }

    /** A frame that lets no worker be made: the page itself trains, slice after slice. */
    @Test
    void withoutWorkersItTrainsInThePage() throws IOException, InterruptedException {
        browser.run("COMPUTING.idle = null; window.Worker = function () { throw new Error('forbidden'); }");
        train();
        assertThat(browser.run("return PAGE.run.epochs[" + (EPOCHS - 1) + "].loss")
                        .doubleValue())
                .isEqualTo(snapshot.history().loss(0, EPOCHS - 1));
    }

    @Test
    void replaysItselfOnceUntilItIsPausedAndTellsWhatIsTrainedAsItIsSeen() throws IOException, InterruptedException {
        String future = "CHART.key.split(',')[2] === 'Infinity' ? 'visible' : 'hidden'";
        useWindowBeside();
        browser.allowMotion();
        browser.holdFilms();
        browser.open(file);
        assertThat(shown("PLAY.isPlaying + document.getElementById('play').title"))
                .isEqualTo("truePause");
        assertThat(shown(future)).isEqualTo("visible");
        assertThat(text("source")).isEqualTo("Replay of the recorded run");
        // The page fills in the epochs that it was not given; until then the film goes from one given to the next
        browser.runAndWait(
                "const look = () => PAGE.run.states.length > " + EPOCHS + " ? done() : setTimeout(look, 5); look();");
        assertThat(browser.runAndWait("frameMillis = 50; const look = () => { if (PAGE.view.epoch > 2) {"
                                + " document.getElementById('play').click(); done(PAGE.view.epoch); } else {"
                                + " requestAnimationFrame(look); } }; look();")
                        .intValue())
                .isBetween(3, 4);
        assertThat(shown("PLAY.isPlaying + document.getElementById('play').title"))
                .isEqualTo("falsePlay");
        browser.runAndWait("playFrom(" + (EPOCHS - 2) + "); const look = () => PLAY.isPlaying ?"
                + " requestAnimationFrame(look) : done(); look();");
        assertThat(text("verdict"))
                .isEqualTo(VerdictWords.of(snapshot.evaluation()).headline());
        train();
        // The chart is drawn with the next picture
        browser.runAndWait("requestAnimationFrame(() => requestAnimationFrame(done));");
        assertThat(shown("PLAY.isPlaying + (" + future + ")")).isEqualTo("truehidden");
        assertThat(text("source")).isEqualTo("Your training");
        browser.run("stopPlay(); chooseEpoch(1)");
        assertThat(shown(future)).isEqualTo("visible");
        assertThat(text("status")).startsWith(EPOCHS + " epochs trained in ");
    }

    @Test
    void withoutMotionItStandsAtTheEnd() throws IOException, InterruptedException {
        assertThat(shown("PLAY.isPlaying + ' ' + PAGE.view.epoch")).isEqualTo("false " + EPOCHS);
    }

    /** What of some elements is not wholly in sight. */
    private static String outOfSight(String selectors) throws IOException, InterruptedException {
        return shown("Array.from(document.querySelectorAll('" + selectors + "')).filter((each) => {"
                + " const box = each.getBoundingClientRect(); return box.height === 0 || box.top < 0 || box.left < 0"
                + " || box.bottom > window.innerHeight + 1 || box.right > window.innerWidth; })"
                + ".map((each) => each.id || each.textContent).join(' ')");
    }

    @Test
    void picturePlayEpochAndVerdictAreOnOneScreenAndStayWhereThereIsRoom() throws IOException, InterruptedException {
        String stage = "#states, #play, #epoch, #verdict";
        for (int[] size : new int[][] {{360, 640}, {1280, 800}}) {
            browser.resize(size[0], size[1]);
            assertThat(outOfSight(size[0] < 700 ? stage + ", #reason .sentence" : stage))
                    .as("%d wide", size[0])
                    .isEmpty();
            browser.run("document.querySelector('#try .main').scrollIntoView({ block: 'end' })");
            assertThat(outOfSight((size[0] < 700 ? "#play, #epoch, #verdict" : stage) + ", #try .main"))
                    .as("%d wide, at Train", size[0])
                    .isEmpty();
        }
    }

    @Test
    void onAPhoneTheWholeLossChartFitsBelowTheThinRow() throws IOException, InterruptedException {
        browser.resize(360, 640);
        // The head is measured in the next frame
        browser.runAndWait("requestAnimationFrame(() => requestAnimationFrame(() => {"
                + " document.querySelector('section.loss').scrollIntoView(); done(); }))");
        assertThat(outOfSight("#play, #epoch, #verdict, .loss h2, #lossChart")).isEmpty();
        assertThat(shown("document.querySelector('section.loss').getBoundingClientRect().top"
                        + " >= document.querySelector('.head').getBoundingClientRect().bottom"))
                .isEqualTo("true");
    }

    @Test
    void saysWhatTheForkOfTheVerdictAsks() throws IOException, InterruptedException {
        String asks = "After 0 1 2 comes 3 or 4; the symbol 3 steps back decides. ";
        browser.resize(360, 640);
        assertThat(text("reason")).startsWith(asks);
        type("sequences", "3 0 1 2 3");
        train();
        assertThat(text("reason")).doesNotContain("decides");
    }

    @Test
    void whatIsTouchedIsAtLeastFortyPixelsHigh() throws IOException, InterruptedException {
        browser.resize(360, 640);
        browser.run("startRunOfPage()");
        assertThat(
                        shown(
                                "Array.from(document.querySelectorAll('button, select, textarea, input:not([type=checkbox])'))"
                                        + ".concat(Array.from(document.querySelectorAll('label.switch')))"
                                        + ".filter((each) => each.offsetParent && (each.getBoundingClientRect().height < 40 ||"
                                        + " each.getBoundingClientRect().width < 40)).map((each) => each.id || each.outerHTML).join(' ')"))
                .isEmpty();
    }

    @Test
    void aBadValueGetsAMessageAtItsPlace() throws IOException, InterruptedException {
        type("sequences", "3 0 1 2 3\n4");
        train();
        assertThat(text("problem-sequences"))
                .isEqualTo(
                        "Sequence 2: After a single symbol there is nothing to predict: type at least two, separated by spaces.");
        assertThat(shown("document.activeElement.id + document.activeElement.getAttribute('aria-invalid')"))
                .isEqualTo("sequencestrue");
        browser.run("document.querySelector('[data-speak=de]').click()");
        assertThat(text("epochWords")).isEqualTo("Epoche " + EPOCHS + " von " + EPOCHS);
        assertThat(shown("document.documentElement.lang")).isEqualTo("de");
    }

    @Test
    void speaksALanguageThatIsDroppedInWithItsOwnMarks() throws IOException, InterruptedException {
        change("const add = (value) => { if (value && typeof value === 'object') {"
                + " Object.values(value).forEach(add); if (value.en && value.de) value.qaa = value.en; } }; add(DATA);"
                + " DATA.words.qaa = Object.assign({}, DATA.words.en, { 'language.decimal': '·', 'page.title': 'Mana?' });"
                + " SEEN.state = null; speak('qaa')");
        assertThat(shown("document.title")).isEqualTo("Mana?");
        assertThat(text("numbers")).contains("floor 0·0693");
        assertThat(shown("document.getElementById('learningRate').value")).isEqualTo("0·001");
        train();
        assertThat(text("status")).matches(EPOCHS + " epochs trained in \\d+·\\d+ s: .*");
        browser.run("document.querySelector('[data-speak=de]').click()");
        assertThat(shown("document.getElementById('learningRate').value")).isEqualTo("0,001");
        assertThat(browser.console()).isEmpty();
    }

    @Exhaustive
    @Test
    void trainsItsOwnExperimentOfFortySequencesAgain() throws IOException, InterruptedException {
        String[] sequences = IntStream.range(0, 40)
                .mapToObj(s -> "s%d a b s%d".formatted(s, s))
                .toArray(String[]::new);
        String alphabet = "a b " + IntStream.range(0, 40).mapToObj(s -> "s" + s).collect(Collectors.joining(" "));
        Snapshot ours = PageRuns.trained(new Experiment(
                Task.parse(alphabet, sequences),
                Hyperparameters.reference().with(Settings.EPOCHS, 3),
                EngineName.KERNEL));
        openAnew(Files.write(folder.resolve("40.html"), Page.of(ours, false, Colours.OKABE_ITO, Optional.empty())));
        train();
        assertThat(text("status")).startsWith("3 epochs trained in ");
        assertThat(browser.run("return PAGE.run.epochs[2].loss").doubleValue())
                .isEqualTo(ours.evaluation().loss());
        type("sequences", "a b\n".repeat(201).strip());
        train();
        assertThat(text("problem-sequences"))
                .isEqualTo("There are 201 sequences, but at most 200 are allowed. Remove some.");
    }

    @Test
    void whatWasTrainedAndWhatWasTypedSurviveAReloadAndANewVisit() throws IOException, InterruptedException {
        type("sequences", "x a x\ny a y");
        type("epochs", "9");
        browser.run("document.getElementById('sets').click()");
        train();
        String loss = shown("PAGE.view.result.loss");
        assertThat(shown("location.hash")).isEqualTo("#task=x+a+x,y+a+y&sets=true&epochs=9&epoch=9");
        type("seed", "never trained");
        browser.run("document.querySelector('[data-speak=de]').click()");
        for (boolean isNewVisit : new boolean[] {false, true}) {
            if (isNewVisit) {
                leave();
                browser.open(file);
                settle();
            } else {
                reload();
            }
            assertThat(shown("PAGE.view.result.loss")).as("%s", isNewVisit).isEqualTo(loss);
            assertThat(shown("document.getElementById('seed').value + document.documentElement.lang"))
                    .as("%s", isNewVisit)
                    .isEqualTo("never trainedde");
            assertThat(shown("document.getElementById('sets').checked + ' ' + PAGE.run.experiment.task.sets"))
                    .as("%s", isNewVisit)
                    .isEqualTo("true true");
        }
        goBackToItsOwnRun();
        assertThat(browser.console()).isEmpty();
    }

    private static void goBackToItsOwnRun() throws IOException, InterruptedException {
        browser.run("document.getElementById('back').click()");
        assertThat(shown("location.hash + PAGE.view.facts.alphabet.join('')")).isEqualTo("01234");
    }

    @Test
    void whatWasKeptButCannotBeReadIsLeftAside() throws IOException, InterruptedException {
        List<String> all =
                List.of("{", "[]", "7", "{ \"lessons\": 3, \"typed\": [1], \"fragment\": \"cell=toString\" }");
        for (String kept : Sample.of(42, all).toList()) {
            browser.run("localStorage.setItem(KEPT_AS, " + quoted(kept.replace("\"", "\\\"")) + ");");
            reload();
            assertThat(text("epochWords") + text("labTold") + shown("location.hash"))
                    .as(kept)
                    .isEqualTo("Epoch " + EPOCHS + " of " + EPOCHS);
        }
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aBrowserThatKeepsNothingIsToldOfAndThePageGoesOn() throws IOException, InterruptedException {
        browser.run("Object.defineProperty(window, 'localStorage',"
                + " { get() { throw new Error('blocked'); }, configurable: true })");
        assertThat(text("kept")).isEmpty();
        train();
        assertThat(text("status")).startsWith(EPOCHS + " epochs trained in ");
        assertThat(text("kept")).startsWith("This browser keeps nothing for this page");
        browser.run("document.querySelector('[data-speak=de]').click()");
        assertThat(text("kept")).startsWith("Dieser Browser bewahrt für diese Seite nichts auf");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void coloursOnlyTheSymbolThatIsPredictedAsTheProgramDoes() throws IOException, InterruptedException {
        String colours = browser.run("const { right, wrong, muted } = palette(); const column = (target, isScored) =>"
                        + " ({ y: [0.2, 0.8], targets: [target], predicted: [1], wanted: [], isScored });"
                        + " const name = (colour) => colour === right ? 'right' : colour === wrong ? 'wrong' :"
                        + " colour === muted ? 'muted' : colour;"
                        + " return [column(1, true), column(0, true), column(1, false)].map((each) =>"
                        + " [0, 1].map((symbol) => name(barColour(each, symbol))).join(' ')).join(', ')")
                .textValue();
        assertThat(colours).isEqualTo("muted right, muted wrong, muted muted");
    }

    /** What is written in the loss chart. */
    private static String writtenInLoss() throws IOException, InterruptedException {
        return shown(
                "computing().loss(PAGE.view, { isLogarithmic: PAGE.isLogarithmic, last: 1, until: Infinity, width: 390,"
                        + " height: 340 }).marks.filter(([kind]) => kind === 't').map(([, words]) => words).join('|')");
    }

    @Test
    void drawsTheLossOnALogarithmicAxisToo() throws IOException, InterruptedException {
        assertThat(writtenInLoss()).contains("memoryless floor 0.0693", "enlarged");
        browser.run("document.getElementById('logarithmic').click()");
        assertThat(writtenInLoss()).contains("memoryless floor 0.0693").doesNotContain("enlarged");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void drawsTheSeparationBesideTheBitsAndMarksThatOfTheUntrainedNetwork() throws IOException, InterruptedException {
        double untrained = snapshot.evaluation().separationBefore();
        assertThat(writtenInLoss()).contains("bits", "separation", "untrained " + NumberText.decimals(untrained, 3));
        assertThat(browser.run("return PAGE.run.epochs[9].separation").doubleValue())
                .isEqualTo(snapshot.history().separation(9), within(5e-5));
        browser.run("goToPlace('forks')");
        assertThat(shown("VIEWS.told.marks.filter(([kind]) => kind === 't').map(([, words]) => words).join('|')"))
                .contains("|separation "
                        + NumberText.decimals(snapshot.evaluation().separation(), 3) + "|");
    }

    @Test
    void marksAndSaysWhereTheLossGoesBelowTheFloor() throws IOException, InterruptedException {
        assertThat(text("crossed")).isEmpty();
        type("updateInterval", "");
        type("epochs", "450");
        train();
        Snapshot ours = PageRuns.trained(Experiment.reference()
                .with(Hyperparameters.reference()
                        .with(Settings.EPOCHS, 450)
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)));
        int crossed = 450;
        while (ours.history().loss(0, crossed - 2) < ours.floor()) {
            crossed--;
        }
        assertThat(text("crossed")).isEqualTo("Below the floor from epoch " + crossed + ": only memory can do that");
        assertThat(shown("document.getElementById('lossChart').getAttribute('aria-label')"))
                .endsWith(
                        "It is below the memoryless floor 0.0693 from epoch " + crossed + ": only memory can do that.");
        browser.run("stopPlay(); chooseEpoch(" + (crossed - 1) + ")");
        assertThat(text("crossed")).isEmpty();
    }

    @Test
    void aWordOfTheGlossarySaysWhatItMeans() throws IOException, InterruptedException {
        String margin = "document.querySelector('#numbers [data-word-of=Margin]')";
        browser.run(margin + ".click()");
        assertThat(text("tip")).isEqualTo("Margin" + Glossary.text("margin"));
        assertThat(shown("document.getElementById('tip').hidden")).isEqualTo("false");
        browser.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))");
        assertThat(shown("document.getElementById('tip').hidden")).isEqualTo("true");
        browser.run("document.querySelector('#try label[for=updateInterval] .term').click()");
        assertThat(text("tip")).endsWith(Glossary.text("updateInterval"));
        assertThat(shown("document.activeElement.id")).isNotEqualTo("updateInterval");
        browser.run("document.querySelector('[data-speak=de]').click();"
                + " document.querySelector('#numbers .term:last-of-type').focus()");
        assertThat(text("tip")).isEqualTo("Trennung" + InLanguage.GERMAN.meanwhile(() -> Glossary.text("separation")));
    }

    /** The stages of a step as slow motion goes through them: their titles and captions, joined by a vertical bar. */
    private static List<String> slowly() throws IOException, InterruptedException {
        browser.run("choosePlace(3); if (!SLOW.isOn) document.getElementById('slowSwitch').click()");
        int stages = browser.run(
                        "return computing().cell(PAGE.view.experiment, PAGE.view.weights, false, 0, 4, 0).stages.length")
                .intValue();
        List<String> captions = new ArrayList<>();
        for (int stage = 1; stage <= stages; stage++) {
            captions.add(shown("Array.from(document.getElementById('slowCaption').children, (part) =>"
                    + " part.textContent).join('|')"));
            browser.run("document.getElementById('slowNext').click()");
        }
        return captions;
    }

    @Test
    void goesThroughAStepSlowlyWithTheNumbersOfTheCell() throws IOException, InterruptedException {
        double sum = CellExplanation.of(FedSteps.of(snapshot.experiment(), snapshot.parameters()), 0, 4, 0)
                .unit()
                .gate(Quantity.FORGET_GATE)
                .net();
        String state = shown(
                "computing().states(PAGE.view.experiment, PAGE.view.weights, false, { epoch: 0, layer: 'c', width: 300,"
                        + " height: 99 }) && /c\u00a0=\u00a0(.\\d\\.\\d{3}|\\d\\.\\d{3})/.exec(computing().cellOfStates(PAGE.view.experiment, false, 3,"
                        + " 0).words)[1]");
        List<String> captions = slowly();
        assertThat(captions).hasSize(6);
        assertThat(captions.get(0)).startsWith("1 of 6: ").contains("2");
        assertThat(captions.get(1)).endsWith(" " + NumberText.decimals(sum, 3) + ".");
        assertThat(captions.get(3)).startsWith("4 of 6: ").endsWith(" " + state + ".");
        assertThat(shown("PAGE.chosen.place + SLOW.stage")).isEqualTo("4INPUT");
        browser.run("document.getElementById('slowBack').click()");
        assertThat(shown("PAGE.chosen.place + SLOW.stage + document.querySelectorAll('#cellPart .later').length"))
                .isEqualTo("3OUTPUT0");
        assertThat(shown("document.activeElement.id")).isEqualTo("slowBack");
        browser.run("document.getElementById('slowBack').click(); document.getElementById('slowBack').click()");
        assertThat(shown("Array.from(document.querySelectorAll('.equations .later'), (line) =>"
                        + " line.textContent.slice(0, 2)).join(' ')"))
                .isEqualTo("h′ ou lo");
    }

    /** What is wrong with the diagram of a cell: what is no number, outside, on other words, or hidden behind a gate. */
    private static final String DRAWN_WRONG =
            """
            const svg = cellDiagram(cell, "");
            document.getElementById("cellPart").replaceChildren(svg);
            const isIn = (one, other) => one.x >= other.x && one.y >= other.y && one.x + one.width <= other.x + other.width
                && one.y + one.height <= other.y + other.height;
            const isOn = (one, other) => one.x < other.x + other.width && other.x < one.x + one.width
                && one.y + 3 < other.y + other.height && other.y + 3 < one.y + one.height;
            const boxes = (names) => Array.from(svg.querySelectorAll(names), (each) => ({ each, box: each.getBBox() }));
            const whole = { x: 0, y: 0, width: cell.width, height: cell.height };
            const words = boxes("text");
            const nodes = boxes(".node");
            return [
              /NaN|undefined|null/.test(svg.outerHTML) && "no number",
              ...boxes("text, rect, path, circle").filter(({ box }) => !isIn(box, whole)).map(({ each }) => "outside: " + each.outerHTML),
              ...words.flatMap((one, at) => words.slice(at + 1).filter((other) => isOn(one.box, other.box))
                  .map((other) => one.each.textContent + " on " + other.each.textContent)),
              ...words.filter(({ each }) => !each.parentElement.querySelector(".node")).flatMap((one) => nodes
                  .filter((node) => isOn(one.box, node.box)).map((node) => one.each.textContent + " on " + node.each.outerHTML)),
              ...nodes.flatMap((one, at) => nodes.slice(at + 1).filter((other) => isOn(one.box, other.box))
                  .map((other) => one.each.outerHTML + " on " + other.each.outerHTML)),
            ].filter(Boolean).join("\\n");
            """;

    @Test
    void drawsEveryCellAsItsEquationsSay() throws IOException, InterruptedException {
        List<Cell> cells = Cells.drawn().toList();
        for (Cell cell : cells) {
            Experiment experiment = Experiment.reference().with(all -> all.with(Settings.CELL, cell));
            PageView view = new PageView(experiment, Language.all());
            Map<String, Object> drawn = view.cell(view.untrained(), 0, 4, 3);
            assertThat(browser.run("const cell = " + new ObjectMapper().writeValueAsString(drawn) + ";" + DRAWN_WRONG)
                            .textValue())
                    .as("%s", cell)
                    .isEmpty();
            assertThat(shown("document.querySelectorAll('#cellPart .node').length"))
                    .as("%s", cell)
                    .isNotEqualTo("0");
        }
    }

    record Spoken(Cell cell, String language) {}

    @Test
    void goesThroughEveryCellThatItComputesInBothLanguages() throws IOException, InterruptedException {
        List<Spoken> all = Cell.all().stream()
                .filter(Cell::isRecurrent)
                .flatMap(cell -> Stream.of("de", "en").map(language -> new Spoken(cell, language)))
                .toList();
        type("epochs", "3");
        for (Spoken each : Sample.of(42, all, Spoken::cell).toList()) {
            browser.run("document.querySelector('[data-speak=" + each.language + "]').click();"
                    + " document.getElementById('cell').value = shownText('cell', '"
                    + each.cell.toString().toLowerCase(Locale.ROOT) + "')");
            train();
            assertThat(shown("PAGE.view.experiment.hyperparameters.cell")).isEqualToIgnoringCase(each.cell.toString());
            assertThat(slowly())
                    .as("%s", each)
                    .hasSizeBetween(4, 6)
                    .noneMatch(caption -> caption.matches("(?s).*(undefined|NaN|\\{\\d|slow\\.).*"));
        }
        assertThat(browser.console()).isEmpty();
    }

    record Screen(int width, String language) {}

    @Test
    void needsNoScrollingSidewaysAndNothingIsHardToReach() throws IOException, InterruptedException {
        List<Screen> all = Stream.of(360, 1280, 1920)
                .flatMap(width -> Stream.of("de", "en").map(language -> new Screen(width, language)))
                .toList();
        for (Screen each : Sample.of(42, all, Screen::width, Screen::language).toList()) {
            browser.resize(each.width, 800);
            browser.run("document.querySelector('[data-speak=" + each.language + "]').click()");
            scrollTo("view", "!document.getElementById('view').hidden");
            openView("automaton");
            assertThat(browser.run("return document.documentElement.scrollWidth")
                            .intValue())
                    .as("%s", each)
                    .isLessThanOrEqualTo(each.width);
        }
        for (String theme : List.of("light", "dark")) {
            browser.run("dress('" + theme + "')");
            assertThat(browser.seriousFindings("body")).as(theme).isEmpty();
        }
    }
}
