package lab.carousel.ui.help;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lab.carousel.manual.Manual;
import lab.carousel.manual.search.Hit;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.WholeLabel;

/** What a search has found, best first; one of the hits is chosen. If nothing was found, what can be tried. */
final class HitList extends SidePane {

    private static final List<String> EXAMPLES = List.of("reset", "floor", "gate", "export");

    private final Manual manual;
    private final HitView.Actions actions;
    private final Consumer<String> onTry;
    private List<HitView> hits = List.of();
    private int chosen;

    /** @param onTry is given what the user wants to look for instead */
    HitList(Manual manual, HitView.Actions actions, Consumer<String> onTry) {
        super("manualHits", "manual-hits");
        this.manual = manual;
        this.actions = actions;
        this.onTry = onTry;
    }

    void show(String words, List<Hit<ManualHit>> found) {
        hits = found.stream().map(hit -> new HitView(hit, manual, actions)).toList();
        lines.getChildren().setAll(hits);
        if (hits.isEmpty()) {
            showNothing(words);
        }
        chosen = 0;
        setVvalue(0);
        mark();
    }

    private void showNothing(String words) {
        Label label = named(new WholeLabel(Message.text("help.nothing", words.strip())), "manualNothing");
        VBox nothing = styled(new VBox(8, label), "manual-nothing");
        for (String example : EXAMPLES) {
            nothing.getChildren().add(acting(new Hyperlink(example), () -> onTry.accept(example)));
        }
        lines.getChildren().setAll(nothing);
    }

    /** Chooses the hit that is so many further down, or up if negative. */
    void move(int by) {
        chosen = Math.max(0, Math.min(hits.size() - 1, chosen + by));
        mark();
        reveal();
    }

    private void mark() {
        for (int index = 0; index < hits.size(); index++) {
            hits.get(index).setChosen(index == chosen);
        }
    }

    private void reveal() {
        double hidden = lines.getHeight() - getViewportBounds().getHeight();
        if (hits.isEmpty() || hidden <= 0) {
            return;
        }
        Bounds bounds = hits.get(chosen).getBoundsInParent();
        double top = getVvalue() * hidden;
        double bottom = top + getViewportBounds().getHeight();
        if (bounds.getMinY() < top) {
            setVvalue(bounds.getMinY() / hidden);
        } else if (bounds.getMaxY() > bottom) {
            setVvalue((bounds.getMaxY() - getViewportBounds().getHeight()) / hidden);
        }
    }

    void open() {
        if (!hits.isEmpty()) {
            hits.get(chosen).open();
        }
    }
}
