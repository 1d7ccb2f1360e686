package lab.carousel.ui.cell;

import java.util.List;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.picture.account.AccountNames;
import lab.carousel.picture.account.AccountPicture;
import lab.carousel.picture.account.AccountRow;
import lab.carousel.picture.account.CellDiagram;
import lab.carousel.text.Message;
import lab.carousel.ui.place.PlaceAnswer;

/**
 * The account.
 *
 * @param question what was asked
 * @param account  the numbers
 * @param names    of units and symbols
 * @param rows     the equations
 * @param drawing  the diagram of the cell
 */
record CellAnswer(
        CellQuestion question, ForwardAccount account, AccountNames names, List<AccountRow> rows, CellDiagram drawing)
        implements PlaceAnswer {

    @Override
    public String spoken() {
        return Message.text("cell.diagram", title(), account.unit().h());
    }

    @Override
    public String title() {
        return Message.text(
                "cell.title",
                names.unit(account.unit().unit()),
                account.step().number(),
                account.step().sequence() + 1);
    }

    @Override
    public String subtitle() {
        String symbols = Message.text(
                "cell.symbols",
                names.symbol(account.step().input()),
                names.symbol(account.step().target()),
                question.snapshot().position().epoch());
        int lag = question.snapshot().experiment().hyperparameters().lag();
        return lag == 1 ? symbols : Message.text("cell.lag", symbols, lag);
    }

    @Override
    public Picture picture(Palette palette) {
        return new AccountPicture(title(), subtitle(), account, names, rows, palette);
    }
}
