package lab.carousel.ui.project;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lab.carousel.model.EngineName;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.domain.Domain;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;

/**
 * The hyperparameters and the engine as they stand in the panel, numbers as typed: possibly not valid.
 *
 * @param values what stands in each field: a text that was typed, a constant that was chosen, or a {@link Word}
 */
public record HyperparametersDraft(Map<Field, Object> values) {

    /**
     * A word in the place of a number.
     *
     * @param number what was typed there
     */
    private record Word(String number) {}

    public HyperparametersDraft {
        values = Map.copyOf(values);
    }

    /** The draft that shows these hyperparameters, and who trains. */
    public static HyperparametersDraft of(Hyperparameters values, EngineName engine) {
        HyperparametersDraft draft = new HyperparametersDraft(Map.of(Field.ENGINE, engine));
        for (Field field : Field.all()) {
            if (field.setting().isPresent()) {
                draft = draft.showing(field, field.setting().get(), values);
            }
        }
        return draft;
    }

    private <T> HyperparametersDraft showing(Field field, Setting<T> setting, Hyperparameters values) {
        T value = setting.get(values);
        if (setting.domain() instanceof Domain.Choice) {
            return withChoice(field, value);
        }
        Domain.Number<T> numbers = setting.domain().numbers().orElseThrow();
        if (setting.domain() instanceof Domain.NumberOrWord<T> either
                && either.word(value).isPresent()) {
            return with(field, new Word(typed(numbers, either.beginning())));
        }
        return with(field, typed(numbers, numbers.number().applyAsDouble(value)));
    }

    private static String typed(Domain.Number<?> numbers, double number) {
        return numbers.bounds().whole() ? Long.toString((long) number) : TypedNumber.text(number);
    }

    /** Who trains. */
    public EngineName engine() {
        return (EngineName) choice(Field.ENGINE);
    }

    /** Whether a number is typed in a field; otherwise something is chosen there. */
    public boolean isNumber(Field field) {
        return values.get(field) instanceof String || hasWord(field);
    }

    public String number(Field field) {
        Object value = Objects.requireNonNull(values.get(field));
        return value instanceof Word word ? word.number() : (String) value;
    }

    public Object choice(Field field) {
        return Objects.requireNonNull(values.get(field));
    }

    /** Whether in a field a word stands in the place of the number. */
    public boolean hasWord(Field field) {
        return values.get(field) instanceof Word;
    }

    /** The same with something else typed. */
    public HyperparametersDraft withNumber(Field field, String typed) {
        return with(field, hasWord(field) ? new Word(typed) : typed);
    }

    /** The same with something else chosen. */
    public HyperparametersDraft withChoice(Field field, Object chosen) {
        return with(field, chosen);
    }

    /** The same with the word in the place of the number, or with the number. */
    public HyperparametersDraft withWord(Field field, boolean isWord) {
        return with(field, isWord ? new Word(number(field)) : number(field));
    }

    private HyperparametersDraft with(Field field, Object value) {
        Map<Field, Object> changed = new HashMap<>(values);
        changed.put(field, value);
        return new HyperparametersDraft(changed);
    }

    /** What a field holds, as it is written on the screen. */
    public String text(Field field) {
        if (!isNumber(field)) {
            return field.option(choice(field));
        }
        return hasWord(field) ? field.word() : number(field).strip();
    }

    /** The fields in which another draft holds something else. */
    public List<Field> changedIn(HyperparametersDraft other) {
        return Field.all().stream()
                .filter(field -> !Objects.equals(values.get(field), other.values.get(field)))
                .toList();
    }

    /** What is wrong, for each field with a problem. */
    public Map<Field, Message> problems() {
        Map<Field, Message> found = new LinkedHashMap<>();
        read(found);
        Hyperparameters values = nearest();
        Map<Field, Message> problems = new LinkedHashMap<>();
        found.forEach((field, problem) -> {
            // what has no effect at present stands in nobody's way
            if (field.obstacle(values).isEmpty()) {
                boolean ofModel = problem.key().startsWith("model.");
                problems.putIfAbsent(ofModel ? Field.subjectOf(problem) : field, problem);
            }
        });
        return problems;
    }

    /** The hyperparameters, if all fields are valid. */
    public Optional<Hyperparameters> hyperparameters() {
        return problems().isEmpty() ? Optional.of(read(new HashMap<>())) : Optional.empty();
    }

    /** The hyperparameters, with one of its values in each field that is not valid. */
    public Hyperparameters nearest() {
        Map<Field, Message> found = new LinkedHashMap<>();
        Hyperparameters values = read(found);
        HyperparametersDraft mended = this;
        for (Field field : found.keySet()) {
            Domain<?> domain = field.setting().orElseThrow().domain();
            if (domain instanceof Domain.NumberOrWord<?> either) {
                // whatever is typed, it is a number and not the word
                mended = mended.withNumber(field, typed(either.number(), either.beginning()));
            }
        }
        return mended == this ? values : mended.read(new HashMap<>());
    }

    /** Reads field after field into valid hyperparameters, so that every problem is found, not only the first. */
    private Hyperparameters read(Map<Field, Message> problems) {
        Hyperparameters values = Hyperparameters.reference();
        for (Field field : Field.all()) {
            if (field.setting().isPresent()) {
                values = read(field, field.setting().get(), values, problems);
            }
        }
        return values;
    }

    private <T> Hyperparameters read(
            Field field, Setting<T> setting, Hyperparameters values, Map<Field, Message> problems) {
        try {
            return setting.with(values, value(field, setting));
        } catch (NumberFormatException notANumber) {
            problems.put(field, Message.of("hyperparameters." + field.key() + ".notANumber"));
        } catch (InvalidInput outOfBounds) {
            problems.put(field, outOfBounds.problem());
        }
        return values;
    }

    /**
     * What a field holds.
     *
     * @throws NumberFormatException if it is no number
     * @throws InvalidInput          if it is out of bounds
     */
    @SuppressWarnings("unchecked") // a field holds the choices of its setting
    private <T> T value(Field field, Setting<T> setting) {
        if (!isNumber(field)) {
            return (T) choice(field);
        }
        if (setting.domain() instanceof Domain.NumberOrWord<T> either && hasWord(field)) {
            return either.words().values().iterator().next();
        }
        String typed = number(field);
        boolean whole = setting.domain().numbers().orElseThrow().bounds().whole();
        return setting.ofNumber(whole ? TypedNumber.whole(typed) : TypedNumber.decimal(typed));
    }
}
