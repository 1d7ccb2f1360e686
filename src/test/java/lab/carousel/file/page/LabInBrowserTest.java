package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.Exhaustive;
import lab.carousel.Sample;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.task.Task;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lab and its addresses, in Chromium. */
class LabInBrowserTest extends InBrowser {

    private static Path file;

    @BeforeAll
    static void write() throws IOException {
        Snapshot tutorial = PageRuns.trained(Experiment.reference());
        file = Files.write(folder.resolve("lab.html"), Page.lab(tutorial, Colours.OKABE_ITO));
    }

    @BeforeEach
    void forgetWhatWasOpen() throws IOException, InterruptedException {
        openAnew(file);
    }

    /** Opens an address in the lab that is open, and waits until what it names has been trained. */
    private static void open(String fragment) throws IOException, InterruptedException {
        browser.runAndWait("if (location.hash.slice(1) === " + quoted(fragment) + ") { done(); return; }"
                + " window.addEventListener('hashchange', () => setTimeout(done, 0), { once: true });"
                + " location.hash = " + quoted(fragment) + ";");
        settle();
    }

    /** Opens an address as it is opened from elsewhere. */
    private static void visit(String fragment) throws IOException, InterruptedException {
        leave();
        browser.open(URI.create(file.toUri() + "#" + fragment));
        settle();
    }

    private static String text(String id) throws IOException, InterruptedException {
        return shown("document.getElementById('" + id + "').textContent");
    }

    private static String copied() throws IOException, InterruptedException {
        browser.run("document.getElementById('copyLink').click()");
        return shown("location.hash.slice(1)");
    }

    @Test
    void offersEveryPresetThatItTrainsAndEveryLesson() throws IOException, InterruptedException {
        open("");
        assertThat(shown("Array.from(document.querySelectorAll('#labChoice option:not([disabled]):not([hidden])'))"
                        + ".map((option) => option.value).join()"))
                .isEqualTo("0,1,2,3,4,5,7,8,9,11,12,13,14,15,16,17,18,19,20,21,23,24,25,26,27,28,29,30,31,"
                        + String.join(",", ShippedLessons.names())
                        + ",judge");
        assertThat(shown("Array.from(document.querySelectorAll('#labChoice option[disabled]'))"
                        + ".map((option) => option.textContent)[0]"))
                .endsWith(" (desktop program only: too many steps or weights for a page)");
        assertThat(shown("document.querySelector('#labChoice option[value=\"3\"]').textContent"))
                .isEqualTo("Stateless – without memory: never more than 7 of 8 right");
        assertThat(shown("PLACES_OF_PAGE.every((place) => document.querySelector('#lab section.' + place))"))
                .isEqualTo("true");
        assertThat(
                        shown(
                                "document.getElementById('labChoice').value + (document.getElementById('labTold').textContent === '')"))
                .isEqualTo("0true");
    }

    @Test
    void anAddressOpensAnExperimentTrainedAsTheProgramTrainsIt() throws IOException, InterruptedException {
        open("task=x+%C3%A4+%2B+x,y+%C3%A4+%2B+y&hiddenUnits=9&learningRate=0.02&updateInterval=whole+sequence"
                + "&epochs=150&seed=77&epoch=120&sequence=2&step=3&layer=c&unit=4&place=cell");
        Snapshot ours = PageRuns.trained(PageRuns.typed(Task.parse("x ä + y", "x ä + x", "y ä + y")));
        assertThat(browser.run("return PAGE.view.result.loss").doubleValue())
                .isEqualTo(ours.history().loss(0, 119));
        assertThat(text("epochWords")).isEqualTo("Epoch 120 of 150");
        assertThat(text("stepWords")).isEqualTo("Step 3 of sequence 2: sees +");
        assertThat(text("cellPart")).contains("Unit 4 at step 3 of sequence 2");
        assertThat(shown("document.querySelector('input[name=layer]:checked').value + window.scrollY"))
                .startsWith("c")
                .isNotEqualTo("c0");
        browser.run("chooseEpoch(150)");
        assertThat(text("verdict")).isEqualTo(VerdictWords.of(ours.evaluation()).headline());
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void anAddressNamesTheCell() throws IOException, InterruptedException {
        List<Cell> all = Cell.all().stream().filter(Cell::isRecurrent).toList();
        for (Cell cell : Sample.of(42, all).toList()) {
            Experiment experiment = Experiment.reference()
                    .with(settings -> settings.with(Settings.CELL, cell).with(Settings.EPOCHS, 3));
            Snapshot ours = PageRuns.trained(experiment);
            String link = new LabAddress(ours, Optional.empty(), HeatmapLayer.HIDDEN_STATE, -1).text();
            open(link.substring(link.indexOf('#') + 1));
            assertThat(browser.run("return PAGE.view.result.loss").doubleValue())
                    .as("%s", cell)
                    .isEqualTo(ours.evaluation().loss());
            assertThat("lab.html#" + copied())
                    .startsWith(cell == Cell.LSTM ? "lab.html#epochs=3" : "lab.html#")
                    .hasSameSizeAs(link);
            assertThat(shown("document.getElementById('labChoice').value")).isEmpty();
        }
        open("cell=gru&layer=z");
        assertThat(shown("document.querySelector('input[name=layer]:checked').value"))
                .isEqualTo("z");
        open("cell=gru&layer=f");
        assertThat(text("labTold")).contains("“layer”: Choose one of: h, z, r, g, y.");
    }

    @Test
    void aCopiedLinkOpensWhatWasShown() throws IOException, InterruptedException {
        open("seed=3&epochs=40&epoch=30");
        browser.run("choosePlace(6); chooseUnit(4); chooseLayer('o'); chooseEpoch(17)");
        String link = copied();
        assertThat(link).isEqualTo("epochs=40&seed=3&epoch=17&sequence=2&step=3&layer=o&unit=5");
        String seen =
                "[PAGE.view.epoch, PAGE.view.result.loss, PAGE.chosen.place, PAGE.chosen.unit, PAGE.chosen.layer].join()";
        String before = shown(seen);
        visit(link);
        assertThat(shown(seen)).isEqualTo(before);
        assertThat(copied()).isEqualTo(link);
    }

    @Test
    void anEpochOfTheTutorialIsLookedAtThoughItWasNotRecorded() throws IOException, InterruptedException {
        open("epoch=121");
        browser.runAndWait("const look = () => PAGE.run.states.length > 250 ? done() : setTimeout(look, 10); look();");
        assertThat(text("epochWords")).isEqualTo("Epoch 121 of 250");
        assertThat(copied()).isEqualTo("epoch=121");
    }

    @Test
    void anAddressThatCannotBeReadSaysWhyAndTheTutorialIsShown() throws IOException, InterruptedException {
        open("lesson=race&learningRate=fast&steps=4");
        assertThat(text("labTold"))
                .isEqualTo(
                        "This link cannot be opened. “steps=4”: There is no such field. “learningRate”: Type a number, for"
                                + " example 0.001. The page starts as it does without a link.");
        assertThat(text("epochWords")).isEqualTo("Epoch 250 of 250");
        assertThat(shown("document.getElementById('lessonPart').hidden")).isEqualTo("true");
        browser.run("document.querySelector('[data-speak=de]').click()");
        assertThat(text("labTold")).contains("„steps=4“: Dieses Feld gibt es nicht.");
        browser.runAndWait(
                "window.addEventListener('hashchange', () => setTimeout(done, 0)); location.hash = 'seed=5';");
        assertThat(text("labTold")).isEmpty();
        assertThat(shown("PAGE.view.experiment.hyperparameters.seed")).isEqualTo("5");
    }

    @Test
    void anAddressOpensAStepOfALessonWithWhatItTrains() throws IOException, InterruptedException {
        open("lesson=make-it-remember&lessonStep=2");
        assertThat(shown("DATA.lesson.name + LESSON.at + document.getElementById('labChoice').value"))
                .isEqualTo("make-it-remember1make-it-remember");
        assertThat(copied()).isEqualTo("lesson=make-it-remember&lessonStep=2");
        open("lesson=was-it-memory&seed=9&epochs=20&epoch=20");
        assertThat(shown("PAGE.view.experiment.hyperparameters.seed + ' ' + PAGE.view.epoch"))
                .isEqualTo("9 20");
    }

    @Test
    void answersStayWhileAnotherLessonOrAPresetIsOpen() throws IOException, InterruptedException {
        open("lesson=was-it-memory&lessonStep=3");
        browser.run(
                "document.getElementById('lessonChoice1').click(); document.getElementById('lessonReveal').click()");
        String answers = shown("answersText()");
        for (String choice : List.of("race", "1", "was-it-memory")) {
            browser.run("const choice = document.getElementById('labChoice'); choice.value = '" + choice
                    + "'; choice.dispatchEvent(new Event('change'))");
            assertThat(shown("String(hasLesson() && answersText() === " + quoted(answers) + ")"))
                    .isEqualTo(String.valueOf(choice.equals("was-it-memory")));
        }
        assertThat(shown("LESSON.at")).isEqualTo("2");
        String unsaved = "[LESSON, ...Object.values(LAB.lessons)].some(isUnsaved)";
        assertThat(shown(unsaved)).isEqualTo("true");
        browser.run("LESSON.saved = answersNote(LESSON)");
        assertThat(shown(unsaved)).isEqualTo("false");
        assertThat(browser.console()).isEmpty();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    @Test
    void itSpeaksTheFirstLanguageOfTheBrowserThatItHas() throws IOException, InterruptedException {
        open("");
        browser.run("Object.defineProperty(navigator, 'languages',"
                + " { value: ['fr', 'de-AT', 'en'], configurable: true })");
        assertThat(shown("firstLanguage()")).isEqualTo("de");
        browser.run("delete navigator.languages");
    }

    @Exhaustive
    @Test
    void theLargestExperimentOfAnAddressLeavesThePageToItsReader() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        String task = IntStream.range(0, 1_001)
                .mapToObj(step -> String.valueOf(random.nextInt(2)))
                .collect(Collectors.joining("+"));
        browser.runAndWait("window.addEventListener('hashchange', () => setTimeout(done, 0), { once: true });"
                + " location.hash = 'hiddenUnits=128&updateInterval=whole+sequence&epochs=10000&epoch=10000&task="
                + task
                + "'");
        assertThat(shown("document.body.classList.contains('training')")).isEqualTo("true");
        browser.run("document.getElementById('stop').click()");
        assertThat(shown("document.body.classList.contains('training') || PAGE.run.epochs.length === 10000"))
                .isEqualTo("false");
        assertThat(text("labTold")).isEmpty();
    }

    @Test
    void aTaskThatIsTooLongForALinkIsSaid() throws IOException, InterruptedException {
        open("");
        browser.run("showExperiment(computing().read({ alphabet: '0 ä', sequences: '0 ' + 'ä '.repeat(900) },"
                + " DATA.experiment).experiment, {})");
        assertThat(copied()).isEmpty();
        assertThat(text("labTold")).isEqualTo("This task is too long for a link, which has at most 4,000 characters.");
    }

    @Test
    void anAddressWithEverythingWrongIsToldShortly() throws IOException, InterruptedException {
        open("=&cell=__proto__&" + "z".repeat(900) + "&" + "a&".repeat(900));
        assertThat(text("labTold"))
                .startsWith(
                        "This link cannot be opened. “=”: There is no such field. “" + "z".repeat(24) + "…”: There is")
                .endsWith(". And 900 other problems. The page starts as it does without a link.")
                .hasSizeLessThan(240);
        for (String cell : List.of("__proto__", "toString", "constructor")) {
            open("cell=" + cell);
            assertThat(text("labTold"))
                    .startsWith("This link cannot be opened. “cell”: “" + cell
                            + "” is not possible here: use one of lstm, ");
            assertThat(text("epochWords")).isEqualTo("Epoch 250 of 250");
        }
        assertThat(browser.console()).isEmpty();
    }

    static Stream<String> lessons() {
        return Sample.one(42, ShippedLessons.names());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyStepOfALessonHasAnAddressAndTheLastOpensFromIt(String name) throws IOException, InterruptedException {
        int steps = ShippedLessons.read(name).steps().size();
        for (int at = 0; at < steps; at++) {
            assertThat(shown("(chooseInLab('" + name + "'), enterStep(" + at + "), addressShown())"))
                    .isEqualTo("lesson=" + name + (at > 0 ? "&lessonStep=" + (at + 1) : ""));
        }
        browser.run("chooseInLab('0')");
        open("lesson=" + name + "&lessonStep=" + steps);
        assertThat(shown("DATA.lesson.name + (DATA.lesson.steps.length - LESSON.at)"))
                .isEqualTo(name + 1);
        assertThat(shown("'#' + addressShown() === location.hash")).isEqualTo("true");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void whatIsChangedWritesTheAddressAndBackGoesBack() throws IOException, InterruptedException {
        open("");
        String where =
                "document.getElementById('labChoice').value + ' ' + PAGE.view.experiment.hyperparameters.seed + ' ' + PAGE.view.epoch";
        choose("1");
        assertThat(shown("location.hash")).isEqualTo("#epochs=500&updateInterval=whole+sequence");
        browser.run("document.getElementById('seed').value = '7'; document.getElementById('epochs').value = '20';"
                + " document.querySelector('#try .main').click()");
        settle();
        assertThat(shown("location.hash")).isEqualTo("#epochs=20&updateInterval=whole+sequence&seed=7&epoch=20");
        browser.run(
                "const slider = document.getElementById('epoch'); slider.value = 5;"
                        + " slider.dispatchEvent(new Event('input')); slider.dispatchEvent(new Event('change', { bubbles: true }))");
        assertThat(shown("location.hash")).endsWith("&epoch=5");
        choose("was-it-memory");
        assertThat(shown("location.hash")).isEqualTo("#lesson=was-it-memory");
        browser.run("const where = document.getElementById('lessonWhere'); where.value = '2';"
                + " where.dispatchEvent(new Event('change', { bubbles: true }))");
        assertThat(shown("location.hash")).isEqualTo("#lesson=was-it-memory&lessonStep=3");
        goBack();
        assertThat(shown("DATA.lesson.name + LESSON.at")).isEqualTo("was-it-memory0");
        goBack();
        assertThat(shown(where)).isEqualTo(" 7 5");
        goBack();
        assertThat(shown(where)).isEqualTo("1 1 0");
        goBack();
        assertThat(shown(where)).isEqualTo("0 1 250");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void twoTabsKeepEachTheLessonsThatWereChangedInThem() throws IOException, InterruptedException {
        open("");
        choose("was-it-memory");
        choose("0");
        String kept = "JSON.parse(localStorage.getItem(KEPT_AS)).lessons";
        // As another tab writes them
        browser.run("const all = JSON.parse(localStorage.getItem(KEPT_AS));"
                + " all.lessons['was-it-memory'] = { ...all.lessons['was-it-memory'], at: 4 };"
                + " const race = DATA.lab.lessons.find(({ name }) => name === 'race');"
                + " all.lessons.race = keptLesson(race, { ...freshLesson(), at: 2 });"
                + " localStorage.setItem(KEPT_AS, JSON.stringify(all))");
        choose("counting");
        assertThat(shown(kept + "['was-it-memory'].at + ' ' + " + kept + ".race.at + ' ' + " + kept + ".counting.at"))
                .isEqualTo("4 2 0");
        choose("race");
        assertThat(shown("LESSON.at")).isEqualTo("2");
        browser.run("enterStep(1); writePlace()");
        assertThat(shown(kept + "['was-it-memory'].at + ' ' + " + kept + ".race.at"))
                .isEqualTo("4 1");
    }

    @Test
    void twoTabsInOneLessonKeepOfEachQuestionTheLaterAnswer() throws IOException, InterruptedException {
        open("");
        choose("counting");
        browser.run("const answerOf = (at, reason) => { enterStep(at); answersNow().reason = reason; writePlace(); };"
                + " answerOf(0, 'mine'); answerOf(1, 'mine, old');"
                // As another tab writes them
                + " const all = JSON.parse(localStorage.getItem(KEPT_AS)), ids = DATA.lesson.steps.map(({ id }) => id);"
                + " const theirs = (reason) => ({ ...answersNow(), reason });"
                + " all.lessons.counting.answers[ids[1]] = theirs('theirs, newer');"
                + " all.lessons.counting.answers[ids[2]] = theirs('theirs');"
                + " localStorage.setItem(KEPT_AS, JSON.stringify(all));"
                // The first is answered here again, later
                + " answerOf(0, 'mine, newest');");
        String kept = "Object.values(JSON.parse(localStorage.getItem(KEPT_AS)).lessons.counting.answers)";
        assertThat(shown(kept + ".map(({ reason }) => reason).join('; ')"))
                .isEqualTo("mine, newest; theirs, newer; theirs");
        // And both are there to be gone on with
        assertThat(shown("Object.values(LESSON.answers).map(({ reason }) => reason).join('; ')"))
                .isEqualTo("mine, newest; theirs, newer; theirs");
    }

    @Test
    void theQuestionAboveTheVerdictFitsNumbers() throws IOException, InterruptedException {
        open("");
        assertThat(text("asked")).isEqualTo("Does the network remember?");
        String adding = shown("DATA.lab.presets.findIndex(({ name }) => JSON.stringify(name).includes('Adding'))");
        choose(adding);
        assertThat(text("verdict")).matches("below \\d of \\d floors");
        assertThat(text("asked")).isEqualTo("How many floors is its loss below?");
    }

    @Test
    void theHeatmapIsScrolledToTheStepThatIsChosen() throws IOException, InterruptedException {
        open("task=" + "a+".repeat(40) + "b");
        browser.run("find('statesPlace').style.width = '160px'; show(); choosePlace(35);");
        String seen =
                "(() => { const around = find('statesPlace'), wide = find('states').getBoundingClientRect().width;"
                        + " const end = around.scrollLeft + around.clientWidth;"
                        + " return around.scrollLeft > 0 && end / wide > 35 / 40 - 0.1 && around.scrollLeft / wide < 35 / 40; })()";
        assertThat(shown("PAGE.chosen.place + ' ' + " + seen)).isEqualTo("35 true");
        browser.run("choosePlace(0)");
        assertThat(shown("find('statesPlace').scrollLeft < 160")).isEqualTo("true");
    }

    @Test
    void whatTheLinkHasWrongIsRefusedHereToo() throws IOException, InterruptedException {
        for (String wrong :
                List.of("task=%C0%AF+0", "sets=banana", "learningRate=0.001f", "lesson=counting&task=3+0,4+0")) {
            open(wrong);
            assertThat(text("labTold")).as(wrong).startsWith("This link cannot be opened.");
        }
    }

    @Test
    void aWordMayBeFollowedByMoreInEachLanguage() throws IOException, InterruptedException {
        open("");
        for (String typed : List.of("whole", "whole sequence", "ganz", "ganze Folge", "Ganze Sequenz")) {
            assertThat(shown("plainText('updateInterval', '" + typed + "')")).isEqualTo("whole sequence");
        }
        assertThat(shown("plainText('updateInterval', 'half')")).isEqualTo("half");
    }

    /** Does something in the judge, and waits for the answer. */
    private static void answered(String act) throws IOException, InterruptedException {
        browser.runAndWait("const told = document.getElementById('judgePart');"
                + " new MutationObserver((seen, all) => { if (!told.hasAttribute('aria-busy')) { all.disconnect(); done(); } })"
                + ".observe(told, { attributes: true, attributeFilter: ['aria-busy'] });" + act);
    }

    private static void paste(String columns, String train) throws IOException, InterruptedException {
        answered(
                "['TEXT', 'TRAIN'].forEach((name, at) => { const field = document.getElementById('judge-' + name);"
                        + " field.value = [" + quoted(columns) + ", " + quoted(train) + "][at];"
                        + " ['input', 'change'].forEach((type) => field.dispatchEvent(new Event(type, { bubbles: true }))); });");
    }

    @Test
    void judgesAPastedForecastAtAnAddressOfItsOwn() throws IOException, InterruptedException {
        answered("location.hash = 'judge'");
        assertThat(text("judgeHeadline")).isEqualTo("Paste a truth and a forecast: the answer comes here.");
        double[] values = ShippedSeries.SUNSPOTS.data().values()[0];
        StringBuilder echo = new StringBuilder("truth,forecast\n");
        for (int row = 1; row < values.length; row++) {
            echo.append(values[row]).append(',').append(values[row - 1]).append('\n');
        }
        paste(echo.toString(), "205");
        assertThat(text("judgeHeadline")).isEqualTo("not shown to be better than an echo; it echoes");
        assertThat(shown("location.hash.slice(1)")).as("without the data").isEqualTo("judge&TRAIN=205");
        String told = text("judgeTold");
        answered("speak('de')");
        assertThat(text("judgeHeadline")).isEqualTo("nicht nachweislich besser als ein Echo; sie ist ein Echo");
        answered("speak('en')");
        assertThat(text("judgeTold")).isEqualTo(told);
        paste(echo.toString().replace("11.0,5.0", "eleven,5.0"), "205");
        assertThat(text("problem-judge-TEXT")).contains("eleven");
        assertThat(text("judgeTable")).isEmpty();
        paste(echo.toString(), "205");
        assertThat(text("judgeTold")).as("nothing is lost").isEqualTo(told);
        answered("location.hash = 'judge&TRAIN=many'");
        assertThat(text("problem-judge-TRAIN")).contains("whole number");
        open("");
        assertThat(shown("document.getElementById('judgePart').hidden")).isEqualTo("true");
    }

    private static void choose(String choice) throws IOException, InterruptedException {
        browser.run("const choice = document.getElementById('labChoice'); choice.value = '" + choice
                + "'; choice.dispatchEvent(new Event('change', { bubbles: true }))");
    }

    @Test
    void aPresetBeginsUntrainedAndTheTutorialIsTheRecordedRun() throws IOException, InterruptedException {
        open("");
        browser.run("chooseInLab('2')");
        assertThat(shown("PAGE.view.experiment.hyperparameters.output + PAGE.view.epoch"))
                .isEqualTo("softmax0");
        assertThat(copied()).isEqualTo("output=softmax");
        browser.run("chooseInLab('0')");
        assertThat(text("epochWords")).isEqualTo("Epoch 250 of 250");
    }

    @Test
    void needsNoScrollingSidewaysAndNothingIsHardToReach() throws IOException, InterruptedException {
        open("wrong=1");
        for (int width : new int[] {360, 1280}) {
            browser.resize(width, 640);
            assertThat(browser.run("return document.documentElement.scrollWidth")
                            .intValue())
                    .as("%d", width)
                    .isLessThanOrEqualTo(width);
        }
        for (String theme : List.of("light", "dark")) {
            browser.run("dress('" + theme + "')");
            assertThat(browser.seriousFindings("#labPart")).as(theme).isEmpty();
        }
    }
}
