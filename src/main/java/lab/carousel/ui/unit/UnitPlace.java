package lab.carousel.ui.unit;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.UnitName;
import lab.carousel.picture.unit.UnitPanels;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.WhileShown;
import lab.carousel.ui.selection.LookedAt;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/**
 * The selected unit over the steps: lines of its states and gates, a panel for each sequence. As many sequences as have
 * room, among them that of the selected step. A click selects the step.
 */
public final class UnitPlace implements Place {

    private static final double LEAST_PANEL = 132;
    private static final int MOST_PANELS = 8;
    private static final int PICTURE_WIDTH = 960;
    private static final int PICTURE_PANEL = 240;

    private final TraceService traces;
    private final Selection selection;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final QuantityBox lines = new QuantityBox(this::update);
    private final DrawingView drawing;
    private final VBox content = new VBox();
    private final Label empty = new Label(Message.text("unit.empty"));
    private final StackPane view = new StackPane(content, empty);

    private Palette palette = Palette.LIGHT;
    private Traces shown;
    /** Which epoch and sequences are shown. */
    private String which = "";

    private int firstStretch;
    private int panels;

    /** A place that shows what is selected of what is traced. */
    public UnitPlace(Background background, TraceService traces, Selection selection) {
        this.drawing = new DrawingView(background, "unitLinesDrawing");
        this.traces = traces;
        this.selection = selection;
        view.setId("unit");
        view.getStylesheets()
                .add(UnitPlace.class.getResource("/lab/carousel/ui/unit.css").toExternalForm());
        title.setId("unitTitle");
        title.getStyleClass().add("place-title");
        subtitle.setId("unitSubtitle");
        subtitle.getStyleClass().add("muted");
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        HBox head = new HBox(lines);
        head.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("unit-content");
        content.getChildren().addAll(title, subtitle, head, drawing);
        VBox.setVgrow(drawing, Priority.ALWAYS);
        drawing.setMinHeight(0);
        drawing.setOnPicked(this::select);
        drawing.heightProperty().addListener(change -> update());
        WhileShown.update(
                view, this::update, traces.tracedProperty(), selection.unitProperty(), selection.stepProperty());
    }

    private void update() {
        TracedSnapshot traced = traces.getTraced();
        content.setVisible(traced != null);
        empty.setVisible(traced == null);
        shown = traced == null ? null : traced.traces();
        if (traced == null) {
            drawing.show(null);
            return;
        }
        lines.offer(shown.layout().cell().quantities());
        LookedAt at = LookedAt.of(selection, shown);
        UnitPanels unit = new UnitPanels(shown, at.unit(), lines.chosen(), traced::symbol);
        int room = (int) Math.max(1, Math.min(MOST_PANELS, drawing.getHeight() / LEAST_PANEL));
        panels = Math.min(room, shown.stretches().size());
        firstStretch = unit.stretchOf(at.sequence()) / panels * panels;
        title.setText(Message.text("unit.title", UnitName.of(shown, at.unit())));
        which = which(traced);
        subtitle.setText(at.chosen() ? which : Message.text("unit.unchosen", which));
        drawing.show(unit.drawing(firstStretch, panels, at.sequence(), at.number()));
        drawing.setAccessibleText(Message.text("unit.accessible", title.getText(), subtitle.getText()));
    }

    private String which(TracedSnapshot traced) {
        int epoch = traced.snapshot().position().epoch();
        int all = shown.all().sequences();
        int from = shown.stretches().get(firstStretch).sequence() + 1;
        int last = Math.min(firstStretch + panels, shown.stretches().size()) - 1;
        int to = shown.stretches().get(last).sequence() + 1;
        return to - from + 1 == all ? Message.text("unit.all", epoch) : Message.text("unit.some", epoch, from, to, all);
    }

    private void select(Drawing.Spot spot) {
        int stretch = firstStretch + spot.row();
        if (shown == null || stretch >= shown.stretches().size()) {
            return;
        }
        int column = shown.firstColumnOf(stretch) + spot.column();
        if (column < shown.columns()) {
            Step step = shown.step(column);
            if (selection.unitProperty().get() < 0) {
                selection.unitProperty().set(LookedAt.of(selection, shown).unit());
            }
            selection.stepProperty().set(step);
        }
    }

    @Override
    public String key() {
        return "unit";
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
        drawing.setPalette(colours);
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.ofNullable(drawing.drawing())
                .map(lineDrawing -> new DrawnPicture(
                        title.getText(), which, lineDrawing, palette, PICTURE_WIDTH, 120 + PICTURE_PANEL * panels));
    }
}
