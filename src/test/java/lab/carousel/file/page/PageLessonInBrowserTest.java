package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.Check;
import lab.carousel.lesson.answers.PooledRun;
import lab.carousel.lesson.answers.Recheck;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.InLanguage;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lessons in the page, in Chromium. */
class PageLessonInBrowserTest extends InBrowser {

    /** So few that all lessons take seconds; with -Dpage.lessons=whole what they say. */
    private static final int MOST_EPOCHS =
            "whole".equals(System.getProperty("page.lessons")) ? PageStudent.NO_BOUND : 2;

    private static final String FULL = "was-it-memory";

    private static Snapshot snapshot;

    @BeforeAll
    static void trainNetwork() {
        snapshot = PageRuns.trained(
                Experiment.reference().with(Hyperparameters.reference().with(Settings.EPOCHS, 2)));
    }

    /** But for the one that is taken below, with all of its epochs; the shortest first. */
    private static List<String> names() {
        return ShippedLessons.all().stream()
                .sorted(Comparator.comparing(lesson -> lesson.steps().size()))
                .map(Lesson::name)
                .filter(name -> !name.equals(FULL))
                .toList();
    }

    private static final StepAnswers NONE =
            new StepAnswers(Optional.empty(), Optional.empty(), "", List.of(), List.of());

    static Stream<String> taken() {
        return Sample.one(42, names());
    }

    private static Lesson open(String name) throws IOException, InterruptedException {
        Lesson lesson = ShippedLessons.read(name);
        Path file = folder.resolve(name + ".html");
        if (!Files.exists(file)) {
            Files.write(file, Page.of(snapshot, false, Colours.OKABE_ITO, Optional.of(lesson)));
        }
        openAnew(file);
        return lesson;
    }

    @ParameterizedTest
    @MethodSource("taken")
    void aStudentTakesEveryLessonFromItsFirstStepToItsLast(String name) throws IOException, InterruptedException {
        Lesson lesson = open(name);
        browser.resize(360, 640);
        List<String> asked = lesson.steps().stream()
                .filter(step -> step.question().isPresent()
                        || !step.after().cards().isEmpty()
                        || !step.after().observations().isEmpty())
                .map(LessonStep::id)
                .toList();
        int student = names().indexOf(name);
        PageStudent.Taken taken = new PageStudent(student, MOST_EPOCHS).take(browser);
        assertThat(taken.problems()).isEmpty();
        assertThat(browser.console()).isEmpty();
        assertThat(taken.sheet().lesson().name()).isEqualTo(name);
        assertThat(taken.sheet().lesson().version()).isEqualTo(lesson.version());
        assertThat(taken.sheet().answers().keySet())
                .isSubsetOf(asked)
                .contains("recall", "transfer")
                .hasSizeGreaterThanOrEqualTo(asked.size() - 1);
        assertIsJudged(lesson, taken.sheet());
        browser.run("document.querySelector('[data-speak=de]').click(); enterStep(0)");
        assertThat(shown("document.getElementById('lessonTitle').textContent"))
                .isEqualTo(lesson.translations()
                        .get(InLanguage.GERMAN)
                        .steps()
                        .get(0)
                        .words()
                        .title());
    }

    /** All but what the lesson knows of runs that the student trains shorter than it does: these are others. */
    private static void assertIsJudged(Lesson lesson, AnswerSheet sheet) {
        for (int at = 0; at < lesson.steps().size(); at++) {
            LessonStep step = lesson.steps().get(at);
            boolean isLessonsRun =
                    lesson.experiments().get(at).hyperparameters().get(Settings.EPOCHS) <= MOST_EPOCHS;
            List<Optional<Observed>> observed =
                    sheet.answers().getOrDefault(step.id(), NONE).observed();
            for (int number = 0; number < observed.size(); number++) {
                Observation asked = step.after().observations().get(number);
                if (isLessonsRun || !asked.sight().right().isPresent()) {
                    assertThat(observed.get(number).flatMap(Observed::agrees).isPresent())
                            .as("%s %d is judged", step.id(), number + 1)
                            .isEqualTo(observed.get(number).isPresent()
                                    && !asked.sight().isOpinion());
                }
            }
        }
    }

    @Test
    void thePictureThatAStepAsksAboutIsSeen() throws IOException, InterruptedException {
        open("forecast-or-echo");
        browser.resize(360, 640);
        assertThat(shown("String(document.querySelector('#lesson img').naturalWidth)"))
                .isEqualTo("800");
        assertThat(shown("document.querySelector('#lesson img').alt")).startsWith("Three forecasts");
    }

    /** Of a series no symbol is told of, and no loss that only memory gets under. */
    @Test
    void whatIsKnownOfASeriesIsTrueOfIt() throws IOException, InterruptedException {
        open("forecast-or-echo");
        assertThat(shown("document.querySelector('.lead').textContent")).contains("forecasts a series");
        assertThat(shown("document.getElementById('known').textContent")).contains("an echo’s loss is 0.0086");
        assertThat(shown("document.getElementById('settings').previousElementSibling.textContent"))
                .isEqualTo("At each step the network is fed a row of the series and has to forecast.");
        assertThat(shown("document.getElementById('asked').textContent")).isEqualTo("Is it more than an echo?");
    }

    @Test
    void aStepLeadsToTheSectionsThatItIsAboutOnceTheyAreNotHidden() throws IOException, InterruptedException {
        Lesson lesson = open("five-states");
        browser.resize(360, 640);
        for (int at = 0; at < lesson.steps().size(); at++) {
            String place = lesson.steps().get(at).screen().place().orElse("");
            if (!List.of("stateMap", "automaton").contains(place)) {
                continue;
            }
            String button = "document.getElementById('lessonPlace-" + place + "')";
            browser.run("enterStep(" + at + ")");
            assertThat(shown(button)).as("hidden in step %d", at).isEqualTo("null");
            browser.run("answersNow().isCommitted = true; showLesson(); " + button + ".click()");
            browser.runAndWait("const look = () => document.querySelector('section.view canvas:not([hidden])')"
                    + " && VIEWS.told && openedView() === '" + place
                    + "' ? done() : requestAnimationFrame(look); look();");
            assertThat(browser.run("return document.querySelector('section.view').getBoundingClientRect().top"
                                    + " - document.querySelector('.head').offsetHeight")
                            .doubleValue())
                    .as("step %d, below the head", at)
                    .isBetween(-80.0, 200.0);
        }
    }

    @Test
    void aStudentPredictsTrainsSeesAndSavesWhatTheProgramReads() throws IOException, InterruptedException {
        Lesson lesson = open(FULL);
        PageStudent.Taken taken = new PageStudent(1, Math.max(250, MOST_EPOCHS)).take(browser);
        AnswerSheet sheet = taken.sheet();
        assertThat(taken.problems()).isEmpty();
        assertThat(browser.console()).isEmpty();
        assertThat(browser.seriousFindings("#lessonPart")).isEmpty();
        assertThat(sheet.lesson().name()).isEqualTo(FULL);
        assertThat(sheet.lesson().version()).isEqualTo(lesson.version());
        assertThat(sheet.from().student()).isEqualTo("Student, no. 1");
        StepAnswers transfer = sheet.answers().get("transfer");
        assertThat(transfer.reason()).isEqualTo("reason 1");
        assertThat(transfer.before().orElseThrow().hands()).containsExactly(0, 1, 0);
        assertThat(transfer.observed().get(0)).map(Observed::isRight).contains(true);
        assertThat(transfer.observed().get(1)).map(Observed::isRight).contains(true);
        assertThat(sheet.answers().get("recall").known()).hasSize(5).containsOnly(Optional.of(true));
        LessonRun rose = sheet.runs().get(sheet.runs().size() - 1);
        assertThat(rose.result().verdict()).isEqualTo(Verdict.A_TRACE);
        assertThat(rose.experiment())
                .isEqualTo(lesson.steps().get(8).setUp().change().orElseThrow().apply(Experiment.reference()));
        PooledRun again =
                new Recheck(new KernelEngine(), () -> false).of(new PooledRun(rose, List.of("page"), true, Check.OPEN));
        assertThat(again.check()).isEqualTo(Check.CONFIRMED);
    }

    @Test
    void whatWasTrainedStaysForTheStepsThatGoOnWithIt() throws IOException, InterruptedException {
        open("inside-the-cell");
        String epochs = browser.runAndWait("document.getElementById('epochs').value = 3;"
                        + " document.getElementById('lessonTrain').click(); const seen = [];"
                        + " const look = () => {"
                        + " if (document.body.classList.contains('training')) { setTimeout(look, 5); return; }"
                        + " for (const at of [0, 1, 7, 1]) { enterStep(at); seen.push(PAGE.view.epoch); }"
                        + " done(seen.join()); }; look();")
                .textValue();
        assertThat(epochs).isEqualTo("3,3,0,3");
    }

    /** Makes up other rules of the step that is shown. */
    private static void follow(String rules) throws IOException, InterruptedException {
        change("stepNow().rules = { ...stepNow().rules, sights: [], " + rules + " }; enterStep(LESSON.at); cover();");
    }

    @Test
    void thePageFollowsARuleThatChanges() throws IOException, InterruptedException {
        open(FULL);
        follow("hides: ['loss'], right: 2, needs: [[{ reads: 'quantity', test: 'IS', value: 'f' }]]");
        String covered = "['loss', 'state', 'status'].map((spot) =>"
                + " document.querySelector('[data-spot=' + spot + ']').classList.contains('covered')).join()";
        String next = "document.getElementById('lessonNext').disabled";
        assertThat(shown(covered)).isEqualTo("true,false,false");
        follow("hides: ['status'], hidesWhole: ['state']");
        assertThat(shown(covered)).isEqualTo("false,true,true");
        browser.run(
                "document.getElementById('lessonChoice1').click(); document.getElementById('lessonReveal').click()");
        assertThat(shown(covered)).isEqualTo("false,true,false");
        assertThat(shown("document.querySelectorAll('.choice')[2].textContent"))
                .as("nothing is to be seen first")
                .contains("(right)");
        assertThat(shown("document.querySelectorAll('.choice')[0].textContent")).doesNotContain("(right)");
        assertThat(shown(next)).as("undone").isEqualTo("true");
        browser.run("chooseLayer('c')");
        assertThat(shown(next)).as("done wrong").isEqualTo("true");
        browser.run("chooseLayer('f')");
        assertThat(shown(next)).isEqualTo("false");
    }

    @Test
    void aRunThatWasThereWhenAStepBeganDoesNotMeetItsNeed() throws IOException, InterruptedException {
        open("inside-the-cell");
        browser.run("document.getElementById('epochs').value = 3; document.getElementById('lessonTrain').click()");
        settle();
        browser.run("stopPlay(); enterStep(1)");
        follow("hides: [], needs: [[{ reads: 'state', test: 'IS', value: 'finished' }]]");
        String seen = "situationNow().state + ' ' + PAGE.view.epoch + ' ' + toldNow().isAllMet";
        assertThat(shown(seen)).isEqualTo("finished 3 false");
        browser.run("chooseLayer('f')");
        assertThat(shown(seen)).isEqualTo("finished 3 false");
        browser.run("startRunOfPage()");
        settle();
        browser.run("stopPlay()");
        assertThat(shown(seen)).isEqualTo("finished 3 true");
    }

    @Test
    void whatIsPressedCountsAlsoIfAnotherTabsAnswersHaveTakenThePlaceOfThoseThatWereDrawn()
            throws IOException, InterruptedException {
        open("inside-the-cell");
        browser.run("enterStep(DATA.lesson.steps.findIndex(({ cards }) => cards.length > 0));"
                + " LESSON.answers[stepNow().id] = structuredClone(answersNow());"
                + " document.getElementById('lessonTurn1').click();"
                + " LESSON.answers[stepNow().id] = structuredClone(answersNow());"
                + " document.getElementById('lessonKnew1').click()");
        assertThat(shown("answersNow().turned[0] + ' ' + answersNow().cards[0]"))
                .isEqualTo("true true");
    }

    /** Whether the page asks before it is left. */
    private static String isHeldBack() throws IOException, InterruptedException {
        return shown("(() => { const leaving = new Event('beforeunload', { cancelable: true });"
                + " window.dispatchEvent(leaving); return leaving.defaultPrevented; })()");
    }

    @Test
    void answersStayUntilTheyAreSavedAndThePageAsksBeforeTheyAreLost() throws IOException, InterruptedException {
        Lesson lesson = open(FULL);
        browser.run("Object.defineProperty(window, 'localStorage',"
                + " { get() { throw new Error('blocked'); }, configurable: true })");
        assertThat(isHeldBack()).isEqualTo("false");
        int asked = lesson.steps()
                .indexOf(lesson.steps().stream()
                        .filter(step -> step.question().isPresent())
                        .findFirst()
                        .orElseThrow());
        browser.run("enterStep(" + asked + "); document.getElementById('lessonChoice2').click();");
        assertThat(isHeldBack()).isEqualTo("true");
        browser.run("document.querySelector('[data-speak=de]').click(); enterStep(0); enterStep(" + asked + ")");
        assertThat(shown("document.getElementById('lessonChoice2').checked")).isEqualTo("true");
        browser.run("document.getElementById('lessonSaveNow').click()");
        assertThat(isHeldBack()).isEqualTo("false");
        assertThat(shown("document.getElementById('lessonSaveNow')")).isEqualTo("null");
        browser.run("document.getElementById('lessonChoice1').click()");
        assertThat(isHeldBack()).isEqualTo("true");
    }

    @Test
    void aViewThatTellsTheVerdictIsCoveredUntilTheAnswer() throws IOException, InterruptedException {
        open(FULL);
        String seen = "document.getElementById('viewPart').innerText";
        browser.run("enterStep(0); document.getElementById('viewPart').scrollIntoView(); goToPlace('afterFork')");
        assertThat(shown("document.querySelector('.verdict').classList.contains('covered')"))
                .isEqualTo("true");
        assertThat(shown(seen)).contains("Hidden until an answer is committed");
        assertThat(shown(seen + ".toLowerCase().includes(wordsOf(PAGE.view.result).headline)"))
                .isEqualTo("false");
        assertThat(shown("document.getElementById('view').hidden")).isEqualTo("true");
        browser.run("goToPlace('saturation')");
        assertThat(shown("document.getElementById('view').hidden"))
                .as("tells no verdict")
                .isEqualTo("false");
        browser.run("document.getElementById('lessonChoice1').click(); document.getElementById('lessonReveal').click();"
                + " goToPlace('afterFork')");
        assertThat(shown(seen + ".toLowerCase().includes(wordsOf(PAGE.view.result).headline)"))
                .isEqualTo("true");
        assertThat(shown("document.getElementById('view').hidden")).isEqualTo("false");
    }

    @Test
    void answersTheirIdTheStepAndItsRunSurviveAReload() throws IOException, InterruptedException {
        open(FULL);
        browser.run("if (isHidden('run')) { document.getElementById('lessonChoice1').click();"
                + " document.getElementById('lessonReveal').click(); }"
                + " document.getElementById('epochs').value = 3; document.getElementById('lessonTrain').click();");
        settle();
        browser.run("enterStep(2); document.getElementById('lessonChoice2').click();"
                + " document.getElementById('lessonReveal').click(); goToStep(0); document.body.click()");
        String seen =
                "answersText() + LESSON.at + document.getElementById('lessonNext').disabled + PAGE.view.result.loss";
        String before = shown(seen);
        assertThat(isHeldBack()).as("it is kept").isEqualTo("false");
        reload();
        assertThat(shown(seen)).isEqualTo(before);
        browser.run("enterStep(2)");
        assertThat(shown("document.getElementById('lesson').innerText")).contains("Your prediction: ");
        String id = shown("LESSON.id");
        browser.run("window.confirm = () => true; forgetAnswers(); document.body.click()");
        assertThat(shown("LESSON.at + Object.keys(LESSON.answers).join()")).startsWith("0");
        assertThat(shown("answersText()")).contains("\"answers\": []").doesNotContain(id);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void votesBeforeAndAfterAreBarsOfFilesThatStudentsSaved() throws IOException, InterruptedException {
        Lesson lesson = open(FULL);
        LessonStep step = lesson.steps().stream()
                .filter(any -> any.question().isPresent())
                .findFirst()
                .orElseThrow();
        String choices = String.join(",", step.question().orElseThrow().choices());
        assertThat(choices).isNotEmpty();
        browser.run("const file = (id, step, before, after) => JSON.stringify({ format: 'carousel answers', id,"
                + " lesson: { name: DATA.lesson.name }, answers: [{ step, before, after }] });"
                + " const { id, choices } = DATA.lesson.steps.find((any) => any.choices > 0);"
                + " const hand = (choice) => new Array(choices).fill(0).map((_, at) => at === choice ? 1 : 0);"
                + " const files = [file('a', id, hand(0), hand(1)), file('b', id, hand(0), hand(0)),"
                + " file('b', id, hand(0), hand(0)), file('c', id, [1e9], 'x'), file('d', '__proto__', hand(0), hand(0)), '{'];"
                + " enterStep(DATA.lesson.steps.length - 1); LESSON.votes = countVotes(files); showLesson();");
        assertThat(shown("document.getElementById('lessonVotes')"))
                .as("in the last step of a student")
                .isEqualTo("null");
        browser.run("const where = document.getElementById('lessonWhere'); where.value = 'class';"
                + " where.dispatchEvent(new Event('change'))");
        assertThat(shown("document.getElementById('lessonVotes').innerText"))
                .contains("Answers of 4 students", "1 file has no answers to this lesson.");
        assertThat(shown("Array.from(document.querySelectorAll('.voteRow')).slice(0, 2).map((row) =>"
                        + " row.querySelector('.before').style.width + ' ' + row.querySelector('.after').style.width)"
                        + ".join(', ')"))
                .isEqualTo("100% 50%, 0% 50%");
        assertThat(browser.seriousFindings("#lessonVotes")).isEmpty();
        browser.run("enterStep(0)");
        assertThat(shown("document.getElementById('lessonVotes')")).isEqualTo("null");
    }
}
