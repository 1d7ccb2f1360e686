package lab.carousel.lesson.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.task.Step;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.text.InLanguage;
import lab.carousel.text.InvalidInput;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class AskedNowTest {

    private static final Task REFERENCE = Task.reference();

    private static AbstractThrowableAssert<?, ?> refused(QuestionKind kind, String text, List<String> choices) {
        return assertThatThrownBy(() -> AskedNow.of("q1", kind, text, choices)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void asksForOneOfTwoTo26Choices() {
        assertThat(AskedNow.of("q1", QuestionKind.CHOICE, "  Why?\n", List.of("luck", "memory")))
                .isEqualTo(new AskedNow(
                        "q1", QuestionKind.CHOICE, "Why?", List.of("luck", "memory"), OptionalInt.empty(), 1, false));
        assertThat(AskedNow.of("q1", QuestionKind.CHOICE, "Which?", Collections.nCopies(26, "x"))
                        .choices())
                .hasSize(26);
        refused(QuestionKind.CHOICE, "Why?", List.of("luck"))
                .hasMessage("Type at least two choices, one on each line.");
        refused(QuestionKind.CHOICE, "Why?", List.of()).hasMessage("Type at least two choices, one on each line.");
        refused(QuestionKind.CHOICE, "Which?", Collections.nCopies(27, "x")).hasMessage("At most 26 choices.");
    }

    @Test
    void asksNothingWithoutAText() {
        refused(QuestionKind.NUMBER, " \n", List.of()).hasMessage("Type the question.");
        assertThat(InLanguage.GERMAN.meanwhile(
                        () -> InvalidInput.problemOf(() -> AskedNow.of("q1", QuestionKind.NUMBER, "", List.of()))
                                .orElseThrow()
                                .text()))
                .isEqualTo("Die Frage eintippen.");
        refused(QuestionKind.NUMBER, "x".repeat(301), List.of()).hasMessageContaining("at most 300 characters");
        refused(QuestionKind.CHOICE, "Why?", List.of("x".repeat(301), "y"))
                .hasMessageContaining("at most 300 characters");
        assertThat(AskedNow.of("q1", QuestionKind.NUMBER, "x".repeat(300), List.of())
                        .choices())
                .isEmpty();
    }

    @Test
    void isWrittenWithTheLettersOfItsChoices() {
        assertThat(AskedNow.of("q2", QuestionKind.CHOICE, "Why?", List.of("luck", "memory"))
                        .words())
                .isEqualTo("q2  Why?\n    A  luck\n    B  memory\n");
        assertThat(AskedNow.of("q3", QuestionKind.NUMBER, "How many?", List.of())
                        .words())
                .isEqualTo("q3  How many?\n");
    }

    @Test
    void asksForTheSymbolThatFollowsAtAStep() {
        Step step = REFERENCE.step(1, 4);
        String text = AskedNow.symbolText(REFERENCE, step);
        assertThat(text)
                .isEqualTo("What comes next after "
                        + String.join(
                                " ", REFERENCE.sequences().get(1).symbols().subList(0, 4)) + "?");
        AskedNow asked = AskedNow.symbol("q1", text, REFERENCE, step);
        assertThat(asked.choices()).isEqualTo(REFERENCE.alphabet().symbols());
        assertThat(asked.choices().get(asked.right().orElseThrow()))
                .isEqualTo(REFERENCE.sequences().get(1).symbols().get(4));
    }

    @Test
    void ofALongSequenceItQuotesTheLastSymbols() {
        Task task = Task.parse("a b", IntStream.range(0, 20).mapToObj(i -> "a").collect(Collectors.joining(" ")));
        assertThat(AskedNow.symbolText(task, task.step(0, 15)))
                .isEqualTo("What comes next after … a a a a a a a a a a a a?");
        assertThat(AskedNow.symbolText(task, task.step(0, 12)))
                .isEqualTo("What comes next after a a a a a a a a a a a a?");
    }

    @Test
    void noneIsRightWhereSeveralMayFollow() {
        Task sets = Task.parse("a b c", "a b", "a c").withSets(true);
        assertThat(AskedNow.symbol("q1", "Which?", sets, sets.step(0, 1)).right())
                .isEmpty();
    }

    @Test
    void asksNoSymbolWhereNoneIsPredictedOrThereAreTooMany() {
        assertThatThrownBy(
                        () -> AskedNow.symbol("q1", "Which?", REFERENCE, new Step(0, 1, 0, Target.ofNumbers(0.5, 0.5))))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("No symbol is predicted at the selected step.");
        Task large =
                Task.parse(IntStream.range(0, 27).mapToObj(i -> "s" + i).collect(Collectors.joining(" ")), "s0 s1");
        assertThatThrownBy(() -> AskedNow.symbol("q1", "Which?", large, large.step(0, 1)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The alphabet has more than 26 symbols: too many to choose from.");
    }
}
