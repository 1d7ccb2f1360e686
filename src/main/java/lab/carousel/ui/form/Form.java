package lab.carousel.ui.form;

import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.domain.SliderScale;
import lab.carousel.model.layout.Quantity;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.operation.ChoiceButtons;
import org.kordamp.ikonli.feather.Feather;

/**
 * What can be set or chosen in a part of the window, and what it says. Each control has a name: its id is that of the form
 * with the name behind it, as in {@code freeRunSteps}, and its words are those of {@code freeRun.steps} and {@code
 * freeRun.steps.tip}. In a place, what can be chosen makes another question when it changes.
 */
public final class Form {

    private final String id;
    private final String key;
    private final String label;
    private final String tip;
    private final List<ObservableValue<?>> values = new ArrayList<>();
    private final Map<String, Consumer<String>> texts = new HashMap<>();

    /** A form without controls, for a place. */
    public Form(PlaceName place) {
        this(place.key(), place.key(), "", ".tip");
    }

    /**
     * A form with other names.
     *
     * @param id    what all ids begin with; may be empty
     * @param key   what the keys of all words begin with
     * @param label what the key of the name of a control ends with
     * @param tip   and that of the words that explain it
     */
    public Form(String id, String key, String label, String tip) {
        this.id = id;
        this.key = key;
        this.label = label;
        this.tip = tip;
    }

    /** What the keys of all its words begin with. */
    public String key() {
        return key;
    }

    /** The id of a control. */
    public String id(String name) {
        return id.isEmpty() ? name : id + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private String word(String name) {
        return key + "." + name;
    }

    /** A row of something that is set with a control. */
    public FormRow line(String name, Control control) {
        return new FormRow(id(name), Message.text(word(name) + label), Message.text(word(name) + tip), control);
    }

    /** A row for a number; {@code onTyped} is given each text that was typed or dragged on a slider. */
    public NumberRow number(String name, SliderScale slider, Consumer<String> onTyped) {
        return new NumberRow(
                id(name), Message.text(word(name) + label), Message.text(word(name) + tip), slider, onTyped);
    }

    /** Another value that makes another question when it changes. */
    public <T> ObservableValue<T> asksAgain(ObservableValue<T> value) {
        values.add(value);
        return value;
    }

    /** All values that make another question when they change. */
    public ObservableValue<?>[] values() {
        return values.toArray(ObservableValue<?>[]::new);
    }

    public Label words(String name, String... styles) {
        return saying(name, Controls.words(id(name), styles));
    }

    private <N extends Labeled> N saying(String name, N label) {
        texts.put(name, label::setText);
        return label;
    }

    /** What a place shows, and below it of which network: {@code title} and {@code subtitle}. */
    public VBox head() {
        Label title = saying("title", named(new Label(), id("title"), "place-title"));
        Label subtitle = words("subtitle", "muted");
        subtitle.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(4, title, subtitle);
    }

    /** A line for what is said, which can be copied. */
    public HBox copied(String name) {
        TextField line = explained(named(new TextField(), id(name), "copied"), word(name));
        line.setEditable(false);
        // The same text is left alone, so that what is selected in it stays so
        texts.put(name, words -> Controls.showText(line, words));
        return row(
                Pos.CENTER_LEFT,
                grow(line),
                Controls.iconButton(key + "Copy", Feather.COPY, word("copy"), () -> Controls.copy(line.getText())));
    }

    /** Puts words into labels, by their names. */
    public void say(Map<String, String> words) {
        words.forEach(
                (name, text) -> Objects.requireNonNull(texts.get(name), name).accept(text));
    }

    public static HBox row(Pos alignment, Node... controls) {
        HBox row = styled(new HBox(controls), "probe-row");
        row.setAlignment(alignment);
        return row;
    }

    /** Sentences one below the other, with room for the longest ones. */
    public static VBox sentences(Label... sentences) {
        return styled(new VBox(sentences), "probe-words");
    }

    /** The name of the place, what can be chosen, the answer in words, and all the height that is left for what is drawn. */
    public VBox column(Region drawing, Node... parts) {
        VBox column = styled(new VBox(styled(new Label(Message.text(word("menu"))), "place-title")), "place", "probe");
        column.getChildren().addAll(parts);
        column.getChildren().add(grow(drawing));
        return column;
    }

    /** Chooses h, c or a gate by its letter; the first one to begin with, if it is offered. */
    public ChoiceButtons<Quantity> quantities(Quantity first) {
        return new ChoiceButtons<>(
                id("quantity"), first, Quantity::letter, each -> Message.text("operation.quantity." + each.name()));
    }

    /** Room for what came out: as high as its longest form, in pixels, so that nothing below moves. */
    public Label sentence(double height) {
        Label sentence = words("sentence", "operation-sentence");
        sentence.setMinHeight(height);
        return sentence;
    }

    /** Controls side by side on a bench. */
    public static HBox tools(Node... controls) {
        return styled(new HBox(controls), "operation-row");
    }

    /** What is drawn, and above it rows of controls; beside it if there is room. */
    public static Region bench(Region drawn, Node... rows) {
        return new Workbench(styled(new VBox(rows), "operation-controls"), drawn);
    }

    /** Controls and what comes of them: the controls above, or beside if there is room. */
    private static final class Workbench extends Region {

        private static final double WIDE = 600;
        private static final double CONTROLS_WIDTH = 320;
        private static final double LEAST_RESULT = 280;
        private static final double PADDING = 12;
        private static final double GAP = 8;

        private final ScrollArea scroll = styled(new ScrollArea(), "workbench-controls");
        private final Region controls;
        private final Region result;

        /**
         * A workbench.
         *
         * @param controls what can be chosen; they scroll if they have no room
         * @param result   what comes of it
         */
        Workbench(Region controls, Region result) {
            this.controls = controls;
            this.result = result;
            getStyleClass().add("workbench");
            scroll.setContent(controls);
            scroll.setFocusTraversable(false);
            getChildren().addAll(scroll, result);
            // It takes whatever room there is
            setMinHeight(0);
            setPrefSize(360, 480);
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth() - 2 * PADDING;
            double height = getHeight() - 2 * GAP;
            if (width >= WIDE) {
                scroll.resizeRelocate(PADDING, GAP, CONTROLS_WIDTH, height);
                double left = PADDING + CONTROLS_WIDTH + 2 * GAP;
                result.resizeRelocate(left, GAP, Math.max(0, getWidth() - PADDING - left), height);
                return;
            }
            double needed = Math.ceil(controls.prefHeight(width)) + 2;
            double part = Math.max(0, Math.min(needed, height - LEAST_RESULT - GAP));
            scroll.resizeRelocate(PADDING, GAP, width, part);
            result.resizeRelocate(PADDING, GAP + part + GAP, width, Math.max(0, height - part - GAP));
        }
    }
}
