package lab.carousel.task.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;

/**
 * A task that draws its sequences while it is being edited.
 *
 * @param texts its numbers as typed, valid or not, by the names of the parameters; those of other kinds are kept
 */
public record SourceDraft(DrawnTask kind, Map<String, String> texts) {

    private static final int MOST = 999_999_999;

    public SourceDraft {
        texts = Map.copyOf(texts);
    }

    public static SourceDraft of(DrawnTask task) {
        return new SourceDraft(
                task.kind(),
                task.numbers().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .toString())));
    }

    public String text(DrawnParameter parameter) {
        return texts.getOrDefault(parameter.name(), Integer.toString(parameter.first()));
    }

    public Optional<Message> problem(DrawnParameter parameter) {
        return InvalidInput.problemOf(() -> parameter.check(number(parameter)));
    }

    public Optional<DrawnTask> source() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (DrawnParameter parameter : kind.parameters()) {
            if (problem(parameter).isPresent()) {
                return Optional.empty();
            }
            numbers.put(parameter.name(), number(parameter));
        }
        return Optional.of(kind.with(numbers));
    }

    public SourceDraft withKind(DrawnTask newKind) {
        return new SourceDraft(newKind, texts);
    }

    public SourceDraft with(String parameter, String text) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(parameter, text);
        return new SourceDraft(kind, changed);
    }

    /** The typed number; out of all bounds if it is none. */
    private int number(DrawnParameter parameter) {
        return (int) TypedNumber.whole(text(parameter), -MOST, MOST).orElse(Integer.MIN_VALUE);
    }
}
