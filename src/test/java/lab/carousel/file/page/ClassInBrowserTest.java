package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.classroom.ClassServer;
import lab.carousel.classroom.LiveClass;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.NumberRange;
import lab.carousel.lesson.live.QuestionKind;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones of a class in Chromium, against the server: two at once, one of which calls it by a name. */
class ClassInBrowserTest extends InBrowser {

    private static final String NAME = "class.test";
    private static final String TOLD = "document.getElementById('classTold').textContent";
    private static final String LESSON_TEXT = "document.getElementById('lesson').innerText";
    private static final String IS_TRAINED = "Object.keys(LESSON.kept).length > 0";

    private static byte[] page;
    private static String first;
    private static String second;

    @TempDir
    Path sheets;

    private LiveClass live;
    private ClassServer server;

    @BeforeAll
    static void openWindows() throws IOException, InterruptedException {
        page = new String(PageClass.page(Experiment.reference(), Colours.OKABE_ITO), StandardCharsets.UTF_8)
                .replace("<script type=\"module\">", "<script>")
                .getBytes(StandardCharsets.UTF_8);
        first = browser.openWindow();
        browser.resize(360, 640);
        second = browser.openWindow();
        browser.resize(360, 640);
    }

    @AfterAll
    static void forgetPage() {
        page = null;
    }

    @BeforeEach
    void openClass() {
        live = new LiveClass(sheets, Optional.of(ShippedLessons.read("gradient")), true);
        server = new ClassServer(live, page, InetAddress.getLoopbackAddress(), 0, Set.of(NAME));
    }

    @AfterEach
    void closeClass() throws IOException, InterruptedException {
        for (String window : List.of(first, second)) {
            browser.useWindow(window);
            browser.connect(true);
            // Elsewhere at the same place: the process stays, and knows the scripts
            browser.openAsItIs(address(window).resolve("/nothing"));
        }
        browser.console();
        server.close();
    }

    /** Opens the page of the class in a window, under its number or its name. */
    private void join(String window) throws IOException, InterruptedException {
        browser.useWindow(window);
        browser.openAsItIs(address(window));
        await("CLASS.told");
    }

    /** The other tests have its script no module, so that they can call and read everything in it. */
    @Test
    void aPhoneShowsThePageAsItIsServed() throws IOException, InterruptedException {
        server.close();
        byte[] served = PageClass.page(Experiment.reference(), Colours.OKABE_ITO);
        server = new ClassServer(live, served, InetAddress.getLoopbackAddress(), 0, Set.of(NAME));
        live.lead(2);
        browser.useWindow(first);
        browser.openAsItIs(address(first));
        assertThat(browser.runAndWait("const look = () => document.getElementById('lessonChoice1') ? done("
                                + "document.getElementById('lessonTitle').textContent) : setTimeout(look, 5); look();")
                        .textValue())
                .endsWith(ShippedLessons.read("gradient").steps().get(1).words().title());
        assertThat(browser.console()).isEmpty();
    }

    private URI address(String window) {
        String address = server.address().toString();
        return URI.create(window.equals(second) ? address.replace("127.0.0.1", NAME) : address);
    }

    /** Waits until an expression in the window that is used holds. */
    private static void await(String expression) throws IOException, InterruptedException {
        assertThat(browser.runAndWait("const end = Date.now() + 120000; const look = () => (" + expression
                                + ") ? done('') : Date.now() > end ? done(" + TOLD + " + ' | ' + " + LESSON_TEXT
                                + ") : setTimeout(look, 5); look();")
                        .textValue())
                .as("%s, but not: %s", TOLD, expression)
                .isEmpty();
    }

    private static void press(String id) throws IOException, InterruptedException {
        browser.run("document.getElementById('" + id + "').click()");
    }

    private static void type(String id, String text) throws IOException, InterruptedException {
        browser.run(
                "const field = document.getElementById('" + id + "'); field.value = '" + text
                        + "'; field.dispatchEvent(new Event('input')); field.dispatchEvent(new Event('change', { bubbles: true }))");
    }

    private static void handIn(int choice) throws IOException, InterruptedException {
        press("lessonChoice" + choice);
        press("classHandIn");
        await("document.getElementById('classTold').className === 'done'");
    }

    /** Answers what is to be seen of the run. */
    private static void observe() throws IOException, InterruptedException {
        press("lessonSeen1-2");
        browser.run(
                "document.getElementById('lessonRead2').value = situationNow()[stepNow().rules.sights[1].reads].toFixed(3);"
                        + " document.getElementById('lessonCheck2').click()");
    }

    private static void awaitAllHandedIn() throws IOException, InterruptedException {
        await("!CLASS.isSending && sheetsToHandIn().every(({ name, text }) => CLASS.confirmed[name] === text)");
    }

    /** The sheets that are on the disk, of a lesson. */
    private List<AnswerSheet> kept(String lesson) throws IOException {
        try (Stream<Path> files = Files.list(sheets)) {
            return files.filter(file -> file.toString().endsWith(AnswersFile.EXTENSION))
                    .map(ClassInBrowserTest::sheet)
                    .filter(sheet -> sheet.lesson().name().equals(lesson))
                    .toList();
        }
    }

    private static AnswerSheet sheet(Path file) {
        try {
            return AnswersFile.parse("answers", Files.readAllBytes(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private AnswerSheet only(String lesson) throws IOException {
        assertThat(kept(lesson)).hasSize(1);
        return kept(lesson).get(0);
    }

    private static List<List<Integer>> hands(StepAnswers given) {
        return given.rounds().stream().map(Tally::hands).toList();
    }

    @Test
    void twoPhonesPredictAreAskedAgainAndTrainOnceTheTeacherReveals() throws IOException, InterruptedException {
        join(first);
        live.lead(2);
        await("LESSON.at === 1");
        assertThat(shown("document.getElementById('classHandIn').disabled")).isEqualTo("true");
        assertThat(shown("document.querySelector('.head').offsetParent === null"))
                .isEqualTo("true");
        press("lessonChoice1");
        type("lessonReason", "it is stuck");
        assertThat(kept("gradient")).as("chosen, and not handed in").isEmpty();
        press("classHandIn");
        await(TOLD + ".startsWith('Handed in')");
        assertThat(hands(only("gradient").answers().get("predict"))).containsExactly(List.of(1, 0, 0));
        assertThat(only("gradient").answers().get("predict").reason()).isEqualTo("it is stuck");
        press("lessonChoice2");
        await("Object.keys(CLASS.confirmed).length === 1 && !CLASS.isSending");
        assertThat(hands(only("gradient").answers().get("predict")))
                .as("changed until the answer is shown")
                .containsExactly(List.of(0, 1, 0));

        join(second);
        assertThat(shown("location.hostname + LESSON.at + window.isSecureContext"))
                .isEqualTo(NAME + "1false");
        handIn(3);
        assertThat(kept("gradient")).hasSize(2);

        live.askAgain();
        await(LESSON_TEXT + ".includes('Asked again')");
        browser.useWindow(first);
        await(LESSON_TEXT + ".includes('Asked again after talking')");
        assertThat(shown("document.querySelector('#lessonQuestion .note').textContent"))
                .endsWith("You said: " + shown("DATA.lesson.texts.en.steps[1].question.choices[1]"));
        assertThat(shown("document.getElementById('classHandIn').hidden + ' '"
                        + " + document.querySelectorAll('#lessonQuestion :checked').length"))
                .isEqualTo("false 0");
        handIn(3);
        assertThat(kept("gradient").stream().map(sheet -> hands(sheet.answers().get("predict"))))
                .containsExactlyInAnyOrder(List.of(List.of(0, 1, 0), List.of(0, 0, 1)), List.of(List.of(0, 0, 1)));
        assertThat(shown("DATA.lesson.steps[1].rules.right")).isEqualTo("undefined");

        live.reveal();
        await(IS_TRAINED);
        awaitAllHandedIn();
        browser.useWindow(second);
        await(IS_TRAINED);
        press("lessonChoice3");
        observe();
        // Until it is handed in, the line below says that
        await(TOLD + ".startsWith('Look at the wall')");
        assertThat(shown(LESSON_TEXT)).doesNotContain("(right)");
        assertThat(shown("document.getElementById('lessonChoice1').disabled")).isEqualTo("false");
        live.see();
        await("document.getElementById('lessonExplanation')");
        assertThat(shown(LESSON_TEXT)).contains("(right)").doesNotContain("Yours has seed", "Reasons from the class");
        live.showReasons(List.of("second, <b>it</b> forgets", "first"));
        await("document.getElementById('classReasons')");
        assertThat(
                        shown(
                                "Array.from(document.querySelectorAll('#classReasons li')).map((each) => each.textContent).join()"))
                .isEqualTo("second, <b>it</b> forgets,first");
        awaitAllHandedIn();
        assertThat(kept("gradient").stream()
                        .flatMap(sheet -> sheet.runs().stream())
                        .map(LessonRun::experiment)
                        .map(experiment -> experiment.hyperparameters().get(Settings.SEED))
                        .distinct())
                .as("what is right is said of one run")
                .containsExactly(1L);
        assertThat(seedOfStep(4)).isNotEqualTo(seedOfStep(5));
        String share = seedOfStep(4);
        browser.useWindow(first);
        assertThat(seedOfStep(4)).as("where shares are asked for").isNotEqualTo(share);
        assertThat(browser.console()).isEmpty();
        assertThat(browser.seriousFindings("#lessonPart, #classBar")).isEmpty();
    }

    /** The seed that a phone trains in a step. */
    private String seedOfStep(int step) throws IOException, InterruptedException {
        live.lead(step);
        await("LESSON.at === " + (step - 1));
        return shown("stepNow().experiment.hyperparameters.seed");
    }

    @Test
    void whoComesLateGetsTheStepThatIsOpenAndIsToldSoAndAReloadKeepsAll() throws IOException, InterruptedException {
        live.lead(2);
        live.reveal();
        join(first);
        assertThat(shown("LESSON.at + ' ' + " + LESSON_TEXT + ".includes('will be marked late')"))
                .isEqualTo("1 true");
        assertThat(shown("document.getElementById('lessonExplanation')")).isEqualTo("null");
        press("lessonChoice1");
        press("classHandIn");
        await(IS_TRAINED);
        await(TOLD + ".includes('marked late')");
        type("classStudent", "Ada");
        awaitAllHandedIn();
        AnswerSheet before = only("gradient");
        assertThat(before.from().student()).isEqualTo("Ada");
        assertThat(before.answers().get("predict").isLate()).isTrue();
        reload();
        await("CLASS.told && " + IS_TRAINED);
        awaitAllHandedIn();
        assertThat(only("gradient")).usingRecursiveComparison().isEqualTo(before);
        assertThat(shown("document.getElementById('classStudent').value + LESSON.at"))
                .isEqualTo("Ada1");
        browser.run("document.dispatchEvent(new Event('visibilitychange'))");
        live.lead(1);
        await("LESSON.at === 0");
        assertThat(shown("CLASS.failures")).as("after it was asleep").isEqualTo("0");
        assertThat(shown("document.getElementById('lessonNext') + ' ' + document.getElementById('lessonWhere')"))
                .as("led, nobody turns the pages")
                .isEqualTo("null null");
        live.lead(3);
        await("document.getElementById('lessonChoice2')");
        press("lessonChoice2");
        live.ask(
                new AskedNow("q1", QuestionKind.CHOICE, "Ready?", List.of("yes", "no"), OptionalInt.empty(), 1, false));
        await(LESSON_TEXT + ".includes('Ready?')");
        assertThat(shown("document.querySelectorAll('#lessonQuestion :checked').length"))
                .isEqualTo("0");
        reload();
        await("CLASS.told");
        assertThat(shown(LESSON_TEXT)).as("over the lesson").contains("Ready?").doesNotContain("Do it yourself");
        live.endQuestion();
        await(LESSON_TEXT + ".includes('Do it yourself')");
        assertThat(shown("document.getElementById('lessonChoice2').checked + ' ' + answersNow().handed"))
                .as("chosen, and not handed in")
                .isEqualTo("true 0");
        live.give(Experiment.reference());
        await("PAGE.run.experiment.hyperparameters.epochs === 250");
        assertThat(browser.run("return document.getElementById('lab').getBoundingClientRect().top")
                        .doubleValue())
                .as("where it stands, on a phone")
                .isLessThan(200);
        assertThat(shown("PAGE.run.experiment.hyperparameters.seed")).isEqualTo("1");
    }

    @Test
    void aPhoneWaitsAtTheDoorShowsItsNumberAndIsSentOut() throws IOException, InterruptedException {
        live.setShut(true);
        browser.useWindow(first);
        browser.openAsItIs(address(first));
        await(TOLD + ".startsWith('The class is full')");
        assertThat(shown(LESSON_TEXT)).contains("At the door").doesNotContain("You are in");
        live.setShut(false);
        await("CLASS.told && document.getElementById('classNumber').textContent === 'No. 1'");
        live.lead(2);
        await("LESSON.at === 1");
        handIn(2);
        live.drop(1);
        await(TOLD + ".startsWith('Your teacher has sent this phone out')");
        assertThat(shown("document.getElementById('classHandIn').hidden")).isEqualTo("true");
        assertThat(kept("gradient")).isEmpty();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void allPhonesArePausedWithNothingLostAndGoOnAloneWhenTheClassIsGone() throws IOException, InterruptedException {
        join(first);
        live.lead(2);
        await("LESSON.at === 1");
        browser.run("const field = document.getElementById('lessonReason'); field.focus(); field.value = 'half ty'");
        live.setPaused(true);
        await("!document.getElementById('classPaused').hidden");
        assertThat(shown("document.querySelector('main').inert + ' ' + document.activeElement.id"))
                .isEqualTo("true classPaused");
        assertThat(browser.seriousFindings("#classPaused")).isEmpty();
        live.setPaused(false);
        await("document.getElementById('classPaused').hidden");
        assertThat(shown("document.activeElement.id + document.activeElement.value"))
                .isEqualTo("lessonReasonhalf ty");
        live.setPaused(true);
        await("!document.getElementById('classPaused').hidden");
        browser.connect(false);
        browser.run("CLASS.lastHeard -= 9000");
        await("document.getElementById('classPaused').hidden");
    }

    @Test
    void anotherLessonLosesNothingOfTheOneBefore() throws IOException, InterruptedException {
        live.lead(2);
        join(first);
        handIn(3);
        live.teach(Optional.of(ShippedLessons.read("was-it-memory")));
        await("DATA.lesson.name === 'was-it-memory'");
        live.teach(Optional.of(ShippedLessons.read("gradient")));
        live.lead(2);
        await("DATA.lesson.name === 'gradient' && LESSON.at === 1");
        assertThat(shown("document.getElementById('lessonChoice3').checked")).isEqualTo("true");
        assertThat(hands(only("gradient").answers().get("predict"))).containsExactly(List.of(0, 0, 1));
    }

    @Test
    void aPhoneThatLostTheClassGoesOnAndHandsInWhenItIsBack() throws IOException, InterruptedException {
        live.lead(2);
        join(first);
        URI address = server.address();
        browser.connect(false);
        press("lessonChoice2");
        press("classHandIn");
        await(TOLD + ".startsWith('No connection')");
        assertThat(kept("gradient")).isEmpty();
        server.close();
        live = new LiveClass(sheets, Optional.of(ShippedLessons.read("gradient")), true);
        assertThat(live.moment().step()).as("where it was").isEqualTo(2);
        server = new ClassServer(live, page, InetAddress.getLoopbackAddress(), address.getPort(), Set.of(NAME));
        browser.connect(true);
        browser.run("window.dispatchEvent(new Event('online'))");
        await(TOLD + ".startsWith('Handed in')");
        assertThat(hands(only("gradient").answers().get("predict"))).containsExactly(List.of(0, 1, 0));
        server.close();
        LiveClass other = new LiveClass(sheets.resolve("other"), Optional.empty(), true);
        server = new ClassServer(other, page, InetAddress.getLoopbackAddress(), address.getPort(), Set.of(NAME));
        browser.run("window.dispatchEvent(new Event('online'))");
        await(TOLD + ".startsWith('The class has ended')");
        assertThat(shown("document.getElementById('classSave').hidden")).isEqualTo("false");
    }

    @Test
    void atItsOwnPaceAPhoneIsToldWhatIsRightOnceItHasHandedIn() throws IOException, InterruptedException {
        live.setLed(false);
        join(first);
        assertThat(shown("DATA.lesson.steps.length"))
                .as("up to the first question")
                .isEqualTo("2");
        assertThat(live.places()).isEqualTo(Map.of(1, List.of(1)));
        press("classNext");
        while (!live.places().containsKey(2)) {
            Thread.onSpinWait();
        }
        assertThat(shown("LESSON.at + ' ' + DATA.lesson.steps[1].rules.right")).isEqualTo("1 undefined");
        assertThat(shown("document.getElementById('classNext').hidden")).isEqualTo("true");
        press("lessonChoice1");
        press("classHandIn");
        await("DATA.lesson.steps.length === 3 && answersNow().isCommitted");
        assertThat(shown("DATA.lesson.steps[1].rules.right")).isEqualTo("1");
        assertThat(shown(TOLD)).startsWith("To go on: press Train");
        browser.run("startRunOfPage()");
        assertThat(shown(TOLD)).startsWith("Training");
        await(IS_TRAINED);
        observe();
        await("document.getElementById('lessonExplanation')");
        assertThat(shown("document.getElementById('classSeed')"))
                .as("its numbers are of this seed")
                .isEqualTo("null");
        press("classNext");
        assertThat(shown("LESSON.at")).isEqualTo("2");
    }

    @Test
    void whatIsAskedNowStandsOverTheLessonOrAloneAndIsAnsweredByAChoiceOrANumber()
            throws IOException, InterruptedException {
        live.teach(Optional.empty());
        join(first);
        assertThat(shown(LESSON_TEXT)).contains("You are in");
        live.ask(new AskedNow(
                "q1", QuestionKind.SYMBOL, "What comes after 2?", List.of("3", "4"), OptionalInt.of(0), 1, false));
        await("document.getElementById('lessonChoice2')");
        assertThat(shown("document.getElementById('lab').offsetParent")).isEqualTo("null");
        handIn(2);
        assertThat(hands(only("asked").answers().get("q1"))).containsExactly(List.of(0, 1));
        live.askAgain();
        await(LESSON_TEXT + ".includes('You said: 4')");
        handIn(1);
        assertThat(hands(only("asked").answers().get("q1"))).containsExactly(List.of(0, 1), List.of(1, 0));
        live.reveal();
        await(LESSON_TEXT + ".includes('3 (right)')");
        live.ask(AskedNow.number("q2", "How many of 400?", new NumberRange(0, 400)));
        await("document.getElementById('askedNumber')");
        type("askedNumber", "many");
        press("classHandIn");
        assertThat(shown(LESSON_TEXT)).contains("Type the number");
        type("askedNumber", "401");
        press("classHandIn");
        assertThat(shown(LESSON_TEXT)).contains("Type a number from 0 to 400.");
        type("askedNumber", "17,5");
        press("classHandIn");
        await(TOLD + ".includes('Handed in')");
        type("askedNumber", "18");
        assertThat(shown(TOLD)).isEqualTo("Changed, and not handed in yet.");
        type("askedNumber", "17.5");
        assertThat(shown(TOLD)).as("as it was").contains("Handed in");
        assertThat(only("asked")
                        .answers()
                        .get("q2")
                        .observed()
                        .get(0)
                        .orElseThrow()
                        .answer())
                .isEqualTo(17.5);
        live.endQuestion();
        await(LESSON_TEXT + ".includes('You are in')");
        live.give(Experiment.reference());
        await("PAGE.run.experiment.hyperparameters.seed === 1");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void whatTheServerDoesNotTakeIsSaidInWordsAndNotSentAgain() throws IOException, InterruptedException {
        live.lead(2);
        join(first);
        browser.run("answersNow().reason = 'x'.repeat(300)");
        press("lessonChoice1");
        press("classHandIn");
        await(TOLD + ".startsWith('Not accepted: ')");
        assertThat(shown(TOLD)).contains("200");
        assertThat(kept("gradient")).isEmpty();
        browser.run("answersNow().reason = ''");
        press("lessonChoice2");
        await(TOLD + ".startsWith('Handed in')");
        assertThat(kept("gradient")).hasSize(1);
    }

    /** Looks at the phone in a language: what is said, and whether all can be read, touched and reached. */
    private static final String LOOK = PageStudent.SMALL
            + """
            const found = [];
            const spoken = 'LANGUAGE';
            document.querySelector('[data-speak=' + spoken + ']').click();
            const find = (problem) => found.push(spoken + ' ' + DATA.lesson.name + ' ' + stepNow().id + ': ' + problem);
            const bad = /undefined|NaN|\\[object|\\{\\d|\\b(page|lesson|verdict|microscope)\\.[a-z]/.exec(document.body.innerText);
            if (bad) {
              find(bad[0]);
            }
            small().forEach(find);
            if (document.documentElement.scrollWidth > window.innerWidth) {
              find('must be scrolled sideways');
            }
            window.scrollTo(0, 0);
            const bar = document.getElementById('classBar').getBoundingClientRect();
            if (Math.abs(bar.bottom - window.innerHeight) > 1) {
              find('the bar is not below');
            }
            document.querySelectorAll('.choice').forEach((choice) => {
              if (!answersNow().isCommitted && choice.getBoundingClientRect().bottom > bar.top) {
                find('below the fold: ' + choice.innerText);
              }
            });
            return found.join('\\n');
            """;

    private static void look(String language) throws IOException, InterruptedException {
        assertThat(browser.run(LOOK.replace("LANGUAGE", language)).textValue()).isEmpty();
    }

    /** Contract over lessons; what trains takes two epochs. */
    @Test
    void aPhoneIsLedThroughEveryStepOfALesson() throws IOException, InterruptedException {
        join(first);
        browser.run("const whole = trainExperiment; window.trainExperiment = (experiment) =>"
                + " whole({ ...experiment, hyperparameters: { ...experiment.hyperparameters, epochs: 2 } })");
        List<Lesson> all = ShippedLessons.all().stream()
                .sorted(Comparator.comparing(lesson -> lesson.steps().size()))
                .toList();
        for (Lesson lesson : Sample.one(42, all).toList()) {
            live.teach(Optional.of(lesson));
            for (int step = 1; step <= lesson.steps().size(); step++) {
                LessonStep now = lesson.steps().get(step - 1);
                live.lead(step);
                await("hasLesson() && stepNow().id === '" + now.id() + "' && LESSON.at === " + (step - 1));
                look(step % 2 == 0 ? "de" : "en");
                if (now.question().isPresent()) {
                    assertThat(shown("stepNow().rules.right + document.getElementById('lesson').innerText"))
                            .as("%s %s", lesson.name(), now.id())
                            .startsWith("undefined")
                            .doesNotContain("(right)");
                    handIn(1);
                    live.reveal();
                    await("answersNow().isCommitted && !TRAINING.stop");
                    if (step == lesson.steps().size()) {
                        look("en");
                    }
                }
            }
            awaitAllHandedIn();
            String name = AnswerSheet.shortName(lesson.name());
            assertThat(only(name).answers().keySet())
                    .containsAll(lesson.steps().stream()
                            .filter(step -> step.question().isPresent())
                            .map(LessonStep::id)
                            .toList());
        }
        assertThat(browser.console()).isEmpty();
    }
}
