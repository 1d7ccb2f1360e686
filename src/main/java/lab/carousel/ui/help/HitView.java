package lab.carousel.ui.help;

import static lab.carousel.ui.controls.Controls.styled;

import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.manual.LinkTarget;
import lab.carousel.manual.Manual;
import lab.carousel.manual.Section;
import lab.carousel.manual.search.Hit;
import lab.carousel.manual.search.Marked;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.WholeLabel;

/** A hit of the search: a section with a line of it, or a question with its answer and where it is answered. */
final class HitView extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    interface Actions {

        void open(LinkTarget target);

        /** Opens a lesson at one of its steps, counted from 1. */
        void open(Lesson lesson, int step);
    }

    private final Runnable open;

    HitView(Hit<ManualHit> hit, Manual manual, Actions actions) {
        getStyleClass().add("manual-hit");
        if (hit.subject() instanceof ManualHit.Answered asked) {
            open = showAsked(hit, asked, manual, actions);
        } else {
            open = showPassage(hit, (ManualHit.Passage) hit.subject(), actions);
        }
        setOnMouseClicked(event -> open.run());
    }

    private Runnable showPassage(Hit<ManualHit> hit, ManualHit.Passage passage, Actions actions) {
        Section section = passage.section();
        getChildren().add(flow(hit.title(), "manual-hit-title"));
        if (!passage.page().equals(section.title())) {
            getChildren().add(muted(passage.page()));
        }
        if (!hit.line().parts().isEmpty()) {
            getChildren().add(flow(hit.line(), "manual-hit-line"));
        }
        return () -> actions.open(section.target());
    }

    private Runnable showAsked(Hit<ManualHit> hit, ManualHit.Answered asked, Manual manual, Actions actions) {
        ReaderQuestion answer = asked.answer();
        getStyleClass().add("manual-question");
        getChildren().add(flow(hit.title(), "manual-hit-title"));
        if (!answer.inShort().isEmpty()) {
            getChildren().add(new WholeLabel(answer.inShort()));
        }
        Runnable openLesson = () -> actions.open(asked.lesson(), answer.step());
        getChildren()
                .add(link(
                        Message.text("help.hit.lesson", asked.lesson().title(), answer.step()),
                        "hitLesson",
                        openLesson));
        LinkTarget target = LinkTarget.of(answer.manual(), "");
        if (answer.manual().isEmpty() || !manual.has(target)) {
            return openLesson;
        }
        Runnable openManual = () -> actions.open(target);
        getChildren().add(link(Message.text("help.hit.manual", manual.title(target)), "hitManual", openManual));
        return openManual;
    }

    private static Hyperlink link(String words, String style, Runnable action) {
        Hyperlink link = styled(new Hyperlink(words), "manual-hit-link", style);
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.setOnAction(event -> action.run());
        return link;
    }

    private static Label muted(String words) {
        return styled(new Label(words), "muted");
    }

    private static TextFlow flow(Marked marked, String style) {
        TextFlow flow = styled(new TextFlow(), style);
        flow.setMinHeight(USE_PREF_SIZE);
        for (Marked.Part part : marked.parts()) {
            Text text = styled(new Text(part.text()), "text");
            if (part.marked()) {
                text.getStyleClass().add("manual-marked");
            }
            flow.getChildren().add(text);
        }
        return flow;
    }

    /** Marks the hit that Enter opens. */
    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    void open() {
        open.run();
    }
}
