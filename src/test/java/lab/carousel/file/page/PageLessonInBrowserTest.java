package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.lesson.EverySpot;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tried;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.Check;
import lab.carousel.lesson.answers.PooledRun;
import lab.carousel.lesson.answers.Recheck;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson in the page, in Chromium. Skipped where Chromium and its driver are not installed. */
class PageLessonInBrowserTest {

    @Test
    void aStudentPredictsTrainsSeesAndSavesWhatTheProgramReads(@TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(Browser.isInstalled(), "chromium and chromedriver are not installed");
        Lesson lesson = ShippedLessons.read("was-it-memory", EverySpot.spots());
        Path file = folder.resolve("lesson.html");
        Files.write(
                file,
                Page.of(
                        PageArithmeticTest.trained(Experiment.reference()
                                .with(Hyperparameters.reference().withEpochs(2))),
                        false,
                        "",
                        Colours.OKABE_ITO,
                        Optional.of(lesson)));
        try (Browser browser = Browser.start()) {
            browser.open(file);
            AnswerSheet sheet = PageStudent.take(browser, 1);
            assertThat(browser.console()).isEmpty();
            assertThat(browser.run("return document.querySelector('main').innerText")
                            .textValue())
                    .doesNotContain("[object", "undefined");
            assertThat(sheet.lesson().name()).isEqualTo("was-it-memory");
            assertThat(sheet.lesson().version()).isEqualTo(lesson.version());
            assertThat(sheet.from().student()).isEqualTo("Student, no. 1");
            StepAnswers transfer = sheet.answers().get("transfer");
            assertThat(transfer.reason()).isEqualTo("reason 1");
            assertThat(transfer.before().orElseThrow().hands()).containsExactly(0, 1, 0);
            assertThat(transfer.observed().get(1)).map(Observed::agrees).contains(true);
            assertThat(sheet.answers().get("recall").known()).hasSize(4).containsOnly(Optional.of(true));
            Tried rose = sheet.runs().get(sheet.runs().size() - 1);
            assertThat(rose.result().verdict()).isEqualTo(Verdict.RIGHT_BY_LUCK);
            assertThat(rose.experiment())
                    .isEqualTo(lesson.steps().get(7).setUp().orElseThrow().apply(Experiment.reference()));
            PooledRun again = new Recheck(new KernelEngine(), () -> false)
                    .of(new PooledRun(rose, List.of("page"), true, Check.OPEN));
            assertThat(again.check()).isEqualTo(Check.CONFIRMED);
        }
    }
}
