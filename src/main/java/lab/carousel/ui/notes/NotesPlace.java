package lab.carousel.ui.notes;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.file.session.Notes;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.undo.Undo;

/** A place to write plain text. What is written belongs to the session, whatever experiment is opened. */
public final class NotesPlace extends Place {

    private final Undo undo;
    private final TextArea area = new TextArea();
    private final Label count = new Label();
    private final Label problem = new WholeLabel();
    private final VBox box;
    /** Whether a text is being put there, not typed. */
    private boolean isShowing;

    /** A place in which the notes of a draft are written. */
    public NotesPlace(Undo undo) {
        super("notes", PlaceKind.WRITE);
        this.undo = undo;
        area.setId("notes");
        area.setWrapText(true);
        area.setPromptText(Message.text("notes.prompt"));
        area.setAccessibleText(Message.text("microscope.notes"));
        area.setAccessibleHelp(Message.text("microscope.notes.tip"));
        area.setTextFormatter(new TextFormatter<>(this::fitting));
        VBox.setVgrow(area, Priority.ALWAYS);
        count.setId("notesCount");
        count.getStyleClass().add("muted");
        problem.setId("notesProblem");
        problem.getStyleClass().add("problem");
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        box = new VBox(area, problem, count);
        box.setId("notesPlace");
        box.getStyleClass().add("place");
        area.textProperty().addListener((observable, before, now) -> {
            showCount();
            write(now);
        });
        show(undo.draft().notes());
        Hearing.of(area, undo.draftProperty(), (observable, before, now) -> show(now.notes()));
        showCount();
    }

    /** Takes as much of what is typed or pasted as there is room for, and says so if that is not all. */
    private TextFormatter.Change fitting(TextFormatter.Change change) {
        if (!change.isContentChange()) {
            return change;
        }
        String text = change.getText();
        int replaced = change.getRangeEnd() - change.getRangeStart();
        String fits =
                Notes.shortened(text, Notes.MOST - (change.getControlText().length() - replaced));
        boolean isCut = fits.length() < text.length();
        problem.setText(isCut ? Message.text("notes.tooLong", Notes.MOST, text.length() - fits.length()) : "");
        problem.setVisible(isCut);
        if (isCut) {
            change.setText(fits);
            int caret = change.getRangeStart() + fits.length();
            change.selectRange(caret, caret);
        }
        return change;
    }

    private void showCount() {
        count.setText(Message.text("notes.count", area.getLength(), Notes.MOST));
    }

    private void write(String text) {
        if (!isShowing) {
            undo.edit(draft -> draft.with(text));
        }
    }

    private void show(String text) {
        if (!text.equals(area.getText())) {
            isShowing = true;
            area.setText(text);
            isShowing = false;
            // Where one goes on writing
            area.end();
        }
    }

    @Override
    public Region view() {
        return box;
    }
}
