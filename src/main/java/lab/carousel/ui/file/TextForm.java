package lab.carousel.ui.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import lab.carousel.model.Experiment;
import lab.carousel.task.Sequence;
import lab.carousel.task.SequenceText;
import lab.carousel.task.Task;
import lab.carousel.task.draft.OwnText;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.ChoiceWords;

/** A text, how it is meant, and what would become of it: that is seen before it is taken. */
final class TextForm extends VBox {

    private static final double MARGIN = 16;
    private static final int COLUMNS = 48;
    private static final int ROWS = 7;
    private static final int SHOWN = 6;
    private static final double PREVIEW_HEIGHT = 144;
    private static final double PROBLEM_HEIGHT = 36;

    private final Experiment now;
    private final TextArea text = new TextArea();
    private final ComboBox<OwnText.Reading> reading = new ComboBox<>();
    private final CheckBox first = new CheckBox(Message.text("ui.text.first"));
    private final CheckBox replace = new CheckBox(Message.text("ui.text.replace"));
    private final Label preview = new Label();
    private final Label problem = new Label();
    private final ReadOnlyBooleanWrapper invalid = new ReadOnlyBooleanWrapper(this, "invalid", true);
    private Optional<Experiment> experiment = Optional.empty();

    /**
     * A form.
     *
     * @param begin what stands in it at first
     * @param now   what the sequences are added to, or take the place of
     */
    TextForm(String begin, Experiment now) {
        super(8);
        setPadding(new Insets(MARGIN));
        this.now = now;
        OwnText likely = OwnText.of(begin);
        text.setId("ownTextText");
        text.setPrefColumnCount(COLUMNS);
        text.setPrefRowCount(ROWS);
        text.setText(begin);
        reading.setId("ownTextReading");
        reading.getItems().setAll(OwnText.Reading.values());
        reading.setConverter(new ChoiceWords<>(each -> Message.text("ui.text.reading." + each.name())));
        reading.setValue(likely.reading());
        first.setId("ownTextFirst");
        first.setSelected(likely.isFirstLineLeftOut());
        replace.setId("ownTextReplace");
        replace.setSelected(true);
        replace.setDisable(now.task().isDrawn());
        preview.setId("ownTextPreview");
        preview.setWrapText(true);
        // The window keeps the size that it opens with
        preview.setMinHeight(PREVIEW_HEIGHT);
        preview.setAlignment(Pos.TOP_LEFT);
        problem.setId("ownTextProblem");
        problem.setWrapText(true);
        problem.setMinHeight(PROBLEM_HEIGHT);
        problem.getStyleClass().add("problem");
        Label title = new Label(Message.text("ui.text.text"));
        title.setLabelFor(text);
        Label meant = new Label(Message.text("ui.text.reading"));
        meant.setLabelFor(reading);
        getChildren().addAll(title, text, meant, reading, first, replace, preview, problem);
        text.textProperty().addListener((observable, before, typed) -> check());
        reading.valueProperty().addListener((observable, before, chosen) -> check());
        first.selectedProperty().addListener((observable, before, chosen) -> check());
        replace.selectedProperty().addListener((observable, before, chosen) -> check());
        check();
    }

    private void check() {
        List<TypedSymbols> lines = new OwnText(text.getText(), reading.getValue(), first.isSelected()).sequences();
        TaskDraft draft = draft(lines);
        preview.setText(words(lines, draft));
        experiment = Optional.empty();
        try {
            if (draft.problems().isEmpty()) {
                Task task = draft.task().orElseThrow();
                experiment = Optional.of(new Experiment(task, now.hyperparameters(), now.engine()));
                problem.setText("");
            } else {
                problem.setText(
                        lines.isEmpty() ? "" : draft.problems().get(0).message().text());
            }
        } catch (InvalidInput conflict) {
            problem.setText(conflict.getMessage());
        }
        invalid.set(experiment.isEmpty());
    }

    private TaskDraft draft(List<TypedSymbols> lines) {
        if (replace.isSelected() || now.task().isDrawn()) {
            return new TaskDraft(TypedSymbols.of(""), lines).withAlphabetFromSequences();
        }
        TaskDraft there = TaskDraft.of(now.task());
        return there.insert(there.sequences().size(), lines).withAlphabetFromSequences();
    }

    private static String words(List<TypedSymbols> lines, TaskDraft draft) {
        List<String> shown = new ArrayList<>();
        for (TypedSymbols line : lines.subList(0, Math.min(SHOWN, lines.size()))) {
            shown.add(line.size() < 2 ? line.text() : SequenceText.abridged(new Sequence(line.symbols())));
        }
        if (lines.size() > SHOWN) {
            shown.add(Message.text("ui.text.more", lines.size() - SHOWN));
        }
        return Message.text(
                "ui.text.preview",
                lines.size(),
                draft.alphabet().size(),
                shown.stream().map(line -> "\n" + line).collect(Collectors.joining()));
    }

    /** Whether there are no sequences that can be taken. */
    ReadOnlyBooleanProperty invalidProperty() {
        return invalid.getReadOnlyProperty();
    }

    /** The experiment with the sequences; empty while they cannot be taken. */
    Optional<Experiment> experiment() {
        return experiment;
    }
}
