package lab.carousel.ui.update;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.picture.update.ReachWords;
import lab.carousel.picture.update.UpdateSheet;
import lab.carousel.picture.update.UpdateStage;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.WhileShown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/** The last weight update in slow motion: its stages one by one, and how far its gradient reaches. */
public final class UpdatePlace extends StackPane implements Place {

    private static final int PICTURE_WIDTH = 960;
    private static final double NEXT_WIDTH = 56;
    /** Three lines, so that nothing below moves from stage to stage. */
    private static final double CAPTION_HEIGHT = 52;

    private final TraceService traces;
    private final Selection selection;
    private final Lab lab;
    private final Latest<ToldUpdate.Question, ToldUpdate> teller;
    private final Label where = label("updateWhere", "update-where");
    private final Label state = label("updateState", "muted");
    private final StageStrip strip = new StageStrip();
    private final Label caption = label("updateCaption", "update-caption");
    private final StageTable table = new StageTable();
    private final Button back = button("back");
    private final Button next = button("next");
    private final Label reachTitle = label("updateReachTitle", "update-where");
    private final DrawingView reach;
    private final Label empty = label("updateEmpty", "empty");
    private final VBox content;

    private Palette palette = Palette.LIGHT;
    /** The step to be told of, counted from 0. */
    private int step;

    private ToldUpdate.Question asked;
    private ToldUpdate shown;

    /** A place that looks at the updates of the lab's run. */
    public UpdatePlace(Background background, TraceService traces, Selection selection, Lab lab) {
        this.teller = new Latest<>(background, "update", ToldUpdate::of, this::show);
        this.reach = new DrawingView(background, "updateReach");
        this.traces = traces;
        this.selection = selection;
        this.lab = lab;
        setId("update");
        getStyleClass().addAll("place", "update");
        getStylesheets()
                .add(UpdatePlace.class
                        .getResource("/lab/carousel/ui/update.css")
                        .toExternalForm());
        reachTitle.setText(Message.text("update.reach.title"));
        VBox.setVgrow(reach, Priority.ALWAYS);
        reach.setMinHeight(128);
        reach.setPrefHeight(128);
        content = new VBox(walk(), state, strip, caption, table, reachTitle, reach);
        content.getStyleClass().add("update-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        empty.setWrapText(true);
        empty.setMaxWidth(280);
        getChildren().addAll(scroll, empty);
        back.setOnAction(event -> walk(-1));
        next.setOnAction(event -> walk(1));
        strip.chosenProperty().addListener((observable, before, now) -> showStage());
        reach.setOnPicked(this::pick);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        WhileShown.update(
                this,
                this::update,
                traces.tracedProperty(),
                selection.unitProperty(),
                selection.stepProperty(),
                lab.statusProperty());
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    private static Button button(String key) {
        Button button = new Button(Message.text("update." + key));
        button.setId("update-" + key);
        button.setTooltip(new Tooltip(Message.text("update." + key + ".hint")));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private HBox walk() {
        caption.setWrapText(true);
        caption.setMinHeight(CAPTION_HEIGHT);
        where.setMaxWidth(Double.MAX_VALUE);
        where.setWrapText(true);
        HBox.setHgrow(where, Priority.ALWAYS);
        HBox walk = new HBox(8, where, back, next);
        walk.setAlignment(Pos.CENTER_LEFT);
        next.getStyleClass().add("accent");
        // As wide with either of its words
        next.setMinWidth(NEXT_WIDTH);
        return walk;
    }

    private boolean isTraining() {
        return lab.statusProperty().get().state() == RunState.RUNNING;
    }

    private void update() {
        TracedSnapshot traced = traces.getTraced();
        if (selection.stepProperty().get() != null) {
            step = selection.stepProperty().get().number() - 1;
        }
        if (traced == null || traced.snapshot().update().isEmpty()) {
            teller.forget();
            asked = null;
            shown = null;
            showEmptiness(traced);
            return;
        }
        showState();
        ToldUpdate.Question question = new ToldUpdate.Question(
                traced.snapshot(), step, selection.unitProperty().get());
        if (!question.equals(asked)) {
            asked = question;
            teller.ask(question);
        }
    }

    private void showEmptiness(TracedSnapshot traced) {
        RunStatus now = lab.statusProperty().get();
        boolean isPast = traced != null
                && !isTraining()
                && now.snapshot().stream().anyMatch(run -> !run.position()
                        .equals(traced.snapshot().position()));
        boolean canStep = now.state().canContinue();
        String hint = isPast ? "update.past" : canStep ? "update.empty.hint" : "update.empty.ended";
        empty.setText(Message.text("update.empty") + "\n" + Message.text(hint));
        empty.setVisible(true);
        content.setVisible(false);
    }

    private void showState() {
        RunState now = lab.statusProperty().get().state();
        String key = isTraining() ? "update.live" : now.canContinue() ? "update.paused" : "update.ended";
        state.setText(Message.text(key));
        updateButtons();
    }

    private void show(ToldUpdate told) {
        shown = told;
        empty.setVisible(false);
        content.setVisible(true);
        where.setText(told.where());
        int layers = told.question().snapshot().experiment().hyperparameters().layers();
        int units = told.question().snapshot().experiment().hyperparameters().hiddenUnits();
        int layer = Math.max(0, told.question().unit()) / units + 1;
        reachTitle.setText(
                layers == 1 ? Message.text("update.reach.title") : Message.text("update.reach.title.layer", layer));
        strip.offer(told.stages());
        reach.setAccessibleText(new ReachWords(told.reach()).text());
        reach.show(told.reach());
        showStage();
    }

    private void showStage() {
        if (shown == null) {
            return;
        }
        UpdateStage stage = shown.stages().get(Math.min(strip.chosenProperty().get(), strip.size() - 1));
        caption.setText(stage.caption());
        table.show(stage, shown.unit());
        updateButtons();
    }

    private boolean isAtLastStage() {
        return strip.chosenProperty().get() == strip.size() - 1;
    }

    private void updateButtons() {
        boolean leadsOn = isAtLastStage();
        String key = leadsOn ? "update.step" : "update.next";
        next.setText(Message.text(key));
        next.getTooltip().setText(Message.text(key + ".hint"));
        back.setDisable(strip.chosenProperty().get() == 0);
        next.setDisable(
                leadsOn && (isTraining() || !lab.statusProperty().get().state().canContinue()));
    }

    /** One stage on or back; behind the last one comes the next update. */
    private void walk(int by) {
        if (by > 0 && isAtLastStage()) {
            lab.stepOnce();
            strip.chosenProperty().set(0);
        } else {
            strip.chosenProperty().set(Math.max(0, strip.chosenProperty().get() + by));
        }
    }

    private void onKey(KeyEvent event) {
        if (shown == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean isDigit = event.getCode().isDigitKey() && !event.getText().isEmpty();
        int digit = isDigit ? event.getText().charAt(0) - '0' : 0;
        if (reach.isFocused() && event.getCode().isArrowKey()) {
            return;
        }
        if (event.getCode() == KeyCode.LEFT) {
            back.fire();
        } else if (event.getCode() == KeyCode.RIGHT) {
            next.fire();
        } else if (digit >= 1 && digit <= strip.size()) {
            strip.chosenProperty().set(digit - 1);
        } else {
            return;
        }
        event.consume();
    }

    /** Goes to another step of the update; where the sequences are listed the whole window does. */
    private void pick(Drawing.Spot spot) {
        if (shown == null) {
            return;
        }
        var snapshot = shown.question().snapshot();
        step = shown.reach().steps()[spot.column()] - 1;
        if (!snapshot.experiment().task().isDrawn()) {
            int[] sequence = snapshot.update().orElseThrow().sequence();
            selection
                    .stepProperty()
                    .set(new Step(snapshot.position().sequence() - 1, step + 1, sequence[step], sequence[step + 1]));
        }
        update();
    }

    @Override
    public String key() {
        return "update";
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
    public boolean watchesUpdates() {
        return true;
    }

    @Override
    public void setPalette(Palette colours) {
        palette = colours;
        reach.setPalette(colours);
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.ofNullable(shown).map(told -> {
            UpdateSheet sheet = told.sheet();
            return new DrawnPicture(
                    Message.text("update.title"),
                    Message.text("update.picture.subtitle", told.where(), told.unit()),
                    sheet,
                    palette,
                    PICTURE_WIDTH,
                    (int) Math.ceil(sheet.height()) + 84);
        });
    }

    @Override
    public void close() {
        teller.close();
    }
}
