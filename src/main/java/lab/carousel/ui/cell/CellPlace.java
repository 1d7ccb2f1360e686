package lab.carousel.ui.cell;

import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.layout.Parameters;
import lab.carousel.picture.account.AccountNames;
import lab.carousel.picture.account.AccountPicture;
import lab.carousel.picture.account.AccountRow;
import lab.carousel.picture.account.AccountRows;
import lab.carousel.picture.account.AccountView;
import lab.carousel.picture.account.CellDiagram;
import lab.carousel.picture.account.Digits;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Kept;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.Place.Need;
import lab.carousel.ui.place.Place.PlaceKind;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Focus;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;
import org.jspecify.annotations.Nullable;

/** The selected unit at the selected step: the diagram of its cell, and its equations with the numbers put in. */
public final class CellPlace {

    private static final double DIAGRAM_SHARE = 0.45;

    private final Selection selection;
    private final DropDown<Digits> digits =
            explained(named(new DropDown<>(Digits.CHOICES), "cellDigits"), "cell.digits");
    private final CheckBox bySize;
    private final AccountList rows = new AccountList(this::update, this::goTo);
    private final VBox content = styled(new VBox(), "cell-content");
    private final Kept<Experiment, CellExplanation> accountants = new Kept<>(CellExplanation::new);
    private final Probe<Ask> probe;
    /** The step that is shown. */
    private @Nullable Step step;

    /**
     * What is to be accounted for.
     *
     * @param at  which unit at which step
     * @param how it is shown
     */
    private record Ask(Snapshot snapshot, Focus at, AccountView how) {}

    /** The place. */
    public static Place of(PlaceContext in) {
        return new Place("cell", PlaceKind.SEE, () -> new CellPlace(in).probe, Need.HEIGHT, Need.HEATMAP);
    }

    private CellPlace(PlaceContext in) {
        selection = in.selection();
        Form form = new Form("cell");
        bySize = form.check("bySize");
        form.asksAgain(digits.valueProperty());
        form.asksAgain(selection.unitProperty());
        form.asksAgain(selection.stepProperty());
        digits.setValue(Digits.USUAL);
        digits.says(each -> Integer.toString(each.decimals()));
        probe = new Probe<>(in, form, this::question, this::answer);
        HBox tools = styled(Controls.row(0, Controls.label("cell.digits", "muted"), digits, bySize), "cell-tools");
        content.getChildren().addAll(form.head(), probe.drawing(), tools, grow(rows));
        content.widthProperty().addListener(change -> sizeDiagram());
        content.heightProperty().addListener(change -> sizeDiagram());
        probe.colours(rows::setPalette).open(content);
    }

    private void update() {
        probe.update();
    }

    /** As wide as the place, unless too little would be left for the equations. */
    private void sizeDiagram() {
        double room = content.getWidth()
                - content.getInsets().getLeft()
                - content.getInsets().getRight();
        double wanted = room / CellDiagram.WIDTH * CellDiagram.HEIGHT;
        double height = Math.floor(Math.min(wanted, content.getHeight() * DIAGRAM_SHARE));
        probe.drawing().setMinHeight(height);
        probe.drawing().setPrefHeight(height);
        probe.drawing().setMaxHeight(height);
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        AccountView how = new AccountView(digits.getValue(), bySize.isSelected(), rows.open());
        return Asked.of(new Ask(traced.snapshot(), Focus.of(selection, traced.traces()), how));
    }

    private Shown answer(Ask ask) {
        Experiment experiment = ask.snapshot().experiment();
        Parameters parameters = ask.snapshot().parameters();
        Focus at = ask.at();
        ForwardAccount account = accountants.of(experiment).account(parameters, at.sequence(), at.number(), at.unit());
        AccountNames names =
                new AccountNames(parameters.layout(), experiment.task().alphabet());
        List<AccountRow> equations = AccountRows.of(account, names, ask.how());
        Step shown = account.step();
        String title =
                Message.text("cell.title", names.unit(account.unit().unit()), shown.number(), shown.sequence() + 1);
        String symbols = Message.text(
                "cell.symbols",
                names.symbol(shown.input()),
                names.symbol(shown.target()),
                ask.snapshot().position().epoch());
        int lag = experiment.hyperparameters().get(Settings.LAG);
        String subtitle = lag == 1 ? symbols : Message.text("cell.lag", symbols, lag);
        CellDiagram diagram = new CellDiagram(account, names);
        return new Shown(diagram, title, subtitle)
                .picture(palette -> new AccountPicture(title, subtitle, diagram, equations, palette))
                .spoken(Message.text("cell.diagram", title, account.unit().h()))
                .says("title", title)
                .says("subtitle", at.chosen() ? subtitle : Message.text("cell.unchosen", subtitle))
                .then(() -> {
                    step = shown;
                    rows.show(equations);
                });
    }

    private void goTo(int unit) {
        if (selection.stepProperty().get() == null && step != null) {
            selection.stepProperty().set(step);
        }
        selection.unitProperty().set(unit);
    }
}
