package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.PhoneScreen;
import lab.carousel.lesson.live.QuestionKind;
import lab.carousel.model.Experiment;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.view.Views;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the phones of a class get, and above all what they do not get yet. */
class PageClassTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Shorter texts, as symbols and numbers, may stand anywhere. */
    private static final int TELLING = 15;

    private static final int SENTENCE = 40;

    private static String page;

    private static final Map<String, Boolean> IN_PAGE = new HashMap<>();

    @BeforeAll
    static void writePage() {
        page = new String(PageClass.page(Experiment.reference(), Colours.OKABE_ITO), StandardCharsets.UTF_8);
    }

    static Stream<Lesson> lessons() {
        return Sample.of(1, ShippedLessons.all());
    }

    /** Whether the page has a sentence: asked again in each step before it. */
    private static boolean isInPage(String secret) {
        return IN_PAGE.computeIfAbsent(secret, text -> text.length() > SENTENCE && page.contains(text));
    }

    private static JsonNode told(Lesson lesson, int open, IntPredicate isTold) throws JsonProcessingException {
        PhoneScreen moment =
                new PhoneScreen(1, true, open, 1, false, false, Optional.empty(), Optional.empty(), false, List.of());
        return JSON.readTree(PageClass.told(moment, Optional.of(lesson), open, isTold, List.of()));
    }

    /** All texts in it that say something. */
    private static Set<String> texts(JsonNode json) {
        Set<String> texts = new LinkedHashSet<>();
        json.forEach(each -> texts.addAll(texts(each)));
        if (json.isTextual() && json.textValue().length() >= TELLING) {
            texts.add(json.textValue());
        }
        return texts;
    }

    private static Set<String> outcome(JsonNode lesson, int at) {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode language : lesson.get("texts")) {
            JsonNode step = language.get("steps").get(at);
            texts.addAll(texts(step.at("/question/explanation")));
            texts.addAll(texts(step.get("observe")));
            step.get("cards").forEach(card -> texts.addAll(texts(card.get("back"))));
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void nothingOfAnOutcomeOrOfALaterStepIsThereBeforeItIsTold(Lesson lesson) throws JsonProcessingException {
        JsonNode all = told(lesson, lesson.steps().size(), step -> true).get("lesson");
        int secrets = 0;
        for (int step = 1; step <= lesson.steps().size(); step++) {
            int at = step;
            JsonNode now = told(lesson, step, any -> any < at);
            Set<String> open = texts(now);
            assertThat(now.at("/lesson/steps")).hasSize(step);
            JsonNode last = now.at("/lesson/steps/" + (step - 1));
            assertThat(last.get("rules").has("right"))
                    .as("what is right in step %s", step)
                    .isFalse();
            assertThat(last.get("isTold").asBoolean()).isFalse();
            assertThat(last.at("/rules/sights")).isEmpty();
            Set<String> hidden = outcome(all, step - 1);
            for (JsonNode language : all.get("texts")) {
                for (int later = step; later < lesson.steps().size(); later++) {
                    hidden.addAll(texts(language.get("steps").get(later)));
                }
            }
            hidden.removeAll(shared(all, step));
            // The page offers the view of the same name
            Language.all()
                    .forEach(each -> hidden.removeAll(each.meanwhile(() -> Views.all()
                            .map(view -> Message.text(view.name().key() + ".menu"))
                            .toList())));
            assertThat(hidden).as("step %s", step).allSatisfy(secret -> {
                assertThat(open).doesNotContain(secret);
                // The words of the program are in it: verdicts, terms
                assertThat(isInPage(secret)).isFalse();
            });
            secrets += hidden.size();
            assertThat(texts(told(lesson, step, any -> true)))
                    .as("once it is told")
                    .containsAll(outcome(all, step - 1));
        }
        assertThat(secrets).as("this looked for something").isGreaterThan(20);
    }

    @Test
    void aPictureIsThereFromTheStepOnThatShowsIt() throws JsonProcessingException {
        Lesson lesson = ShippedLessons.read("a-lucky-seed");
        assertThat(told(lesson, 3, step -> true).at("/lesson/pictures")).isEmpty();
        assertThat(told(lesson, 4, step -> false)
                        .at("/lesson/pictures/thirty.png")
                        .asText())
                .startsWith("data:image/png;base64,");
    }

    /** What the steps so far say before their outcome: a card's front may be the title of a later step. */
    private static Set<String> shared(JsonNode all, int step) {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode language : all.get("texts")) {
            for (int at = 0; at < step; at++) {
                JsonNode said = language.get("steps").get(at);
                texts.addAll(texts(said.get("text")));
                texts.addAll(texts(said.get("notHere")));
                texts.addAll(texts(said.get("needs")));
                texts.add(said.at("/question/text").asText());
                said.get("cards").forEach(card -> texts.addAll(texts(card.get("front"))));
                texts.addAll(texts(said.at("/question/choices")));
                texts.add(said.get("title").textValue());
                if (at < step - 1) {
                    texts.addAll(texts(said));
                }
            }
        }
        return texts;
    }

    @Test
    void whatIsRightOfAQuestionAskedInBetweenIsToldWithItsOutcome() throws JsonProcessingException {
        for (boolean isRevealed : List.of(false, true)) {
            AskedNow asked = new AskedNow(
                    "q1", QuestionKind.CHOICE, "Which?", List.of("a", "b"), OptionalInt.of(1), 1, isRevealed);
            PhoneScreen moment = new PhoneScreen(
                    3,
                    true,
                    0,
                    1,
                    false,
                    false,
                    Optional.of(asked),
                    Optional.of(Experiment.reference()),
                    false,
                    List.of());
            JsonNode told = JSON.readTree(PageClass.told(moment, Optional.empty(), 0, step -> false, List.of()));
            assertThat(told.at("/asked/right").isMissingNode()).isNotEqualTo(isRevealed);
            assertThat(told.get("lesson").isNull()).isTrue();
            assertThat(told.at("/given/hyperparameters/seed").longValue()).isEqualTo(1);
        }
    }

    @Test
    void onlyThePageOfAClassConnectsAndOnlyToWhereItComesFrom() {
        String policy = "meta[http-equiv=Content-Security-Policy]";
        assertThat(Jsoup.parse(page).selectFirst(policy).attr("content")).endsWith("; connect-src 'self'");
        assertThat(page).contains("fetch(");
        String ordinary = new String(
                Page.of(
                        PageRuns.trained(PageRuns.typed(Experiment.reference().task())),
                        false,
                        Colours.OKABE_ITO,
                        Optional.empty()),
                StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(ordinary).selectFirst(policy).attr("content")).doesNotContain("connect-src");
        assertThat(ordinary).doesNotContain("fetch(");
    }

    @Test
    void noNameIsDeclaredTwice() {
        assertThat(PageTest.declaredTwice(page)).isEmpty();
    }

    @Test
    void itIsWithoutARecordedRunAndWithoutLessons() {
        assertThat(page.length()).isLessThan(1_200_000);
        assertThat(page).doesNotContain("\"weights\"", "\"lab\":");
    }
}
