package lab.carousel.task.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every problem the editor can show: its place, its words, and what its fixes make of the draft. */
class TaskProblemTest {

    /** Drafts as their alphabet and sequences, _ an empty one; and with each fix the draft that it makes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    3 / 3 0 1 | ALPHABET | The alphabet needs at least 2 symbols, separated by spaces. \
                      | Use the symbols of the sequences > 0 1 3 / 3 0 1
                    0 1 2 1 3 / 0 1 | ALPHABET | Symbol 4, “1”, is already in the alphabet: remove it. \
                      | Remove the duplicate > 0 1 2 3 / 0 1
                    0 1 1 0 1 / 0 1 | ALPHABET | Symbol 3, “1”, is already in the alphabet: remove it. \
                      | Remove all 3 duplicates > 0 1 / 0 1
                    0 1 / 0 1 / _ | 1 \
                      | This sequence is empty: type at least two symbols, separated by spaces. \
                      | Remove this sequence > 0 1 / 0 1
                    0 1 / _ | 0 | This sequence is empty: type at least two symbols, separated by spaces. | -
                    0 1 / 0 | 0 \
                      | After a single symbol there is nothing to predict: type at least two, separated by spaces. | -
                    0 1 3 / 3,0;1 | 0 \
                      | After a single symbol there is nothing to predict: type at least two, separated by spaces. \
                      | Split it at the commas > 0 1 3 / 3 0 1
                    e h l o / hello / h e / hole / o | 0 \
                      | After a single symbol there is nothing to predict: type at least two, separated by spaces. \
                      | Split it into letters > e h l o / h e l l o / h e / hole / o; \
                    Split all 2 into letters > e h l o / h e l l o / h e / h o l e / o
                    0 1 / 0 1 / 0 1 7 7 | 1 \
                      | Symbol 3, “7”, is not in the alphabet: add it or change it. \
                      | Add “7” to the alphabet > 0 1 7 / 0 1 / 0 1 7 7
                    0 1 / 0 7 8 / 9 7 5 1 | 0 \
                      | Symbol 2, “7”, and 1 other are not in the alphabet: add or change them. \
                      | Add “7” to the alphabet > 0 1 7 / 0 7 8 / 9 7 5 1; \
                    Add all 4 missing symbols > 0 1 7 8 9 5 / 0 7 8 / 9 7 5 1
                    0 1 / 0 1 / 9 7 5 1 | 1 \
                      | Symbol 1, “9”, and 2 others are not in the alphabet: add or change them. \
                      | Add “9” to the alphabet > 0 1 9 / 0 1 / 9 7 5 1; \
                    Add all 3 missing symbols > 0 1 9 7 5 / 0 1 / 9 7 5 1
                    """)
    void standsAtItsPlaceWithWordsAndFixes(String typed, String place, String words, String fixes) {
        TaskDraft draft = draft(typed);
        int expectedPlace = place.equals("ALPHABET") ? TaskProblem.ALPHABET : Integer.parseInt(place);
        assertThat(draft.problems().keySet().iterator().next()).isEqualTo(expectedPlace);
        TaskProblem problem = draft.problems().get(expectedPlace);
        assertThat(draft.task()).isEmpty();
        assertThat(problem.message()).hasToString(words);
        List<String> expected = fixes.equals("-") ? List.of() : List.of(fixes.split("; "));
        assertThat(problem.fixes()).hasSameSizeAs(expected);
        for (int fix = 0; fix < expected.size(); fix++) {
            String[] parts = expected.get(fix).split(" > ");
            assertThat(labels(problem).get(fix)).isEqualTo(parts[0]);
            assertThat(mend(draft, problem, fix)).isEqualTo(draft(parts[1]));
        }
    }

    private static TaskDraft draft(String typed) {
        String[] lines = typed.replace("_", "").split(" / ", -1);
        return TaskDraft.of(lines[0], Arrays.copyOfRange(lines, 1, lines.length));
    }

    @Test
    void anEmptyTaskOffersNoSymbolsOfItsSequences() {
        TaskDraft draft = TaskDraft.of("");

        assertThat(draft.problems().get(TaskProblem.ALPHABET).fixes()).isEmpty();
        TaskProblem problem = draft.problems().get(TaskProblem.LIST);
        assertThat(problem.message()).hasToString("There is nothing to learn yet: add a sequence.");
        assertThat(labels(problem)).containsExactly("Add a sequence");
        assertThat(mend(draft, problem, 0)).isEqualTo(TaskDraft.of("", ""));
    }

    @Test
    void anAlphabetOf1025SymbolsIsTooLarge() {
        TaskDraft draft = TaskDraft.of(numbers(1_025), "0 1 2", numbers(999));

        TaskProblem problem = onlyProblem(draft, TaskProblem.ALPHABET);
        assertThat(problem.message())
                .hasToString("The alphabet has 1,025 symbols, but at most 1,024 are allowed. Remove some.");
        assertThat(labels(problem)).containsExactly("Remove 26 unused symbols");
        assertThat(mend(draft, problem, 0)).isEqualTo(TaskDraft.of(numbers(999), "0 1 2", numbers(999)));
        assertThat(mend(draft, problem, 0).task()).isPresent();
    }

    @Test
    void aSymbolOfTheAlphabetIsTooLong() {
        TaskProblem problem = onlyProblem(TaskDraft.of("0 1 " + "x".repeat(33), "0 1"), TaskProblem.ALPHABET);
        assertThat(problem.message()).hasToString("Symbol 3, “xxxxxxxxxxxx…”, is too long: use at most 32 characters.");
        assertThat(TaskDraft.of("0 1 " + "x".repeat(32), "0 1").problems()).isEmpty();
    }

    @Test
    void aSymbolOfASequenceIsTooLong() {
        TaskProblem problem = onlyProblem(TaskDraft.of("0 1", "0 1", "0 " + "🍎".repeat(33)), 1);
        assertThat(problem.message())
                .hasToString("Symbol 2, “" + "🍎".repeat(12) + "…”, is too long: use at most 32 characters.");
    }

    @Test
    void aSequenceOf5001SymbolsIsCutIntoHalves() {
        String text = String.join(" ", Collections.nCopies(5_001, "0"));
        TaskDraft draft = TaskDraft.of("0 1", "0 1", text);

        TaskProblem problem = onlyProblem(draft, 1);
        assertThat(problem.message())
                .hasToString(
                        "This sequence has 5,001 symbols, but at most 5,000 are allowed. " + "Split or shorten it.");
        assertThat(labels(problem)).containsExactly("Split it into 2 sequences");
        assertThat(mend(draft, problem, 0).sequences())
                .extracting(TypedSymbols::size)
                .containsExactly(2, 2_500, 2_501);
    }

    @Test
    void moreThan200SequencesAreTooMany() {
        String[] lines = Collections.nCopies(201, "0 1").toArray(String[]::new);
        TaskDraft draft = TaskDraft.of("0 1", lines);

        TaskProblem problem = onlyProblem(draft, TaskProblem.LIST);
        assertThat(problem.message()).hasToString("There are 201 sequences, but at most 200 are allowed. Remove some.");
        assertThat(labels(problem)).containsExactly("Keep the first 200");
        assertThat(mend(draft, problem, 0).task().orElseThrow().sequences()).hasSize(200);
    }

    @Test
    void aFullAlphabetOffersNoFurtherSymbols() {
        assertThat(onlyProblem(TaskDraft.of(numbers(1_024), "0 x"), 0).fixes()).isEmpty();
    }

    @Test
    void aChangedAlphabetIsCheckedAgainInLinesThatStayed() {
        TaskDraft draft = TaskDraft.of("0 1 2", "0 1 2");

        assertThat(draft.problems()).isEmpty();
        assertThat(draft.withAlphabet("0 1").problems()).hasSize(1);
        assertThat(draft.withAlphabet("0 1").withAlphabet("0 1 2").problems()).isEmpty();
    }

    @Test
    void problemsStandAtEverySequenceThatHasOne() {
        TaskDraft draft = TaskDraft.of("0 1", "0 2", "0 1", "", "1");

        assertThat(draft.problems()).containsOnlyKeys(0, 2, 3);
        assertThat(draft.task()).isEmpty();
    }

    private static TaskProblem onlyProblem(TaskDraft draft, int place) {
        assertThat(draft.problems()).containsOnlyKeys(place);
        assertThat(draft.task()).isEmpty();
        return draft.problems().get(place);
    }

    private static List<String> labels(TaskProblem problem) {
        return problem.fixes().stream().map(fix -> fix.label().text()).toList();
    }

    private static TaskDraft mend(TaskDraft draft, TaskProblem problem, int fix) {
        return problem.fixes().get(fix).change().apply(draft);
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }
}
