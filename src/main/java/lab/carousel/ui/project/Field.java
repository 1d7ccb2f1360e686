package lab.carousel.ui.project;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Domain;
import lab.carousel.text.Message;

/**
 * A field of the panel.
 *
 * @param key     the name of the hyperparameter, or "engine"; also the id of its control
 * @param setting what is set in it; empty for the engine
 */
public record Field(String key, Optional<Setting<?>> setting) {

    /** Who trains: no hyperparameter. */
    public static final Field ENGINE = new Field("engine", Optional.empty());

    private static final List<Field> ALL = Stream.of(Settings.Group.values())
            .flatMap(group -> of(group).stream())
            .toList();

    /** All fields, in their order on the screen. */
    public static List<Field> all() {
        return ALL;
    }

    /** The fields of a group, in their order on the screen. */
    public static List<Field> of(Settings.Group group) {
        Stream<Field> first = group == Settings.Group.ESSENTIAL ? Stream.of(ENGINE) : Stream.empty();
        return Stream.concat(first, group.settings().stream().map(Field::of)).toList();
    }

    public static Field of(Setting<?> setting) {
        return new Field(setting.name(), Optional.of(setting));
    }

    /** The name of what is set in it: a hyperparameter, of which it may be a part, or the engine. */
    public String whole() {
        return setting.filter(own -> own == Settings.LOSS_ON).isPresent() ? Settings.LOSS_WEIGHTING.name() : key;
    }

    /** What it is called on the screen. */
    public String label() {
        return words().text();
    }

    /** The same, for any language. */
    public Message words() {
        return Message.of("hyperparameters." + key + ".label");
    }

    /** What it is, and what it does to memory. */
    public String explanation() {
        return Message.text("hyperparameters." + key + ".explanation");
    }

    /** What one of its choices is called. */
    public String option(Object value) {
        return Message.text("hyperparameters." + key + "." + value);
    }

    /** What all its choices are called; empty if it has none. */
    public String choices() {
        return setting.map(Setting::domain)
                .filter(Domain.Choice.class::isInstance)
                .map(domain -> ((Domain.Choice<?>) domain)
                        .options().stream().map(this::option).collect(Collectors.joining(" ")))
                .orElse("");
    }

    /** The word that can stand in the place of its number. */
    public String word() {
        return Message.text("hyperparameters." + key + ".word");
    }

    /** Why it has no influence beside the values of the others; empty if it has one. */
    public Optional<Message> obstacle(Hyperparameters values) {
        return setting.flatMap(own -> own.obstacle(values));
    }

    /** Whether it can hold something that only the kernel trains. */
    public boolean hasKernelOnly() {
        return setting.filter(Setting::hasKernelOnly).isPresent();
    }

    /** Whether one of its choices is something that only the kernel trains. */
    public boolean isKernelOnly(Object choice) {
        return setting.filter(own -> isKernelOnly(own, choice)).isPresent();
    }

    @SuppressWarnings("unchecked") // a choice of this field
    private static <T> boolean isKernelOnly(Setting<T> setting, Object choice) {
        return setting.isKernelOnly((T) choice);
    }

    /**
     * The field that a message is about: such messages have its name after {@code model}.
     *
     * @throws NoSuchElementException if it is about none
     */
    public static Field subjectOf(Message message) {
        return ALL.stream()
                .filter(field -> message.key().startsWith("model." + field.key + "."))
                .findFirst()
                .orElseThrow();
    }
}
