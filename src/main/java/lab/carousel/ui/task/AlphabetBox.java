package lab.carousel.ui.task;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TaskProblem.Fix;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;

/** The alphabet: a field for its symbols, their number, and ways to collect and to sort them. */
final class AlphabetBox extends VBox {

    private final ObjectProperty<TaskDraft> draft;
    private final Label count = new Label();
    private final SymbolField field = new SymbolField(this::appendLines);
    private final ProblemLine problem = new ProblemLine(this::mend);

    AlphabetBox(ObjectProperty<TaskDraft> draft) {
        this.draft = draft;
        getStyleClass().add("alphabet-box");
        field.setId("alphabetField");
        field.setPromptText(Message.text("editor.alphabet.prompt"));
        field.setAccessibleText(Message.text("editor.alphabet"));
        field.textProperty()
                .addListener((observable, before, text) -> draft.set(draft.get().withAlphabet(text)));
        getChildren().addAll(header(), field, problem);
        draft.addListener((observable, before, now) -> refresh());
        refresh();
    }

    void focusField() {
        field.requestFocus();
    }

    private HBox header() {
        Label title = new Label(Message.text("editor.alphabet"));
        title.setLabelFor(field);
        title.setMinWidth(Region.USE_PREF_SIZE);
        count.setId("alphabetCount");
        count.getStyleClass().add("editor-note");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Tip.put(count, Message.text("editor.alphabet.count.tip"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(
                title,
                count,
                gap,
                action("alphabetFromSequences", "editor.alphabet.collect", TaskDraft::withAlphabetFromSequences),
                action("sortAlphabet", "editor.alphabet.sort", TaskDraft::withSortedAlphabet));
        header.getStyleClass().add("editor-header");
        return header;
    }

    private Hyperlink action(String id, String key, UnaryOperator<TaskDraft> change) {
        Hyperlink link = new Hyperlink(Message.text(key));
        link.setId(id);
        link.setMinWidth(Region.USE_PREF_SIZE);
        Tip.put(link, Message.text(key + ".tip"));
        link.setAccessibleHelp(Message.text(key + ".tip"));
        link.setOnAction(event -> {
            link.setVisited(false);
            draft.set(change.apply(draft.get()));
        });
        return link;
    }

    /** An alphabet has a single line: further pasted lines go on in it. */
    private void appendLines(List<TypedSymbols> lines) {
        field.replaceSelection(lines.stream().map(line -> " " + line.text()).collect(Collectors.joining()));
    }

    private void mend(Fix fix) {
        draft.set(fix.change().apply(draft.get()));
        field.requestFocus();
    }

    private void refresh() {
        TaskDraft now = draft.get();
        field.show(now.alphabet().text());
        count.setText(Message.text("editor.alphabet.count", now.alphabet().size()));
        field.mark(now.alphabetProblem().orElse(null));
        problem.show(now.alphabetProblem().orElse(null), "Alphabet");
    }
}
