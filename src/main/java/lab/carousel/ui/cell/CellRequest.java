package lab.carousel.ui.cell;

import java.util.List;
import lab.carousel.model.account.StepAccount;
import lab.carousel.picture.account.AccountNames;
import lab.carousel.picture.account.AccountRow;
import lab.carousel.picture.account.AccountView;
import lab.carousel.picture.account.CellDiagram;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.selection.LookedAt;

/**
 * What is to be accounted for.
 *
 * @param snapshot of which network
 * @param at       which unit at which step
 * @param view     how it is shown
 */
record CellRequest(Snapshot snapshot, LookedAt at, AccountView view) {

    /**
     * The account.
     *
     * @param request what was asked
     * @param account the numbers
     * @param names   of units and symbols
     * @param rows    the equations
     * @param diagram of the cell
     */
    record Answer(
            CellRequest request, StepAccount account, AccountNames names, List<AccountRow> rows, CellDiagram diagram) {}
}
