package lab.carousel.task.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lab.carousel.task.Alphabet;
import lab.carousel.task.ListedSequences;
import lab.carousel.task.Sequence;
import lab.carousel.text.Message;

/** Finds the problems of a draft, at each place the one to mend first. */
final class DraftCheck {

    private final TaskDraft draft;
    private final Set<String> missing;
    private final List<Integer> singleWords;
    private final Map<Integer, TaskProblem> problems = new LinkedHashMap<>();

    DraftCheck(TaskDraft draft) {
        this.draft = draft;
        List<TypedSymbols> lines = draft.sequences();
        missing = draft.missingSymbols();
        singleWords = IntStream.range(0, lines.size())
                .filter(index -> lines.get(index).size() == 1
                        && lines.get(index).letters().size() > 1)
                .boxed()
                .toList();
    }

    Map<Integer, TaskProblem> problems() {
        checkAlphabet(draft.alphabet());
        checkNumberOfSequences(draft.sequences().size());
        for (int index = 0; index < draft.sequences().size(); index++) {
            checkSequence(index, draft.sequences().get(index));
        }
        return problems;
    }

    private void checkAlphabet(TypedSymbols alphabet) {
        List<String> symbols = alphabet.symbols();
        int size = symbols.size();
        int duplicates = size - alphabet.firstPlaces().size();
        if (duplicates > 0) {
            int duplicate = IntStream.range(0, size)
                    .filter(index -> alphabet.firstPlace(symbols.get(index)) != index)
                    .findFirst()
                    .orElseThrow();
            add(
                    TaskProblem.ALPHABET,
                    Message.of("task.place.alphabet.duplicate", duplicate + 1, symbols.get(duplicate)),
                    fix(
                            duplicates == 1 ? "task.fix.removeDuplicate" : "task.fix.removeDuplicates",
                            TaskDraft::withoutDuplicateSymbols,
                            duplicates));
        }
        alphabet.firstTooLong().ifPresent(symbol -> add(TaskProblem.ALPHABET, tooLong(alphabet, symbol)));
        if (size < Alphabet.MIN_SYMBOLS) {
            boolean isEnoughUsed = draft.usedSymbols().size() >= Alphabet.MIN_SYMBOLS;
            add(
                    TaskProblem.ALPHABET,
                    Message.of("task.alphabet.tooFew", Alphabet.MIN_SYMBOLS),
                    fixIf(isEnoughUsed, "task.fix.fromSequences", TaskDraft::withAlphabetFromSequences));
        }
        if (size > Alphabet.MAX_SYMBOLS) {
            int unused = size - draft.withoutUnusedSymbols().alphabet().size();
            add(
                    TaskProblem.ALPHABET,
                    Message.of("task.alphabet.tooMany", size, Alphabet.MAX_SYMBOLS),
                    fixIf(unused > 0, "task.fix.dropUnused", TaskDraft::withoutUnusedSymbols, unused));
        }
    }

    private void checkNumberOfSequences(int number) {
        if (number == 0) {
            add(
                    TaskProblem.LIST,
                    Message.of("task.noSequence"),
                    fix("task.fix.addSequence", changed -> changed.insertEmpty(0)));
        }
        if (number > ListedSequences.MAX_SEQUENCES) {
            add(
                    TaskProblem.LIST,
                    Message.of("task.tooManySequences", number, ListedSequences.MAX_SEQUENCES),
                    fix(
                            "task.fix.keepSequences",
                            changed -> new TaskDraft(
                                    changed.alphabet(),
                                    changed.sequences().subList(0, ListedSequences.MAX_SEQUENCES),
                                    changed.sets()),
                            ListedSequences.MAX_SEQUENCES));
        }
    }

    private void checkSequence(int index, TypedSymbols line) {
        int size = line.size();
        Optional<String> tooLong = line.firstTooLong();
        List<String> unknown = line.missingIn(draft.alphabet());
        if (size == 0) {
            boolean areMore = draft.sequences().size() > 1;
            add(
                    index,
                    Message.of("task.sequence.empty"),
                    fixIf(areMore, "task.fix.removeSequence", changed -> changed.remove(index)));
        } else if (size == 1) {
            add(index, Message.of("task.sequence.oneSymbol"), splits(index, line));
        } else if (size > Sequence.MAX_LENGTH) {
            List<TypedSymbols> pieces = pieces(line);
            add(
                    index,
                    Message.of("task.sequence.tooLong", size, Sequence.MAX_LENGTH),
                    fix("task.fix.cut", changed -> changed.remove(index).insert(index, pieces), pieces.size()));
        } else if (tooLong.isPresent()) {
            add(index, tooLong(line, tooLong.get()));
        } else if (!unknown.isEmpty()) {
            String first = unknown.get(0);
            int place = line.firstPlace(first) + 1;
            int room = Alphabet.MAX_SYMBOLS - draft.alphabet().size();
            List<TaskFix> fixes = new ArrayList<>();
            fixes.addAll(fixIf(room >= 1, "task.fix.add", changed -> withMore(changed, List.of(first)), first));
            fixes.addAll(fixIf(
                    missing.size() > 1 && room >= missing.size(),
                    "task.fix.addAll",
                    changed -> withMore(changed, missing),
                    missing.size()));
            add(
                    index,
                    unknown.size() == 1
                            ? Message.of("task.place.symbol.unknown", place, first)
                            : Message.of("task.place.symbol.unknownMore", place, first, unknown.size() - 1),
                    fixes);
        }
    }

    private List<TaskFix> splits(int index, TypedSymbols line) {
        List<String> separated = Pasting.symbolsIn(line.text());
        if (separated.size() > 1) {
            return fix("task.fix.separate", changed -> changed.withSequence(index, String.join(" ", separated)));
        }
        List<TaskFix> fixes = new ArrayList<>();
        boolean isWord = singleWords.contains(index);
        fixes.addAll(fixIf(isWord, "task.fix.letters", changed -> splitIntoLetters(changed, List.of(index))));
        fixes.addAll(fixIf(
                isWord && singleWords.size() > 1,
                "task.fix.lettersAll",
                changed -> splitIntoLetters(changed, singleWords),
                singleWords.size()));
        return fixes;
    }

    private static TaskDraft splitIntoLetters(TaskDraft draft, List<Integer> indices) {
        List<TypedSymbols> lines = new ArrayList<>(draft.sequences());
        indices.forEach(index -> lines.set(index, lines.get(index).letters()));
        return new TaskDraft(draft.alphabet(), lines, draft.sets()).withNeededSymbols();
    }

    /** With more symbols, and without those that nothing uses, once all are there. */
    private static TaskDraft withMore(TaskDraft draft, Collection<String> symbols) {
        TaskDraft changed = draft.withMoreSymbols(symbols);
        return changed.missingSymbols().isEmpty() ? changed.withoutUnusedSymbols() : changed;
    }

    /** A line that is too long cut into as few pieces as possible, all of about the same length. */
    private static List<TypedSymbols> pieces(TypedSymbols line) {
        int size = line.size();
        int number = (size + Sequence.MAX_LENGTH - 1) / Sequence.MAX_LENGTH;
        return IntStream.range(0, number)
                .mapToObj(piece -> line.symbols()
                        .subList((int) ((long) size * piece / number), (int) ((long) size * (piece + 1) / number)))
                .map(TypedSymbols::of)
                .toList();
    }

    private static Message tooLong(TypedSymbols line, String symbol) {
        String start = symbol.substring(0, symbol.offsetByCodePoints(0, 12)) + "…";
        return Message.of("task.place.symbol.tooLong", line.firstPlace(symbol) + 1, start, Alphabet.MAX_SYMBOL_LENGTH);
    }

    private static List<TaskFix> fix(String key, UnaryOperator<TaskDraft> change, Object... arguments) {
        return List.of(new TaskFix(Message.of(key, arguments), change));
    }

    private static List<TaskFix> fixIf(
            boolean isOfUse, String key, UnaryOperator<TaskDraft> change, Object... arguments) {
        return isOfUse ? fix(key, change, arguments) : List.of();
    }

    private void add(int place, Message message) {
        add(place, message, List.of());
    }

    private void add(int place, Message message, List<TaskFix> fixes) {
        problems.putIfAbsent(place, new TaskProblem(message, fixes));
    }
}
