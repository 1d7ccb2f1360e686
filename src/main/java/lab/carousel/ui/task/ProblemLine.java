package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import lab.carousel.task.draft.TaskProblem;
import lab.carousel.task.draft.TaskProblem.Fix;
import org.jspecify.annotations.Nullable;

/** What is wrong with a field, under it, and links that mend it. Takes no room while nothing is wrong. */
final class ProblemLine extends TextFlow {

    private final Consumer<Fix> mend;
    private @Nullable TaskProblem shown;

    /** A line whose links hand their fix on. */
    ProblemLine(Consumer<Fix> mend) {
        this.mend = mend;
        getStyleClass().add("problem-line");
        setManaged(false);
        setVisible(false);
    }

    /**
     * Shows a problem, or nothing if it is null.
     *
     * @param place names the place in the JavaFX ids: {@code taskProblem<place>}, {@code taskFix<place>-0} and so on
     */
    void show(@Nullable TaskProblem problem, String place) {
        setId("taskProblem" + place);
        boolean same = problem == shown
                || (problem != null
                        && shown != null
                        && problem.message().equals(shown.message())
                        && labels(problem).equals(labels(shown)));
        shown = problem;
        setManaged(problem != null);
        setVisible(problem != null);
        if (same) {
            nameLinks(place);
            return;
        }
        List<Node> parts = new ArrayList<>();
        if (problem != null) {
            Text text = styled(new Text(problem.message().text() + " "), "problem-text");
            parts.add(text);
            for (int index = 0; index < problem.fixes().size(); index++) {
                if (index > 0) {
                    // So that two links are not read as one
                    parts.add(styled(new Text("\u2002\u00b7 "), "problem-text"));
                }
                parts.add(link(problem.fixes().get(index).label().text(), index));
            }
        }
        getChildren().setAll(parts);
        nameLinks(place);
    }

    /** The first link, or null if none is offered. */
    @Nullable
    Hyperlink firstLink() {
        return links().stream().findFirst().orElse(null);
    }

    private Hyperlink link(String label, int index) {
        Hyperlink link = new Hyperlink(label);
        // The fix of the problem shown when it is clicked: a problem in the same words may have come since.
        link.setOnAction(
                event -> mend.accept(Objects.requireNonNull(shown).fixes().get(index)));
        return link;
    }

    private void nameLinks(String place) {
        List<Hyperlink> links = links();
        for (int index = 0; index < links.size(); index++) {
            links.get(index).setId("taskFix" + place + "-" + index);
        }
    }

    private List<Hyperlink> links() {
        return getChildren().stream()
                .filter(Hyperlink.class::isInstance)
                .map(Hyperlink.class::cast)
                .toList();
    }

    private static List<String> labels(TaskProblem problem) {
        return problem.fixes().stream().map(fix -> fix.label().text()).toList();
    }
}
