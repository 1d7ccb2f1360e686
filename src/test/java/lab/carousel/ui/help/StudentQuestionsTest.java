package lab.carousel.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.manual.LinkTarget;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.ShippedManual;
import lab.carousel.manual.search.Hit;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.help.Help.KeyPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a class would type, and what it should find first: {@code questions.txt}. */
class StudentQuestionsTest {

    private record Asked(String set, String english, String german, List<String> answers) {

        static Asked read(String line) {
            String[] parts = line.split(" \\| ");
            return new Asked(parts[0], parts[1], parts[2], List.of(parts[3].split(", (?=\\?|\\w+[-\\w]*\\.md)")));
        }

        String in(Language language) {
            return language == InLanguage.GERMAN ? german : english;
        }

        boolean isAnsweredBy(String found) {
            return answers.stream()
                    .anyMatch(answer -> answer.endsWith(".md") ? found.startsWith(answer + "#") : found.equals(answer));
        }
    }

    private static List<Asked> questions() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StudentQuestionsTest.class.getResourceAsStream("questions.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Asked::read)
                    .toList();
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }

    /** What is found first, as the file of questions names it. */
    private static String first(ManualSearch search, String words) {
        List<Hit<ManualHit>> hits = search.find(words);
        if (hits.isEmpty()) {
            return "nothing";
        }
        if (hits.get(0).subject() instanceof ManualHit.Answered answered) {
            Lesson lesson = answered.lesson();
            int place = lesson.spoken().answers().indexOf(answered.answer());
            return "?" + lesson.answers().get(place).question();
        }
        LinkTarget target =
                ((ManualHit.Passage) hits.get(0).subject()).section().target();
        return target.page() + "#" + target.anchor();
    }

    private static List<String> wrong(Language language, String set) {
        ManualSearch search = language.meanwhile(() -> new ManualSearch(
                ShippedManual.read(language.code())
                        .with(ManualPage.read(
                                KeyPage.NAME,
                                KeyPage.markdown(new Commands().keys(), Optional.empty(), Optional.empty())))
                        .with(ManualPage.read(SettingsPage.NAME, SettingsPage.markdown()))
                        .with(ManualPage.read(GlossaryPage.NAME, GlossaryPage.markdown())),
                ShippedLessons.all()));
        return language.meanwhile(() -> questions().stream()
                .filter(asked -> asked.set().equals(set))
                .flatMap(asked -> {
                    String found = first(search, asked.in(language));
                    return asked.isAnsweredBy(found)
                            ? Stream.empty()
                            : Stream.of(asked.in(language) + " -> " + found + ", not " + asked.answers());
                })
                .toList());
    }

    @Test
    void whatIsExpectedIsThere() {
        Manual manual = ShippedManual.read("en");
        List<String> asked = ShippedLessons.all().stream()
                .flatMap(lesson -> lesson.answers().stream())
                .map(answer -> "?" + answer.question())
                .toList();
        assertThat(questions().stream().flatMap(each -> each.answers().stream()))
                .allMatch(answer -> asked.contains(answer) || manual.has(LinkTarget.of(answer, "")));
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void whatAClassAsksIsAnsweredFirst(Language language) {
        assertThat(wrong(language, "tuned")).isEmpty();
    }

    /** Those of the other questions stay right that were when they were asked for the first time. */
    @ParameterizedTest
    @CsvSource({"en, 25", "de, 26"})
    void mostOfWhatTheSearchWasNotMadeForIsAnsweredFirst(String code, int least) {
        Language language = Language.of(code).orElseThrow();
        List<String> wrong = wrong(language, "held");
        assertThat(39 - wrong.size()).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(least);
    }
}
