package lab.carousel.view;

import java.util.List;
import java.util.Optional;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.picture.probe.SaturationDrawing;
import lab.carousel.study.Saturation;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.text.Message;

/** How often the gates of each unit are nearly open or nearly shut, while the network learns. */
public final class SaturationView implements View {

    private final SingleEntryCache<Evaluator, VisitedStates> visited =
            new SingleEntryCache<>(evaluator -> VisitedStates.of(evaluator, Saturation.part()));

    @Override
    public PlaceName name() {
        return PlaceName.SATURATION;
    }

    @Override
    public Optional<String> obstacle(Experiment experiment) {
        return Saturation.gates(experiment.hyperparameters().get(Settings.CELL)).isEmpty()
                ? Optional.of(Message.text("saturation.none"))
                : Optional.empty();
    }

    @Override
    public boolean looksAtSelection() {
        return true;
    }

    @Override
    public List<String> sentences() {
        return List.of("summary", "caption");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        VisitedStates states = visited.of(look.network().evaluator());
        Saturation saturation = Saturation.of(states, look.network());
        String summary = SaturationDrawing.summary(saturation);
        String caption = Message.text(
                states.areTests() ? "saturation.caption.test" : "saturation.caption",
                saturation.steps(),
                saturation.of());
        return new Answer(
                        SaturationDrawing.of(saturation, look.unit()),
                        Message.text("saturation.picture.title", look.epoch()))
                .spoken(summary)
                .says("summary", summary)
                .says("caption", caption)
                .selects(spot -> Selected.unit(spot.row()));
    }
}
