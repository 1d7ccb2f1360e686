package lab.carousel.view;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All views, in the order in which they are offered. */
public final class Views {

    private static final List<Supplier<View>> ALL = List.of(
            AfterForkView::new,
            StateMapView::new,
            SaturationView::new,
            ClueProbeView::new,
            SaliencyView::new,
            TwoSequencesView::new,
            UnitView::new,
            FreeRunView::new,
            ResetSwitchView::new,
            TransplantView::new);

    private Views() {}

    /** New ones, for one surface. */
    public static Stream<View> all() {
        return ALL.stream().map(Supplier::get);
    }
}
