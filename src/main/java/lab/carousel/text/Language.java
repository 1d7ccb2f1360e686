package lab.carousel.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A language of the program. Which one is spoken is a setting of Java itself, the default locale for what is displayed,
 * so that the system's language is spoken until another one is chosen.
 */
public enum Language {
    /** The one in which everything is written; what has no translation is shown in it. */
    ENGLISH(Locale.ENGLISH, ','),
    /** German, where 5,000 is five. */
    GERMAN(Locale.GERMAN, '\u202f');

    private static final List<Language> ALL = List.of(values());

    /** What a thread speaks for a while. */
    private static final ThreadLocal<Optional<Language>> MEANWHILE = ThreadLocal.withInitial(Optional::empty);

    private final Locale locale;
    private final char betweenThousands;

    Language(Locale locale, char betweenThousands) {
        this.locale = locale;
        this.betweenThousands = betweenThousands;
    }

    /** The language that is spoken now. */
    public static Language current() {
        Optional<Language> meanwhile = MEANWHILE.get();
        return meanwhile.isPresent()
                ? meanwhile.get()
                : of(Locale.getDefault(Locale.Category.DISPLAY).getLanguage()).orElse(ENGLISH);
    }

    /** The language of a code, if the program speaks it. */
    public static Optional<Language> of(String code) {
        for (Language language : ALL) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** Its code of two letters (ISO 639), as in the names of files. */
    public String code() {
        return locale.getLanguage();
    }

    /** Its name, in itself. */
    public String title() {
        return locale.getDisplayLanguage(locale);
    }

    /** The locale of its texts. */
    Locale locale() {
        return locale;
    }

    /** What stands between the thousands of a number: a comma or a narrow space at which no line breaks. */
    char betweenThousands() {
        return betweenThousands;
    }

    /** What something says in this language, whichever is spoken; all others hear nothing of it. */
    public <T> T meanwhile(Supplier<T> words) {
        Optional<Language> before = MEANWHILE.get();
        MEANWHILE.set(Optional.of(this));
        try {
            return words.get();
        } finally {
            MEANWHILE.set(before);
        }
    }

    /** Lets the program speak it from now on, the menus that come with JavaFX too. */
    public void speak() {
        Locale formats = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.FORMAT, formats);
    }
}
