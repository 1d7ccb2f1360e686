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
import lab.carousel.text.TypedNumber;

/**
 * A hyperparameter, declared once, in {@link Settings}: what files, the command line, studies, the panel, pages, programs
 * and the manual do with it follows from here. Its words stand in the bundle {@code hyperparameters} under its name.
 */
public final class Setting<T> {

    private final String name;
    private final Domain<T> domain;
    private final T reference;
    private final Function<Hyperparameters, T> get;
    private final BiFunction<Hyperparameters, T, Hyperparameters> with;
    /** Why it has no influence at present. */
    private Function<Hyperparameters, Optional<Message>> obstacle = values -> Optional.empty();
    /** The values with which Deeplearning4j cannot train, if there are any. */
    private Optional<Predicate<T>> kernelOnly = Optional.empty();
    /** Whether files were written before there was such a setting. */
    private boolean isRecent;

    /**
     * A part of another setting that on the screen is set on its own.
     *
     * @param get  from the others
     * @param with sets it in them
     */
    Setting(
            String name,
            Domain<T> domain,
            T reference,
            Function<Hyperparameters, T> get,
            BiFunction<Hyperparameters, T, Hyperparameters> with) {
        this.name = name;
        this.domain = domain;
        this.reference = reference;
        this.get = get;
        this.with = with;
    }

    /** A setting that always has an influence, and with which every engine can train. */
    Setting(String name, Domain<T> domain, T reference) {
        this.name = name;
        this.domain = domain;
        this.reference = reference;
        this.get = values -> values.get(this);
        this.with = (values, value) -> values.with(this, value);
    }

    /** From now on it has an influence only beside some values of the others; the key of a message says why not. */
    Setting<T> onlyIf(Predicate<Hyperparameters> condition, String whyNot) {
        Function<Hyperparameters, Optional<Message>> before = obstacle;
        obstacle = values -> before.apply(values)
                .or(() -> condition.test(values) ? Optional.empty() : Optional.of(Message.of(whyNot)));
        return this;
    }

    /** From now on only the kernel can train with some values. */
    Setting<T> kernelOnly(Predicate<T> values) {
        kernelOnly = Optional.of(values);
        return this;
    }

    /** Is left out of files where it is as in the reference, so that those from before it stay as they are. */
    Setting<T> recent() {
        isRecent = true;
        return this;
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
        return get.apply(values);
    }

    /** @throws InvalidInput if it is out of bounds, or cannot work together with the others */
    public Hyperparameters with(Hyperparameters values, T value) {
        return with.apply(values, value);
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
        if (domain instanceof Domain.Choice) {
            return Message.text(own + get(values));
        }
        if (written(values) instanceof Double number) {
            return TypedNumber.text(number);
        }
        return written(values) instanceof String ? Message.text(own + "word") : writtenText(values);
    }

    /** Whether its value differs from the tutorial's. */
    public boolean isUnusual(Hyperparameters values) {
        return !get(values).equals(reference);
    }

    public boolean isWritten(Hyperparameters values) {
        return !isRecent || isUnusual(values);
    }

    /** Why it has no influence beside the values of the others; empty if it has one. */
    public Optional<Message> obstacle(Hyperparameters values) {
        return obstacle.apply(values);
    }

    public boolean isKernelOnly(T value) {
        return kernelOnly.filter(values -> values.test(value)).isPresent();
    }

    public boolean hasKernelOnly() {
        return kernelOnly.isPresent()
                && (!(domain instanceof Domain.Choice<?>)
                        || domain.wordList().stream()
                                .anyMatch(
                                        word -> isKernelOnly(domain.ofWord(word).orElseThrow())));
    }

    /** Whether Deeplearning4j cannot train with its value, which has an influence. */
    public boolean isKernelOnlyIn(Hyperparameters values) {
        return isKernelOnly(get(values)) && obstacle(values).isEmpty();
    }

    /** What only the kernel has, as it stands within a sentence. */
    String kernelOnlyWords() {
        return Message.text("hyperparameters." + name + ".kernelOnly");
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
