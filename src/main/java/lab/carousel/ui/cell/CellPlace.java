package lab.carousel.ui.cell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.picture.account.AccountView;
import lab.carousel.picture.account.CellDiagram;
import lab.carousel.picture.account.Digits;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.place.PlaceHead;
import lab.carousel.ui.selection.LookedAt;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/** The selected unit at the selected step: the diagram of its cell, and its equations with the numbers put in. */
public final class CellPlace extends AskingPlace<CellQuestion, CellAnswer> {

    private static final double DIAGRAM_SHARE = 0.45;

    private final Selection selection;
    private final PlaceHead head = new PlaceHead("cell");
    private final DropDown<Digits> digits = new DropDown<>();
    private final CheckBox bySize = new CheckBox(Message.text("cell.bySize"));
    private final AccountList rows = new AccountList(this::update, this::goTo);
    private final VBox content = new VBox();

    /** A place that shows what is selected of what is traced. */
    public CellPlace(Background background, TraceService traces, Selection selection) {
        super(background, "cell", traces, new CellProbe()::answer);
        this.selection = selection;
        content.getStyleClass().add("cell-content");
        content.getChildren().addAll(head, drawing(), tools(), rows);
        VBox.setVgrow(rows, Priority.ALWAYS);
        content.widthProperty().addListener(change -> sizeDiagram());
        content.heightProperty().addListener(change -> sizeDiagram());
        open(content, selection.unitProperty(), selection.stepProperty());
    }

    private Node tools() {
        digits.setId("cellDigits");
        digits.getItems().setAll(Digits.CHOICES);
        digits.setValue(Digits.USUAL);
        digits.setConverter(new DigitsConverter());
        Tip.put(digits, Message.text("cell.digits.tip"));
        digits.setAccessibleText(Message.text("cell.digits"));
        digits.valueProperty().addListener(change -> update());
        bySize.setId("cellBySize");
        Tip.put(bySize, Message.text("cell.bySize.tip"));
        bySize.selectedProperty().addListener(change -> update());
        Label label = new Label(Message.text("cell.digits"));
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(label, digits, bySize);
        box.getStyleClass().add("cell-tools");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** As wide as the place, unless too little would be left for the equations. */
    private void sizeDiagram() {
        double room = content.getWidth()
                - content.getInsets().getLeft()
                - content.getInsets().getRight();
        double wanted = room / CellDiagram.WIDTH * CellDiagram.HEIGHT;
        double height = Math.floor(Math.min(wanted, content.getHeight() * DIAGRAM_SHARE));
        drawing().setMinHeight(height);
        drawing().setPrefHeight(height);
        drawing().setMaxHeight(height);
    }

    @Override
    protected Asked<CellQuestion> question(TracedSnapshot traced) {
        AccountView how = new AccountView(digits.getValue(), bySize.isSelected(), rows.open());
        return Asked.of(new CellQuestion(traced.snapshot(), LookedAt.of(selection, traced.traces()), how));
    }

    @Override
    protected void show(CellAnswer answer) {
        head.show(
                answer.title(),
                answer.question().at().chosen() ? answer.subtitle() : Message.text("cell.unchosen", answer.subtitle()));
        rows.show(answer.rows());
    }

    private void goTo(int unit) {
        if (selection.stepProperty().get() == null) {
            shown().ifPresent(answer ->
                    selection.stepProperty().set(answer.account().step()));
        }
        selection.unitProperty().set(unit);
    }

    @Override
    public void setPalette(Palette palette) {
        super.setPalette(palette);
        rows.setPalette(palette);
    }

    /** Digits by their number. */
    static final class DigitsConverter extends StringConverter<Digits> {

        @Override
        public String toString(Digits digits) {
            return digits == null ? "" : Integer.toString(digits.decimals());
        }

        @Override
        public Digits fromString(String text) {
            return new Digits(Integer.parseInt(text));
        }
    }
}
