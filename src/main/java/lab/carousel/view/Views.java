package lab.carousel.view;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.text.InvalidInput;

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

    /** Those that are written without a window, which looks for the automaton in a way of its own. */
    public static Stream<View> written() {
        return Stream.concat(all(), Stream.of(new AutomatonView()));
    }

    /**
     * A new one of those that are written.
     *
     * @throws InvalidInput if there is none of this name
     */
    public static View named(String name) {
        return written()
                .filter(view -> view.name().key().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "view.unknown",
                        name,
                        written().map(view -> view.name().key()).collect(Collectors.joining(", "))));
    }
}
