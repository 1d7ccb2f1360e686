package lab.carousel.task.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.draft.TaskProblem.Fix;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;

/** Finds the problems of a draft, at most one for each sequence: the one to mend first. */
final class DraftCheck {

    private final TaskDraft draft;
    private final List<TaskProblem> problems = new ArrayList<>();
    private final List<Integer> singleWords = new ArrayList<>();
    private @Nullable Set<String> missing;

    DraftCheck(TaskDraft draft) {
        this.draft = draft;
    }

    List<TaskProblem> problems() {
        checkAlphabet();
        checkNumberOfSequences();
        List<TypedSymbols> lines = draft.sequences();
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).size() == 1 && lines.get(index).letters().size() > 1) {
                singleWords.add(index);
            }
        }
        for (int index = 0; index < lines.size(); index++) {
            checkSequence(index, lines.get(index));
        }
        return List.copyOf(problems);
    }

    private void checkAlphabet() {
        TypedSymbols alphabet = draft.alphabet();
        checkDuplicates(alphabet);
        String tooLong = alphabet.firstTooLong();
        if (tooLong != null) {
            int index = alphabet.firstPlace(tooLong);
            add(TaskProblem.ALPHABET, tooLong(index, tooLong), List.of());
        }
        if (alphabet.size() < Alphabet.MIN_SYMBOLS) {
            Message message = Message.of("task.alphabet.tooFew", Alphabet.MIN_SYMBOLS);
            boolean sequencesHaveEnough = draft.usedSymbols().size() >= Alphabet.MIN_SYMBOLS;
            add(
                    TaskProblem.ALPHABET,
                    message,
                    sequencesHaveEnough
                            ? List.of(fix("task.fix.fromSequences", TaskDraft::withAlphabetFromSequences))
                            : List.of());
        }
        if (alphabet.size() > Alphabet.MAX_SYMBOLS) {
            Message message = Message.of("task.alphabet.tooMany", alphabet.size(), Alphabet.MAX_SYMBOLS);
            int unused =
                    alphabet.size() - draft.withoutUnusedSymbols().alphabet().size();
            add(
                    TaskProblem.ALPHABET,
                    message,
                    unused > 0
                            ? List.of(fix("task.fix.dropUnused", TaskDraft::withoutUnusedSymbols, unused))
                            : List.of());
        }
    }

    private void checkDuplicates(TypedSymbols alphabet) {
        List<String> symbols = alphabet.symbols();
        int duplicates = symbols.size() - alphabet.firstPlaces().size();
        if (duplicates == 0) {
            return;
        }
        int index = 0;
        while (alphabet.firstPlace(symbols.get(index)) == index) {
            index++;
        }
        int duplicate = index;
        Message message = Message.of("task.place.alphabet.duplicate", duplicate + 1, symbols.get(duplicate));
        Fix fix = duplicates == 1
                ? fix("task.fix.removeDuplicate", changed -> changed.withoutSymbolAt(duplicate))
                : fix("task.fix.removeDuplicates", TaskDraft::withoutDuplicateSymbols, duplicates);
        add(TaskProblem.ALPHABET, message, List.of(fix));
    }

    private void checkNumberOfSequences() {
        int number = draft.sequences().size();
        if (number == 0) {
            add(
                    TaskProblem.LIST,
                    Message.of("task.noSequence"),
                    List.of(fix("task.fix.addSequence", changed -> changed.insertEmpty(0))));
        }
        if (number > Task.MAX_SEQUENCES) {
            add(
                    TaskProblem.LIST,
                    Message.of("task.tooManySequences", number, Task.MAX_SEQUENCES),
                    List.of(fix("task.fix.keepSequences", DraftCheck::keepFirst, Task.MAX_SEQUENCES)));
        }
    }

    private void checkSequence(int index, TypedSymbols line) {
        if (line.isBlank()) {
            add(
                    index,
                    Message.of("task.sequence.empty"),
                    draft.sequences().size() > 1
                            ? List.of(fix("task.fix.removeSequence", changed -> changed.remove(index)))
                            : List.of());
            return;
        }
        if (line.size() == 1) {
            add(index, Message.of("task.sequence.oneSymbol"), splits(index, line));
            return;
        }
        if (line.size() > Sequence.MAX_LENGTH) {
            Message message = Message.of("task.sequence.tooLong", line.size(), Sequence.MAX_LENGTH);
            List<TypedSymbols> pieces = pieces(line);
            add(
                    index,
                    message,
                    List.of(fix(
                            "task.fix.cut", changed -> changed.remove(index).insert(index, pieces), pieces.size())));
            return;
        }
        checkSymbols(index, line);
    }

    private void checkSymbols(int sequence, TypedSymbols line) {
        String tooLong = line.firstTooLong();
        if (tooLong != null) {
            int index = line.firstPlace(tooLong);
            add(sequence, tooLong(index, tooLong), List.of());
            return;
        }
        List<String> unknown = line.missingIn(draft.alphabet());
        if (!unknown.isEmpty()) {
            String first = unknown.get(0);
            int index = line.firstPlace(first);
            Message message = unknown.size() == 1
                    ? Message.of("task.place.symbol.unknown", index + 1, first)
                    : Message.of("task.place.symbol.unknownMore", index + 1, first, unknown.size() - 1);
            add(sequence, message, additions(unknown));
        }
    }

    private List<Fix> additions(List<String> unknown) {
        if (missing == null) {
            missing = draft.missingSymbols();
        }
        List<Fix> fixes = new ArrayList<>();
        int room = Alphabet.MAX_SYMBOLS - draft.alphabet().size();
        if (room >= 1) {
            List<String> first = List.of(unknown.get(0));
            fixes.add(fix("task.fix.add", changed -> changed.withMoreSymbols(first), unknown.get(0)));
        }
        Set<String> all = missing;
        if (all.size() > 1 && room >= all.size()) {
            fixes.add(fix("task.fix.addAll", changed -> changed.withMoreSymbols(all), all.size()));
        }
        return fixes;
    }

    private List<Fix> splits(int index, TypedSymbols line) {
        List<Fix> fixes = new ArrayList<>();
        List<String> separated = Pasting.symbolsIn(line.text());
        if (separated.size() > 1) {
            String text = String.join(" ", separated);
            fixes.add(fix("task.fix.separate", changed -> changed.withSequence(index, text)));
        } else if (line.letters().size() > 1) {
            fixes.add(fix("task.fix.letters", changed -> spell(changed, List.of(index))));
            if (singleWords.size() > 1) {
                fixes.add(fix("task.fix.lettersAll", changed -> spell(changed, singleWords), singleWords.size()));
            }
        }
        return fixes;
    }

    private static TaskDraft spell(TaskDraft draft, List<Integer> indices) {
        List<TypedSymbols> lines = new ArrayList<>(draft.sequences());
        indices.forEach(index -> lines.set(index, lines.get(index).letters()));
        return new TaskDraft(draft.alphabet(), lines);
    }

    private static TaskDraft keepFirst(TaskDraft draft) {
        return new TaskDraft(draft.alphabet(), draft.sequences().subList(0, Task.MAX_SEQUENCES));
    }

    /** A line that is too long cut into as few pieces as possible, all of about the same length. */
    private static List<TypedSymbols> pieces(TypedSymbols line) {
        int size = line.size();
        int number = (size + Sequence.MAX_LENGTH - 1) / Sequence.MAX_LENGTH;
        List<TypedSymbols> pieces = new ArrayList<>(number);
        for (int piece = 0; piece < number; piece++) {
            int from = (int) ((long) size * piece / number);
            int to = (int) ((long) size * (piece + 1) / number);
            pieces.add(TypedSymbols.of(line.symbols().subList(from, to)));
        }
        return pieces;
    }

    private static Message tooLong(int index, String symbol) {
        int end = symbol.offsetByCodePoints(0, 12);
        String start = symbol.substring(0, end) + "…";
        return Message.of("task.place.symbol.tooLong", index + 1, start, Alphabet.MAX_SYMBOL_LENGTH);
    }

    private static Fix fix(String key, UnaryOperator<TaskDraft> change, Object... arguments) {
        return new Fix(Message.of(key, arguments), change);
    }

    private void add(int place, Message message, List<Fix> fixes) {
        problems.add(new TaskProblem(place, message, fixes));
    }
}
