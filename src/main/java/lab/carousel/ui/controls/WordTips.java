package lab.carousel.ui.controls;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import lab.carousel.text.Glossary;
import lab.carousel.text.GlossaryEntry;

/**
 * Explains the words of the glossary in the labels of a scene, titles of columns among them: looked up when the pointer comes
 * to a label, whose words may have changed, so that they cost nothing before. A label that has a tip of its own, or stands in
 * something that has one, keeps it.
 */
public final class WordTips {

    /** Marks a label whose tip comes from the glossary. */
    private static final Object GIVEN = new Object();

    private WordTips() {}

    public static void addTo(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> {
            if (event.getTarget() instanceof Label label) {
                explain(label);
            }
        });
    }

    private static void explain(Label label) {
        if (!label.getProperties().containsKey(GIVEN)) {
            if (hasTip(label)) {
                return;
            }
            label.getProperties().put(GIVEN, true);
        }
        Optional<GlossaryEntry> word = Glossary.current().ofLabel(label.getText());
        Tip.put(label, word.map(GlossaryEntry::explanation).orElse(""));
    }

    private static boolean hasTip(Label label) {
        for (Node node = label; node != null; node = node.getParent()) {
            if (!Tip.of(node).isEmpty()) {
                return true;
            }
        }
        return label.getTooltip() != null;
    }
}
