package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.NetInput;
import lab.carousel.model.account.Term;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.text.Table;

/** All numbers of an account at full precision: a line for each term, and one for each result. */
final class AccountTable {

    private final AccountNames names;
    private final List<List<?>> lines = new ArrayList<>();

    private AccountTable(AccountNames names) {
        this.names = names;
    }

    static Table<?> of(ForwardAccount account, AccountNames names) {
        AccountTable table = new AccountTable(names);
        table.add(account.unit());
        double[] z = account.output().z();
        double[] y = account.output().y();
        for (int k = 0; k < z.length; k++) {
            String name = "output " + names.alphabet().symbol(k);
            table.addTerms(name, account.output().inputs().get(k));
            table.addResult(name, "net input", z[k]);
            table.addResult(name, "output", y[k]);
        }
        table.addResult("loss", "loss", account.output().loss());
        return Table.ofFields(List.of("of", "term", "weight", "value", "result"), table.lines);
    }

    private void add(UnitAccount unit) {
        for (GateAccount gate : unit.gates()) {
            String letter = AccountNames.letter(gate.gate(), unit.cell());
            addTerms(letter, gate.input());
            addTerms(letter, gate.recurrent());
            addResult(letter, "net input", gate.net());
            addResult(letter, letter, gate.value());
        }
        if (unit.cell().hasCellState()) {
            addResult("c", "c before", unit.cBefore());
            addResult("c", "c", unit.c());
        }
        addResult("h", "h before", unit.hBefore());
        addResult("h", "h", unit.h());
    }

    private void addTerms(String of, NetInput net) {
        net.terms().forEach(term -> lines.add(List.of(of, name(term), term.weight(), term.value(), term.product())));
    }

    private void addResult(String of, String name, double value) {
        lines.add(List.of(of, name, "", "", Table.known(value)));
    }

    private String name(Term term) {
        return switch (term.from()) {
            case SYMBOL -> "input " + names.alphabet().symbol(term.index());
            case CHANNEL -> "input " + names.input(term.index());
            case BIAS -> "bias";
            case RECURRENT_BIAS -> "bias of h";
            case PEEPHOLE -> "c";
            case BELOW -> "h " + names.unit(term.index());
            case BEFORE -> "h " + names.unit(term.index()) + " before";
        };
    }
}
