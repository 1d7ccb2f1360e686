package lab.carousel.picture.account;

import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.state.UnitName;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Target;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** What units and symbols are called. */
public record AccountNames(ParameterLayout layout, Alphabet alphabet) {

    private static final int LONGEST = 8;

    public String unit(int unit) {
        return UnitName.of(layout, unit);
    }

    /** A symbol, cut if it is long. */
    public String symbol(int index) {
        return symbol(Target.of(index));
    }

    /** The legal symbols of a target, cut if they are long, or its numbers. */
    public String symbol(Target target) {
        String symbol = alphabet.symbol(target);
        if (target.size() == 0) {
            return symbol;
        }
        int length = symbol.codePointCount(0, symbol.length());
        return length <= LONGEST ? symbol : symbol.substring(0, symbol.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** An input of the network: those are the last of the alphabet. */
    String input(int index) {
        return symbol(alphabet.size() - layout.symbols() + index);
    }

    /** An output, and what it should be where that is a number. */
    String output(int index, Target target) {
        String wanted = NumberText.upToFourDecimals(target.wanted(index));
        return Double.isNaN(target.number(index))
                ? symbol(index)
                : Message.text("account.output.wanted", symbol(index), wanted);
    }

    /** What is fed at a step: the symbol, or the numbers. */
    public String fed(ForwardAccount account) {
        return symbol(
                account.isFedNumbers()
                        ? Target.ofNumbers(account.fed())
                        : account.step().fed());
    }

    /** The letter of a gate in the equations; the candidate of a unit without gates is h itself. */
    static String letter(Quantity gate, Cell cell) {
        return cell.quantities().contains(gate) ? gate.letter() : Quantity.HIDDEN_STATE.letter();
    }

    /** A quantity in an equation: its letter, of a state of the step before with that word. */
    static String letter(Expression quantity) {
        String letter = quantity.quantity().letter();
        return quantity.isBefore() ? Message.text("account." + letter + "Before") : letter;
    }
}
