package lab.carousel.file.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.carousel.lesson.Lesson;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The minutes and aims in the manual are those in the lessons' files, and the plans to print add up. */
class LessonPlansTest {

    private static final Path MANUAL = Path.of("src/site/markdown");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) (?:to|bis) (\\d+) \\| ([^|]*) \\|");
    private static final Pattern STEP = Pattern.compile("(.*), (?:step|Schritt) (\\d+)");

    private static List<Lesson> lessons(Language language) {
        return ShippedLessons.all().stream()
                .map(lesson -> lesson.translations().getOrDefault(language, lesson))
                .toList();
    }

    private static String page(String name, Language language) throws IOException {
        return Files.readString(MANUAL.resolve(name + (language == InLanguage.GERMAN ? ".de.md" : ".md")));
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void theManualSaysHowLongEachLessonAndStepTakesAndWhatItIsFor(Language language) throws IOException {
        for (Lesson lesson : lessons(language)) {
            List<Integer> minutes =
                    lesson.steps().stream().map(step -> step.words().minutes()).toList();
            assertThat(minutes.stream().mapToInt(each -> each).sum())
                    .as(lesson.title())
                    .isEqualTo(lesson.minutes());
            String steps = minutes.stream().map(String::valueOf).collect(Collectors.joining(" · "));
            assertThat(lesson.aim()).isNotEqualTo(lesson.summary());
            assertThat(page("lessons", language))
                    .contains("| " + lesson.title() + " | " + lesson.minutes() + ": " + steps + " | " + lesson.aim()
                            + " |");
        }
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void eachPlanFillsItsTimeWithStepsThatTakeAsLongAsTheirFilesSay(Language language) throws IOException {
        Map<String, Lesson> byTitle =
                lessons(language).stream().collect(Collectors.toMap(Lesson::title, lesson -> lesson));
        String page = page("lesson-plans", language);
        for (int whole : List.of(45, 90)) {
            String plan = page.substring(page.indexOf("plan-" + whole)).split("<a id", 2)[0];
            int now = 0;
            for (MatchResult row : ROW.matcher(plan).results().toList()) {
                int from = Integer.parseInt(row.group(1));
                int to = Integer.parseInt(row.group(2));
                assertThat(from).as(row.group()).isEqualTo(now);
                STEP.matcher(row.group(3)).results().forEach(step -> assertThat(to - from)
                        .as(row.group())
                        .isEqualTo(byTitle.get(step.group(1))
                                .steps()
                                .get(Integer.parseInt(step.group(2)) - 1)
                                .words()
                                .minutes()));
                now = to;
            }
            assertThat(now).isEqualTo(whole);
        }
    }
}
