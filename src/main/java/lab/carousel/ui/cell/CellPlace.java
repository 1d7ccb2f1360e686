package lab.carousel.ui.cell;

import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.Hit;
import lab.carousel.lesson.PlaceName;
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
import lab.carousel.picture.account.FocusedDrawing;
import lab.carousel.picture.account.FormulaDrawing;
import lab.carousel.picture.account.NetworkDrawing;
import lab.carousel.picture.account.StepCaption;
import lab.carousel.picture.account.StepStage;
import lab.carousel.picture.account.ZoomDrawing;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Kept;
import lab.carousel.ui.cell.SlowMotion.Told;
import lab.carousel.ui.cell.SlowMotion.Zoom;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.PlaceKind;
import lab.carousel.ui.place.PlaceNeed;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Focus;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;
import org.jspecify.annotations.Nullable;

/** The selected unit at the selected step: the diagram of its cell, and its equations with the numbers put in. */
public final class CellPlace {

    private static final double DIAGRAM_SHARE = 0.45;
    private static final double LEAST_DRAWING = 96;
    /** From this width on the words of slow motion stand beside what they tell of, if there is not more height than that. */
    private static final double WIDE = 560;

    private static final double TALL = 520;

    private static final double BESIDE_SHARE = 0.58;

    private final Selection selection;
    private final DropDown<Digits> digits =
            explained(named(new DropDown<>(Digits.CHOICES), "cellDigits"), "cell.digits");
    private final CheckBox bySize;
    private final SlowMotion slow;
    private final HBox tools;
    private final AccountList rows = new AccountList(this::update, this::goTo);
    private final HBox beside = new HBox(8);
    private final VBox content = styled(new VBox(), "cell-content");
    private final Kept<Experiment, CellExplanation> accountants = new Kept<>(CellExplanation::new);
    private final Probe<Ask> probe;
    private @Nullable Step step;

    /**
     * What is to be accounted for.
     *
     * @param at  which unit at which step
     * @param how it is shown
     * @param told the stage of it that is told; empty if all of it is shown
     */
    private record Ask(Snapshot snapshot, Focus at, AccountView how, Optional<Told> told) {}

    public static Place of(PlaceContext in) {
        return new Place(
                PlaceName.CELL, PlaceKind.SEE, () -> new CellPlace(in).probe, PlaceNeed.HEIGHT, PlaceNeed.HEATMAP);
    }

    private CellPlace(PlaceContext in) {
        selection = in.selection();
        Form form = new Form(PlaceName.CELL);
        bySize = form.check("bySize");
        form.asksAgain(digits.valueProperty());
        form.asksAgain(selection.unitProperty());
        form.asksAgain(selection.stepProperty());
        digits.setValue(Digits.USUAL);
        digits.says(each -> Integer.toString(each.decimals()));
        slow = new SlowMotion(selection.stepProperty());
        form.asksAgain(slow.on().selectedProperty());
        form.asksAgain(slow.stageProperty());
        form.asksAgain(slow.zoom().valueProperty());
        probe = new Probe<>(in, form, this::question, this::answer);
        tools = styled(Controls.row(0, Controls.label("cell.digits", "muted"), digits, bySize), "cell-tools");
        VBox head = form.head();
        Label title = wrapped((Label) head.getChildren().remove(0));
        title.setMinHeight(Region.USE_PREF_SIZE);
        head.getChildren().add(0, Controls.row(8, title, Controls.spring(), slow.on()));
        content.getChildren().addAll(head, probe.drawing(), tools, grow(rows));
        content.widthProperty().addListener(change -> arrange());
        content.heightProperty().addListener(change -> arrange());
        slow.on().selectedProperty().addListener(change -> arrange());
        probe.colours(rows::setPalette).open(content);
        probe.drawing().setOnScroll(slow::onScroll);
        probe.view()
                .addEventFilter(
                        KeyEvent.KEY_PRESSED,
                        event -> slow.onKey(event, probe.drawing().isFocused()));
    }

    private void update() {
        probe.update();
    }

    /** Below the title: the diagram and its equations, or in slow motion a drawing with its words above it, or beside it. */
    private void arrange() {
        boolean isSlow = slow.on().isSelected();
        boolean isBeside = isSlow && content.getWidth() >= WIDE && content.getHeight() < TALL;
        List<Node> wanted = isBeside
                ? List.of(beside)
                : isSlow
                        ? List.of(slow.words(), probe.drawing(), slow.zoomed())
                        : List.of(probe.drawing(), tools, rows);
        List<Node> below =
                content.getChildren().subList(1, content.getChildren().size());
        if (!below.equals(wanted)) {
            below.clear();
            beside.getChildren().clear();
            if (isBeside) {
                beside.getChildren().addAll(new VBox(4, slow.words(), slow.zoomed()), probe.drawing());
            }
            content.getChildren().addAll(wanted);
        }
        VBox.setVgrow(probe.drawing(), isSlow ? Priority.ALWAYS : Priority.NEVER);
        HBox.setHgrow(probe.drawing(), Priority.ALWAYS);
        sizeDrawing(isSlow, isBeside);
    }

    /** As wide as the place, unless too little would be left for the equations; in slow motion all that is left. */
    private void sizeDrawing(boolean isSlow, boolean isBeside) {
        double room = content.getWidth()
                - content.getInsets().getLeft()
                - content.getInsets().getRight();
        double wide = isBeside ? Math.floor(room * BESIDE_SHARE) : room;
        double natural = wide / CellDiagram.WIDTH * CellDiagram.HEIGHT;
        double height = Math.floor(isBeside ? natural : Math.min(natural, content.getHeight() * DIAGRAM_SHARE));
        boolean isFree = isSlow && !isBeside;
        probe.drawing().setMinHeight(isFree ? LEAST_DRAWING : height);
        probe.drawing().setPrefHeight(isFree ? LEAST_DRAWING : height);
        probe.drawing().setMaxHeight(isFree ? Double.MAX_VALUE : height);
        probe.drawing().setMinWidth(isBeside ? wide : 0);
        slow.giveRoom(isBeside ? height : 0);
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        AccountView how = new AccountView(digits.getValue(), bySize.isSelected(), rows.open());
        return Asked.of(new Ask(traced.snapshot(), Focus.of(selection, traced.traces()), how, slow.told()));
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
                names.fed(account),
                experiment.task().alphabet().told(shown.target()),
                ask.snapshot().position().epoch());
        int lag = experiment.hyperparameters().get(Settings.LAG);
        String subtitle = lag == 1 ? symbols : Message.text("cell.lag", symbols, lag);
        CellDiagram diagram = new CellDiagram(account, names);
        Shown whole = ask.told()
                .map(told -> slowly(account, names, ask, told, title))
                .orElseGet(() -> new Shown(diagram, title, subtitle)
                        .picture(palette -> new AccountPicture(title, subtitle, diagram, equations, palette))
                        .spoken(Message.text(
                                "cell.diagram", title, account.unit().h()))
                        .then(() -> rows.show(equations)));
        return whole.comes(before -> way(before, whole.drawing()))
                .says("title", title)
                .says("subtitle", at.chosen() ? subtitle : Message.text("cell.unchosen", subtitle))
                .then(() -> step = shown);
    }

    /** A stage of the step, seen from as near as is chosen. */
    private Shown slowly(ForwardAccount account, AccountNames names, Ask ask, Told told, String title) {
        List<StepStage> stages = StepStage.of(account.unit().cell());
        StepStage stage = told.of(stages);
        StepCaption words = new StepCaption(account, names);
        CellDiagram diagram = new CellDiagram(account, names).at(stage);
        Drawing drawing =
                switch (told.zoom()) {
                    case NETWORK -> new NetworkDrawing(account, names, stage);
                    case UNIT -> diagram;
                    case FORMULA -> FormulaDrawing.of(account, names, ask.how().digits(), stage);
                };
        Task task = ask.snapshot().experiment().task();
        Step now = account.step();
        boolean isEnd = now.number() + 1
                >= task.sequences().get(now.sequence()).symbols().size();
        Optional<Step> next = isEnd ? Optional.empty() : Optional.of(task.step(now.sequence(), now.number() + 1));
        return new Shown(drawing, title + ": " + stage.title(), words.of(stage))
                .then(() -> slow.say(stage, stages, words, next))
                .opens(spot -> zoom(told.zoom(), spot));
    }

    /** From the network to a unit, from there to the formula, and back to the network. */
    private void zoom(Zoom from, Hit spot) {
        if (from == Zoom.NETWORK) {
            if (spot.row() < 0) {
                return;
            }
            goTo(spot.row());
        }
        slow.zoom().choose(Zoom.values()[(from.ordinal() + 1) % Zoom.values().length]);
    }

    /** In a diagram numbers move if it is another step, unit or stage; between two drawings it is a zoom. */
    private static Optional<DoubleFunction<Drawing>> way(Drawing before, Drawing now) {
        if (before instanceof CellDiagram was && now instanceof CellDiagram diagram) {
            return was.isLike(diagram) ? Optional.empty() : Optional.of(share -> diagram.from(was, share));
        }
        int nearer = depth(now) - depth(before);
        if (nearer > 0 && before instanceof FocusedDrawing whole) {
            return Optional.of(share -> new ZoomDrawing(whole, now, share));
        }
        return nearer < 0 && now instanceof FocusedDrawing whole
                ? Optional.of(share -> new ZoomDrawing(whole, before, 1 - share))
                : Optional.empty();
    }

    private static int depth(Drawing drawing) {
        return drawing instanceof NetworkDrawing ? 0 : drawing instanceof CellDiagram ? 1 : 2;
    }

    private void goTo(int unit) {
        if (selection.stepProperty().get() == null && step != null) {
            selection.stepProperty().set(step);
        }
        selection.unitProperty().set(unit);
    }
}
