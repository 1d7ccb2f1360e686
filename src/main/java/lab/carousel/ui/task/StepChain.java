package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import lab.carousel.task.draft.StepMark;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.ui.controls.Tip;

/**
 * The steps of a sequence in one line, as many as fit; the symbols of deciding steps are underlined, those of steps that
 * nobody can know struck through.
 */
final class StepChain extends Region {

    private static final PseudoClass DECIDING = PseudoClass.getPseudoClass("deciding");
    private static final PseudoClass UNKNOWABLE = PseudoClass.getPseudoClass("unknowable");
    /** More symbols than fit into a row of the usual width. */
    private static final int MOST = 24;

    /** Made once and used again, since a list in scrolling shows another sequence every few milliseconds. */
    private final List<Text> symbols = new ArrayList<>();

    private final List<Text> arrows = new ArrayList<>();
    private final Text more = text("…", "chain-arrow");
    private TypedSymbols shown = TypedSymbols.of("");
    private SequenceLine memory = TaskMemory.NONE.line(0, shown);

    StepChain() {
        getStyleClass().add("step-chain");
        setMinWidth(0);
        setPrefWidth(0);
        getChildren().add(more);
    }

    void show(TypedSymbols line, SequenceLine asked) {
        shown = line;
        memory = asked;
        for (int index = 0; index < length(); index++) {
            show(index);
        }
        requestLayout();
    }

    private int length() {
        return Math.min(shown.size(), MOST);
    }

    /** What the step from a symbol asks; nothing of the last one. */
    private StepMark mark(int index) {
        return index + 1 < shown.size() ? memory.mark(index) : StepMark.NONE;
    }

    private void show(int index) {
        if (index == symbols.size()) {
            symbols.add(text("", "chain-symbol"));
            arrows.add(text(" → ", "chain-arrow"));
            getChildren().addAll(arrows.get(index), symbols.get(index));
            symbols.get(index).setOnMouseEntered(event -> explain(index));
        }
        Text symbol = symbols.get(index);
        StepMark mark = mark(index);
        symbol.setText(shown.symbols().get(index));
        symbol.setUnderline(mark == StepMark.DECIDING);
        symbol.setStrikethrough(mark == StepMark.UNKNOWABLE);
        symbol.pseudoClassStateChanged(DECIDING, mark == StepMark.DECIDING);
        symbol.pseudoClassStateChanged(UNKNOWABLE, mark == StepMark.UNKNOWABLE);
        if (symbol.isHover()) {
            explain(index);
        }
    }

    private void explain(int index) {
        Tip.put(symbols.get(index), index + 1 < shown.size() ? memory.reason(index) : "");
    }

    private static Text text(String content, String style) {
        Text text = styled(new Text(content), style);
        text.setTextOrigin(VPos.TOP);
        text.setPickOnBounds(true);
        return text;
    }

    /** One line, also while it is empty. */
    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + Math.ceil(more.getLayoutBounds().getHeight()) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double end = getWidth() - snappedRightInset();
        double moreWidth = more.getLayoutBounds().getWidth();
        boolean cut = false;
        for (int index = 0; index < symbols.size(); index++) {
            Text arrow = arrows.get(index);
            Text symbol = symbols.get(index);
            double width = symbol.getLayoutBounds().getWidth()
                    + (index == 0 ? 0 : arrow.getLayoutBounds().getWidth());
            boolean isLast = index == shown.size() - 1;
            cut |= index < length() && x + width + (isLast ? 0 : moreWidth) > end;
            symbol.setVisible(index < length() && !cut);
            arrow.setVisible(index > 0 && symbol.isVisible());
            if (symbol.isVisible()) {
                arrow.relocate(x, snappedTopInset());
                x += width;
                symbol.relocate(x - symbol.getLayoutBounds().getWidth(), snappedTopInset());
            }
        }
        more.setVisible(cut || shown.size() > MOST);
        more.relocate(x, snappedTopInset());
    }
}
