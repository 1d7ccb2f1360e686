package lab.carousel.view;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;

/** All views, in the order in which they are offered. */
public final class Views {

    private static final List<Supplier<View>> ALL = List.of(
            ForecastView::new,
            SamplesView::new,
            AfterForkView::new,
            StateMapView::new,
            ForksView::new,
            AutomatonView::new,
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

    /**
     * A new one by its name.
     *
     * @throws InvalidInput if there is none of this name
     */
    public static View named(String name) {
        return all().filter(view -> view.name().key().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "view.unknown",
                        name,
                        all().map(view -> view.name().key()).collect(Collectors.joining(", "))));
    }

    /** The name of the one to look at first of an experiment. */
    public static String first(Experiment experiment) {
        return all().filter(view -> view.isFirstFor(experiment))
                .findFirst()
                .orElseThrow()
                .name()
                .key();
    }
}
