package lab.carousel.ui.place;

import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.training.RunStatus;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;

/**
 * What a place looks at.
 *
 * @param background answers its questions, and draws
 * @param traces     the networks that it asks about
 * @param selection  which unit and which step are looked at
 * @param run        that is looked at
 * @param edits      takes another experiment, and what was done
 */
public record PlaceContext(
        Background background,
        TraceService traces,
        Selection selection,
        ObservableValue<RunStatus> run,
        BiConsumer<Experiment, Message> edits) {}
