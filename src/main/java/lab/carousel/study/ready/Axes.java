package lab.carousel.study.ready;

import java.util.Arrays;
import java.util.List;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Change;
import lab.carousel.text.Message;

final class Axes {

    private Axes() {}

    static Axis of(Setting<?> setting, List<AxisValue> choices) {
        return Axis.listed(setting.name(), setting.label(), choices);
    }

    static <T> Axis of(Setting<T> setting, double... values) {
        return of(
                setting,
                Arrays.stream(values)
                        .mapToObj(value -> AxisValue.number(value, change(setting, setting.ofNumber(value))))
                        .toList());
    }

    private static <T> Change change(Setting<T> setting, T value) {
        return Change.of(values -> setting.with(values, value));
    }

    /** A cell as a choice, with the units it has in the experiment. */
    static AxisValue cell(Cell cell) {
        return AxisValue.named(
                Message.of("studies.cell." + cell), Change.of(settings -> settings.with(Settings.CELL, cell)));
    }
}
