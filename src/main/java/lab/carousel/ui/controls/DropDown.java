package lab.carousel.ui.controls;

import java.util.Collection;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A list that drops down, of whose items one stays chosen: in JavaFX's own, the space bar or a click together with Ctrl
 * takes the choice away and leaves nothing.
 *
 * @param <T> what is chosen
 */
public class DropDown<T> extends ComboBox<T> {

    public DropDown() {}

    /** A list of some items. */
    public DropDown(Collection<? extends T> items) {
        getItems().setAll(items);
    }

    /** Says each choice so; none as nothing. */
    public void says(Function<T, String> words) {
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return choice == null ? "" : words.apply(choice);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("what is chosen is not typed");
            }
        });
    }

    /** Groups choices in the list that drops down: over the first of each stands its name. */
    public void groups(Function<T, String> group) {
        setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T choice, boolean empty) {
                super.updateItem(choice, empty);
                setText(null);
                setGraphic(null);
                if (choice != null && !empty) {
                    String words = getConverter().toString(choice);
                    String name = group.apply(choice);
                    boolean isFirst = getIndex() == 0
                            || !name.equals(group.apply(list.getItems().get(getIndex() - 1)));
                    VBox lines = new VBox(new Label(words));
                    if (isFirst) {
                        lines.getChildren().add(0, Controls.styled(new Label(name), "muted", "group-name"));
                    }
                    setGraphic(lines);
                    setAccessibleText(isFirst ? name + ": " + words : words);
                }
            }
        });
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        DropDownSkin<T> skin = new DropDownSkin<>(this);
        Node list = skin.getPopupContent();
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
                event.consume();
            }
        });
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.isShortcutDown()) {
                event.consume();
            }
        });
        return skin;
    }

    /**
     * Makes the list of a {@link DropDown} when it first drops down. JavaFX's own skin keeps the list in the box until then, only
     * to know how wide its rows are: with its cells, its scroll bars and their styles a fiftieth of a start for each box.
     */
    static final class DropDownSkin<T> extends ComboBoxListViewSkin<T> {

        /** What a row has beside its words, and what JavaFX adds for a scroll bar. */
        private static final double BESIDE_WORDS = 16 + 30;

        private static final double LEAST_WIDTH = 50;

        private final DropDown<T> box;
        private boolean hasDropped;

        DropDownSkin(DropDown<T> box) {
            super(box);
            this.box = box;
            getChildren().remove(list());
        }

        private Region list() {
            return (Region) getPopupContent();
        }

        @Override
        public void show() {
            if (!hasDropped) {
                hasDropped = true;
                // As JavaFX has it from the start on: without its styles it does not know how large it is
                list().setPrefWidth(Region.USE_COMPUTED_SIZE);
                getChildren().add(list());
                list().applyCss();
            }
            super.show();
        }

        /** As wide as the widest of the words, so that it stays so when something else is chosen. */
        @Override
        protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
            double width = super.computePrefWidth(height, top, right, bottom, left);
            // Only now are the words that are shown in the box, and have their font
            if (hasDropped || !(getDisplayNode() instanceof Labeled shown)) {
                return width;
            }
            list().setPrefWidth(Math.max(box.getWidth(), Math.max(LEAST_WIDTH, widest(shown) + BESIDE_WORDS)));
            return super.computePrefWidth(height, top, right, bottom, left);
        }

        private double widest(Labeled shown) {
            Text words = new Text();
            words.setFont(shown.getFont());
            double widest = 0;
            for (T item : box.getItems()) {
                words.setText(box.getConverter().toString(item));
                widest = Math.max(widest, words.getLayoutBounds().getWidth());
            }
            return widest;
        }
    }
}
