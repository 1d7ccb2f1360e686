package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A lesson in the page on a screen of 360 x 640 pixels; {@link PageStudent} looks at the sizes of all of its steps. */
class PageOnPhoneTest extends InBrowser {

    private static final String IN_VIEW = "(id) => { const { top, bottom, left, right } ="
            + " document.getElementById(id).getBoundingClientRect();"
            + " return top >= 0 && top < innerHeight && bottom > 0 && left >= 0 && right <= innerWidth; }";

    @BeforeAll
    static void openLesson() throws IOException, InterruptedException {
        Snapshot snapshot = PageRuns.trained(
                Experiment.reference().with(Hyperparameters.reference().with(Settings.EPOCHS, 2)));
        Path file = folder.resolve("phone.html");
        Files.write(
                file, Page.of(snapshot, false, Colours.OKABE_ITO, Optional.of(ShippedLessons.read("was-it-memory"))));
        browser.resize(360, 640);
        browser.open(file);
    }

    /** Trains sequences by a hand in the form. */
    private static void train(String sequences) throws IOException, InterruptedException {
        String alphabet = sequences
                .lines()
                .flatMap(line -> Stream.of(line.split(" ")))
                .distinct()
                .collect(Collectors.joining(" "));
        browser.runAndWait("enterStep(0); answersNow().isCommitted = true; showLesson(); const put = (id, value) => {"
                + " const field = document.getElementById(id); if (field) { field.value = value; } };"
                + " put('sequences', `" + sequences + "`); put('alphabet', '" + alphabet + "'); put('epochs', 2);"
                + " window.scrollTo(0, 1e6); document.getElementById('try').requestSubmit();"
                + " const look = () => document.body.classList.contains('training') ? setTimeout(look, 5) : done(0);"
                + " look();");
        assertThat(shown("PAGE.run.states.length > 1")).isEqualTo("true");
    }

    @Test
    void afterTrainTheResultIsInSightAndTheLessonInReach() throws IOException, InterruptedException {
        train("3 0 1 2 3\n4 0 1 2 4");
        for (String part : new String[] {"verdict", "states", "toLesson"}) {
            assertThat(shown("(" + IN_VIEW + ")('" + part + "')")).as(part).isEqualTo("true");
        }
        browser.run("document.getElementById('predictions').scrollIntoView()");
        assertThat(shown("(" + IN_VIEW + ")('toLesson')")).as("anywhere in it").isEqualTo("true");
        browser.run("document.getElementById('toLesson').click()");
        assertThat(shown("(" + IN_VIEW + ")('lessonTitle')")).isEqualTo("true");
    }

    /** How far below the top of the screen a part begins. */
    private static int top(String selector) throws IOException, InterruptedException {
        return browser.run("return Math.round(document.querySelector('" + selector + "').getBoundingClientRect().top)")
                .intValue();
    }

    @Test
    void whatAStepNeedsAndItsResultAreWithinTwoScreens() throws IOException, InterruptedException {
        browser.run("enterStep(1); answersNow().isCommitted = true; showLesson();"
                + " document.getElementById('lessonRun').scrollIntoView()");
        int train = top("#lessonTrain");
        for (String needed : shown("stepNow().rules.needs.flat().map(({ reads }) => reads).filter((name) =>"
                        + " document.getElementById('try').elements[name]).join(' ')")
                .split(" ")) {
            assertThat(Math.abs(top("#lesson-" + needed) - train)).as(needed).isLessThan(640);
        }
        assertThat(top(".sentence") - train).as("its result").isBetween(0, 1280);
        browser.run("enterStep(1); answersNow().isCommitted = true; showLesson();"
                + " const here = document.getElementById('lesson-seed'); here.focus(); here.value = '12';"
                + " here.dispatchEvent(new Event('input'));");
        assertThat(shown("document.getElementById('seed').value + ' ' + answersNow().met[0]"))
                .isEqualTo("12 true");
        assertThat(shown("document.activeElement.id + document.activeElement.selectionStart"))
                .isEqualTo("lesson-seed2");
    }

    @Test
    void sixtyStepsSayThatThereIsMoreToTheSide() throws IOException, InterruptedException {
        train("3 0 1 2 3\n4 0 1 2 4");
        assertThat(shown("document.getElementById('statesMore').hidden")).isEqualTo("true");
        String middle = IntStream.range(0, 59)
                .mapToObj(at -> "abcd".substring(at % 4, at % 4 + 1))
                .collect(Collectors.joining(" "));
        train("x " + middle + " x");
        assertThat(shown("PAGE.view.columns.length")).isEqualTo("60");
        assertThat(shown("document.getElementById('statesMore').hidden")).isEqualTo("false");
        assertThat(shown("document.documentElement.scrollWidth <= innerWidth")).isEqualTo("true");
    }

    @Test
    void manySequencesAndLongWordsStayInThePage() throws IOException, InterruptedException {
        train(IntStream.range(0, 32).mapToObj(at -> at + " a b " + at).collect(Collectors.joining("\n")));
        assertThat(shown("document.documentElement.scrollWidth <= innerWidth")).isEqualTo("true");
        train("Donaudampfschifffahrtsgesellscha fährt heute\nRindfleischetikettierungsüberwac fährt gern");
        assertThat(shown("document.documentElement.scrollWidth <= innerWidth")).isEqualTo("true");
        assertThat(shown("Array.from(document.querySelectorAll('#predictions td:not(:last-child)'))"
                        + ".every((cell) => cell.clientWidth <= 110)"))
                .isEqualTo("true");
        assertThat(
                        shown(
                                "computing().states(PAGE.view.experiment, PAGE.view.weights, false, { epoch: 0, layer: 'h', width: 280,"
                                        + " height: 90 }).marks.filter(([kind]) => kind === 't').map(([, words]) => words).join()"))
                .contains("heute,", "Rindfleischetikettier…");
        assertThat(shown("computing().spot(PAGE.view.experiment, false, true, 350, 20).words"))
                .contains("Rindfleischetikettierungsüberwac");
    }

    /** What has the keyboard is something that is operated, not a picture. */
    @Test
    void noPictureHasTheKeyboard() throws IOException, InterruptedException {
        train("3 0 1 2 3\n4 0 1 2 4");
        assertThat(shown("document.querySelectorAll('[role=img][tabindex]').length"))
                .isEqualTo("0");
        assertThat(shown("document.getElementById('states').tabIndex")).isEqualTo("0");
        assertThat(browser.seriousFindings(".states")).isEmpty();
    }
}
