package lab.carousel.ui.cell;

import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.picture.account.Digits;
import lab.carousel.picture.account.Formula;
import lab.carousel.picture.account.TermRow;
import lab.carousel.picture.account.WeightedSum;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.TableGrid;

/** The formulas of a unit with the numbers put in, and the terms of one of its sums. */
final class FormulaPane {

    /** Room in the table, in pixels: for what stands before the decimals, each of them, ≈, the least for a name, the scroll bar. */
    private static final double SIGN = 40;

    private static final double DIGIT = 7.6;
    private static final double ALMOST = 14;
    private static final double NAME = 76;
    private static final double SCROLL_BAR = 18;

    private final FlowPane formulas = styled(new FlowPane(), "cell-formulas");
    private final DropDown<String> sum = explained(named(new DropDown<>(), "cellSum"), "cell.sum");
    private final DropDown<Digits> digits =
            explained(named(new DropDown<>(Digits.CHOICES), "cellDigits"), "cell.digits");
    private final Label text = Controls.words("cellSumText");
    private final TableGrid<TermRow> terms;
    private final VBox listed;

    /** No formulas yet; {@code onUnit} is given the unit of a term that is opened. */
    FormulaPane(IntConsumer onUnit) {
        terms = styled(
                grow(new TableGrid<>(
                        "cellTerms",
                        "",
                        row -> row.term().from().ordinal() << 16 | row.term().index() + 1,
                        row -> {
                            if (row.term().from().isUnit()) {
                                onUnit.accept(row.term().index());
                            }
                        })),
                "cell-terms",
                "dense");
        terms.setColumns(TermRow.table());
        terms.widthProperty().addListener(change -> fit());
        digits.valueProperty().addListener(change -> fit());
        terms.setAccessibleText(Message.text("cell.terms"));
        digits.setValue(Digits.USUAL);
        digits.says(each -> Integer.toString(each.decimals()));
        text.setMinHeight(Region.USE_PREF_SIZE);
        formulas.setMinSize(0, Region.USE_PREF_SIZE);
        listed = styled(
                grow(new VBox(
                        Controls.row(
                                8,
                                Controls.label("cell.sum", "muted"),
                                sum,
                                Controls.label("cell.digits", "muted"),
                                digits),
                        text,
                        terms)),
                "cell-listed");
    }

    /** Each number has the room of all its digits, and the names have the rest. */
    private void fit() {
        double room = SIGN + DIGIT * digits.getValue().decimals();
        List<TableColumn<TermRow, ?>> columns = terms.getColumns();
        columns.forEach(column -> column.setPrefWidth(room));
        columns.get(columns.size() - 1).setPrefWidth(room + ALMOST);
        columns.get(0).setPrefWidth(Math.max(NAME, terms.getWidth() - 3 * room - ALMOST - SCROLL_BAR));
    }

    FlowPane formulas() {
        return formulas;
    }

    /** The terms of a sum, and which one it is. */
    VBox terms() {
        return listed;
    }

    /** Whose terms are shown, by its name. */
    DropDown<String> sum() {
        return sum;
    }

    DropDown<Digits> digits() {
        return digits;
    }

    void show(List<Formula> shown, List<WeightedSum> sums, WeightedSum chosen, List<TermRow> rows) {
        for (int place = formulas.getChildren().size(); place < shown.size(); place++) {
            Label formula = Controls.words("cellFormula-" + place);
            // A long one takes several lines
            formula.maxWidthProperty().bind(formulas.widthProperty());
            formulas.getChildren().add(formula);
        }
        formulas.getChildren().remove(shown.size(), formulas.getChildren().size());
        for (int place = 0; place < shown.size(); place++) {
            ((Label) formulas.getChildren().get(place)).setText(shown.get(place).text());
        }
        List<String> names = sums.stream().map(WeightedSum::name).toList();
        if (!sum.getItems().equals(names)) {
            sum.getItems().setAll(names);
        }
        // A choice that was made meanwhile stays
        if (!names.contains(sum.getValue())) {
            sum.setValue(chosen.name());
        }
        text.setText(Message.text("cell.net", chosen.name(), chosen.text()));
        terms.setRows(rows);
    }
}
