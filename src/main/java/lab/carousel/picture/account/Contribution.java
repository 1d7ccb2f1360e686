package lab.carousel.picture.account;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Op;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.QuantityKind;
import lab.carousel.text.Message;

/**
 * What a summand in the equation of a state does.
 *
 * @param by a gate, or 1 minus it, of a product; otherwise the whole
 * @param of what a product has a share of; otherwise the whole
 */
public record Contribution(Kind kind, Expression by, Expression of) {

    public enum Kind {
        /** A share of the state of the step before. */
        KEEPS,
        /** The state of the step before, all of it. */
        STAYS,
        /** A share of the new cell state, squashed or not. */
        SHOWS,
        /** The new cell state, squashed or not, all of it. */
        SHOWS_ALL,
        /** A share of anything else. */
        WRITES,
        /** A net input, squashed. */
        SQUASHES,
        /** Anything else, beside others. */
        ADDS,
        /** Anything else, alone. */
        IS
    }

    /** What makes a state of a cell, from left to right. */
    public static List<Contribution> of(Cell cell, Quantity state) {
        List<Expression> summands = cell.equation(state).summands();
        return summands.stream().map(each -> of(each, summands.size() == 1)).toList();
    }

    private static Contribution of(Expression summand, boolean isAlone) {
        if (summand.op() == Op.PRODUCT) {
            for (int place = 0; place < 2; place++) {
                Expression by = summand.of().get(place);
                if (isShare(by)) {
                    Expression of = summand.of().get(1 - place);
                    Kind kind = of.isBefore() ? Kind.KEEPS : isNew(of) ? Kind.SHOWS : Kind.WRITES;
                    return new Contribution(kind, by, of);
                }
            }
        }
        Kind rest = isAlone ? Kind.IS : Kind.ADDS;
        Kind kind = summand.isBefore()
                ? Kind.STAYS
                : isNew(summand) ? Kind.SHOWS_ALL : isSquashed(summand) ? Kind.SQUASHES : rest;
        return new Contribution(kind, summand, summand);
    }

    private static boolean isShare(Expression part) {
        return part.op() == Op.REST
                ? isShare(part.of().get(0))
                : part.op() == Op.VALUE && part.quantity().kind() == QuantityKind.GATE;
    }

    private static boolean isNew(Expression part) {
        return part.all().anyMatch(each -> each.name().endsWith("'"));
    }

    private static boolean isSquashed(Expression part) {
        return part.op() == Op.TANH && part.all().anyMatch(each -> each.op() == Op.NET || each.op() == Op.INPUT);
    }

    public boolean isShare() {
        return by != of;
    }

    private String words() {
        return Message.text("account.does." + kind, text(by), text(of));
    }

    private static String text(Expression part) {
        String text = part.text("\u00a0·\u00a0");
        return part.op() == Op.REST ? text.substring(1, text.length() - 1) : text;
    }

    /** What all that makes a state does: a sentence without its full stop. */
    public static String sentence(Cell cell, Quantity state) {
        List<String> words = of(cell, state).stream().map(Contribution::words).toList();
        int last = words.size() - 1;
        return last == 0
                ? words.get(0)
                : Message.text("account.does.and", String.join(", ", words.subList(0, last)), words.get(last));
    }

    /** The name of a gate, and what it is for in a cell. */
    static String gate(Cell cell, Quantity gate) {
        Stream<String> shares = Stream.of(Quantity.CELL_STATE, Quantity.HIDDEN_STATE)
                .filter(cell.quantities()::contains)
                .flatMap(state -> of(cell, state).stream())
                .filter(each -> each.isShare()
                        && each.by.all().anyMatch(part -> part.name().equals(gate.letter())))
                .map(Contribution::share);
        Stream<String> factors = cell.gates().stream()
                .filter(other -> cell.factor(other).filter(gate::equals).isPresent())
                .map(other -> Message.text("account.share.RESETS", other.letter()));
        Stream<String> candidate = gate.kind() == QuantityKind.CANDIDATE
                ? Stream.of(Message.text("account.share.CANDIDATE"))
                : Stream.of();
        String all = Stream.of(shares, factors, candidate)
                .flatMap(each -> each)
                .distinct()
                .collect(Collectors.joining(", "));
        return Message.text("account.gate", Message.text("account.gate." + gate), all);
    }

    private String share() {
        List<Expression> numbers = of.all().filter(part -> part.of().isEmpty()).toList();
        boolean isNamed = numbers.size() == 1 && numbers.get(0).quantity().kind() != QuantityKind.GATE;
        String what = isNamed
                ? Message.text("account.share.of." + numbers.get(0).quantity())
                : Message.text("account.share.of", text(of));
        return Message.text("account.share." + kind + (by.op() == Op.REST ? ".rest" : ""), what);
    }
}
