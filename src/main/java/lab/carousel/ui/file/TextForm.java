package lab.carousel.ui.file;

import static lab.carousel.ui.controls.Controls.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import lab.carousel.model.Experiment;
import lab.carousel.task.Sequence;
import lab.carousel.task.SequenceText;
import lab.carousel.task.draft.OwnText;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;

/** A text, how it is meant, and what would become of it: that is seen before it is taken. */
final class TextForm extends ExperimentForm {

    private static final int ROWS = 7;
    private static final int SHOWN = 6;
    private static final double PREVIEW_HEIGHT = 144;

    private final Experiment now;
    private final TextArea text = new TextArea();
    private final DropDown<OwnText.Manner> reading = named(new DropDown<>(), "ownTextReading");
    private final CheckBox first = named(new CheckBox(Message.text("ui.text.first")), "ownTextFirst");
    private final CheckBox replace = named(new CheckBox(Message.text("ui.text.replace")), "ownTextReplace");
    private final Label preview = Controls.words("ownTextPreview");

    /**
     * A form.
     *
     * @param begin what stands in it at first
     * @param now   what the sequences are added to, or take the place of
     */
    TextForm(String begin, Experiment now) {
        super("ownTextProblem");
        this.now = now;
        OwnText likely = OwnText.of(begin);
        text.setId("ownTextText");
        size(text, ROWS);
        text.setText(begin);
        reading.getItems().setAll(OwnText.Manner.values());
        reading.says(each -> Message.text("ui.text.reading." + each.name()));
        reading.setValue(likely.reading());
        first.setSelected(likely.isFirstLineLeftOut());
        replace.setSelected(true);
        replace.setDisable(now.task().isDrawn());
        // The window keeps the size that it opens with
        preview.setMinHeight(PREVIEW_HEIGHT);
        preview.setAlignment(Pos.TOP_LEFT);
        Label title = new Label(Message.text("ui.text.text"));
        title.setLabelFor(text);
        Label meant = new Label(Message.text("ui.text.reading"));
        meant.setLabelFor(reading);
        getChildren().addAll(title, text, meant, reading, first, replace, preview, problem());
        checkWith(text.textProperty(), reading.valueProperty(), first.selectedProperty(), replace.selectedProperty());
    }

    @Override
    Optional<Experiment> typed() {
        List<TypedSymbols> lines = new OwnText(text.getText(), reading.getValue(), first.isSelected()).sequences();
        TaskDraft draft = draft(lines);
        preview.setText(words(lines, draft));
        if (draft.problems().isEmpty()) {
            return Optional.of(
                    new Experiment(draft.task().orElseThrow(), now.hyperparameters(), now.engine()).checked());
        }
        if (!lines.isEmpty()) {
            tell(draft.problems().get(0).message());
        }
        return Optional.empty();
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
}
