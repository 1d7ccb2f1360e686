package lab.carousel.ui.microscope;

import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.lesson.PlaceName;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.ExplainedItem;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.Motion;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.ViewScope;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.place.Place;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Places that share one column of the window: one of them is shown. A menu names them all, with what each is for; arrows
 * beside it, and Ctrl with Page up and Page down, leaf through them. The column can be made wide.
 */
public final class Microscope extends BorderPane {

    private final List<Place> places;
    private final ObjectProperty<Place> shown = new SimpleObjectProperty<>(this, "shown");
    private final StackPane stack = new StackPane();
    private final ToggleButton wide = explained(
            whole(named(new ToggleButton(null, new FontIcon(Feather.MAXIMIZE_2)), "microscopeWide")),
            "microscope.wide");
    private final HBox top;
    /** Stands in the place of what a lesson covers. */
    private final Region cover = Controls.cover("place");

    private List<PlaceName> covered = List.of();
    private boolean isPreparing;
    private final ReadOnlyStringProperty first;

    /**
     * A column of places.
     *
     * @param places all of them
     * @param key    of the one that is shown; that of none stands for the first one
     * @param first  of the one that is shown where there is no choice
     */
    public Microscope(List<Place> places, StringProperty key, ReadOnlyStringProperty first) {
        this.first = first;
        // In the order of the menu, so that leafing through them follows it
        this.places = places.stream().sorted(Comparator.comparing(Place::kind)).toList();
        named(this, "microscope", "microscope");
        top = styled(
                Controls.row(
                        0,
                        leaf("previousPlace", Feather.CHEVRON_LEFT, -1),
                        menu(),
                        leaf("nextPlace", Feather.CHEVRON_RIGHT, 1),
                        Controls.spring(),
                        wide),
                "microscope-places");
        setTop(top);
        setCenter(stack);
        shown.addListener((observable, before, now) -> {
            show(now);
            key.set(now.key());
        });
        shown.set(place(key.get()).orElse(this.places.get(0)));
        WindowListeners.of(this, key, (observable, before, now) -> show(now));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private PlaceMenu menu() {
        PlaceMenu menu = new PlaceMenu(places, shown);
        // From the name of the place the keyboard goes on into the place, once one has been chosen
        BooleanProperty chosen = new SimpleBooleanProperty();
        shown.addListener(change -> chosen.set(menu.isFocused() || menu.isShowing()));
        menu.focusedProperty().addListener((observable, before, now) -> chosen.set(chosen.get() && now));
        menu.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean goesOn = event.getCode() == KeyCode.TAB && !event.isShiftDown() && !event.isControlDown();
            if (goesOn && chosen.get()) {
                FirstControl.in(shown.get().view()).ifPresent(Node::requestFocus);
                event.consume();
            }
        });
        return menu;
    }

    private Button leaf(String id, Feather icon, int by) {
        Button button = Controls.iconButton(id, icon, "microscope." + id, () -> leaf(by), "flat", "button-icon");
        Tip.put(button, Message.text("microscope." + id + ".tip"));
        return button;
    }

    /** Shows the place that is so many after the one shown; after the last one comes the first. */
    private void leaf(int by) {
        shown.set(places.get(Math.floorMod(places.indexOf(shown.get()) + by, places.size())));
    }

    private void onKey(KeyEvent event) {
        boolean forward = event.getCode() == KeyCode.PAGE_DOWN;
        if (top.isVisible() && event.isShortcutDown() && (forward || event.getCode() == KeyCode.PAGE_UP)) {
            leaf(forward ? 1 : -1);
            event.consume();
        }
    }

    private void show(Place now) {
        // Not before it is looked at: what has no place in the window is given no style and no layout
        stand(now);
        boolean isCovered = isCovered(now);
        if (isCovered && cover.getParent() == null) {
            stack.getChildren().add(cover);
        }
        Controls.show(cover, isCovered);
        places.stream().filter(Place::isMade).forEach(place -> {
            Controls.show(place.view(), place == now && !isCovered);
        });
        Motion.appear(now.view());
    }

    /** Covers what these places show, and no others. */
    public void cover(List<PlaceName> names) {
        if (!names.equals(covered)) {
            covered = names;
            show(shown.get());
        }
    }

    private boolean isCovered(Place place) {
        return covered.contains(place.name());
    }

    /** Whether a place is the one that is shown where there is no choice. */
    public boolean isFirst(Place place) {
        return place.key().equals(first.get());
    }

    /** Shows what belongs to a scope: one place, or a choice of all. */
    public void show(ViewScope scope) {
        scope.showWhole(top);
        if (!scope.isWhole()) {
            show(first.get());
        }
    }

    /** From now on makes one place at each frame, until there are all, so that none need be waited for. */
    public void prepare() {
        isPreparing = true;
    }

    public void pulse() {
        if (isPreparing) {
            unmade().findFirst().ifPresentOrElse(this::make, () -> isPreparing = false);
        }
    }

    private Stream<Place> unmade() {
        return places.stream().filter(place -> !place.isMade());
    }

    private void make(Place place) {
        Controls.show(place.view(), false);
    }

    private void stand(Place place) {
        if (place.view().getParent() == null) {
            stack.getChildren().add(place.view());
        }
    }

    /** Gives all places their room in the column, also those that nobody has looked at. */
    public void standAll() {
        unmade().toList().forEach(this::make);
        places.forEach(this::stand);
    }

    /** All places, in the order of the menu. */
    public List<Place> places() {
        return places;
    }

    public ObjectProperty<Place> shownProperty() {
        return shown;
    }

    /** Shows the place of a key, if there is one. */
    public void show(String key) {
        place(key).ifPresent(shown::set);
    }

    private Optional<Place> place(String key) {
        return places.stream().filter(place -> place.key().equals(key)).findFirst();
    }

    /** Whether what the place of a key shows is selected in the heatmap. */
    public boolean needsHeatmap(String key) {
        return place(key).filter(place -> place.needs(PlaceNeed.HEATMAP)).isPresent();
    }

    /** Whether the column has the width of the editors too. */
    public BooleanProperty wideProperty() {
        return wide.selectedProperty();
    }

    /** The picture of the place that is shown; empty if it has none, or is covered. */
    public Optional<Picture> picture() {
        return isCovered(shown.get()) ? Optional.empty() : shown.get().picture();
    }

    /** Changes the colours of all places. */
    public void setPalette(Palette palette) {
        places.forEach(place -> place.setPalette(palette));
    }

    /** Stops what the places do in the background. */
    public void close() {
        places.forEach(Place::close);
    }

    /** The places by their names, each with what it is for, those of a kind under one heading; shows which one is shown. */
    static final class PlaceMenu extends MenuButton {

        private static final double WIDTH = 176;

        PlaceMenu(List<Place> places, ObjectProperty<Place> shown) {
            setId("microscopePlaces");
            setPrefWidth(WIDTH);
            setMinWidth(WIDTH);
            getStyleClass().add("microscope-menu");
            for (PlaceKind kind : PlaceKind.values()) {
                if (!getItems().isEmpty()) {
                    getItems().add(new SeparatorMenuItem());
                }
                MenuItem heading = new MenuItem(Message.text("microscope.kind." + kind.name()));
                heading.setDisable(true);
                getItems().add(heading);
                places.stream().filter(place -> place.kind() == kind).forEach(place -> getItems()
                        .add(item(place, shown)));
            }
            shown.addListener((observable, before, now) -> setText(name(now)));
        }

        private static String name(Place place) {
            return Message.text(place.key() + ".menu");
        }

        private static MenuItem item(Place place, ObjectProperty<Place> shown) {
            return new ExplainedItem(
                    "show-" + place.key(),
                    name(place),
                    Message.text(place.key() + ".menu.tip"),
                    () -> shown.set(place));
        }
    }
}
