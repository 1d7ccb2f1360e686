package lab.carousel.ui.transplant;

import java.util.function.Supplier;
import javafx.scene.control.TextFormatter;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The number of a step as it is typed: digits only, and nothing typed leaves it as it is. */
final class StepText extends StringConverter<Integer> {

    /** More than any sequence has steps. */
    private static final String NUMBER = "[0-9]{0,5}";

    private final Supplier<Integer> now;

    /**
     * A converter.
     *
     * @param now gives the number that holds while nothing is typed
     */
    StepText(Supplier<Integer> now) {
        this.now = now;
    }

    /** Lets a change through if digits come of it. */
    static TextFormatter.@Nullable Change keepDigits(TextFormatter.Change change) {
        return change.getControlNewText().matches(NUMBER) ? change : null;
    }

    @Override
    public String toString(Integer number) {
        return number == null ? "" : number.toString();
    }

    @Override
    public Integer fromString(String text) {
        return text.isBlank() ? now.get() : Integer.valueOf(text);
    }
}
