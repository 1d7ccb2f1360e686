package lab.carousel.ui.task;

import javafx.scene.control.Label;
import lab.carousel.task.Sequence;
import lab.carousel.task.SequenceText;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;

/** A sequence that can be looked at but not changed, abridged if it is long. */
final class SampleLine extends Label {

    SampleLine(Sequence sequence) {
        super(SequenceText.abridged(sequence));
        getStyleClass().add("source-sequence");
        setMinWidth(0);
        Tip.put(this, Message.text("editor.source.steps", sequence.steps()));
    }
}
