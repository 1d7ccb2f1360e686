package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.text.InLanguage;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.training.Snapshot;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PageTest {

    private static Snapshot trained(Hyperparameters settings) {
        return PageArithmeticTest.trained(Experiment.reference().with(settings));
    }

    private static Snapshot reference(int epochs) {
        return trained(Hyperparameters.reference().with(Settings.EPOCHS, epochs));
    }

    private static String html(Snapshot snapshot) {
        return new String(Page.of(snapshot, false, Colours.OKABE_ITO), StandardCharsets.UTF_8);
    }

    private static JsonNode data(String html) throws IOException {
        return new ObjectMapper()
                .readTree(Jsoup.parse(html).getElementById("data").data());
    }

    @Test
    void isOneFileThatNothingElseCanRunIn() {
        Document page = Jsoup.parse(html(reference(3)));
        assertThat(page.documentType().name()).isEqualTo("html");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("meta[charset=utf-8]")).hasSize(1);
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("[src], iframe, object, embed, link[href]:not([href=data:,]), a[href], [onclick]"))
                .isEmpty();
        assertThat(page.select("style").html().replace("url(data:font/woff2;base64,", ""))
                .doesNotContain("url(", "@import")
                .contains("size: A4");
        String policy =
                page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy)
                .startsWith("default-src 'none'; script-src 'sha256-")
                .contains("worker-src blob:", "form-action 'none'")
                .doesNotContain("http", "unsafe-eval", "script-src 'unsafe-inline'");
        for (Element script : page.select("script:not([type])")) {
            assertThat(policy).contains(Page.PageTexts.digest(script.data()));
        }
        assertThat(page.select("script:not([type])")).hasSameSizeAs(Page.PageTexts.SCRIPTS);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void theTutorialTakesThreeFifthsOfAMegabyte() {
        assertThat(Page.of(reference(250), false, Colours.OKABE_ITO)).hasSizeLessThan(650_000);
    }

    /** As many weights and steps as have room, of which the heatmap takes most on paper. */
    @Test
    void theLargestTakesLessThanFiveMegabytes() {
        String alphabet = IntStream.range(0, 40).mapToObj(k -> "symbol" + k).collect(Collectors.joining(" "));
        String[] sequences = IntStream.range(0, 5)
                .mapToObj(s -> IntStream.range(0, 201)
                        .mapToObj(t -> "symbol" + (t * t + s) % 40)
                        .collect(Collectors.joining(" ")))
                .toArray(String[]::new);
        Experiment largest = new Experiment(
                Task.parse(alphabet, sequences),
                Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 169).with(Settings.EPOCHS, 1),
                EngineName.KERNEL);
        assertThat(largest.layout().size()).isBetween(148_000, Page.MOST_WEIGHTS);
        assertThat(Page.of(PageArithmeticTest.trained(largest), false, Colours.OKABE_ITO))
                .hasSizeLessThan(5_000_000);
    }

    @Test
    void carriesTheRunToTheLastBit() throws IOException {
        Snapshot snapshot = reference(40);
        JsonNode data = data(html(snapshot));
        JsonNode run = data.get("run");
        assertThat(run.get("epochs")).hasSize(40);
        for (int point = 0; point < 40; point++) {
            assertThat(run.get("loss").get(point).doubleValue())
                    .isEqualTo(snapshot.history().loss(0, point));
            assertThat(run.get("sequenceLoss").get(1).get(point).doubleValue())
                    .isEqualTo(snapshot.history().loss(2, point));
        }
        JsonNode states = run.get("states");
        assertThat(states.get(0).get("epoch").intValue()).isZero();
        JsonNode last = states.get(states.size() - 1);
        assertThat(last.get("epoch").intValue()).isEqualTo(40);
        ByteBuffer bytes = ByteBuffer.wrap(
                        Base64.getDecoder().decode(last.get("weights").textValue()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double weight : snapshot.parameters().toArray()) {
            assertThat(bytes.getDouble()).isEqualTo(weight);
        }
        assertThat(data.get("experiment").get("seed").longValue()).isEqualTo(1);
        assertThat(List.of(data.get("isComputed"), data.get("isTrained"))).allMatch(JsonNode::booleanValue);
    }

    @Test
    void hasItsWordsInBothLanguages() throws IOException {
        Snapshot snapshot = reference(2);
        String english = html(snapshot);
        JsonNode words = data(english).get("words");
        assertThat(words.get("en").get("page.train").textValue()).isEqualTo("Train");
        assertThat(words.get("de").get("page.train").textValue()).isEqualTo("Trainieren");
        assertThat(words.get("de").get("hyperparameters.resetPolicy.NEVER")).isNotNull();
        assertThat(words.get("de").size()).isEqualTo(words.get("en").size());
        Document page = Jsoup.parse(english);
        assertThat(page.select("h1").text()).isEqualTo("What does the network remember?");
        assertThat(page.select("noscript").text())
                .contains("This page needs JavaScript", "Diese Seite braucht JavaScript");
        Document german = Jsoup.parse(InLanguage.hear(InLanguage.GERMAN, () -> html(snapshot)));
        assertThat(german.select("html").attr("lang")).isEqualTo("de");
        assertThat(german.title()).isEqualTo("Woran erinnert sich das Netz?");
        assertThat(Language.current()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void everyWordThatAScriptAsksForIsThere() throws IOException {
        JsonNode words = data(html(reference(1))).get("words").get("en");
        for (String name : Page.PageTexts.SCRIPTS) {
            Pattern.compile("word\\(\"([\\w.]+\\w)\"")
                    .matcher(Page.PageTexts.script(name))
                    .results()
                    .forEach(match -> assertThat(words.get(match.group(1)))
                            .as(match.group(1))
                            .isNotNull());
        }
        Jsoup.parse(html(reference(1))).select("[data-word], [data-label]").forEach(element -> assertThat(
                        words.get(element.attr("data-word") + element.attr("data-label")))
                .as(element.toString())
                .isNotNull());
    }

    @Test
    void noTextOfAnExperimentBecomesMarkup() throws IOException {
        String symbol = "</script><b>&";
        Experiment experiment = new Experiment(
                Task.parse("a " + symbol, "a " + symbol + " a"),
                Hyperparameters.reference().with(Settings.EPOCHS, 1).with(Settings.HIDDEN_UNITS, 2),
                EngineName.KERNEL);
        Snapshot snapshot = PageArithmeticTest.trained(experiment);
        String html = html(snapshot);
        assertThat(Jsoup.parse(html).select("body b:not(label b), img")).isEmpty();
        assertThat(data(html).get("experiment").get("alphabet").get(1).textValue())
                .isEqualTo(symbol);
    }

    @Test
    void theScriptsPutNoTextIntoMarkup() {
        for (String name : Page.PageTexts.SCRIPTS) {
            assertThat(Page.PageTexts.script(name))
                    .as(name)
                    .doesNotContain(
                            "innerHTML",
                            "outerHTML",
                            "insertAdjacentHTML",
                            "document.write",
                            "eval(",
                            "Function(",
                            "fetch(",
                            "XMLHttpRequest",
                            "</script");
        }
    }

    @Test
    void onlyOneScriptKeepsAnything() {
        assertThat(Page.PageTexts.SCRIPTS)
                .filteredOn(name ->
                        Page.PageTexts.script(name).matches("(?s).*(localStorage|sessionStorage|indexedDB|cookie).*"))
                .containsExactly("kept");
    }

    /** Bounds and languages come as data: what a script said of them would be said twice. */
    @Test
    void noScriptKnowsALimitOrALanguage() {
        for (String name : Page.PageTexts.SCRIPTS) {
            String code = Page.PageTexts.script(name).replaceAll("(?m)//.*$|(?s)/\\*.*?\\*/", "");
            assertThat(code).as(name).doesNotContainPattern("\"de\"|\\bde:|\\.de\\b|\\.en\\b");
            if (List.of("settings", "address", "form", "lesson", "runs").contains(name)) {
                assertThat(code)
                        .as(name)
                        .doesNotContainPattern("(?<![\\w#.])(?!64\\b)[1-9]\\d{2,}|(?<![\\w#.])[3-9]\\d\\b");
            }
        }
    }

    @Test
    void whatItCannotDoItShowsAsGivenAndSaysSo() throws IOException {
        String dense = html(
                trained(Hyperparameters.reference().with(Settings.EPOCHS, 2).with(Settings.CELL, Cell.DENSE)));
        assertThat(data(dense).get("isComputed").booleanValue()).isFalse();
        assertThat(data(dense).get("run").get("states")).isEmpty();
        assertThat(data(dense).get("run").get("loss")).hasSize(2);
        JsonNode seen = data(dense).get("run").get("seen");
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).get("columns"))
                .hasSize(8)
                .allMatch(column -> column.get("h").size() == 20);
        assertThat(data(dense).get("notComputed").get("de").toString()).isEqualTo("[\"Zelle\"]");

        String sgd = html(
                trained(Hyperparameters.reference().with(Settings.EPOCHS, 2).with(Settings.OPTIMISER, Optimiser.SGD)));
        assertThat(data(sgd).get("isComputed").booleanValue()).isTrue();
        assertThat(data(sgd).get("isTrained").booleanValue()).isFalse();
        assertThat(data(sgd).get("notComputed").get("en").toString()).isEqualTo("[\"Optimiser\"]");

        Experiment drawn = new Experiment(
                Task.drawn(PaperTask.noisyGap(5, 5)),
                Hyperparameters.reference().with(Settings.EPOCHS, 1).with(Settings.HIDDEN_UNITS, 2),
                EngineName.KERNEL);
        assertThat(data(html(PageArithmeticTest.trained(drawn)))
                        .get("notComputed")
                        .get("en")
                        .toString())
                .contains("sequences drawn anew for each epoch");
    }

    @Test
    void whatHasNoRoomIsRefused() {
        Experiment large = Experiment.reference()
                .with(Hyperparameters.reference().with(Settings.EPOCHS, 0).with(Settings.HIDDEN_UNITS, 200));
        Snapshot snapshot = PageArithmeticTest.trained(large);
        assertThatThrownBy(() -> Page.of(snapshot, false, Colours.OKABE_ITO))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The network has 165,805 weights; a page holds at most 150,000. Use fewer hidden units or"
                        + " symbols.");
        String sequence = "a b ".repeat(501).strip();
        Experiment longOne =
                new Experiment(Task.parse("a b", sequence), Hyperparameters.reference(), EngineName.KERNEL);
        assertThat(Page.obstacle(longOne).orElseThrow().text())
                .isEqualTo("The task has 1,001 steps; a page holds at most 1,000. Use fewer or shorter sequences.");
        assertThat(Page.obstacle(Experiment.reference())).isEmpty();
    }

    @Test
    void noScriptTakesTheNameOfAnother() {
        List<String> names = new ArrayList<>();
        for (String script : Page.PageTexts.SCRIPTS) {
            Pattern.compile("(?m)^(?:async )?(?:function|const|let) (\\w+)")
                    .matcher(Page.PageTexts.script(script))
                    .results()
                    .forEach(match -> names.add(match.group(1)));
        }
        assertThat(names).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }
}
