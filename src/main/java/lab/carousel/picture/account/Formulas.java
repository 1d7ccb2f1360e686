package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.Squashing;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.NetInput;
import lab.carousel.model.account.OutputAccount;
import lab.carousel.model.account.Term;
import lab.carousel.model.account.TermSource;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Equation;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Op;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Target;
import lab.carousel.text.Message;

/**
 * A unit at a step in formulas with the numbers put in, from what enters to the loss. Before a result stands ≈ where a
 * calculator that is given the numbers shown gets another last digit.
 */
public record Formulas(ForwardAccount account, AccountNames names, Digits digits) {

    /** Of many inputs, or outputs in a loss, the first ones. */
    private static final int MOST = 6;

    private static final List<Set<TermSource>> PARTS = List.of(
            Set.of(TermSource.SYMBOL, TermSource.CHANNEL),
            Set.of(TermSource.BELOW),
            Set.of(TermSource.BEFORE, TermSource.RECURRENT_BIAS),
            Set.of(TermSource.PEEPHOLE),
            Set.of(TermSource.BIAS));

    private UnitAccount unit() {
        return account.unit();
    }

    private Cell cell() {
        return unit().cell();
    }

    private static String text(String key, Object... arguments) {
        return Message.text("account." + key, arguments);
    }

    private String number(double value) {
        return digits.text(value);
    }

    private String bracketed(double value) {
        return digits.isNegative(value) ? "(" + number(value) + ")" : number(value);
    }

    /** A result, which numbers as shown may not quite give. */
    private String result(double value, double fromShown) {
        return (digits.gives(fromShown, value) ? " = " : " ≈ ") + number(value);
    }

    /** The net inputs of the gates of the unit, the one that keeps first, and of all outputs. */
    public List<WeightedSum> sums() {
        List<NetInput> outputs = account.output().inputs();
        return Stream.concat(
                        StepStage.gates(cell()).stream().map(gate -> sum(gate, true)),
                        IntStream.range(0, outputs.size())
                                .mapToObj(k -> sum(
                                        text("output", names.alphabet().symbol(k)),
                                        outputs.get(k).terms(),
                                        "h",
                                        Optional.empty(),
                                        outputs.get(k).sum(),
                                        true)))
                .toList();
    }

    /** The net input of a gate; {@code byTerms} if all its terms are shown, which are rounded too. */
    WeightedSum sum(Quantity gate, boolean byTerms) {
        GateAccount account = unit().gate(gate);
        return sum(
                AccountNames.letter(gate, cell()),
                account.terms(),
                text("below"),
                cell().factor(gate),
                account.net(),
                byTerms);
    }

    /** A sum; what comes from h before the step may be multiplied by a gate first, {@code below} is what comes from h at it. */
    private WeightedSum sum(
            String name, List<Term> terms, String below, Optional<Quantity> factor, double net, boolean byTerms) {
        double by = factor.map(unit()::value).orElse(1.0);
        List<String> parts = new ArrayList<>();
        double fromParts = 0;
        double fromTerms = 0;
        for (Set<TermSource> from : PARTS) {
            NetInput part = new NetInput(
                    terms.stream().filter(term -> from.contains(term.from())).toList());
            if (!part.terms().isEmpty()) {
                boolean isMultiplied = from.contains(TermSource.BEFORE) && factor.isPresent();
                double shownBy = isMultiplied ? digits.shown(by) : 1;
                String number = isMultiplied ? number(by) + " · " + bracketed(part.sum()) : number(part.sum());
                String where = where(part.terms().get(0).from(), below);
                parts.add(number + " (" + (isMultiplied ? factor.get().letter() + " · " : "") + where + ")");
                fromParts += shownBy * digits.shown(part.sum());
                fromTerms += shownBy
                        * part.terms().stream()
                                .mapToDouble(term -> digits.shown(term.product()))
                                .sum();
            }
        }
        double fromShown = byTerms && digits.gives(fromParts, net) ? fromTerms : fromParts;
        return new WeightedSum(name, terms, String.join(" + ", parts).replace("+ −", "− ") + result(net, fromShown));
    }

    private static String where(TermSource source, String below) {
        return switch (source) {
            case SYMBOL, CHANNEL -> text("input");
            case BELOW -> below;
            case BEFORE, RECURRENT_BIAS -> "h";
            case PEEPHOLE -> "c";
            case BIAS -> text("bias");
        };
    }

    /** The equations of the cell, an output, and the loss. */
    public List<Formula> results(int output) {
        return Stream.concat(
                        cell().equations().stream()
                                .map(each -> new Formula(StepStage.of(each.quantity(), cell()), equation(each))),
                        Stream.of(output(output), loss()).map(each -> new Formula(StepStage.OUTPUT, each)))
                .toList();
    }

    /** The output that is expected; the predicted one where none is, and the first one of several numbers. */
    public int output() {
        OutputAccount output = account.output();
        Target shown = output.hasTarget() ? output.target() : output.predicted();
        return shown.size() == 0 ? 0 : shown.weakest(output.y());
    }

    /** What is computed in a stage. */
    List<Formula> at(StepStage stage) {
        Stream<String> before = stage == StepStage.INPUT
                ? inputs()
                : StepStage.gates(cell()).stream()
                        .filter(gate -> StepStage.ofNet(gate, cell()) == stage)
                        .map(gate -> sum(gate, false))
                        .map(sum -> sum.name() + ": " + sum.text());
        return Stream.concat(
                        before.map(each -> new Formula(stage, each)),
                        results(output()).stream().filter(each -> each.stage() == stage))
                .toList();
    }

    /** What enters: the one-hot vector, or numbers, and the states of the step before. */
    private Stream<String> inputs() {
        boolean isFirst = unit().layer() == 0;
        int below = (unit().layer() - 1) * names.layout().units();
        double[] in = isFirst ? account.fed() : account.units().after(Quantity.HIDDEN_STATE);
        int inputs = isFirst ? names.layout().symbols() : names.layout().units();
        List<String> all = new ArrayList<>();
        for (int input = 0; input < Math.min(MOST, inputs); input++) {
            String name = isFirst ? text("term.symbol", names.input(input)) : "h " + names.unit(below + input);
            double value = in[isFirst ? input : below + input];
            all.add(name + " = "
                    + (isFirst && !account.isFedNumbers() ? Integer.toString((int) value) : number(value)));
        }
        if (inputs > MOST) {
            all.add("…");
        }
        if (cell().isRecurrent()) {
            all.add(text("hBefore") + " = " + number(unit().hBefore()));
        }
        if (cell().hasCellState()) {
            all.add(text("cBefore") + " = " + number(unit().cBefore()));
        }
        return all.stream();
    }

    /** As in the papers, then with the numbers, then what comes of it. */
    String equation(Equation equation) {
        Expression is = equation.is();
        String name = prime(equation.name()) + " = ";
        Optional<GateAccount> squashed = is.all()
                .filter(part -> part.op() == Op.NET || part.op() == Op.INPUT)
                .findFirst()
                .map(net -> unit().gate(net.quantity()));
        return squashed.map(gate -> name + (gate.isTanh() ? "tanh(" : "σ(") + number(gate.net()) + ")"
                        + result(gate.value(), gate.squash(digits.shown(gate.net()))))
                .orElseGet(() -> name
                        + is.text("·", each -> prime(each.name())) + " = "
                        + is.text(" · ", each -> bracketed(unit().value(each)))
                                .replaceAll("tanh\\(\\((−[^()]*)\\)\\)", "tanh($1)")
                        + result(unit().value(is), is.value(each -> digits.shown(unit().value(each)))));
    }

    private static String prime(String name) {
        return name.replace("'", "′");
    }

    private String output(int k) {
        OutputAccount output = account.output();
        double[] z = output.z();
        double y = output.y()[k];
        String name = text("output", names.output(k, output.target())) + " = ";
        if (output.output().squashing() == Squashing.LINEAR) {
            return name + number(y);
        }
        if (output.output().squashing() == Squashing.SIGMOID) {
            return name + "σ(" + number(z[k]) + ")" + result(y, Activation.sigmoid(digits.shown(z[k])));
        }
        double sum = DoubleStream.of(z).map(Math::exp).sum();
        return name + "exp(" + number(z[k]) + ") / " + number(sum)
                + result(y, Math.exp(digits.shown(z[k])) / digits.shown(sum));
    }

    private String loss() {
        OutputAccount output = account.output();
        if (!output.hasTarget()) {
            return text("loss.none");
        }
        String name = text("loss") + " = ";
        if (output.output().squashing() == Squashing.SOFTMAX) {
            double right = output.target().lowest(output.y());
            return name + "−ln " + number(right) + result(output.loss(), -Math.log(digits.shown(right)));
        }
        int count = output.inputs().size();
        double[] parts = IntStream.range(0, count).mapToDouble(this::loss).toArray();
        double[] shown =
                count <= MOST ? parts : new double[] {DoubleStream.of(parts).sum()};
        String sum = DoubleStream.of(shown).mapToObj(this::number).collect(Collectors.joining(" + "));
        return name + (shown.length > 1 ? "(" + sum + ")" : sum) + " / " + count
                + result(
                        output.loss(), DoubleStream.of(shown).map(digits::shown).sum() / count);
    }

    /** Of one output the squared error, or binary cross-entropy: -ln y for the target, -ln(1 - y) for the others. */
    private double loss(int k) {
        OutputAccount output = account.output();
        double z = output.z()[k];
        // The loss of a single output is what the engine computes, without the logarithm of a rounded 0
        return output.output()
                .loss(new double[] {z}, Target.ofNumbers(output.target().wanted(k)));
    }
}
