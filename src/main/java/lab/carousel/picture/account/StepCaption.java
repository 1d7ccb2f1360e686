package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.OutputAccount;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Op;
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
        GateAccount gate = unit().gate(which);
        List<String> parts = new ArrayList<>();
        parts.add(text(unit().layer() > 0 ? "part.below" : "part.input", number(gate.fromInput())));
        if (unit().cell().isRecurrent()) {
            parts.add(text("part.h", number(gate.factor() * gate.fromBefore())));
        }
        if (unit().cell().looks().contains(which)) {
            parts.add(text("part.c", number(gate.fromPeephole())));
        }
        parts.add(text("part.bias", number(gate.bias())));
        String sum = String.join(" + ", parts).replace("+ −", "− ") + " = " + number(gate.net());
        return text("caption.NET", AccountNames.letter(which, unit().cell()), sum);
    }

    private String gates() {
        return StepStage.gates(unit().cell()).stream()
                .filter(gate -> StepStage.of(gate, unit().cell()) == StepStage.GATES)
                .map(gate -> gate.letter() + "\u00a0=\u00a0"
                        + number(unit().gate(gate).value()))
                .collect(Collectors.joining(", "));
    }

    private String state(Quantity state) {
        return text("caption.state", Contribution.sentence(unit().cell(), state), equation(state));
    }

    /** As in the papers, then with the numbers, then what comes of it. */
    private String equation(Quantity state) {
        Expression whole = unit().cell().equation(state);
        String result = number(unit().value(whole));
        String letter = state.letter() + " = ";
        return whole.op() == Op.TANH
                ? letter + "tanh(" + number(unit().value(whole.of().get(0))) + ") = " + result
                : letter + whole.text(" · ", each -> AccountNames.letter(each).replace(' ', '\u00a0')) + " = "
                        + numbers(whole, false) + " = " + result;
    }

    private String numbers(Expression part, boolean isFactor) {
        return switch (part.op()) {
            case SUM ->
                numbers(part.of().get(0), false) + " + " + numbers(part.of().get(1), false);
            case PRODUCT ->
                numbers(part.of().get(0), true) + " · " + numbers(part.of().get(1), true);
            case TANH, REST -> {
                String name = part.op() == Op.TANH ? "tanh(" : "(1 − ";
                yield name + numbers(part.of().get(0), false) + ")";
            }
            default -> {
                String number = number(unit().value(part));
                yield isFactor && number.startsWith("−") ? "(" + number + ")" : number;
            }
        };
    }

    private String output() {
        OutputAccount output = account.output();
        Target predicted = output.predicted();
        double[] y = output.y();
        if (output.output().isOfNumbers()) {
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
