package lab.carousel.picture.state;

import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.trace.Traces;

/** What units are called: their number, counted from 1, and before it that of their layer if there is more than one. */
public final class UnitName {

    private UnitName() {}

    /** The name of a unit, counted from 0 through all layers: "7", or "2.7" for the seventh in the second layer. */
    public static String of(Traces traces, int unit) {
        return of(traces.layout(), unit);
    }

    public static String of(ParameterLayout layout, int unit) {
        int inLayer = unit % layout.units() + 1;
        return layout.layers() == 1 ? Integer.toString(inLayer) : unit / layout.units() + 1 + "." + inLayer;
    }

    public static List<String> all(ParameterLayout layout) {
        return IntStream.range(0, layout.allUnits())
                .mapToObj(unit -> of(layout, unit))
                .toList();
    }
}
