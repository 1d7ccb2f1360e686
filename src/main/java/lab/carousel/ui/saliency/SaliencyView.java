package lab.carousel.ui.saliency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.controls.StateChoice;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.WhileShown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;

/** Which of the symbols fed so far, and which states on the way, an output hangs on, while the network learns. */
public final class SaliencyView extends StackPane implements Place {

    private static final int PICTURE_WIDTH = 720;
    private static final int PICTURE_HEIGHT = 560;

    private final TraceService traces;
    private final Selection selection;
    private final ComboBox<String> output = new ComboBox<>();
    /** The symbol whose output is asked about; empty for the expected one. */
    private final ObjectProperty<Optional<String>> chosen = new SimpleObjectProperty<>(Optional.empty());

    private final StateChoice state = new StateChoice("saliency", "saliency.state");
    private final Label question = new Label();
    private final Label strongest = new Label();
    private final Label decides = new Label();
    private final DrawingView drawing;
    private final Label empty = new Label(Message.text("saliency.empty"));
    private final VBox content;
    private final Latest<SaliencyProbe.Question, SaliencyProbe.Answer> latest;

    private Palette palette = Palette.LIGHT;
    private SaliencyProbe.Answer shown;
    private List<String> offered = List.of();
    private boolean offering;

    /** A view of the networks that are traced, at the step that is selected. */
    public SaliencyView(Background background, TraceService traces, Selection selection) {
        this.drawing = new DrawingView(background, "saliencyDrawing");
        this.traces = traces;
        this.selection = selection;
        SaliencyProbe probe = new SaliencyProbe();
        latest = new Latest<>(background, "saliency", probe::answer, this::show);
        setId("saliency");
        getStyleClass().add("place");
        getStylesheets()
                .add(SaliencyView.class
                        .getResource("/lab/carousel/ui/probe.css")
                        .toExternalForm());
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        content = content();
        content.setVisible(false);
        empty.visibleProperty().bind(content.visibleProperty().not());
        getChildren().addAll(empty, content);
        drawing.setOnPicked(this::pick);
        WhileShown.update(
                this,
                this::ask,
                traces.tracedProperty(),
                selection.stepProperty(),
                selection.unitProperty(),
                chosen,
                state.ofCellProperty());
    }

    private VBox content() {
        Label title = new Label(Message.text("saliency.title"));
        title.getStyleClass().add("place-title");
        question.setId("saliencyQuestion");
        question.setTooltip(tooltip("saliency.question.tip"));
        strongest.setId("saliencyStrongest");
        strongest.getStyleClass().add("probe-answer");
        decides.setId("saliencyDecides");
        VBox words = new VBox(question, strongest, decides);
        words.getChildren().forEach(label -> ((Label) label).setWrapText(true));
        words.getStyleClass().add("probe-words");
        VBox.setVgrow(drawing, Priority.ALWAYS);
        VBox all = new VBox(title, controls(), words, drawing);
        all.getStyleClass().add("probe");
        return all;
    }

    private HBox controls() {
        Label outputs = new Label(Message.text("saliency.output"));
        outputs.setLabelFor(output);
        output.setId("saliencyOutput");
        output.setTooltip(tooltip("saliency.output.tip"));
        output.setAccessibleText(Message.text("saliency.output"));
        output.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(output, Priority.ALWAYS);
        output.setMinWidth(80);
        output.getSelectionModel()
                .selectedIndexProperty()
                .addListener((observable, before, now) -> choose(now.intValue()));
        offer(List.of());
        Label states = new Label(Message.text("saliency.state"));
        states.setMinWidth(Region.USE_PREF_SIZE);
        outputs.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(outputs, output, states, state);
        row.getStyleClass().add("probe-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Tooltip tooltip(String key) {
        Tooltip tooltip = new Tooltip(Message.text(key));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        return tooltip;
    }

    /** Offers the outputs of a network; the one chosen stays chosen as long as there is one for that symbol. */
    private void offer(List<String> symbols) {
        if (symbols.equals(offered) && !output.getItems().isEmpty()) {
            return;
        }
        offered = symbols;
        offering = true;
        List<String> items = new ArrayList<>(symbols);
        items.add(0, Message.text("saliency.output.expected"));
        output.getItems().setAll(items);
        // Otherwise it would take the same index for the same choice, and show nothing
        output.getSelectionModel().clearSelection();
        int index = chosen.get().map(symbols::indexOf).orElse(-1) + 1;
        output.getSelectionModel().select(index);
        offering = false;
        choose(index);
    }

    private void choose(int index) {
        if (!offering) {
            chosen.set(index > 0 ? Optional.of(output.getItems().get(index)) : Optional.empty());
        }
    }

    private void ask() {
        if (traces.getTraced() == null) {
            latest.forget();
            content.setVisible(false);
            shown = null;
            return;
        }
        latest.ask(new SaliencyProbe.Question(
                traces.getTraced(),
                Optional.ofNullable(selection.stepProperty().get()),
                chosen.get(),
                state.ofCellProperty().get(),
                selection.unitProperty().get()));
    }

    private void show(SaliencyProbe.Answer answer) {
        shown = answer;
        Experiment experiment = answer.experiment();
        Task task = experiment.task();
        offer(task.alphabet().symbols().subList(0, task.outputs()));
        state.offer(experiment.hyperparameters().cell());
        question.setText(answer.question());
        strongest.setText(answer.words().strongest());
        decides.setText(answer.words().decides());
        drawing.show(answer.drawing());
        drawing.setAccessibleText(answer.question() + ". " + answer.words().strongest() + " "
                + answer.words().decides());
        content.setVisible(true);
    }

    /** A bar chooses the step, a cell of the heatmap the unit. */
    private void pick(Drawing.Spot spot) {
        if (spot.row() >= 0) {
            selection.unitProperty().set(spot.row());
        } else {
            selection.stepProperty().set(shown.steps().get(spot.column()));
        }
    }

    @Override
    public String key() {
        return "saliency";
    }

    @Override
    public Kind kind() {
        return Kind.SEE;
    }

    @Override
    public Region view() {
        return this;
    }

    @Override
    public void setPalette(Palette colours) {
        palette = colours;
        drawing.setPalette(colours);
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.ofNullable(shown)
                .map(answer -> new DrawnPicture(
                        Message.text("saliency.picture.title", answer.epoch()),
                        answer.question() + ". " + answer.words().strongest(),
                        answer.drawing(),
                        palette,
                        PICTURE_WIDTH,
                        PICTURE_HEIGHT));
    }

    @Override
    public void close() {
        latest.close();
    }
}
