package lab.carousel.ui.hyperparameters;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lab.carousel.model.Hyperparameters;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * The hyperparameters as they stand in the panel, numbers as typed: possibly not valid.
 *
 * @param numbers of the fields that take a number, as typed
 * @param choices of the fields that offer a few values
 * @param words   the fields in which a word stands in the place of the number
 */
public record HyperparametersDraft(Map<Field, String> numbers, Map<Field, Enum<?>> choices, Set<Field> words) {

    private static final HyperparametersDraft EMPTY = new HyperparametersDraft(Map.of(), Map.of(), Set.of());

    /** Copies all. */
    public HyperparametersDraft {
        numbers = Map.copyOf(numbers);
        choices = Map.copyOf(choices);
        words = Set.copyOf(words);
    }

    /** The draft that shows these hyperparameters. */
    public static HyperparametersDraft of(Hyperparameters values) {
        HyperparametersDraft draft = EMPTY;
        for (Field field : Field.values()) {
            if (field.setting().isPresent()) {
                draft = field.setting().get().show(field, values, draft);
            }
        }
        return draft;
    }

    /** What is typed in a field. */
    public String number(Field field) {
        return numbers.get(field);
    }

    /** What is chosen in a field. */
    public Enum<?> choice(Field field) {
        return choices.get(field);
    }

    /** Whether in a field a word stands in the place of the number. */
    public boolean hasWord(Field field) {
        return words.contains(field);
    }

    /** The same with something else typed. */
    public HyperparametersDraft withNumber(Field field, String typed) {
        Map<Field, String> changed = new EnumMap<>(Field.class);
        changed.putAll(numbers);
        changed.put(field, typed);
        return new HyperparametersDraft(changed, choices, words);
    }

    /** The same with something else chosen. */
    public HyperparametersDraft withChoice(Field field, Enum<?> chosen) {
        Map<Field, Enum<?>> changed = new EnumMap<>(Field.class);
        changed.putAll(choices);
        changed.put(field, chosen);
        return new HyperparametersDraft(numbers, changed, words);
    }

    /** The same with the word in the place of the number, or with the number. */
    public HyperparametersDraft withWord(Field field, boolean isWord) {
        Set<Field> changed = EnumSet.noneOf(Field.class);
        changed.addAll(words);
        if (isWord) {
            changed.add(field);
        } else {
            changed.remove(field);
        }
        return new HyperparametersDraft(numbers, choices, changed);
    }

    /** What a field holds, as it is written on the screen. */
    String text(Field field) {
        if (choices.containsKey(field)) {
            return field.option(choice(field));
        }
        return hasWord(field) ? field.word() : number(field).strip();
    }

    /** The fields in which another draft holds something else. */
    public List<Field> changedIn(HyperparametersDraft other) {
        return Arrays.stream(Field.values())
                .filter(field -> !Objects.equals(number(field), other.number(field))
                        || choice(field) != other.choice(field)
                        || hasWord(field) != other.hasWord(field))
                .toList();
    }

    /** What is wrong, for each field with a problem. */
    public Map<Field, Message> problems() {
        Map<Field, Message> problems = new EnumMap<>(Field.class);
        read(problems);
        return problems;
    }

    /** The hyperparameters, if all fields are valid. */
    public Optional<Hyperparameters> hyperparameters() {
        Map<Field, Message> problems = new EnumMap<>(Field.class);
        Hyperparameters values = read(problems);
        return problems.isEmpty() ? Optional.of(values) : Optional.empty();
    }

    /** Reads field after field into valid hyperparameters, so that every problem is found, not only the first. */
    private Hyperparameters read(Map<Field, Message> problems) {
        Hyperparameters values = Hyperparameters.reference();
        for (Field field : Field.values()) {
            if (field.setting().isPresent()) {
                values = read(field, field.setting().get(), values, problems);
            }
        }
        return values;
    }

    private Hyperparameters read(Field field, Setting setting, Hyperparameters values, Map<Field, Message> problems) {
        Message problem;
        try {
            return setting.read(field, this, values);
        } catch (NumberFormatException notANumber) {
            problem = Message.of("hyperparameters." + field.key() + ".notANumber");
        } catch (InvalidInput outOfBounds) {
            problem = outOfBounds.problem();
        }
        // what has no effect at present stands in nobody's way
        if (Influence.obstacle(field, this).isEmpty()) {
            boolean ofModel = problem.key().startsWith("model.");
            problems.putIfAbsent(ofModel ? Field.subjectOf(problem) : field, problem);
        }
        return values;
    }
}
