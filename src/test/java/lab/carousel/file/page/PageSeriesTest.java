package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.ForkWords;
import lab.carousel.text.Language;
import lab.carousel.training.Snapshot;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A series in the page, and so on phones: in its own unit, by its own rows, and judged only after the first epoch. */
class PageSeriesTest extends InBrowser {

    private static final Experiment AIRLINE = Preset.all().stream()
            .filter(preset -> preset.key().equals("airline"))
            .findFirst()
            .orElseThrow()
            .experiment()
            .with(settings -> settings.with(Settings.EPOCHS, 3));

    private final PageView view = new PageView(AIRLINE, List.of(Language.ENGLISH));

    private static Object at(Map<String, Object> seen, String... path) {
        Object found = seen;
        for (String name : path) {
            found = ((Map<?, ?>) found).get(name);
        }
        return found;
    }

    @Test
    void itsStepsAreToldInItsOwnUnit() {
        List<?> columns = (List<?>) view.seen(view.untrained()).get("columns");
        Map<?, ?> first = (Map<?, ?>) columns.get(0);
        assertThat(first.get("name")).isEqualTo("1949-01");
        List<?> texts = (List<?>) first.get("texts");
        assertThat(texts.subList(0, 2)).isEqualTo(List.of("112", "118"));
        assertThat(Double.parseDouble((String) texts.get(2))).isBetween(0.0, 1000.0);
        assertThat(PageForm.texts(AIRLINE).get(PageForm.SEQUENCES)).startsWith("112 118 132 129 121 ");
        assertThat(at(view.states(view.untrained(), 0, "h", 240, 120), "spoken"))
                .asString()
                .contains("nearer than the echo");
        assertThat(at(view.cellOfStates(0, 0), "words")).asString().startsWith("unit 1, 1949-01, value 112: h");
        assertThat(view.cell(view.untrained(), 0, 1, 0))
                .as("the cell has what the network has")
                .containsEntry("fed", "0.02")
                .containsEntry("wanted", "0.03");
    }

    /** It was worse than an echo before anything was trained. */
    @Test
    void thereIsNoVerdictBeforeTheFirstEpoch() {
        Map<String, Object> before = view.seen(view.untrained());
        assertThat(at(before, "result", "words", "en", "headline")).isEqualTo("not trained yet");
        assertThat(at(before, "result", "words", "en", "sentence"))
                .isEqualTo("A forecast is judged after the first epoch. Root mean squared error of the echo: 48.04.");
        assertThat(at(before, "result"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("isUntrained", true);
        Snapshot run = PageRuns.trained(AIRLINE);
        Map<String, Object> after = view.seen(run.parameters());
        assertThat(at(after, "result", "words", "en", "headline"))
                .isEqualTo(ForkWords.verdict(run).headline())
                .isNotEqualTo("not trained yet");
        assertThat(at(after, "result", "verdict")).isNotEqualTo(Verdict.NOT_YET.name());
        assertThat(at(after, "result", "isUntrained")).isNull();
    }

    @Test
    void thePageSaysSoInBothLanguages() throws IOException, InterruptedException {
        openAnew(Files.write(
                folder.resolve("airline.html"),
                Page.of(PageRuns.trained(AIRLINE), false, Colours.OKABE_ITO, Optional.empty())));
        assertThat(shown("document.getElementById('stepWords').textContent")).isEqualTo("1949-01: value 112");
        assertThat(shown("document.querySelector('.predictions table').innerText"))
                .startsWith("Row\tValue\tThen\tForecast\n1949-01\t112\t118\t");
        assertThat(shown("document.getElementById('numbers').textContent"))
                .contains("rows nearer than the echo · loss of the scaled values")
                .doesNotContain("margin");
        browser.run("chooseEpoch(0)");
        assertThat(shown("document.getElementById('verdict').textContent")).isEqualTo("not trained yet");
        assertThat(shown("document.getElementById('numbers').textContent")).isEqualTo("epoch 0");
        browser.resize(360, 640);
        browser.run("document.querySelector('[data-speak=de]').click()");
        assertThat(shown("document.getElementById('verdict').textContent")).isEqualTo("noch nicht trainiert");
        assertThat(shown("document.querySelector('.predictions table').innerText"))
                .startsWith("Zeile\tWert\tDann\tPrognose\n1949-01\t112\t118\t")
                .containsPattern("118\t\\d+,\\d");
        assertThat(browser.console()).isEmpty();
    }
}
