package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who asks of which kind a task is. A task says by itself what it feeds, wants and how it is judged, so hardly anybody outside its
 * room has to.
 */
class TaskQuestionsTest {

    private static final Path MAIN = Path.of("src/main/java");

    /** Whether sequences are listed, drawn or typed, and whether symbols or numbers are wanted, by whatever name. */
    private static final Pattern OF_SUPPLY = Pattern.compile("\\b(isDrawn|isOfNumbers)\\(\\)"
            + "|\\b[tT]ask(Draft|Edit)?(\\(\\))?\\s*\\.source\\(\\)"
            + "|[=!]=\\s*TargetKind\\b"
            + "|listedSequences\\(\\)\\s*(==|!=|>)\\s*0"
            + "|supply\\(\\)\\s*\\.(typed|rule|draws)\\([^)]*\\)\\s*\\.is(Present|Empty)"
            + "|case (SYMBOLS|NUMBERS)\\b"
            + "|instanceof (DrawnTask|ListedSequences)|(DrawnTask|ListedSequences)(\\.class|::)");

    /** Whether tests are drawn, and whether floors judge. */
    private static final Pattern OF_JUDGE = Pattern.compile("\\b(drawsTests|isByFloors)\\(\\)");

    /** That of a window and of a picture, which are drawn on a screen. */
    private static final Pattern ON_A_SCREEN =
            Pattern.compile(".*/(CarouselApplication|AutomatonSide|AutomatonLayout)\\.java");

    private static TreeSet<String> asking(Pattern question) {
        return SourceFiles.below(MAIN, ".java").stream()
                .filter(file -> question.matcher(SourceFiles.text(file)).find())
                .map(Path::toString)
                .filter(file -> !file.contains("/carousel/task/")
                        && !ON_A_SCREEN.matcher(file).matches())
                .map(file -> file.replaceAll(".*/", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void atMostTenFilesAskOfWhichKindTheSupplyIs() {
        assertThat(asking(OF_SUPPLY))
                .hasSizeLessThanOrEqualTo(10)
                .contains("StatesFile.java", "TaskEditor.java", "PageForm.java");
    }

    @Test
    void atMostSixFilesAskHowTheJudgeJudges() {
        assertThat(asking(OF_JUDGE)).hasSizeLessThanOrEqualTo(6).contains("Evaluator.java", "MinimalPairs.java");
    }

    @Test
    void aQuestionIsSeenByWhateverNameItIsAsked() {
        for (String asked : new String[] {
            "if (experiment.task().isDrawn()) {",
            "task.source().isPresent()",
            "task().supply().typed().isEmpty()",
            "kind == TargetKind.NUMBERS",
            "task.listedSequences() == 0",
            "supply instanceof DrawnTask drawn",
            "filter(DrawnTask.class::isInstance)",
            "case NUMBERS ->"
        }) {
            assertThat(OF_SUPPLY.matcher(asked).find()).as(asked).isTrue();
        }
        assertThat(OF_SUPPLY.matcher("task.supply().shown()").find()).isFalse();
    }
}
