package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.picture.account.AccountRow.Fold;
import lab.carousel.picture.account.Piece.Style;
import lab.carousel.text.Message;

/** The account of a unit at a step as rows: its gates, its states, the output and the loss. */
public final class AccountRows {

    private AccountRows() {}

    /** All rows that are not folded away. */
    public static List<AccountRow> of(ForwardAccount account, AccountNames names, AccountView view) {
        List<AccountRow> rows = new ArrayList<>(gates(account.unit(), names, view));
        rows.addAll(StateEquations.of(account.unit(), view.digits()));
        OutputRows output = new OutputRows(account.output(), names, view);
        output.add();
        rows.addAll(output.rows());
        RowLine rounding = new RowLine(view.digits()).name(Message.text("account.rounding"), "", Style.MUTED);
        rows.add(new AccountRow("rounding", 0, Fold.NONE, rounding.pieces(), OptionalInt.empty()));
        return rows;
    }

    private static List<AccountRow> gates(UnitAccount unit, AccountNames names, AccountView view) {
        GateRows rows = new GateRows(unit.cell(), names, view);
        rows.addCaption("gates.caption", false);
        for (GateAccount gate : unit.gates()) {
            if (unit.cell().factor(gate.gate()).isPresent()) {
                rows.addCaption("candidate.caption", true);
            }
            rows.add(gate);
        }
        return rows.rows();
    }
}
