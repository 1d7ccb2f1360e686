package lab.carousel.model;

import java.util.List;
import java.util.function.Predicate;
import lab.carousel.model.domain.Domain;

/** Settings with other values than the tutorial's, so that a new one is tried wherever all are. */
public final class UnusualSettings {

    private static final double PLACE_ON_SLIDER = 0.4;

    private UnusualSettings() {}

    /** Those that are decimal numbers. */
    public static List<Setting<?>> decimals() {
        return Settings.ALL.stream()
                .filter(setting -> setting.domain() instanceof Domain.Number<?> number
                        && !number.bounds().whole())
                .<Setting<?>>map(setting -> setting)
                .toList();
    }

    /** The same with another value of one that is a number. */
    public static <T> Hyperparameters with(Hyperparameters values, Setting<T> setting) {
        Domain.Number<T> number = setting.domain().numbers().orElseThrow();
        return setting.with(values, setting.ofNumber(number.slider().valueAt(PLACE_ON_SLIDER)));
    }

    /** The same with another value of each decimal number that is the tutorial's and has an influence. */
    public static Hyperparameters allDecimals(Hyperparameters values) {
        Hyperparameters unusual = values;
        for (Setting<?> setting : decimals()) {
            boolean isFree =
                    !setting.isUnusual(unusual) && setting.obstacle(unusual).isEmpty();
            unusual = isFree ? with(unusual, setting) : unusual;
        }
        return unusual;
    }

    /** The same with another value of one of whatever kind. */
    static <T> Hyperparameters another(Hyperparameters values, Setting<T> setting) {
        return another(values, setting, each -> true);
    }

    /** The same, where there is a choice with one of some values. */
    static <T> Hyperparameters another(Hyperparameters values, Setting<T> setting, Predicate<T> some) {
        if (setting.domain().numbers().isPresent()) {
            return with(values, setting);
        }
        T value = setting.domain().wordList().stream()
                .map(word -> setting.domain().ofWord(word).orElseThrow())
                .filter(some.and(each -> !each.equals(setting.get(values))))
                .findFirst()
                .orElseThrow();
        return setting.with(values, value);
    }
}
