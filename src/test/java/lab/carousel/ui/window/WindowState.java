package lab.carousel.ui.window;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import lab.carousel.model.Experiment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * All that tells a window from a new one, by where it stands: what can be seen of each node, and what the objects behind it
 * keep in their fields, as far as they are of the window. Of what was computed there is only whether it is there.
 */
final class WindowState {

    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();
    /** What goes on counting, is made ahead or read once, and the same for all tests, or tells when something was. */
    private static final Set<String> NOT_COMPARED = Set.of(
            "ConflatingWorker.forgotten",
            "DrawingScreen.forgotten",
            "DrawingScreen.free",
            "DrawingScreen.read",
            "DrawingScreen.spare",
            "DrawingScreen.words",
            "Help.isRead",
            "Help.material",
            "LabRun.made",
            "LessonMenu.isAsked",
            "LossReadoutPane.rows",
            "MainWindow.namesWidth",
            "OpenClass.frames",
            "Probe.forgotten",
            "SequenceList.cells",
            "StudyService.lastProgress",
            "StudyService.nextFindings",
            "TypedRate.due");

    private final Map<String, Object> found = new TreeMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private WindowState() {}

    /** The state of what is shown of a root, and of the objects from which all others are reached. */
    static Map<String, Object> of(Parent root, Object... objects) {
        WindowState state = new WindowState();
        state.look("", root);
        for (Object object : objects) {
            state.walk(object.getClass().getSimpleName(), object);
        }
        return state.found;
    }

    /** Where two states differ, with the value before and the one now. */
    static List<String> differences(Map<String, Object> before, Map<String, Object> now) {
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(now.keySet());
        return all.stream()
                .filter(place -> !Objects.equals(before.get(place), now.get(place)))
                .map(place -> place + ": " + before.get(place) + " -> " + now.get(place))
                .toList();
    }

    private void look(String path, Node node) {
        if (!node.isVisible()) {
            return;
        }
        found.put(path, visible(node));
        if (node instanceof MenuButton menu) {
            look(path, menu.getItems());
        }
        if (node instanceof Parent parent && !isOfSkin(node)) {
            // What is taken out and put back comes after the others
            Map<String, Integer> number = new HashMap<>();
            for (Node child : parent.getChildrenUnmodifiable()) {
                look(path + "/" + name(child) + number.merge(name(child), 1, Integer::sum), child);
            }
        }
    }

    /** What a control makes for itself, such as the rows of a list, which it uses again for others. */
    private static boolean isOfSkin(Node node) {
        return node instanceof Labeled labeled && labeled.getGraphic() == null
                || node instanceof ListView
                || node instanceof TableView
                || node instanceof TextInputControl
                || node instanceof ScrollBar
                || node instanceof Slider;
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + (node.getId() == null ? "" : "#" + node.getId());
    }

    private void look(String path, List<MenuItem> items) {
        MainWindowFixture.all(items)
                .filter(item -> item.getId() == null || !item.getId().startsWith("lesson-"))
                .forEach(item -> found.merge(
                        path + "!" + item.getId(),
                        item.getText()
                                + item.isDisable()
                                + item.isVisible()
                                + (item instanceof Toggle toggle && toggle.isSelected()),
                        (one, other) -> one + "," + other));
    }

    private static List<Object> visible(Node node) {
        List<Object> all = new ArrayList<>(List.of(
                node.isDisable(),
                node.isManaged(),
                new TreeSet<>(node.getStyleClass()),
                node instanceof FontIcon ? "" : String.valueOf(node.getStyle()),
                new Near(node.getOpacity(), 1e-2),
                new Near(node.getLayoutX(), 2),
                new Near(node.getLayoutY(), 2),
                new Near(node.getLayoutBounds().getWidth(), 2),
                new Near(node.getLayoutBounds().getHeight(), 2)));
        if (node instanceof Labeled labeled) {
            all.add(labeled.getText() + "");
        } else if (node instanceof TextInputControl field) {
            all.add(field.getText() + "");
        } else if (node instanceof Text text) {
            all.add(text.getText() + "");
        } else if (node instanceof ComboBox<?> box) {
            all.add(box.getSelectionModel().getSelectedIndex());
        } else if (node instanceof Slider slider) {
            all.add(slider.getValue());
        } else if (node instanceof Spinner<?> spinner) {
            all.add(spinner.getValue() + "");
        } else if (node instanceof ScrollPane scroll) {
            all.add(List.of(scroll.getHvalue(), scroll.getVvalue()));
        } else if (node instanceof ImageView image) {
            all.add(image.getImage() == null);
        }
        if (node instanceof Toggle toggle) {
            all.add(toggle.isSelected());
        }
        all.add(node.getAccessibleText() + "");
        return all;
    }

    /** A number that equals those next to it: dividers are put to whole pixels. */
    private record Near(double value, double least) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Near near
                    && (value == near.value || Math.abs(value - near.value) <= 0.01 * Math.abs(value) + least);
        }

        @Override
        public int hashCode() {
            return 0;
        }

        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    private void walk(String path, @Nullable Object object) {
        if (object == null) {
            return;
        }
        if (isValue(object)) {
            found.put(path, object instanceof Double number ? new Near(number, 1e-2) : object);
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(value -> walk(path, value));
        } else if (object instanceof ObservableValue<?> value && isOfFx(object)) {
            walk(path + "=", value.getValue());
        } else if (object instanceof Collection<?> all) {
            found.put(path, all.size());
            int index = 0;
            for (Object each : all) {
                walk(path + "[" + index++ + "]", each);
            }
        } else if (object instanceof Map<?, ?> map) {
            found.put(path, map.size());
            map.forEach((key, value) -> walk(path + "[" + key + "]", value));
        } else if (isOurs(object) && seen.add(object)) {
            found.put(path, object.getClass());
            fields(object.getClass()).forEach(field -> walk(path + "." + field.getName(), value(field, object)));
        } else if (isOurs(object)) {
            found.put(path, object.getClass());
        }
    }

    private static boolean isValue(Object object) {
        return object instanceof Number && object.getClass().getName().startsWith("java.lang")
                || object instanceof Boolean
                || object instanceof String
                || object instanceof Enum
                || object instanceof Experiment;
    }

    private static boolean isOfFx(Object object) {
        return object.getClass().getName().startsWith("javafx.beans.property");
    }

    private static boolean isOurs(Object object) {
        Class<?> type = object.getClass();
        return type.getName().startsWith("lab.carousel.ui.")
                && !type.isHidden()
                && !type.getName().startsWith("lab.carousel.ui.background.")
                && !type.getName().endsWith("Test")
                && !type.getName().endsWith("Fixture");
    }

    private static List<Field> fields(Class<?> type) {
        return FIELDS.computeIfAbsent(type, made -> Stream.<Class<?>>iterate(made, Class::getSuperclass)
                .takeWhile(each -> each != null && each.getName().startsWith("lab.carousel."))
                .flatMap(each -> Stream.of(each.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !NOT_COMPARED.contains(name(field)))
                .peek(field -> field.setAccessible(true))
                .toList());
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
