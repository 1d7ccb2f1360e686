package lab.carousel.ui.window;

import java.util.List;
import javafx.scene.Node;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.cell.CellPlace;
import lab.carousel.ui.compare.ComparePlace;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.forks.ForksPlace;
import lab.carousel.ui.freerun.FreeRunPlace;
import lab.carousel.ui.lesion.LesionPlace;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.Place.Need;
import lab.carousel.ui.place.Place.PlaceKind;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.predictions.PredictionsPlace;
import lab.carousel.ui.resetswitch.ResetSwitchPlace;
import lab.carousel.ui.saliency.SaliencyPlace;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.transplant.TransplantPlace;
import lab.carousel.ui.twosequences.TwoSequencesPlace;
import lab.carousel.ui.unit.UnitPlace;
import lab.carousel.ui.update.UpdatePlace;
import lab.carousel.ui.weights.WeightsPlace;
import lab.carousel.ui.workspace.Workspace;

/** The places of the microscope. */
final class Places {

    private final Workspace workspace;
    private final TwoSequencesPlace twoSequences;
    private final TransplantPlace transplant;
    private final List<Place> all;

    /**
     * The places of a window.
     *
     * @param workspace what they look at
     * @param window    whose they are: they hear of what is chosen elsewhere also before they are looked at
     */
    Places(Workspace workspace, Node window) {
        Background background = workspace.background();
        TraceService traces = workspace.traces();
        Selection selection = workspace.selection();
        this.workspace = workspace;
        twoSequences = new TwoSequencesPlace(background, traces, selection);
        transplant = new TransplantPlace(background, traces, selection);
        PlaceContext in = new PlaceContext(background, traces, selection);
        all = List.of(
                new Place(
                        "cell",
                        PlaceKind.SEE,
                        () -> new CellPlace(background, traces, selection),
                        Need.HEIGHT,
                        Need.HEATMAP),
                UnitPlace.of(in),
                PredictionsPlace.of(in),
                forks(in, workspace),
                new Place(
                        "update",
                        PlaceKind.SEE,
                        () -> new UpdatePlace(background, traces, selection, workspace.lab()),
                        Need.UPDATES),
                WeightsPlace.of(in),
                new Place("twoSequences", PlaceKind.OPERATE, () -> twoSequences, Need.HEIGHT),
                new Place("transplant", PlaceKind.OPERATE, () -> transplant, Need.HEIGHT),
                new Place(
                        "lesion",
                        PlaceKind.OPERATE,
                        () -> new LesionPlace(background, traces, selection, workspace.project()),
                        Need.HEIGHT),
                SaliencyPlace.of(in),
                FreeRunPlace.of(in),
                new Place(
                        "resetSwitch",
                        PlaceKind.OPERATE,
                        () -> new ResetSwitchPlace(background, traces, selection),
                        Need.HEIGHT),
                new Place("compare", PlaceKind.SEE, () -> compare(workspace)));
        hearOperations(window);
    }

    private static Place forks(PlaceContext in, Workspace workspace) {
        return ForksPlace.of(
                in,
                workspace.lab().statusProperty().map(now -> now.state() == RunState.RUNNING),
                (mended, name) -> workspace.project().edit(name, state -> state.with(mended)));
    }

    private static ComparePlace compare(Workspace workspace) {
        return new ComparePlace(
                workspace.background(),
                workspace.pins(),
                workspace.lookedAt(),
                workspace.traces().stepByStepProperty(),
                pinned -> workspace.project().open(Message.of("undo.pinned"), pinned));
    }

    private void hearOperations(Node window) {
        twoSequences.show(workspace.twoSequencesProperty().get());
        transplant.show(workspace.transplantProperty().get());
        Hearing.of(window, workspace.twoSequencesProperty(), (observable, before, now) -> {
            if (!now.equals(twoSequences.choices())) {
                twoSequences.show(now);
            }
        });
        Hearing.of(window, workspace.transplantProperty(), (observable, before, now) -> {
            if (!now.equals(transplant.choices())) {
                transplant.show(now);
            }
        });
    }

    /** All places, in the order of their buttons. */
    List<Place> all() {
        return all;
    }

    /** Lets the workspace know what is chosen. Called at every frame. */
    void note() {
        workspace.twoSequencesProperty().set(twoSequences.choices());
        workspace.transplantProperty().set(transplant.choices());
    }
}
