package lab.carousel.ui.history;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lab.carousel.model.trace.Columns;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/**
 * Moves the selected step over all steps of the task, sequence after sequence; at its left end no step is selected. The
 * window that is traced turns to the step.
 */
public final class StepScrubber extends HBox {

    private static final double SLIDER_WIDTH = 144;
    private static final double WORDS_WIDTH = 128;

    private final Selection selection;
    private final TraceService traces;
    private final Slider slider = named(new Slider(), "stepSlider");
    private final Label words = named(new Label(), "stepWords");
    private boolean following;

    /** A scrubber that shows and changes the step of a selection. */
    public StepScrubber(Commands commands, Selection selection, TraceService traces) {
        this.selection = selection;
        this.traces = traces;
        styled(this, "history-steps").setAlignment(Pos.CENTER_LEFT);
        slider.setBlockIncrement(1);
        slider.setPrefWidth(SLIDER_WIDTH);
        slider.setMinWidth(SLIDER_WIDTH);
        Tip.put(slider, Message.text("history.step.hint"));
        Label name = Controls.label("history.step", "muted");
        name.setLabelFor(slider);
        Tip.put(name, Message.text("history.step.hint"));
        words.setMinWidth(WORDS_WIDTH);
        words.setPrefWidth(WORDS_WIDTH);
        words.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS); // dates differ at their ends
        setHgrow(slider, Priority.NEVER);
        getChildren().addAll(name, slider, words);
        slider.valueProperty().addListener((observable, before, now) -> {
            if (!following) {
                select((int) Math.round(now.doubleValue()));
            }
        });
        WindowListeners.of(this, traces.tracedProperty(), (observable, before, now) -> {
            if (before == null
                    || now == null
                    || before.traces().all() != now.traces().all()) {
                show();
            }
        });
        WindowListeners.show(this, this::show, selection.stepProperty());
        commands.add("history", "stepBack", "history.stepBack", () -> move(-1), "Shift+F2")
                .within(slider);
        commands.add("history", "stepForward", "history.stepForward", () -> move(1), "Shift+F3")
                .within(slider);
    }

    private void show() {
        TracedSnapshot traced = traces.getTraced();
        Step step = selection.stepProperty().get();
        slider.setDisable(traced == null);
        words.setText(
                step == null || traced == null
                        ? Message.text("history.step.none")
                        : traced.snapshot().experiment().task().supply().place(step));
        slider.setAccessibleText(Message.text("ui.value", Message.text("history.step.slider"), words.getText()));
        slider.setAccessibleHelp(words.getText());
        if (traced != null) {
            following = true;
            slider.setMax(traced.traces().all().total());
            slider.setValue(place(traced.traces().all(), step));
            following = false;
        }
    }

    /** Of a step, its column counted from 1; 0 if it has none. */
    private static int place(Columns all, Step step) {
        boolean exists = step != null
                && step.sequence() < all.sequences()
                && step.number() >= all.firstStep()
                && step.number() <= all.lastStepOf(step.sequence());
        return exists ? all.firstOf(step.sequence()) + step.number() - all.firstStep() + 1 : 0;
    }

    /** Selects the step before or behind; stays at the first and the last one. The first one if none is selected. */
    private void move(int by) {
        TracedSnapshot traced = traces.getTraced();
        if (traced != null) {
            Columns all = traced.traces().all();
            int now = place(all, selection.stepProperty().get());
            select(Math.max(1, Math.min(all.total(), now + by)));
        }
    }

    private void select(int place) {
        TracedSnapshot traced = traces.getTraced();
        if (traced == null || place == 0) {
            selection.stepProperty().set(null);
            return;
        }
        Columns all = traced.traces().all();
        int column = place - 1;
        if (column < traces.getWindow().first() || column >= traces.getWindow().end()) {
            traces.setWindow(all.windowAt(column));
        }
        Task task = traced.snapshot().experiment().task();
        int sequence = all.sequenceAt(column);
        selection.stepProperty().set(task.step(sequence, column - all.firstOf(sequence) + all.firstStep()));
    }
}
