package lab.carousel.picture;

import lab.carousel.model.Traces;

/** What units are called: their number, counted from 1, and before it that of their layer if there is more than one. */
public final class UnitName {

    private UnitName() {}

    /**
     * The name of a unit, for example "7", or "2.7" for the seventh one in the second layer.
     *
     * @param unit counted from 0 through all layers
     */
    public static String of(Traces traces, int unit) {
        int inLayer = unit % traces.layout().units() + 1;
        return traces.layout().layers() == 1
                ? Integer.toString(inLayer)
                : unit / traces.layout().units() + 1 + "." + inLayer;
    }
}
