package lab.carousel.text;

import java.util.Locale;
import java.util.function.Supplier;

/** Lets a test hear the program in a language, and puts back the one that was spoken before. */
public final class InLanguage implements AutoCloseable {

    /** German, one of the languages that are found. */
    public static final Language GERMAN = Language.of("de").orElseThrow();

    private final Locale all = Locale.getDefault();
    private final Locale displayed = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale formats = Locale.getDefault(Locale.Category.FORMAT);

    /** Speaks a language until this is closed. */
    public InLanguage(Language language) {
        language.speak();
    }

    /** What something says in a language. */
    @SuppressWarnings("try") // the language is only spoken meanwhile
    public static <T> T hear(Language language, Supplier<T> words) {
        try (InLanguage spoken = new InLanguage(language)) {
            return words.get();
        }
    }

    @Override
    public void close() {
        Locale.setDefault(all);
        Locale.setDefault(Locale.Category.DISPLAY, displayed);
        Locale.setDefault(Locale.Category.FORMAT, formats);
    }
}
