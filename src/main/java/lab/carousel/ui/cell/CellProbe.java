package lab.carousel.ui.cell;

import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.account.Accountant;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.picture.account.AccountNames;
import lab.carousel.picture.account.AccountRow;
import lab.carousel.picture.account.AccountRows;
import lab.carousel.picture.account.CellDiagram;
import lab.carousel.ui.selection.LookedAt;
import org.jspecify.annotations.Nullable;

/** Accounts for a unit. Used by one question at a time: it keeps the accountant of the last experiment. */
final class CellProbe {

    private @Nullable Experiment accountantOf;
    private @Nullable Accountant accountant;

    /** Answers a question. */
    CellAnswer answer(CellQuestion question) {
        Experiment experiment = question.snapshot().experiment();
        if (accountant == null || accountantOf != experiment) {
            accountant = new Accountant(experiment);
            accountantOf = experiment;
        }
        LookedAt at = question.at();
        ForwardAccount account =
                accountant.account(question.snapshot().parameters(), at.sequence(), at.number(), at.unit());
        AccountNames names = new AccountNames(
                question.snapshot().parameters().layout(), experiment.task().alphabet());
        List<AccountRow> equations = AccountRows.of(account, names, question.view());
        return new CellAnswer(question, account, names, equations, CellDiagram.of(account, names));
    }
}
