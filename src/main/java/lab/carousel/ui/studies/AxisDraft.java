package lab.carousel.ui.studies;

import java.util.Arrays;
import java.util.List;
import lab.carousel.file.experiment.HyperparameterAxis;
import lab.carousel.model.Settings;
import lab.carousel.study.many.Axis;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;

/**
 * An axis of an own study as it was typed.
 *
 * @param name        of the hyperparameter; empty if the axis is not used
 * @param values      listed values, with commas between them; with semicolons if the numbers have decimal commas
 * @param from        the least value of a random search
 * @param to          the largest value of a random search
 * @param logarithmic whether equal ratios are equally likely in a random search
 */
record AxisDraft(String name, String values, String from, String to, boolean logarithmic) {

    /** Whether something is varied along it. */
    boolean isUsed() {
        return !name.isEmpty();
    }

    /**
     * The axis, if it is used.
     *
     * @param random whether values are drawn from a range, and not listed
     * @throws InvalidInput if the hyperparameter cannot have these values; names the value
     */
    Axis axis(boolean random) {
        if (random && (from.isBlank() || to.isBlank())) {
            throw new InvalidInput("studyWindow.own.noRange");
        }
        if (!random && list().isEmpty()) {
            throw new InvalidInput("studyWindow.own.noValues");
        }
        return random
                ? HyperparameterAxis.ranging(name, words(name), number(from), number(to), logarithmic)
                : HyperparameterAxis.listed(name, words(name), list());
    }

    /** What a hyperparameter is called on the screen. */
    static String title(String name) {
        return words(name).text();
    }

    private static Message words(String name) {
        return Settings.named(name).orElseThrow().label();
    }

    private List<String> list() {
        boolean decimalCommas = values.contains(";");
        return Arrays.stream(values.split(decimalCommas ? ";" : ","))
                .map(value -> decimalCommas ? value.replace(',', '.') : value)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static double number(String text) {
        try {
            return TypedNumber.decimal(text);
        } catch (NumberFormatException none) {
            throw new InvalidInput("studyWindow.own.noNumber", text.strip());
        }
    }
}
