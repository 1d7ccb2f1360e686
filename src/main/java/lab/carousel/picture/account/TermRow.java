package lab.carousel.picture.account;

import java.util.List;
import java.util.function.Function;
import lab.carousel.model.account.Term;
import lab.carousel.text.Column;
import lab.carousel.text.Message;
import lab.carousel.text.Table;
import lab.carousel.text.TableCell;

/** A term of a sum as a row of a table: a weight, what it is multiplied with, and the product. */
public record TermRow(Term term, AccountNames names, Digits digits) {

    /** A table without rows. */
    public static Table<TermRow> table() {
        return Table.<TermRow>of(List.of())
                .column(column("term", "", TermRow::name))
                .column(column("weight", "", row -> row.cell(row.term.weight())))
                .column(column("value", "", TermRow::value))
                .column(column("product", Message.text("account.product.tip"), TermRow::product));
    }

    private static Column<TermRow> column(String id, String tip, Function<TermRow, ?> value) {
        return new Column<>(id, List.of(Message.text("account." + id)), tip, 0, value);
    }

    public String name() {
        return switch (term.from()) {
            case SYMBOL -> Message.text("account.term.symbol", names.symbol(term.index()));
            case CHANNEL -> Message.text("account.term.symbol", names.input(term.index()));
            case BIAS -> Message.text("account.bias");
            case RECURRENT_BIAS -> Message.text("account.term.recurrentBias");
            case BELOW, BEFORE -> "h " + names.unit(term.index());
            case PEEPHOLE -> "c";
        };
    }

    private TableCell cell(double value) {
        return new TableCell(value, digits.text(value));
    }

    /** A bias and the weight of a symbol count once. */
    private TableCell value() {
        boolean isOne =
                switch (term.from()) {
                    case SYMBOL, BIAS, RECURRENT_BIAS -> true;
                    default -> false;
                };
        return isOne ? new TableCell(1, "1") : cell(term.value());
    }

    /** Sorted by its size. */
    private TableCell product() {
        boolean isGiven = digits.gives(digits.shown(term.weight()) * digits.shown(term.value()), term.product());
        return new TableCell(Math.abs(term.product()), (isGiven ? "" : "≈ ") + digits.text(term.product()));
    }
}
