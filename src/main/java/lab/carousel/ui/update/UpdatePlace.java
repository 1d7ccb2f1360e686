package lab.carousel.ui.update;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.picture.update.UpdateStage;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;
import org.jspecify.annotations.Nullable;

/** The last weight update in slow motion: its stages one by one, and how far its gradient reaches. */
public final class UpdatePlace extends AskingPlace<UpdateQuestion, UpdateAnswer> {

    private static final double NEXT_WIDTH = 62;
    /** Three lines, so that nothing below moves from stage to stage. */
    private static final double CAPTION_HEIGHT = 52;

    private final Selection selection;
    private final Lab lab;
    private final Label where = label("updateWhere", "update-where");
    private final Label state = label("updateState", "muted");
    private final StageStrip strip = new StageStrip();
    private final Label caption = label("updateCaption", "update-caption");
    private final StageTable table = new StageTable();
    private final Button back = button("back");
    private final Button next = button("next");
    private final Label reachTitle = label("updateReachTitle", "update-where");

    /** The step to be told of, counted from 0. */
    private int step;

    private @Nullable UpdateQuestion asked;

    /** A place that looks at the updates of the lab's run. */
    public UpdatePlace(Background background, TraceService traces, Selection selection, Lab lab) {
        super(background, "update", traces, UpdateAnswer::of);
        this.selection = selection;
        this.lab = lab;
        reachTitle.setText(Message.text("update.reach.title"));
        VBox.setVgrow(drawing(), Priority.ALWAYS);
        drawing().setMinHeight(128);
        drawing().setPrefHeight(128);
        VBox content = new VBox(walk(), state, strip, caption, table, reachTitle, drawing());
        content.getStyleClass().add("update-content");
        ScrollArea scroll = new ScrollArea(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        back.setOnAction(event -> walk(-1));
        next.setOnAction(event -> walk(1));
        strip.chosenProperty().addListener((observable, before, now) -> showStage());
        open(scroll, selection.unitProperty(), selection.stepProperty(), lab.statusProperty());
        view().getStyleClass().addAll("place", "update");
        view().addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
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
        Tip.put(button, Message.text("update." + key + ".hint"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private HBox walk() {
        caption.setWrapText(true);
        caption.setMinHeight(CAPTION_HEIGHT);
        where.setMaxWidth(Double.MAX_VALUE);
        where.setWrapText(true);
        // Which step was learned is seen whole, whatever room there is
        where.setMinHeight(Region.USE_PREF_SIZE);
        state.setWrapText(true);
        state.setMinHeight(Region.USE_PREF_SIZE);
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

    @Override
    protected Asked<UpdateQuestion> question(TracedSnapshot traced) {
        if (selection.stepProperty().get() != null) {
            step = selection.stepProperty().get().number() - 1;
        }
        // An update is training, whatever its network is evaluated as
        Snapshot trained = traced.trained();
        if (trained.update().isEmpty()) {
            boolean isPast = !isTraining()
                    && lab.statusProperty().get().snapshot().stream()
                            .anyMatch(run -> !run.position().equals(trained.position()));
            return Asked.instead(isPast ? emptyWords("update.past") : emptyWords());
        }
        showState();
        UpdateQuestion question =
                new UpdateQuestion(trained, step, selection.unitProperty().get());
        // The lab tells of itself much more often than of another update
        if (shown().isPresent() && question.equals(asked)) {
            return Asked.asBefore();
        }
        asked = question;
        return Asked.of(question);
    }

    @Override
    protected String emptyWords() {
        boolean canStep = lab.statusProperty().get().state().canContinue();
        return emptyWords(canStep ? "update.empty.hint" : "update.empty.ended");
    }

    private static String emptyWords(String hint) {
        return Message.text("update.empty") + "\n" + Message.text(hint);
    }

    private void showState() {
        RunState now = lab.statusProperty().get().state();
        String key = isTraining() ? "update.live" : now.canContinue() ? "update.paused" : "update.ended";
        state.setText(Message.text(key));
        updateButtons();
    }

    @Override
    protected void show(UpdateAnswer told) {
        where.setText(told.where());
        int layers = told.question().snapshot().experiment().hyperparameters().layers();
        int units = told.question().snapshot().experiment().hyperparameters().hiddenUnits();
        int layer = Math.max(0, told.question().unit()) / units + 1;
        reachTitle.setText(
                layers == 1 ? Message.text("update.reach.title") : Message.text("update.reach.title.layer", layer));
        strip.offer(told.stages());
        showStage();
    }

    private void showStage() {
        shown().ifPresent(told -> {
            UpdateStage stage =
                    told.stages().get(Math.min(strip.chosenProperty().get(), strip.size() - 1));
            caption.setText(stage.caption());
            table.show(stage, told.unit());
            updateButtons();
        });
    }

    private boolean isAtLastStage() {
        return strip.chosenProperty().get() == strip.size() - 1;
    }

    private void updateButtons() {
        boolean leadsOn = isAtLastStage();
        String key = leadsOn ? "update.step" : "update.next";
        next.setText(Message.text(key));
        Tip.put(next, Message.text(key + ".hint"));
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
        if (shown().isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean isDigit = event.getCode().isDigitKey() && !event.getText().isEmpty();
        int digit = isDigit ? event.getText().charAt(0) - '0' : 0;
        if (drawing().isFocused() && event.getCode().isArrowKey()) {
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
    @Override
    protected void pick(UpdateAnswer told, Drawing.Spot spot) {
        Snapshot snapshot = told.question().snapshot();
        step = told.drawing().steps()[spot.column()] - 1;
        if (!snapshot.experiment().task().isDrawn()) {
            int[] sequence = snapshot.update().orElseThrow().sequence();
            selection
                    .stepProperty()
                    .set(new Step(snapshot.position().sequence() - 1, step + 1, sequence[step], sequence[step + 1]));
        }
        update();
    }

    /** The stages as a row of numbered buttons, of which one is chosen. */
    static final class StageStrip extends FlowPane {

        private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen");
        private List<String> keys = List.of();

        StageStrip() {
            setId("updateStages");
            getStyleClass().add("update-stages");
            setAccessibleText(Message.text("update.stages"));
            setPrefWrapLength(0);
            setMinWidth(0);
            chosen.addListener((observable, before, now) -> select());
        }

        /** The chosen stage, counted from 0. */
        IntegerProperty chosenProperty() {
            return chosen;
        }

        int size() {
            return keys.size();
        }

        /** Offers the stages of an update; if they are others than before, the same kind stays chosen where there is one. */
        void offer(List<UpdateStage> stages) {
            List<String> offered = stages.stream().map(UpdateStage::key).toList();
            if (offered.equals(keys)) {
                return;
            }
            String before = keys.isEmpty() ? offered.get(0) : keys.get(chosen.get());
            keys = offered;
            getChildren().clear();
            for (int place = 0; place < stages.size(); place++) {
                getChildren().add(button(place, stages.get(place)));
            }
            chosen.set(Math.max(0, keys.indexOf(before)));
            select();
        }

        private ToggleButton button(int place, UpdateStage stage) {
            ToggleButton button = new ToggleButton(place + 1 + " " + stage.title());
            button.setId("stage-" + stage.key());
            button.setOnAction(event -> {
                chosen.set(place);
                select();
            });
            return button;
        }

        private void select() {
            for (int place = 0; place < getChildren().size(); place++) {
                ((ToggleButton) getChildren().get(place)).setSelected(place == chosen.get());
            }
        }
    }
}
