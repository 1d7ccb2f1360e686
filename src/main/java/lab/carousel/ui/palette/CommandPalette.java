package lab.carousel.ui.palette;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.manual.search.Vocabulary;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.FirstControl;
import org.jspecify.annotations.Nullable;

/**
 * A field over the window in which everything that can be done is found by typing; the arrow keys choose, Enter does it, Escape
 * goes back. It is made when it is opened for the first time.
 */
public final class CommandPalette extends VBox {

    private static final int ROWS = 10;
    private static final double ROW_HEIGHT = 34;

    private final Supplier<List<PaletteEntry>> commands;
    private final Function<String, PaletteEntry> last;
    private final Supplier<Vocabulary> vocabulary;
    private final TextField field = named(new TextField(), "paletteField");
    private final ListView<PaletteEntry> list = named(new ListView<>(), "paletteList");
    private Function<String, List<PaletteEntry>> search = typed -> List.of();
    /** Where the keyboard was before. */
    private @Nullable Node before;

    /**
     * @param commands asked each time it is opened
     * @param last     what the list ends with, from what is typed
     * @param vocabulary gives the words that mean the same, when it is opened
     */
    public CommandPalette(
            Supplier<List<PaletteEntry>> commands,
            Function<String, PaletteEntry> last,
            Supplier<Vocabulary> vocabulary) {
        this.commands = commands;
        this.last = last;
        this.vocabulary = vocabulary;
        named(this, "palette", "palette");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Controls.show(this, false);
        field.setPromptText(Message.text("palette.prompt"));
        field.setAccessibleText(Message.text("palette.prompt"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setFocusTraversable(false);
        list.setCellFactory(shown -> new Row());
        field.textProperty().addListener((observable, then, now) -> find());
        list.getSelectionModel().selectedItemProperty().addListener((observable, then, now) -> tell(now));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        // Whoever goes elsewhere is done with it
        sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((observable, then, now) -> {
            if (isVisible() && now != null && !FirstControl.isIn(now, this)) {
                Controls.show(this, false);
            }
        });
    }

    /** Opens it with all commands, or closes it. */
    public void toggle() {
        if (isVisible()) {
            close();
            return;
        }
        if (getChildren().isEmpty()) {
            getChildren().addAll(field, list);
        }
        before = getScene().getFocusOwner();
        field.clear();
        Controls.show(this, true);
        refresh();
        field.requestFocus();
    }

    /** Asks for the commands anew, if it is open: some may be read only now. */
    public void refresh() {
        if (isVisible()) {
            CommandSearch all = new CommandSearch(commands.get(), vocabulary.get());
            search = typed -> found(all, typed);
            find();
        }
    }

    /** What the list shows: for a question first the search in the manual, otherwise last. */
    private List<PaletteEntry> found(CommandSearch all, String typed) {
        List<PaletteEntry> found = new ArrayList<>(all.find(typed));
        String[] words = typed.toLowerCase(Locale.ROOT).split("\\s+");
        if (!typed.isEmpty()) {
            boolean isQuestion = words.length > 2
                    && List.of(Message.text("palette.questions").split(" ")).contains(words[0]);
            found.add(isQuestion ? 0 : found.size(), last.apply(typed));
        }
        return found;
    }

    private void close() {
        Controls.show(this, false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private void find() {
        List<PaletteEntry> found = search.apply(field.getText().strip());
        list.getItems().setAll(found);
        list.setPrefHeight(Math.min(ROWS, found.size()) * ROW_HEIGHT + 2);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /** What is chosen is read aloud with the field, in which the keyboard stays. */
    private void tell(@Nullable PaletteEntry chosen) {
        field.setAccessibleHelp(
                chosen == null
                        ? ""
                        : Message.text(
                                "palette.chosen",
                                list.getSelectionModel().getSelectedIndex() + 1,
                                list.getItems().size(),
                                chosen.name(),
                                chosen.where(),
                                chosen.keys()));
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> run(list.getSelectionModel().getSelectedItem());
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(ROWS);
            case PAGE_UP -> move(-ROWS);
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int now = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + by));
        list.getSelectionModel().select(now);
        list.scrollTo(Math.max(0, now - ROWS + 1));
    }

    private void run(@Nullable PaletteEntry chosen) {
        if (chosen != null) {
            close();
            chosen.action().run();
        }
    }

    /** A command with what it belongs to, and its keys on the right. */
    private final class Row extends ListCell<PaletteEntry> {

        private final Label name = new Label();
        private final Label where = styled(new Label(), "muted");
        private final Label keys = whole(styled(new Label(), "palette-keys"));
        private final HBox line = new HBox(8, name, where, Controls.spring(), keys);

        Row() {
            line.setAlignment(Pos.CENTER_LEFT);
            where.setMinWidth(0);
            // As wide as the list, whatever its words ask for
            setPrefWidth(0);
            setOnMouseClicked(event -> run(getItem()));
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry command, boolean isEmpty) {
            super.updateItem(command, isEmpty);
            setGraphic(command == null ? null : line);
            if (command != null) {
                name.setText(command.name());
                // A long name gives way to its keys, but not to what it belongs to
                name.setMinWidth(command.keys().isEmpty() ? Region.USE_PREF_SIZE : 0);
                where.setText(command.where());
                keys.setText(command.keys());
                Controls.show(keys, !command.keys().isEmpty());
            }
        }
    }
}
