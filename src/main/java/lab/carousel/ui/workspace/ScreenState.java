package lab.carousel.ui.workspace;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lab.carousel.picture.loss.LossRange;
import lab.carousel.ui.place.ToldFacts;
import lab.carousel.ui.theme.Look;

/** What is chosen of the screen. It outlives each window. */
public final class ScreenState {

    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.INITIAL);
    private final BooleanProperty toured = new SimpleBooleanProperty(this, "toured");
    private final BooleanProperty simple = new SimpleBooleanProperty(this, "simple");
    private final BooleanProperty explained = new SimpleBooleanProperty(this, "explained", true);
    private final StringProperty place = new SimpleStringProperty(this, "place", "");
    private final StringProperty firstPlace = new SimpleStringProperty(this, "firstPlace", "");
    private final ObjectProperty<Map<String, Map<String, String>>> chosenInViews =
            new SimpleObjectProperty<>(this, "chosenInViews", Map.of());
    private final ObjectProperty<ToldFacts> told = new SimpleObjectProperty<>(this, "told", ToldFacts.NONE);
    private final ObjectProperty<Optional<LossRange>> zoom = new SimpleObjectProperty<>(Optional.empty());

    ScreenState() {}

    /** Theme and colours. */
    public ObjectProperty<Look> look() {
        return look;
    }

    /** Whether only what a newcomer needs is shown. */
    public BooleanProperty simple() {
        return simple;
    }

    /** Whether nothing needs to explain the heatmap any more. */
    public BooleanProperty explained() {
        return explained;
    }

    /** Whether the tour was taken or skipped. */
    public BooleanProperty toured() {
        return toured;
    }

    /** The key of the place of the microscope that is looked at; empty for the first one. */
    public StringProperty place() {
        return place;
    }

    /** The key of the place that is looked at first: other tasks ask for others. */
    public StringProperty firstPlace() {
        return firstPlace;
    }

    /** What is chosen in views, by their keys and the names of their choices. */
    public ObjectProperty<Map<String, Map<String, String>>> chosenInViews() {
        return chosenInViews;
    }

    /** What the last answer of a view tells lessons. */
    public ObjectProperty<ToldFacts> told() {
        return told;
    }

    /** The part of the loss chart that is shown. */
    public ObjectProperty<Optional<LossRange>> zoom() {
        return zoom;
    }
}
