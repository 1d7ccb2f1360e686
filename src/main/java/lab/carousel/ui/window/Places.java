package lab.carousel.ui.window;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lab.carousel.text.Message;
import lab.carousel.ui.cell.CellPlace;
import lab.carousel.ui.compare.ComparePlace;
import lab.carousel.ui.lesion.LesionPlace;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.ViewPlace;
import lab.carousel.ui.predictions.PredictionsPlace;
import lab.carousel.ui.update.UpdatePlace;
import lab.carousel.ui.weights.WeightsPlace;
import lab.carousel.ui.workspace.Workspace;
import lab.carousel.view.Views;

final class Places {

    private Places() {}

    static List<Place> of(Workspace workspace) {
        PlaceContext in = new PlaceContext(
                workspace.background(),
                workspace.traces(),
                workspace.selection(),
                workspace.lab().statusProperty(),
                (edited, name) -> workspace.project().edit(name, state -> state.with(edited)));
        List<Place> others = List.of(
                CellPlace.of(in),
                PredictionsPlace.of(in),
                UpdatePlace.of(in, workspace.lab()),
                WeightsPlace.of(in),
                LesionPlace.of(in, workspace.project()),
                ComparePlace.of(in, workspace.pins(), workspace.run().lookedAt(), pinned -> workspace
                        .project()
                        .open(Message.of("undo.pinned"), pinned)));
        Stream<Place> views = Views.all()
                .map(view -> ViewPlace.of(
                        in,
                        view,
                        workspace.screen().chosenInViews(),
                        workspace.screen().told()));
        return Stream.concat(views, others.stream())
                .sorted(Comparator.comparing(Place::name))
                .toList();
    }
}
