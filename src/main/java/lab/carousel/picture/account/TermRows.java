package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.account.Term;
import lab.carousel.picture.account.Piece.Style;
import lab.carousel.picture.account.RowLine.Sign;
import lab.carousel.text.Message;

/** The terms of a sum, one a row: name, bar, weight, value, product. */
final class TermRows {

    private final AccountNames names;
    private final AccountView view;
    private final String key;
    private final int level;
    private final List<Term> terms;
    private final String widestName;
    private final double scale;
    private final List<AccountRow> rows = new ArrayList<>();

    /** Rows under another one, whose key and level are given. */
    TermRows(AccountNames names, AccountView view, String key, int level, List<Term> terms) {
        this.names = names;
        this.view = view;
        this.key = key;
        this.level = level + 1;
        this.terms = terms;
        this.widestName = terms.stream()
                .map(this::name)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        // Biases are large beside the single weights, and nothing to compare them with
        this.scale = ColourScale.round(terms.stream()
                .filter(term -> term.index() >= 0)
                .mapToDouble(term -> Math.abs(term.product()))
                .max()
                .orElse(0));
    }

    List<AccountRow> rows() {
        return rows;
    }

    void addCaption() {
        Digits digits = view.digits();
        RowLine line = new RowLine(digits)
                .space(widestName)
                .bar(Double.NaN)
                .caption(Message.text("account.weight"), "−" + digits.widest())
                .space(Sign.TIMES)
                .caption(Message.text("account.value"), "(−" + digits.widest())
                .space(")" + Sign.EQUAL)
                .caption(Message.text("account.product"), "−" + digits.widest());
        rows.add(new AccountRow(key + ".caption", level, AccountRow.Fold.NONE, line.pieces(), OptionalInt.empty()));
    }

    /** The terms of one kind; several are added up in a row before them. */
    void add(Term.From from) {
        List<Term> these = terms.stream().filter(term -> term.from() == from).toList();
        if (from.isUnit() && !these.isEmpty()) {
            addSubtotal(from, these);
        }
        Comparator<Term> bySize = Comparator.comparingDouble(term -> -Math.abs(term.product()));
        (view.bySize() ? these.stream().sorted(bySize) : these.stream()).forEach(this::add);
    }

    private void addSubtotal(Term.From from, List<Term> these) {
        double sum = these.stream().mapToDouble(Term::product).sum();
        double[] products = these.stream().mapToDouble(Term::product).toArray();
        addSum(from.name(), Message.text("account.terms." + from.name()), sum, products);
    }

    void addSum(String name, String words, double sum, double... parts) {
        RowLine line = new RowLine(view.digits())
                .name(words, widestName, Style.MUTED)
                .bar(Double.NaN)
                .space("−" + view.digits().widest())
                .space(Sign.TIMES)
                .space("(−" + view.digits().widest() + ")")
                .equal(view.digits().add(sum, parts))
                .result(sum);
        rows.add(new AccountRow(key + "." + name, level, AccountRow.Fold.NONE, line.pieces(), OptionalInt.empty()));
    }

    private void add(Term term) {
        Digits digits = view.digits();
        boolean isUnit = term.from().isUnit();
        boolean isBias = term.index() < 0;
        RowLine line = new RowLine(digits)
                .name(name(term), widestName, isUnit ? Style.LINK : Style.PLAIN)
                .bar(isBias ? Double.NaN : term.product() / scale);
        if (isBias) {
            line.space("−" + digits.widest()).space(Sign.TIMES).space("(−" + digits.widest() + ")");
        } else if (term.from() != Term.From.SYMBOL) {
            line.signed(term.weight()).word(Sign.TIMES).factor(term.value());
        } else {
            line.signed(term.weight())
                    .word(Sign.TIMES)
                    .right("1", "(−" + digits.widest())
                    .space(")");
        }
        line.equal(isBias || digits.multiply(term.product(), term.weight(), term.value()))
                .signed(term.product());
        String name = key + "." + term.from().name() + (isBias ? "" : "." + term.index());
        rows.add(new AccountRow(
                name,
                level,
                AccountRow.Fold.NONE,
                line.pieces(),
                isUnit ? OptionalInt.of(term.index()) : OptionalInt.empty()));
    }

    private String name(Term term) {
        return switch (term.from()) {
            case SYMBOL -> Message.text("account.term.symbol", names.symbol(term.index()));
            case BIAS -> Message.text("account.bias");
            case RECURRENT_BIAS -> Message.text("account.term.recurrentBias");
            case BELOW, BEFORE -> "h " + names.unit(term.index());
            case PEEPHOLE -> Message.text("account.cellState");
        };
    }

    static double[] products(List<Term> terms, Predicate<Term> which) {
        return terms.stream().filter(which).mapToDouble(Term::product).toArray();
    }
}
