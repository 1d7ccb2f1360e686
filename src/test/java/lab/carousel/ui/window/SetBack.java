package lab.carousel.ui.window;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.WritableValue;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import lab.carousel.lesson.Audience;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.training.Pace;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.ToldFacts;
import lab.carousel.ui.project.History;
import lab.carousel.ui.project.Project;
import lab.carousel.ui.project.ProjectState;
import lab.carousel.ui.robot.InWindow;
import lab.carousel.ui.theme.Look;
import lab.carousel.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Sets a window back to how it was when it was new, by what the program itself can do, and by forgetting what it keeps on purpose.
 * Used on the JavaFX thread.
 */
final class SetBack {

    private final MainWindow window;
    private final Workspace workspace;
    private final Stage stage;
    /** What was chosen in controls that belong to nothing else. */
    private final Map<String, Object> choices;

    SetBack(MainWindow window, Workspace workspace, Stage stage, Map<String, Object> choices) {
        this.window = window;
        this.workspace = workspace;
        this.stage = stage;
        this.choices = choices;
    }

    /** What is on the screen besides the lab goes away. */
    void closeOthers() {
        InWindow.hideOthers();
        set(part(part(window, "help"), "help"), "opened", Optional.empty());
        workspace.screen().look().set(Look.INITIAL);
        window.setStyle("");
        window.lessons().player().close();
        window.tour.end();
        if (window.studies.visibleProperty().get()) {
            window.studies.switchOver();
        }
        Node palette = part(window, "palette");
        if (palette.isVisible()) {
            call(palette, "toggle");
        }
        set(palette, "before", null);
        call(part(window, "animation"), "setOpen", false);
        stage.setFullScreen(false);
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
    }

    /** What is worked on is what a new window works on. */
    void beginAnew() {
        workspace.screen().simple().set(false);
        workspace.screen().explained().set(true);
        workspace.screen().toured().set(false);
        workspace.lab().liveProperty().set(true);
        workspace.lab().paceProperty().set(Pace.FASTEST);
        workspace.travel().goLive();
        workspace.traces().stepByStepProperty().set(false);
        workspace.selection().memoryOnlyProperty().set(false);
        workspace.selection().unitProperty().set(-1);
        workspace.selection().stepProperty().set(null);
        workspace.selection().layerProperty().set(HeatmapLayer.HIDDEN_STATE);
        workspace.screen().chosenInViews().set(Map.of());
        workspace.screen().told().set(ToldFacts.NONE);
        workspace.pins().show(List.of());
        set(workspace.pins(), "pinned", 0);
        workspace.screen().zoom().set(Optional.empty());
        workspace.lesson().audienceProperty().set(Audience.ALONE);
        workspace.lesson().liveProperty().set(Optional.empty());
        forget(workspace.lesson(), "left", "restored", "saved");
        forgetHistory();
        workspace.lab().reset();
        forgetPlaces();
        forgetStudies();
        foldGroups();
        set(window.state, "selectedOutput", -1);
        ((ListView<?>) window.task.lookup("#sequenceList")).getSelectionModel().select(0);
        set(window.lessons().player(), "card", null);
        set(window.lessons().player(), "classVote", Optional.empty());
        set(part(window, "focusRing"), "isByKey", false);
        KeptChoices.put(new HashMap<>(choices), parts(window));
        workspace.notices().close();
        set(workspace.notices(), "offer", Optional.empty());
        set(workspace.notices(), "givingUp", Optional.empty());
        set(workspace.notices(), "number", 0);
    }

    static List<Node> parts(MainWindow window) {
        return List.of(window.toolbar, window.loss, window.state);
    }

    private void forgetHistory() {
        Project project = workspace.project();
        forget(project, "replaced");
        set(project, "isUnsavedReplaced", false);
        set(project, "gesture", 0L);
        set(project, "isHeld", false);
        call(project, "show", History.of(ProjectState.of(Experiment.reference())), false);
    }

    /** Each is made anew when it is looked at. */
    private void forgetPlaces() {
        window.microscope.places().forEach(place -> {
            place.close();
            set(place, "content", null);
        });
        ((Pane) part(window.microscope, "stack")).getChildren().clear();
        Place first = window.microscope.places().get(0);
        if (window.microscope.shownProperty().get() == first) {
            call(window.microscope, "show", first);
        } else {
            window.microscope.shownProperty().set(first);
        }
    }

    private void foldGroups() {
        for (Node header : window.hyperparameters.lookupAll(".group-header")) {
            ((ToggleButton) header).setSelected(false);
            call(header.getParent(), "unfold", !SetBack.<Boolean>part(header.getParent(), "canFold"));
        }
    }

    private void forgetStudies() {
        window.studies.close();
        set(window.studies, "place", Optional.empty());
        window.studies.getChildren().clear();
        set(workspace.studies(), "choices", Optional.empty());
        set(workspace.studies(), "isPrepared", false);
        set(part(workspace.studies(), "service"), "shown", "");
    }

    private static void forget(Object of, String... fields) {
        Stream.of(fields).map(field -> SetBack.<Object>part(of, field)).forEach(all -> {
            if (all instanceof Map<?, ?> map) {
                map.clear();
            } else {
                ((Collection<?>) all).clear();
            }
        });
    }

    @SuppressWarnings("unchecked")
    static <T> T part(Object of, String field) {
        try {
            return (T) field(of, field).get(of);
        } catch (IllegalAccessException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @SuppressWarnings("unchecked")
    static void set(Object of, String field, @Nullable Object value) {
        try {
            Field found = field(of, field);
            if (found.get(of) instanceof WritableValue<?> property) {
                ((WritableValue<Object>) property).setValue(value);
            } else {
                found.set(of, value);
            }
        } catch (IllegalAccessException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static Field field(Object of, String name) {
        try {
            Field field = of.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException other) {
            throw new IllegalStateException("Another class than the one that is known: " + of.getClass(), other);
        }
    }

    static void call(Object of, String name, Object... arguments) {
        try {
            for (Method method : of.getClass().getDeclaredMethods()) {
                if (method.getName().equals(name) && takes(method, arguments)) {
                    method.setAccessible(true);
                    method.invoke(of, arguments);
                    return;
                }
            }
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException(unexpected);
        }
        throw new IllegalStateException(of.getClass() + " has no " + name);
    }

    private static boolean takes(Method method, Object... arguments) {
        List<Class<?>> types = new ArrayList<>(List.of(method.getParameterTypes()));
        for (int at = 0; at < types.size() && types.size() == arguments.length; at++) {
            Class<?> type = types.get(at) == boolean.class ? Boolean.class : types.get(at);
            if (!type.isInstance(arguments[at])) {
                return false;
            }
        }
        return types.size() == arguments.length;
    }
}
