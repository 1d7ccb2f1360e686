package lab.carousel.ui.studies;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import lab.carousel.study.many.Question;
import lab.carousel.study.ready.ReadyMade;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.RequiredToggleGroup;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;

/** The studies that can be chosen: an own one, those from files, and the ready-made ones by what they ask. */
final class StudyList extends ScrollArea {

    private static final double TITLE_WIDTH = 216;

    private final VBox all = styled(new VBox(), "studies-entries");
    private final VBox files = styled(new VBox(), "studies-entries");
    private final RequiredToggleGroup group = new RequiredToggleGroup();

    /**
     * A list of which nothing is chosen.
     *
     * @param ready    the ready-made studies
     * @param onChosen is given what is chosen
     * @param onOpen   opens a file
     */
    StudyList(List<ReadyMade> ready, Consumer<StudyEntry> onChosen, Runnable onOpen) {
        setId("studyList");
        getStyleClass().add("studies-list");
        Button open = stretch(acting(named(new Button(Message.text("studyWindow.openFile")), "openStudy"), onOpen));
        Tip.put(open, Message.text("studyWindow.openFile.tip"));
        all.getChildren().addAll(heading("own"), button(StudyEntry.own()), files, open);
        for (Question question : Question.values()) {
            all.getChildren().add(heading(question.name()));
            ready.stream()
                    .filter(study -> study.study().question() == question)
                    .map(StudyList::entry)
                    .map(this::button)
                    .forEach(all.getChildren()::add);
        }
        group.hold(chosen -> onChosen.accept((StudyEntry) chosen.getUserData()));
        setContent(all);
    }

    private static StudyEntry entry(ReadyMade ready) {
        return new StudyEntry(ready.key(), ready.study().title(), Optional.of(ready.study()));
    }

    private static Label heading(String key) {
        return wrapped(styled(new Label(Message.text("studyWindow.group." + key)), "studies-heading"));
    }

    private ToggleButton button(StudyEntry entry) {
        // Not a label, whose height inside a button would be that of its narrowest form
        Text title = styled(new Text(entry.title()), "studies-entry-title");
        title.setWrappingWidth(TITLE_WIDTH);
        Label size = styled(new Label(entry.size()), "muted");
        VBox words = new VBox(title, size);
        ToggleButton button = stretch(styled(new ToggleButton(), "studies-entry"));
        button.setGraphic(words);
        button.setId("study-" + entry.id().toLowerCase(Locale.ROOT));
        button.setAccessibleText(entry.title() + ", " + entry.size());
        button.setUserData(entry);
        button.setToggleGroup(group);
        return button;
    }

    /** Adds a study from a file, in the place of one of the same id, and chooses it. */
    void add(StudyEntry entry) {
        ToggleButton button = button(entry);
        List<Toggle> same = group.getToggles().stream()
                .filter(toggle -> toggle != button
                        && ((StudyEntry) toggle.getUserData()).id().equals(entry.id()))
                .toList();
        files.getChildren().add(button);
        group.selectToggle(button);
        same.forEach(toggle -> {
            files.getChildren().remove((ToggleButton) toggle);
            group.getToggles().remove(toggle);
        });
    }

    /** The studies from files, in the order in which they were added. */
    List<StudyEntry> opened() {
        return files.getChildren().stream()
                .map(button -> (StudyEntry) button.getUserData())
                .toList();
    }

    /** Chooses a study by its id. */
    void choose(String id) {
        group.getToggles().stream()
                .filter(toggle -> ((StudyEntry) toggle.getUserData()).id().equals(id))
                .findFirst()
                .ifPresent(group::selectToggle);
    }
}
