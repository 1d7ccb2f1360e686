package lab.carousel.ui.cell;

import lab.carousel.model.account.StepAccount;
import lab.carousel.text.Message;

/** Says which unit at which step is shown, and of which network. */
final class CellWords {

    private CellWords() {}

    static String title(CellRequest.Answer answer) {
        StepAccount account = answer.account();
        return Message.text(
                "cell.title",
                answer.names().unit(account.unit().unit()),
                account.step().number(),
                account.step().sequence() + 1);
    }

    static String subtitle(CellRequest.Answer answer) {
        StepAccount account = answer.account();
        String symbols = Message.text(
                "cell.symbols",
                answer.names().symbol(account.step().input()),
                answer.names().symbol(account.step().target()),
                answer.request().snapshot().position().epoch());
        int lag = answer.request().snapshot().experiment().hyperparameters().lag();
        return lag == 1 ? symbols : Message.text("cell.lag", symbols, lag);
    }
}
