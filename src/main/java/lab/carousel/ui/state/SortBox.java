package lab.carousel.ui.state;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import lab.carousel.model.trace.Traces;
import lab.carousel.study.UnitSort;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.Tip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses by what the units are sorted, and sorts them again. */
final class SortBox extends HBox {

    private final DropDown<UnitSort> choice = new DropDown<>();
    private final Button again = new Button(null, new FontIcon(Feather.REFRESH_CW));

    SortBox(UnitSorting sorting) {
        getStyleClass().add("state-sort");
        setAlignment(Pos.CENTER_LEFT);
        choice.setId("stateSort");
        choice.getStyleClass().add("small");
        choice.setConverter(new Words());
        choice.getItems().setAll(UnitSort.NUMBER);
        choice.setValue(UnitSort.NUMBER);
        choice.setAccessibleText(Message.text("state.sort"));
        Tip.put(choice, Message.text("state.sort.tip"));
        choice.setOnAction(event -> {
            if (choice.getValue() != null) {
                sorting.sortProperty().set(choice.getValue());
            }
        });
        sorting.sortProperty().addListener((property, before, now) -> choice.setValue(now));
        again.setId("stateSortAgain");
        again.getStyleClass().addAll("button-icon", "flat", "small");
        again.setAccessibleText(Message.text("state.sort.again"));
        Tip.put(again, Message.text("state.sort.again.tip"));
        again.setOnAction(event -> sorting.sortAgain());
        again.setMinWidth(USE_PREF_SIZE);
        again.disableProperty().bind(sorting.outdatedProperty().not().or(choice.disableProperty()));
        getChildren().addAll(choice, again);
    }

    /** Offers what says something about such traces; nothing where the rows are no units. */
    void show(Traces traces, boolean isOfUnits) {
        List<UnitSort> offered = UnitSort.of(traces);
        if (!choice.getItems().equals(offered)) {
            UnitSort chosen = choice.getValue();
            choice.getItems().setAll(offered);
            choice.setValue(chosen);
        }
        choice.setDisable(!isOfUnits);
    }

    /** The words of a sort. */
    private static final class Words extends StringConverter<UnitSort> {

        @Override
        public String toString(UnitSort sort) {
            return sort == null ? "" : Message.text("state.sort." + sort.name());
        }

        @Override
        public UnitSort fromString(String text) {
            throw new UnsupportedOperationException("nothing can be typed here");
        }
    }
}
