package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.study.ForkWords;
import lab.carousel.task.Alphabet;
import lab.carousel.task.TargetKind;
import lab.carousel.text.InLanguage;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drawn tasks in the page: it shows what the program shows, and trains them to the same numbers. */
class DrawnTaskInBrowserTest extends InBrowser {

    static Stream<Experiment> drawn() {
        return Sample.of(
                42, PageRuns.drawn(1).toList(), experiment -> (experiment.task().targets() == TargetKind.NUMBERS));
    }

    private static void open(Snapshot run) throws IOException, InterruptedException {
        openAnew(Files.write(
                folder.resolve(run.experiment().hashCode() + ".html"),
                Page.of(run, false, Colours.OKABE_ITO, Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void isShownAsTheProgramDoesAndTrained(Experiment experiment) throws IOException, InterruptedException {
        Snapshot run = PageRuns.trained(experiment);
        open(run);
        assertThat(shown("document.getElementById('verdict').textContent"))
                .isEqualTo(ForkWords.verdict(run).headline());
        assertThat(shown("document.querySelector('.lead').textContent"))
                .isEqualTo(
                        experiment.task().supply().rule().orElseThrow().title().text());
        Traces traces = Traces.of(experiment, run.parameters(), ColumnWindow.START);
        Alphabet alphabet = experiment.task().alphabet();
        assertThat(shown("PAGE.view.columns[2].texts.join()"))
                .isEqualTo(String.join(
                        ",",
                        List.of(
                                alphabet.symbol(traces.step(2).fed()),
                                (experiment.task().targets() == TargetKind.NUMBERS)
                                        ? alphabet.told(traces.step(2).target())
                                        : alphabet.symbol(traces.step(2).target()),
                                alphabet.symbol(traces.predicted(2)))));
        for (String section : List.of("predictions", "cell", "view")) {
            browser.runAndWait("document.querySelector('section." + section + "').scrollIntoView();"
                    + " requestAnimationFrame(() => requestAnimationFrame(done));");
        }
        browser.run("goToPlace('automaton')");
        assertThat(shown("document.getElementById('viewWords').textContent"))
                .startsWith("This task draws new sequences every time");
        assertThat(shown("['sequences', 'sets'].map((id) => document.getElementById(id).disabled)"))
                .isEqualTo("true,true");
        browser.run(
                "for (const { letter } of DATA.layers) { if (PAGE.view.facts.layers.includes(letter)) { chooseLayer(letter); } }"
                        + " document.querySelector('[data-speak=de]').click();");
        assertThat(shown("document.querySelector('main').innerText + document.body.innerHTML.split('<script')[0]"))
                .doesNotContain("undefined", "NaN", "Infinity", ">null<");
        browser.runAndWait("document.querySelector('#try button[type=submit]').click();"
                + " const look = () => document.body.classList.contains('training') ? setTimeout(look, 10) : done();"
                + " look();");
        assertThat(browser.run("return PAGE.run.epochs[0].loss").doubleValue())
                .isEqualTo(run.history().loss(0, 0));
        assertThat(shown("wordsOf(PAGE.view.result).headline"))
                .isEqualTo(
                        InLanguage.GERMAN.meanwhile(() -> ForkWords.verdict(run).headline()));
        assertThat(browser.console()).isEmpty();
    }
}
