package lab.carousel.ui.update;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.engine.kernel.GradientReach;
import lab.carousel.engine.kernel.UpdateTrace;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.picture.state.UnitName;
import lab.carousel.picture.update.ReachDrawing;
import lab.carousel.picture.update.StageLine;
import lab.carousel.picture.update.UpdateSheet;
import lab.carousel.picture.update.UpdateStage;
import lab.carousel.task.Steps;
import lab.carousel.text.FileNumber;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.Position;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;
import org.jspecify.annotations.Nullable;

/** The last weight update in slow motion: its stages one by one, and how far its gradient reaches. */
public final class UpdatePlace {

    private static final double NEXT_WIDTH = 62;
    /** Three lines, so that nothing below moves from stage to stage. */
    private static final double CAPTION_HEIGHT = 52;

    /** With less height there is room for how far the gradient reaches only, and that is seen whole. */
    private static final double LEAST_STORY = 215;

    private static final int PICTURE_WIDTH = 960;
    private static final int PICTURE_HEAD = 84;

    private final Selection selection;
    private final Lab lab;
    private final Form form = new Form(PlaceName.UPDATE);
    private final Label where = form.words("where", "update-where");
    private final Label state = form.words("state", "muted");
    private final StageStrip strip = new StageStrip();
    private final Label caption = form.words("caption", "update-caption");
    private final StageTable table = new StageTable();
    private final Button back = button("back", -1);
    private final Button next = button("next", 1);
    private final Probe<Ask> probe;
    /** What is told; nothing yet if there is none. */
    private List<UpdateStage> stages = List.of();

    private String unitName = "";

    /** The step to be told of, counted from 0. */
    private int step;

    private @Nullable Ask asked;

    /**
     * What is asked.
     *
     * @param snapshot of a run that tells of its last update
     * @param step     the step to be told of, counted from 0
     * @param unit     numbered over all layers from 0
     */
    private record Ask(Snapshot snapshot, int step, int unit) {}

    /** The place, which looks at the updates of the lab's run. */
    public static Place of(PlaceContext in, Lab lab) {
        return new Place(PlaceName.UPDATE, PlaceKind.SEE, () -> new UpdatePlace(in, lab).probe, PlaceNeed.UPDATES);
    }

    private UpdatePlace(PlaceContext in, Lab lab) {
        this.selection = in.selection();
        this.lab = lab;
        form.asksAgain(selection.unitProperty());
        form.asksAgain(selection.stepProperty());
        form.asksAgain(lab.statusProperty());
        probe = new Probe<>(in, form, this::question, this::answer).empty(this::emptyWords);
        Label reachTitle = form.words("reachTitle", "update-where");
        reachTitle.setMinWidth(0);
        reachTitle.setText(Message.text("update.reach.title"));
        probe.drawing().setMinHeight(104);
        probe.drawing().setPrefHeight(128);
        VBox story = styled(new VBox(state, strip, caption, table), "update-content");
        ScrollArea scroll =
                new ScrollArea(styled(new VBox(head(), story, reachTitle, grow(probe.drawing())), "update-content"));
        story.managedProperty().bind(story.visibleProperty());
        story.visibleProperty().bind(scroll.heightProperty().greaterThanOrEqualTo(LEAST_STORY));
        back.visibleProperty().bind(story.visibleProperty());
        next.visibleProperty().bind(story.visibleProperty());
        scroll.setFitToHeight(true);
        strip.chosenProperty().addListener((observable, before, now) -> showStage());
        probe.open(scroll);
        styled(probe.view(), "place", "update").addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private Button button(String key, int by) {
        Button button = whole(named(new Button(Message.text("update." + key)), "update-" + key));
        Tip.put(button, Message.text("update." + key + ".hint"));
        return acting(button, () -> walk(by));
    }

    private HBox head() {
        caption.setMinWidth(0);
        caption.setMinHeight(CAPTION_HEIGHT);
        grow(stretch(where)).setMinWidth(0);
        // Which step was learned is seen whole, whatever room there is
        where.setMinHeight(Region.USE_PREF_SIZE);
        state.setMinWidth(0);
        state.setMinHeight(Region.USE_PREF_SIZE);
        // As wide with either of its words
        styled(next, "accent").setMinWidth(NEXT_WIDTH);
        return Controls.row(8, where, back, next);
    }

    private boolean isTraining() {
        return lab.statusProperty().get().state() == RunState.RUNNING;
    }

    private boolean canStep() {
        return lab.statusProperty().get().state().canContinue();
    }

    private Asked<Ask> question(TracedSnapshot traced) {
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
        state.setText(Message.text(isTraining() ? "update.live" : canStep() ? "update.paused" : "update.ended"));
        updateButtons();
        Ask ask = new Ask(trained, step, selection.unitProperty().get());
        // The lab tells of itself much more often than of another update
        if (probe.shown().isPresent() && ask.equals(asked)) {
            return Asked.asBefore();
        }
        asked = ask;
        return Asked.of(ask);
    }

    private String emptyWords() {
        return emptyWords(canStep() ? "update.empty.hint" : "update.empty.ended");
    }

    private static String emptyWords(String hint) {
        return Message.text("update.empty") + "\n" + Message.text(hint);
    }

    /** Tells an update; takes as long as some updates. */
    private Shown answer(Ask ask) {
        Experiment experiment = ask.snapshot().experiment();
        UpdateRecord update = ask.snapshot().update().orElseThrow();
        ParameterLayout layout = experiment.layout();
        int unit = Math.max(0, Math.min(layout.allUnits() - 1, ask.unit()));
        int layer = unit / layout.units();
        UpdateTrace account = UpdateTrace.of(experiment, update, ask.step());
        String place = where(ask.snapshot(), update, account);
        String name = Message.text("update.unit", UnitName.of(layout, unit));
        List<UpdateStage> told = UpdateStages.of(experiment, account, unit);
        ReachDrawing reach = reach(experiment, account, layer);
        String title = Message.text("update.title");
        String subtitle = Message.text("update.picture.subtitle", place, name);
        UpdateSheet sheet = new UpdateSheet(told, name, reach);
        int height = (int) Math.ceil(sheet.height()) + PICTURE_HEAD;
        return new Shown(reach, title, subtitle)
                .picture(palette -> new DrawnPicture(title, subtitle, sheet, palette, PICTURE_WIDTH, height))
                .spoken(reach.words())
                .says("where", place)
                .says(
                        "reachTitle",
                        layout.layers() == 1
                                ? Message.text("update.reach.title")
                                : Message.text("update.reach.title.layer", layer + 1))
                .then(() -> {
                    stages = told;
                    unitName = name;
                    strip.offer(told);
                    showStage();
                })
                .picks(spot -> goTo(ask.snapshot(), reach.steps()[spot.column()] - 1));
    }

    private static String where(Snapshot snapshot, UpdateRecord update, UpdateTrace account) {
        Position position = snapshot.position();
        String number = NumberText.whole(position.updates());
        int first = update.firstStep() + 1;
        return first == position.step()
                ? Message.text("update.place.one", number, position.sequence(), first)
                : Message.text(
                        "update.place.more",
                        number,
                        position.sequence(),
                        first,
                        position.step(),
                        account.step().step() + 1);
    }

    static ReachDrawing reach(Experiment experiment, UpdateTrace account, int layer) {
        GradientReach reach = account.reach();
        Steps steps = account.update().steps();
        int lag = experiment.hyperparameters().get(Settings.LAG);
        int selected = -1;
        for (int time = reach.cut(); time < reach.times(); time++) {
            boolean endsSample = (time + 1) % lag == 0;
            selected = endsSample && reach.symbols()[time] == account.step().step() ? time : selected;
        }
        return new ReachDrawing(
                Arrays.stream(reach.symbols())
                        .mapToObj(place -> experiment.task().alphabet().symbol(steps.fed(place)))
                        .toList(),
                Arrays.stream(reach.symbols()).map(place -> place + 1).toArray(),
                reach.cut(),
                reach.hidden()[layer],
                reach.cell().length == 0 ? new double[0] : reach.cell()[layer],
                selected,
                paths(experiment.hyperparameters()));
    }

    private static ReachDrawing.Paths paths(Hyperparameters settings) {
        return settings.isOutputOnly()
                ? ReachDrawing.Paths.NONE
                : settings.isErrorTruncated() ? ReachDrawing.Paths.CELL_STATE : ReachDrawing.Paths.ALL;
    }

    private void showStage() {
        if (!stages.isEmpty()) {
            UpdateStage stage = stages.get(Math.min(strip.chosenProperty().get(), strip.size() - 1));
            caption.setText(stage.caption());
            table.show(stage, unitName);
            updateButtons();
        }
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
        next.setDisable(leadsOn && (isTraining() || !canStep()));
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
        if (probe.shown().isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean isDigit = event.getCode().isDigitKey() && !event.getText().isEmpty();
        int digit = isDigit ? event.getText().charAt(0) - '0' : 0;
        if (probe.drawing().isFocused() && event.getCode().isArrowKey()) {
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

    /** Goes to another step of the update; where the window shows its sequence the whole window does. */
    private void goTo(Snapshot snapshot, int newStep) {
        step = newStep;
        Steps steps = snapshot.update().orElseThrow().steps();
        Steps[] shown = snapshot.experiment().task().encoded();
        int sequence = snapshot.position().sequence() - 1;
        if (sequence < shown.length && shown[sequence].equals(steps)) {
            selection.stepProperty().set(steps.step(sequence, step));
        }
        probe.update();
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
            chosen.addListener(change -> select());
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
            ToggleButton button = named(new ToggleButton(place + 1 + " " + stage.title()), "stage-" + stage.key());
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

    /** The numbers of a stage: of the selected unit, and of all. It has the same height whatever the stage. */
    static final class StageTable extends GridPane {

        /** The most lines that a stage has. */
        private static final int LINES = 9;

        /** A line without anything keeps its height. */
        private static final StageLine NONE = StageLine.of(" ", Double.NaN, Double.NaN);

        private static final double MOST_WIDTH = 480;

        private final Label unit = named(new Label(), "updateUnit", "muted");
        private final Label all = named(new Label(), "updateAll", "muted");
        private final List<Row> rows = new ArrayList<>();

        private record Row(Label name, Label unit, Label all) {}

        StageTable() {
            getStyleClass().add("update-numbers");
            // In a wide column too a number stands near its name
            setMaxWidth(MOST_WIDTH);
            getColumnConstraints().addAll(column(40, HPos.LEFT), column(36, HPos.RIGHT), column(24, HPos.RIGHT));
            add(unit, 1, 0);
            add(all, 2, 0);
            for (int line = 0; line < LINES; line++) {
                Row row = new Row(
                        named(new Label(), "updateName" + line, "muted"),
                        named(new Label(), "updateUnit" + line, "update-number"),
                        named(new Label(), "updateAll" + line, "update-number"));
                rows.add(row);
                row.name().setMinWidth(USE_PREF_SIZE);
                // Also where it has the room of its name
                setHalignment(row.unit(), HPos.RIGHT);
                addRow(line + 1, row.name(), row.unit(), row.all());
            }
        }

        private static ColumnConstraints column(double percent, HPos side) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            column.setHalignment(side);
            return column;
        }

        /** Plain lines stand above the names of the columns, and what needs the room of two columns has it. */
        void show(UpdateStage stage, String unitName) {
            boolean hasUnit =
                    stage.lines().stream().anyMatch(line -> !line.unit().isEmpty());
            int plain = stage.plainLines();
            unit.setText(hasUnit ? unitName : "");
            all.setText(stage.all());
            setRowIndex(unit, plain);
            setRowIndex(all, plain);
            for (int line = 0; line < LINES; line++) {
                show(rows.get(line), line < stage.lines().size() ? stage.lines().get(line) : NONE);
                boolean isPlain = line < plain;
                int place = isPlain ? line : line + 1;
                Row row = rows.get(line);
                for (Label label : List.of(row.name(), row.unit(), row.all())) {
                    setRowIndex(label, place);
                }
                setColumnIndex(row.all(), isPlain ? 1 : 2);
                setColumnSpan(row.all(), isPlain ? 2 : 1);
            }
        }

        private static void show(Row row, StageLine line) {
            row.name().setText(line.name());
            row.unit().setText(line.unit());
            row.all().setText(line.all());
            // A product is longer than its name
            boolean isAlone = line.all().isEmpty();
            setColumnIndex(row.unit(), isAlone ? 0 : 1);
            setColumnSpan(row.unit(), isAlone ? 2 : 1);
            showPrecisely(row.unit(), line.unitNumber());
            showPrecisely(row.all(), line.allNumber());
        }

        /** All digits on hover, for those who calculate. */
        private static void showPrecisely(Label label, double number) {
            Tip.put(label, Double.isNaN(number) ? "" : FileNumber.text(number));
        }
    }
}
