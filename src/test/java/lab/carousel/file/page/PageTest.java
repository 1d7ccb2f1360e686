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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.task.Task;
import lab.carousel.text.InLanguage;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.training.Snapshot;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PageTest {

    /** All modules of the page, and of its worker. */
    private static final Set<String> MODULES = Stream.of("app", "worker")
            .flatMap(entry -> PageModules.needed(entry).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    private static Snapshot trained(Hyperparameters settings) {
        return PageRuns.trained(Experiment.reference().with(settings));
    }

    private static Snapshot reference(int epochs) {
        return trained(Hyperparameters.reference().with(Settings.EPOCHS, epochs));
    }

    private static String html(Snapshot snapshot) {
        return new String(Page.of(snapshot, false, Colours.OKABE_ITO, Optional.empty()), StandardCharsets.UTF_8);
    }

    private static JsonNode data(String html) throws IOException {
        return new ObjectMapper()
                .readTree(Jsoup.parse(html).getElementById("data").data());
    }

    @Test
    void isCalledAsTheSeriesThatIsForecast() throws IOException {
        Experiment airline = Presets.preset("airline").experiment().with(all -> all.with(Settings.EPOCHS, 1));
        assertThat(data(html(PageRuns.trained(airline))).get("title"))
                .isEqualTo(new ObjectMapper().readTree("{\"en\": \"Airline passengers\", \"de\": \"Flugpassagiere\"}"));
        assertThat(data(html(reference(1))).has("title")).isFalse();
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
        assertThat(page.select("script:not([type=text/plain]):not([type=application/json])"))
                .singleElement()
                .satisfies(script -> assertThat(policy).contains(Page.PageTexts.digest(script.data())));
        assertThat(policy).as("what is unpacked").contains(Page.PageTexts.digest(Page.computing()));
        assertThat(policy.split("sha256-")).as("and nothing else").hasSize(3);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void theTutorialTakesLessThanAMegabyteAndAHalf() {
        assertThat(Page.of(reference(250), false, Colours.OKABE_ITO, Optional.empty()))
                .hasSizeLessThan(1_420_000);
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
        assertThat(largest.layout().size()).isBetween(148_000, PageLimits.MOST_WEIGHTS);
        assertThat(Page.of(PageRuns.trained(largest), false, Colours.OKABE_ITO, Optional.empty()))
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
        assertThat(data.at("/experiment/hyperparameters/seed").longValue()).isEqualTo(1);
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
        for (String name : MODULES) {
            Pattern.compile("word\\(\"([\\w.]+\\w)\"")
                    .matcher(Page.PageTexts.of(name + ".js"))
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
        Snapshot snapshot = PageRuns.trained(experiment);
        String html = html(snapshot);
        assertThat(Jsoup.parse(html).select("body b:not(label b), img")).isEmpty();
        assertThat(data(html).at("/experiment/task/alphabet").textValue()).isEqualTo("a " + symbol);
    }

    /**
     * What the scripts of a page declare more than once at their outside: they stand in one module, which a browser refuses then. A
     * script that is none, as most tests have it, may do that.
     */
    static List<String> declaredTwice(String html) {
        List<String> names = Jsoup.parse(html).select("script[type=module]").stream()
                .flatMap(script -> Pattern.compile("(?m)^(?:async )?(?:function\\*?|const|let|class) (\\w+)")
                        .matcher(script.data())
                        .results())
                .map(declared -> declared.group(1))
                .toList();
        assertThat(names).contains("stepNow");
        return names.stream()
                .filter(name -> Collections.frequency(names, name) > 1)
                .distinct()
                .toList();
    }

    @Test
    void noNameIsDeclaredTwice() {
        String html = html(reference(1));
        assertThat(declaredTwice(html)).isEmpty();
        assertThat(declaredTwice(html.replace("function stepNow()", "function lessonTexts() {}\nfunction stepNow()")))
                .containsExactly("lessonTexts");
    }

    @Test
    void theScriptsPutNoTextIntoMarkup() {
        for (String name : MODULES) {
            assertThat(Page.PageTexts.of(name + ".js"))
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
        assertThat(MODULES)
                .filteredOn(name -> Page.PageTexts.of(name + ".js")
                        .matches("(?s).*(localStorage|sessionStorage|indexedDB|cookie).*"))
                .containsExactly("kept");
    }

    /** Bounds and languages come as data: what a script said of them would be said twice. */
    @Test
    void noScriptKnowsALimitOrALanguage() {
        for (String name : MODULES) {
            String code = Page.PageTexts.of(name + ".js").replaceAll("(?m)//.*$|(?s)/\\*.*?\\*/", "");
            assertThat(code).as(name).doesNotContainPattern("\"de\"|\\bde:|\\.de\\b|\\.en\\b");
            if (List.of("settings", "address", "form", "lesson", "runs").contains(name)) {
                assertThat(code)
                        .as(name)
                        .doesNotContainPattern("(?<![\\w#.])(?!64\\b)[1-9]\\d{2,}|(?<![\\w#.])[3-9]\\d\\b");
            }
        }
    }

    /** For browsers that cannot unpack the computing, and for the first picture. */
    @Test
    void someStatesAreToldAsTheyAreSeenInBothLanguages() throws IOException {
        Snapshot snapshot =
                trained(Hyperparameters.reference().with(Settings.EPOCHS, 40).with(Settings.CELL, Cell.DENSE));
        JsonNode states = data(html(snapshot)).get("run").get("states");
        List<JsonNode> seen = new ArrayList<>();
        states.forEach(state -> {
            if (!state.get("views").isEmpty()) {
                seen.add(state.get("views").get(0));
            }
        });
        assertThat(seen).hasSize(12);
        assertThat(states.get(states.size() - 1).get("views")).isNotEmpty();
        assertThat(seen.get(11).get("columns"))
                .hasSize(8)
                .allMatch(column -> column.get("y").size() == 5);
        assertThat(seen.get(11).at("/result/words/de/headline").textValue())
                .isEqualTo(InLanguage.GERMAN.meanwhile(
                        () -> VerdictWords.of(snapshot.evaluation()).headline()));
    }

    @Test
    void whatHasNoRoomIsRefused() {
        Experiment large = Experiment.reference()
                .with(Hyperparameters.reference().with(Settings.EPOCHS, 0).with(Settings.HIDDEN_UNITS, 200));
        Snapshot snapshot = PageRuns.trained(large);
        assertThatThrownBy(() -> Page.of(snapshot, false, Colours.OKABE_ITO, Optional.empty()))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The network has 165,805 weights; a page holds at most 150,000. Use fewer hidden units or"
                        + " symbols.");
        String sequence = "a b ".repeat(501).strip();
        Experiment longOne =
                new Experiment(Task.parse("a b", sequence), Hyperparameters.reference(), EngineName.KERNEL);
        assertThat(PageLimits.obstacle(longOne).orElseThrow().text())
                .isEqualTo("The task has 1,001 steps; a page holds at most 1,000. Use fewer or shorter sequences.");
        assertThat(PageLimits.obstacle(Experiment.reference())).isEmpty();
    }

    @Test
    void noScriptTakesTheNameOfAnother() {
        List<String> names = new ArrayList<>();
        for (String script : MODULES) {
            Pattern.compile("(?m)^(?:export )?(?:async )?(?:function|const|let) (\\w+)")
                    .matcher(Page.PageTexts.of(script + ".js"))
                    .results()
                    .forEach(match -> names.add(match.group(1)));
        }
        assertThat(names).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(PageModules.bundle("app")).doesNotContainPattern("(?m)^(import|export) |^ *(//|/?\\*)");
    }
}
