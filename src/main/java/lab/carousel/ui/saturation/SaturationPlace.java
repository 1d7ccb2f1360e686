package lab.carousel.ui.saturation;

import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.picture.probe.SaturationDrawing;
import lab.carousel.study.Saturation;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Kept;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContent;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.PlaceKind;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;

/** How often the gates of each unit are nearly open or nearly shut, while the network learns. */
public final class SaturationPlace {

    /** @param unit the one that is selected; -1 for none */
    private record Ask(TracedSnapshot traced, int unit) {}

    private SaturationPlace() {}

    public static Place of(PlaceContext in) {
        return new Place(PlaceName.SATURATION, PlaceKind.SEE, () -> content(in));
    }

    private static PlaceContent content(PlaceContext in) {
        Form form = new Form(PlaceName.SATURATION);
        Selection selection = in.selection();
        form.asksAgain(selection.unitProperty());
        Kept<Evaluator, VisitedStates> visited =
                new Kept<>(evaluator -> VisitedStates.of(evaluator, Saturation.part()));
        Probe<Ask> probe = new Probe<>(
                in,
                form,
                now -> asked(new Ask(now, selection.unitProperty().get())),
                ask -> answer(ask, visited.of(ask.traced().network().evaluator()), selection));
        return probe.open(
                form.column(probe.drawing(), form.words("summary", "probe-answer"), form.words("caption", "muted")));
    }

    private static Asked<Ask> asked(Ask ask) {
        return Saturation.gates(ask.traced()
                                .snapshot()
                                .experiment()
                                .hyperparameters()
                                .get(Settings.CELL))
                        .isEmpty()
                ? Asked.instead(Message.text("saturation.none"))
                : Asked.of(ask);
    }

    private static Shown answer(Ask ask, VisitedStates visited, Selection selection) {
        Saturation saturation = Saturation.of(visited, ask.traced().network());
        String summary = SaturationDrawing.summary(saturation);
        String caption = Message.text(
                visited.areTests() ? "saturation.caption.test" : "saturation.caption",
                saturation.steps(),
                saturation.of());
        return new Shown(
                        SaturationDrawing.of(saturation, ask.unit()),
                        Message.text(
                                "saturation.picture.title",
                                ask.traced().snapshot().position().epoch()),
                        summary.replace('\n', ' ') + " " + caption)
                .spoken(summary)
                .says("summary", summary)
                .says("caption", caption)
                .picks(spot -> selection.unitProperty().set(spot.row()));
    }
}
