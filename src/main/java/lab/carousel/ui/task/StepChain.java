package lab.carousel.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import lab.carousel.task.draft.StepMark;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.ui.controls.Tip;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a sequence in one line, as many as fit; the symbols of deciding steps are underlined, those of steps that
 * nobody can know struck through.
 */
final class StepChain extends Region {

    private static final PseudoClass DECIDING = PseudoClass.getPseudoClass("deciding");
    private static final PseudoClass UNKNOWABLE = PseudoClass.getPseudoClass("unknowable");
    /** More symbols than fit into a row of the usual width. */
    private static final int MOST = 24;

    private record Mark(String symbol, StepMark step) {}

    /** Made once and used again, since a list in scrolling shows another sequence every few milliseconds. */
    private final List<Text> symbols = new ArrayList<>();

    private final List<Text> arrows = new ArrayList<>();
    private final Text more = text("…", "chain-arrow");
    private List<Mark> shown = List.of();
    private boolean continues;
    private TaskMemory.@Nullable SequenceLine memory;

    StepChain() {
        getStyleClass().add("step-chain");
        setMinWidth(0);
        setPrefWidth(0);
        getChildren().add(more);
    }

    /** Shows the steps of a sequence. */
    void show(TypedSymbols line, TaskMemory.SequenceLine asked) {
        memory = asked;
        List<String> now = line.symbols();
        List<Mark> marks = new ArrayList<>();
        for (int index = 0; index < Math.min(now.size(), MOST); index++) {
            boolean isStep = index + 1 < now.size();
            marks.add(new Mark(now.get(index), isStep ? asked.mark(index) : StepMark.NONE));
        }
        boolean goesOn = now.size() > MOST;
        if (marks.equals(shown) && goesOn == continues) {
            return;
        }
        shown = marks;
        continues = goesOn;
        for (int index = 0; index < marks.size(); index++) {
            show(marks.get(index), index);
        }
        requestLayout();
    }

    private void show(Mark mark, int index) {
        if (index == symbols.size()) {
            symbols.add(text("", "chain-symbol"));
            arrows.add(text(" → ", "chain-arrow"));
            getChildren().addAll(arrows.get(index), symbols.get(index));
            symbols.get(index).setOnMouseEntered(event -> explain(index));
        }
        Text symbol = symbols.get(index);
        symbol.setText(mark.symbol());
        boolean isDeciding = mark.step() == StepMark.DECIDING;
        boolean isUnknowable = mark.step() == StepMark.UNKNOWABLE;
        if (symbol.isUnderline() != isDeciding || symbol.isStrikethrough() != isUnknowable) {
            symbol.setUnderline(isDeciding);
            symbol.setStrikethrough(isUnknowable);
            symbol.pseudoClassStateChanged(DECIDING, isDeciding);
            symbol.pseudoClassStateChanged(UNKNOWABLE, isUnknowable);
        }
        if (symbol.isHover()) {
            explain(index);
        }
    }

    private void explain(int index) {
        boolean isPlain = index >= shown.size() || shown.get(index).step() == StepMark.NONE;
        Tip.put(
                symbols.get(index),
                isPlain ? "" : Objects.requireNonNull(memory).reason(index));
    }

    private static Text text(String content, String style) {
        Text text = new Text(content);
        text.getStyleClass().add(style);
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
            boolean isThere = index < shown.size();
            double width = symbol.getLayoutBounds().getWidth()
                    + (index == 0 ? 0 : arrow.getLayoutBounds().getWidth());
            boolean isLast = index == shown.size() - 1 && !continues;
            cut |= isThere && x + width + (isLast ? 0 : moreWidth) > end;
            symbol.setVisible(isThere && !cut);
            arrow.setVisible(index > 0 && symbol.isVisible());
            if (symbol.isVisible()) {
                arrow.relocate(x, snappedTopInset());
                x += width;
                symbol.relocate(x - symbol.getLayoutBounds().getWidth(), snappedTopInset());
            }
        }
        more.setVisible(cut || continues);
        more.relocate(x, snappedTopInset());
    }
}
