package lab.carousel.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.manual.LinkTarget;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ShippedManual;
import lab.carousel.manual.search.Hit;
import lab.carousel.manual.search.Marked;
import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What readers ask is found first, in the manual and the lessons as they are shipped. */
class ManualSearchTest {

    private static final List<Lesson> LESSONS = ShippedLessons.all();
    private static final Manual MANUAL = ShippedManual.read("en");
    private static final ManualSearch SEARCH = new ManualSearch(MANUAL, LESSONS);

    static Stream<ReaderQuestion> answers() {
        return LESSONS.stream().flatMap(lesson -> lesson.answers().stream());
    }

    private static String first(String words) {
        return first(SEARCH, words);
    }

    private static List<String> pages(List<Hit<ManualHit>> hits) {
        return hits.stream()
                .map(Hit::subject)
                .filter(ManualHit.Passage.class::isInstance)
                .map(found -> ((ManualHit.Passage) found).section().target().page())
                .toList();
    }

    private static String first(ManualSearch search, String words) {
        List<Hit<ManualHit>> hits = search.find(words);
        return hits.isEmpty() ? "" : hits.get(0).title().text();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aQuestionIsFoundHoweverItIsTyped(ReaderQuestion answer) {
        String question = answer.question();

        assertThat(first(question)).isEqualTo(question);
        assertThat(first(question.toLowerCase())).isEqualTo(question);
        assertThat(first(question.replace("?", ""))).isEqualTo(question);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aQuestionHasAnAnswerAndASectionOfTheManual(ReaderQuestion answer) {
        assertThat(answer.inShort()).isNotBlank().hasSizeLessThan(220);
        assertThat(answer.manual()).isNotBlank();
        assertThat(MANUAL.has(LinkTarget.of(answer.manual(), "")))
                .as(answer.manual())
                .isTrue();
    }

    @Test
    void theLessonAndItsStepAreTold() {
        ManualHit.Answered asked =
                (ManualHit.Answered) SEARCH.find("why reset?").get(0).subject();

        assertThat(asked.lesson().name()).isEqualTo("batch-size-and-state");
        LessonStep step = asked.lesson().steps().get(asked.answer().step() - 1);
        assertThat(step.words().title()).isEqualTo("Why reset?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            why do we reset the state             | Why reset?
            resetting                             | Why reset?
            what is stateful=True                 | What does stateful do?
            can i calculate the outputs from weights | Can I compute the output from the weights?
            what comes after the last symbol      | What comes next after the last symbol?
            next symbol after the end             | What comes next after the last symbol?
            lag two                               | Lag of two?
            batch size                            | Batch size?
            batch size 4                          | Why does batch size 4 not learn?
            why only one sequence at a time       | Why one sequence at a time?
            how many weights                      | How many weights does an LSTM have?
            forget gate                           | What does the forget gate do?
            chrono                                | What is chrono initialisation?
            one hot                               | What is a one-hot vector?
            reshape                               | Why reshape?
            vanishing gradient                    | What are vanishing gradients?
            bptt softmax                          | Would softmax help?
            gru                                   | LSTM or GRU?
            # What is impossible to learn
            impossible to learn                   | Impossible to learn: unknowable steps
            can it not be learned, impossible?    | Impossible to learn: unknowable steps
            # Words that are only begun, or mistyped
            statef                                | What does stateful do?
            what is chrno                         | What is chrono initialisation?
            """)
    void othersWordsAreUnderstoodToo(String typed, String question) {
        assertThat(first(typed)).isEqualTo(question);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            saliency             | probes.md
            transplant           | where-is-the-memory.md
            undo                 | sessions.md
            animation gif        | taking-home.md
            pin a run            | compare.md
            dark theme           | presenting.md
            keras script         | taking-home.md
            installing on windows| installing.md
            write my own lesson  | lessons.md
            """)
    void placesOnTheScreenAreFoundInTheManual(String typed, String page) {
        assertThat(pages(SEARCH.find(typed).stream().limit(3).toList()))
                .as(typed)
                .contains(page);
    }

    private static <T> T inGerman(Function<ManualSearch, T> asked) {
        return InLanguage.hear(
                InLanguage.GERMAN, () -> asked.apply(new ManualSearch(ShippedManual.read("de"), LESSONS)));
    }

    @Test
    void aGermanClassFindsGermanAnswers() {
        inGerman(search -> {
            for (Lesson lesson : LESSONS) {
                List<ReaderQuestion> spoken = lesson.spoken().answers();
                for (int answer = 0; answer < spoken.size(); answer++) {
                    assertThat(first(search, spoken.get(answer).question()))
                            .isEqualTo(spoken.get(answer).question());
                    assertThat(spoken.get(answer).inShort())
                            .isNotEqualTo(lesson.answers().get(answer).inShort());
                }
            }
            return assertThat(first(search, "unmöglich zu lernen"))
                    .isEqualTo("Unmöglich zu lernen: Schritte, die nicht zu wissen sind");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Salienz, probes.md",
        "Transplantationen, where-is-the-memory.md",
        "Läsionen, where-is-the-memory.md",
        "Vergessensgatter, cell.md",
        "Präsentation, presenting.md",
        "Sitzungen speichern, sessions.md"
    })
    void germanWordsInOtherFormsAreFoundInTheManual(String typed, String page) {
        assertThat(pages(inGerman(search -> search.find(typed)))).as(typed).contains(page);
    }

    @Test
    void aLineWithTheWordsIsShownAndTheyAreMarked() {
        Hit<ManualHit> hit = SEARCH.find("the saliency").stream()
                .filter(found -> found.subject() instanceof ManualHit.Passage)
                .findFirst()
                .orElseThrow();
        List<String> marked = Stream.concat(hit.title().parts().stream(), hit.line().parts().stream())
                .filter(Marked.Part::marked)
                .map(part -> part.text().toLowerCase())
                .distinct()
                .collect(Collectors.toList());

        assertThat(marked).containsExactly("saliency");
        assertThat(hit.line().text()).hasSizeLessThan(160);
    }

    @Test
    void aQuestionInAnotherLanguageFindsTheSameSectionInThisOne() {
        ManualSearch german = inGerman(search -> search);
        ManualSearch search = new ManualSearch(ShippedManual.read("en"), LESSONS, () -> List.of(german));
        assertThat(first(search, "warum zurücksetzen")).isEqualTo("Why reset?");
        assertThat(first(search, "warum ist jeder Lauf anders")).isEqualTo("Why is every run different?");
        assertThat(first("warum ist jeder Lauf anders")).isNotEqualTo("Why is every run different?");
        assertThat(first(search, "qqq zzz")).isEmpty();
    }

    @Test
    void whatNobodySaysIsNotFound() {
        assertThat(SEARCH.find("xyzzyq")).isEmpty();
        assertThat(SEARCH.find("   ")).isEmpty();
        assertThat(SEARCH.find("???")).isEmpty();
    }
}
