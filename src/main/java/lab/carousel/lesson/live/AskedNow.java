package lab.carousel.lesson.live;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.task.Step;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * A question that a teacher asks in between.
 *
 * @param id {@code q1}, {@code q2}, ...: key of its answers
 * @param text as plain text
 * @param choices empty if a number is asked for
 * @param right place of the choice that is right, from 0; empty if there is none
 * @param round in which it is asked, counted from 1
 * @param isRevealed whether it is told what is right
 * @param range of the numbers that are taken, where one is asked for
 */
public record AskedNow(
        String id,
        QuestionKind kind,
        String text,
        List<String> choices,
        OptionalInt right,
        int round,
        boolean isRevealed,
        NumberRange range) {

    /** Name of the lesson that these questions are the steps of. */
    public static final String LESSON = "asked";

    /** Version of that lesson: its questions are told apart by their ids. */
    public static final String VERSION = "1";

    /** The texts of the questions of a class, beside their answers. */
    public static final String FILE = "questions.txt";

    /** As many as there are letters to name them. */
    public static final int MOST_CHOICES = 26;

    /** Of a question, or of a choice, in characters: it is read from the last row. */
    public static final int LONGEST = 300;

    private static final int SYMBOLS_BEFORE = 12;

    /** @throws InvalidInput if there is no text, or there are fewer than two or more than {@value #MOST_CHOICES} choices */
    public AskedNow {
        text = text.strip();
        choices = List.copyOf(choices);
        if (text.isEmpty()) {
            throw new InvalidInput("class.ask.noText");
        }
        if (kind != QuestionKind.NUMBER && (choices.size() < 2 || choices.size() > MOST_CHOICES)) {
            throw new InvalidInput(
                    choices.size() < 2
                            ? "class.ask.fewChoices"
                            : kind == QuestionKind.SYMBOL ? "class.ask.manySymbols" : "class.ask.manyChoices",
                    MOST_CHOICES);
        }
        if (text.length() > LONGEST || choices.stream().anyMatch(choice -> choice.length() > LONGEST)) {
            throw new InvalidInput("class.ask.long", LONGEST);
        }
    }

    public AskedNow(
            String id,
            QuestionKind kind,
            String text,
            List<String> choices,
            OptionalInt right,
            int round,
            boolean isRevealed) {
        this(id, kind, text, choices, right, round, isRevealed, NumberRange.ANY);
    }

    /** A question without an answer that is right. */
    public static AskedNow of(String id, QuestionKind kind, String text, List<String> choices) {
        return new AskedNow(id, kind, text, choices, OptionalInt.empty(), 1, false);
    }

    /** A question for a number. */
    public static AskedNow number(String id, String text, NumberRange range) {
        return new AskedNow(id, QuestionKind.NUMBER, text, List.of(), OptionalInt.empty(), 1, false, range);
    }

    /**
     * A question for the symbol that follows at a step; what is right is there if one symbol is.
     *
     * @throws InvalidInput if no symbol is predicted there, or the alphabet has too many
     */
    public static AskedNow symbol(String id, String text, Task task, Step step) {
        Target target = step.target();
        if (target.size() == 0) {
            throw new InvalidInput("class.ask.noSymbol");
        }
        OptionalInt right = target.index() == Target.NO_INDEX ? OptionalInt.empty() : OptionalInt.of(target.index());
        return new AskedNow(id, QuestionKind.SYMBOL, text, task.alphabet().symbols(), right, 1, false);
    }

    /** For whoever reads its answers later: its id, its text, and each choice with its letter. */
    public String words() {
        return IntStream.range(0, choices.size())
                .mapToObj(choice -> "\n    " + words(choice))
                .collect(Collectors.joining("", id + "  " + text, "\n"));
    }

    /** A choice, counted from 0, with its letter. */
    public String words(int choice) {
        return words(choice, choices.get(choice));
    }

    /** A choice of any question, counted from 0, with its letter. */
    public static String words(int choice, String text) {
        return Message.text("answers.choice", String.valueOf((char) ('A' + choice)), text);
    }

    /** What such a question asks if nothing else is typed. */
    public static String symbolText(Task task, Step step) {
        List<String> read = task.sequences().get(step.sequence()).symbols().subList(0, step.number());
        int from = Math.max(0, read.size() - SYMBOLS_BEFORE);
        String last = String.join(" ", read.subList(from, read.size()));
        return Message.text("class.ask.symbolText", (from > 0 ? "… " : "") + last);
    }
}
