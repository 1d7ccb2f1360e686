package lab.carousel.ui.cell;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.Experiment;
import lab.carousel.model.account.Accountant;
import lab.carousel.model.account.StepAccount;
import lab.carousel.picture.account.AccountNames;
import lab.carousel.picture.account.AccountPicture;
import lab.carousel.picture.account.AccountRow;
import lab.carousel.picture.account.AccountRows;
import lab.carousel.picture.account.AccountView;
import lab.carousel.picture.account.CellDiagram;
import lab.carousel.picture.account.Digits;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.WhileShown;
import lab.carousel.ui.selection.LookedAt;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/** The selected unit at the selected step: the diagram of its cell, and its equations with the numbers put in. */
public final class CellPlace implements Place {

    private static final double DIAGRAM_SHARE = 0.45;

    private final TraceService traces;
    private final Selection selection;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final DrawingView diagram;
    private final ComboBox<Digits> digits = new ComboBox<>();
    private final CheckBox bySize = new CheckBox(Message.text("cell.bySize"));
    private final AccountList rows = new AccountList(this::update, this::goTo);
    private final VBox content = new VBox();
    private final Label empty = new Label(Message.text("cell.empty"));
    private final StackPane view = new StackPane(content, empty);
    private final Latest<CellRequest, CellRequest.Answer> accounts;

    private Palette palette = Palette.LIGHT;
    private CellRequest.Answer shown;

    /** Used by the background thread only. */
    private Experiment accountantOf;

    private Accountant accountant;

    /** A place that shows what is selected of what is traced. */
    public CellPlace(Background background, TraceService traces, Selection selection) {
        this.diagram = new DrawingView(background, "cellDiagram");
        this.accounts = new Latest<>(background, "account", this::account, this::show);
        this.traces = traces;
        this.selection = selection;
        view.setId("cell");
        view.getStyleClass().add("cell-place");
        view.getStylesheets()
                .add(CellPlace.class.getResource("/lab/carousel/ui/cell.css").toExternalForm());
        title.setId("cellTitle");
        title.getStyleClass().add("place-title");
        subtitle.setId("cellSubtitle");
        subtitle.getStyleClass().add("muted");
        subtitle.setWrapText(true);
        subtitle.setMinHeight(Region.USE_PREF_SIZE);
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        content.getStyleClass().add("cell-content");
        content.getChildren().addAll(title, subtitle, diagram, tools(), rows);
        VBox.setVgrow(rows, Priority.ALWAYS);
        content.widthProperty().addListener(change -> sizeDiagram());
        content.heightProperty().addListener(change -> sizeDiagram());
        WhileShown.update(
                view, this::update, traces.tracedProperty(), selection.unitProperty(), selection.stepProperty());
    }

    private Node tools() {
        digits.setId("cellDigits");
        digits.getItems().setAll(Digits.CHOICES);
        digits.setValue(Digits.USUAL);
        digits.setConverter(new DigitsConverter());
        digits.setTooltip(tooltip("cell.digits.tip"));
        digits.setAccessibleText(Message.text("cell.digits"));
        digits.valueProperty().addListener(change -> update());
        bySize.setId("cellBySize");
        bySize.setTooltip(tooltip("cell.bySize.tip"));
        bySize.selectedProperty().addListener(change -> update());
        Label label = new Label(Message.text("cell.digits"));
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(label, digits, bySize);
        box.getStyleClass().add("cell-tools");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Tooltip tooltip(String key) {
        Tooltip tooltip = new Tooltip(Message.text(key));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        return tooltip;
    }

    /** As wide as the place, unless too little would be left for the equations. */
    private void sizeDiagram() {
        double room = content.getWidth()
                - content.getInsets().getLeft()
                - content.getInsets().getRight();
        double wanted = room / CellDiagram.WIDTH * CellDiagram.HEIGHT;
        double height = Math.floor(Math.min(wanted, content.getHeight() * DIAGRAM_SHARE));
        diagram.setMinHeight(height);
        diagram.setPrefHeight(height);
        diagram.setMaxHeight(height);
    }

    private void update() {
        TracedSnapshot traced = traces.getTraced();
        content.setVisible(traced != null);
        empty.setVisible(traced == null);
        if (traced == null) {
            accounts.forget();
            shown = null;
            diagram.show(null);
            return;
        }
        LookedAt at = LookedAt.of(selection, traced.traces());
        AccountView how = new AccountView(digits.getValue(), bySize.isSelected(), rows.open());
        accounts.ask(new CellRequest(traced.snapshot(), at, how));
    }

    private CellRequest.Answer account(CellRequest request) {
        Experiment experiment = request.snapshot().experiment();
        if (accountantOf != experiment) {
            accountant = new Accountant(experiment);
            accountantOf = experiment;
        }
        LookedAt at = request.at();
        StepAccount account =
                accountant.account(request.snapshot().parameters(), at.sequence(), at.number(), at.unit());
        AccountNames names = new AccountNames(
                request.snapshot().parameters().layout(), experiment.task().alphabet());
        List<AccountRow> equations = AccountRows.of(account, names, request.view());
        return new CellRequest.Answer(request, account, names, equations, CellDiagram.of(account, names));
    }

    private void show(CellRequest.Answer answer) {
        shown = answer;
        title.setText(CellWords.title(answer));
        subtitle.setText(
                answer.request().at().chosen()
                        ? CellWords.subtitle(answer)
                        : Message.text("cell.unchosen", CellWords.subtitle(answer)));
        diagram.show(answer.diagram());
        diagram.setAccessibleText(Message.text(
                "cell.diagram", CellWords.title(answer), answer.account().unit().h()));
        rows.show(answer.rows());
    }

    private void goTo(int unit) {
        if (selection.stepProperty().get() == null && shown != null) {
            selection.stepProperty().set(shown.account().step());
        }
        selection.unitProperty().set(unit);
    }

    @Override
    public String key() {
        return "cell";
    }

    @Override
    public Kind kind() {
        return Kind.SEE;
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void setPalette(Palette colours) {
        palette = colours;
        diagram.setPalette(colours);
        rows.setPalette(colours);
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.ofNullable(shown)
                .map(answer -> new AccountPicture(
                        CellWords.title(answer),
                        CellWords.subtitle(answer),
                        answer.account(),
                        answer.names(),
                        answer.rows(),
                        palette));
    }

    @Override
    public void close() {
        accounts.close();
    }
}
