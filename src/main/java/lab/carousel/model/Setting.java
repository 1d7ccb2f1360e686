package lab.carousel.model;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import lab.carousel.model.domain.Bounds;
import lab.carousel.model.domain.Domain;
import lab.carousel.text.FileNumber;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * A hyperparameter, declared once, in {@link Settings}: what files, the command line, studies, the panel, pages, programs
 * and the manual do with it follows from here. Its words stand in the bundle {@code hyperparameters} under its name.
 */
public final class Setting<T> {

    private final String name;
    private final Domain<T> domain;
    private final T reference;
    private final Optional<Access<T>> access;
    private final Traits<T> traits;

    /** Gets and sets a part of a setting. */
    private record Access<T>(Function<Hyperparameters, T> get, BiFunction<Hyperparameters, T, Hyperparameters> with) {}

    /**
     * @param obstacle   why it has no influence at present
     * @param kernelOnly the values with which Deeplearning4j cannot train, if there are any
     * @param isRecent   whether files were written before there was such a setting
     */
    private record Traits<T>(
            Function<Hyperparameters, Optional<Message>> obstacle,
            Optional<Predicate<T>> kernelOnly,
            boolean isRecent) {}

    private Setting(String name, Domain<T> domain, T reference, Optional<Access<T>> access, Traits<T> traits) {
        this.name = name;
        this.domain = domain;
        this.reference = reference;
        this.access = access;
        this.traits = traits;
    }

    /** A setting that always has an influence, and with which every engine can train. */
    static <T> Setting<T> of(String name, Domain<T> domain, T reference) {
        return new Setting<>(name, domain, reference, Optional.empty(), plain());
    }

    /** A part of another setting that on the screen is set on its own. */
    static <T> Setting<T> part(
            String name,
            Domain<T> domain,
            T reference,
            Function<Hyperparameters, T> get,
            BiFunction<Hyperparameters, T, Hyperparameters> with) {
        return new Setting<>(name, domain, reference, Optional.of(new Access<>(get, with)), plain());
    }

    private static <T> Traits<T> plain() {
        return new Traits<>(values -> Optional.empty(), Optional.empty(), false);
    }

    /** The same, but it has an influence only beside some values of the others; the key of a message says why not. */
    Setting<T> onlyIf(Predicate<Hyperparameters> condition, String whyNot) {
        Function<Hyperparameters, Optional<Message>> obstacle =
                values -> condition.test(values) ? Optional.empty() : Optional.of(Message.of(whyNot));
        return with(new Traits<>(
                values -> traits.obstacle.apply(values).or(() -> obstacle.apply(values)),
                traits.kernelOnly,
                traits.isRecent));
    }

    /** The same, but with some values only the kernel can train. */
    Setting<T> kernelOnly(Predicate<T> values) {
        return with(new Traits<>(traits.obstacle, Optional.of(values), traits.isRecent));
    }

    /** The same, but left out of files where it is as in the reference, so that those from before it stay as they are. */
    Setting<T> recent() {
        return with(new Traits<>(traits.obstacle, traits.kernelOnly, true));
    }

    private Setting<T> with(Traits<T> others) {
        return new Setting<>(name, domain, reference, access, others);
    }

    /** Its name in files, on the command line and of its words. */
    public String name() {
        return name;
    }

    public Domain<T> domain() {
        return domain;
    }

    public T reference() {
        return reference;
    }

    public Message label() {
        return Message.of("hyperparameters." + name + ".label");
    }

    public T get(Hyperparameters values) {
        return access.map(part -> part.get.apply(values)).orElseGet(() -> values.get(this));
    }

    /** @throws InvalidInput if it is out of bounds, or cannot work together with the others */
    public Hyperparameters with(Hyperparameters values, T value) {
        return access.map(part -> part.with.apply(values, value)).orElseGet(() -> values.with(this, value));
    }

    /** Hyperparameters with the value that others have. */
    public Hyperparameters copy(Hyperparameters from, Hyperparameters to) {
        return with(to, get(from));
    }

    /** Its value as it is written in files: a {@link Long}, a {@link Double} or a word. */
    public Object written(Hyperparameters values) {
        return domain.written(get(values));
    }

    /** The same as text, numbers with the digits that they have in every file. */
    public String writtenText(Hyperparameters values) {
        Object written = written(values);
        return written instanceof Double number ? FileNumber.text(number) : written.toString();
    }

    /** The same as the screen says it. */
    public String valueText(Hyperparameters values) {
        String own = "hyperparameters." + name + ".";
        if (get(values) instanceof Enum<?> constant) {
            return Message.text(own + constant.name());
        }
        return written(values) instanceof String ? Message.text(own + "word") : writtenText(values);
    }

    /** Whether its value differs from the tutorial's. */
    public boolean isUnusual(Hyperparameters values) {
        return !get(values).equals(reference);
    }

    public boolean isWritten(Hyperparameters values) {
        return !traits.isRecent || isUnusual(values);
    }

    /** Why it has no influence beside the values of the others; empty if it has one. */
    public Optional<Message> obstacle(Hyperparameters values) {
        return traits.obstacle.apply(values);
    }

    public boolean isKernelOnly(T value) {
        return traits.kernelOnly.filter(values -> values.test(value)).isPresent();
    }

    public boolean hasKernelOnly() {
        return traits.kernelOnly.isPresent();
    }

    /** Whether Deeplearning4j cannot train with its value, which has an influence. */
    public boolean isKernelOnlyIn(Hyperparameters values) {
        return isKernelOnly(get(values)) && obstacle(values).isEmpty();
    }

    /** @throws InvalidInput if it is out of bounds */
    public void check(T value) {
        if (!domain.contains(value)) {
            throw outOfBounds();
        }
    }

    /**
     * @throws InvalidInput          if it is out of bounds
     * @throws IllegalStateException if there are no numbers among the values
     */
    public T ofNumber(double number) {
        Domain.Number<T> numbers = domain.numbers().orElseThrow(IllegalStateException::new);
        if (!numbers.bounds().contains(number)) {
            throw outOfBounds();
        }
        return numbers.of().apply(number);
    }

    private InvalidInput outOfBounds() {
        Bounds bounds = domain.numbers().orElseThrow().bounds();
        return bounds.whole()
                ? new InvalidInput("hyperparameters." + name + ".range", (long) bounds.least(), (long) bounds.most())
                : new InvalidInput("hyperparameters." + name + ".range", bounds.least(), bounds.most());
    }

    @Override
    public String toString() {
        return name;
    }
}
