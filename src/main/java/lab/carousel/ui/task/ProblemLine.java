package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import lab.carousel.task.draft.TaskFix;
import lab.carousel.task.draft.TaskProblem;
import lab.carousel.ui.controls.Controls;
import org.jspecify.annotations.Nullable;

/** What is wrong with a field, and links that mend it. */
final class ProblemLine extends TextFlow {

    private final Consumer<TaskFix> mend;
    private @Nullable TaskProblem shown;

    /** A line whose links hand their fix on. */
    ProblemLine(Consumer<TaskFix> mend) {
        this.mend = mend;
        getStyleClass().add("problem-line");
    }

    /**
     * Says a problem, or nothing if it is null.
     *
     * @param place names the place in the JavaFX ids: {@code taskProblem<place>}, {@code taskFix<place>-0} and so on
     */
    void show(@Nullable TaskProblem problem, String place) {
        setId("taskProblem" + place);
        // Where the same is said, the link that has the focus stays
        boolean isOther = !words(problem).equals(words(shown));
        shown = problem;
        if (isOther) {
            getChildren().setAll(parts(words(problem)));
        }
        List<Hyperlink> links = links();
        links.forEach(link -> link.setId("taskFix" + place + "-" + links.indexOf(link)));
    }

    private static Text text(String words) {
        Text text = styled(new Text(words), "problem-text");
        text.setMouseTransparent(true);
        return text;
    }

    /** The message and the names of the links. */
    private static List<String> words(@Nullable TaskProblem problem) {
        return problem == null
                ? List.of()
                : Stream.concat(
                                Stream.of(problem.message()),
                                problem.fixes().stream().map(TaskFix::label))
                        .map(message -> message.text())
                        .toList();
    }

    private List<Node> parts(List<String> words) {
        List<Node> parts = new ArrayList<>();
        for (int index = 0; index < words.size(); index++) {
            if (index == 0) {
                parts.add(text(words.get(0) + " "));
                continue;
            }
            if (index > 1) {
                // So that two links are not read as one
                parts.add(text("\u2002\u00b7 "));
            }
            int fix = index - 1;
            // The fix of the problem shown when it is clicked: a problem in the same words may have come since
            parts.add(Controls.acting(
                    new Hyperlink(words.get(index)),
                    () -> mend.accept(Objects.requireNonNull(shown).fixes().get(fix))));
        }
        return parts;
    }

    /** The links, in their order. */
    List<Hyperlink> links() {
        return getChildren().stream()
                .filter(Hyperlink.class::isInstance)
                .map(Hyperlink.class::cast)
                .toList();
    }
}
