package lab.carousel.picture.account;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.OutputAccount;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Equation;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Target;
import lab.carousel.text.Message;

/** What happens in each stage of a step, in a sentence or two with the numbers of the unit. */
public record StepCaption(ForwardAccount account, AccountNames names) {

    private static final Digits SHORT = new Digits(3);

    public String of(StepStage stage) {
        Cell cell = unit().cell();
        return switch (stage) {
            case INPUT -> input() + " " + carried();
            case NET -> net(shown(cell));
            case GATES -> text("caption.GATES", gates());
            case CELL -> state(Quantity.CELL_STATE);
            case HIDDEN -> state(Quantity.HIDDEN_STATE);
            case OUTPUT -> output();
        };
    }

    /** The gate whose net input is told: the one that keeps, or the first. */
    static Quantity shown(Cell cell) {
        return cell.keepingGate().orElse(cell.gates().get(0));
    }

    private UnitAccount unit() {
        return account.unit();
    }

    private static String text(String key, Object... arguments) {
        return Message.text("slow." + key, arguments);
    }

    private static String number(double value) {
        return SHORT.text(value);
    }

    private String input() {
        if (unit().layer() > 0) {
            return text("caption.INPUT.below");
        }
        String key = account.isFedNumbers() ? "caption.INPUT.numbers" : "caption.INPUT";
        return text(key, names.fed(account), names.layout().symbols() - 1);
    }

    private String carried() {
        String name = names.unit(unit().unit());
        if (unit().cell().hasCellState()) {
            return text("carried.c", name, number(unit().cBefore()), number(unit().hBefore()));
        }
        return unit().cell().isRecurrent()
                ? text("carried.h", name, number(unit().hBefore()))
                : text("carried.none", name);
    }

    private String net(Quantity which) {
        return text(
                "caption.NET",
                AccountNames.letter(which, unit().cell()),
                formulas().sum(which, false).text());
    }

    private Formulas formulas() {
        return new Formulas(account, names, SHORT);
    }

    private String gates() {
        return StepStage.gates(unit().cell()).stream()
                .filter(gate -> StepStage.of(gate, unit().cell()) == StepStage.GATES)
                .map(gate -> gate.letter() + "\u00a0=\u00a0"
                        + number(unit().gate(gate).value()))
                .collect(Collectors.joining(", "));
    }

    private String state(Quantity state) {
        Equation equation = unit().cell().equations().stream()
                .filter(each -> each.quantity() == state)
                .findFirst()
                .orElseThrow();
        return text(
                "caption.state",
                Contribution.sentence(unit().cell(), state),
                formulas().equation(equation));
    }

    private String output() {
        OutputAccount output = account.output();
        Target predicted = output.predicted();
        double[] y = output.y();
        if (predicted.size() == 0) {
            return text(
                    "caption.OUTPUT.numbers",
                    IntStream.range(0, y.length)
                            .mapToObj(k -> names.output(k, output.target()) + ": " + number(y[k]))
                            .collect(Collectors.joining("; ")));
        }
        boolean isRight = output.target().accepts(predicted);
        String key = !account.scored() || !output.hasTarget() ? "unscored" : isRight ? "right" : "wrong";
        return text(
                "caption.OUTPUT." + key,
                names.symbol(predicted),
                number(predicted.lowest(y)),
                names.symbol(output.target()),
                output.hasTarget() ? number(output.target().lowest(y)) : "");
    }
}
