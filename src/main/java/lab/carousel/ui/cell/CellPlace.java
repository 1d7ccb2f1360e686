package lab.carousel.ui.cell;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.picture.account.AccountNames;
import lab.carousel.picture.account.CellDiagram;
import lab.carousel.picture.account.CellPicture;
import lab.carousel.picture.account.Digits;
import lab.carousel.picture.account.Formula;
import lab.carousel.picture.account.FormulaDrawing;
import lab.carousel.picture.account.Formulas;
import lab.carousel.picture.account.NetworkDrawing;
import lab.carousel.picture.account.StepCaption;
import lab.carousel.picture.account.StepStage;
import lab.carousel.picture.account.TermRow;
import lab.carousel.picture.account.WeightedSum;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.ui.cell.SlowMotion.Seen;
import lab.carousel.ui.cell.SlowMotion.ShownStage;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.Focus;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;
import org.jspecify.annotations.Nullable;

/** The selected unit at the selected step: the diagram of its cell, and its formulas with the numbers put in. */
public final class CellPlace {

    private static final double DIAGRAM_SHARE = 0.45;
    private static final double LEAST_DRAWING = 96;
    /** From this width on there are two columns, if there is not more height than that. */
    private static final double WIDE = 560;

    private static final double TALL = 520;

    private static final double BESIDE_SHARE = 0.58;
    private static final double HALF = 0.5;

    private final Selection selection;
    private final SlowMotion slow;
    private final FormulaPane formulas = new FormulaPane(this::goTo);
    /** What stands to the left where the place is low. */
    private final VBox left = new VBox(4);

    /** Formulas and terms, which scroll where they have not the height that they need; if not beside one another. */
    private final VBox listed = new VBox(4);

    private final ScrollArea scroll = grow(new ScrollArea(listed));
    private final VBox content = styled(new VBox(), "cell-content");
    private final Probe<Ask> probe;
    private @Nullable Step step;
    /** Whether it is arranged for slow motion, and in columns. */
    private List<Boolean> arranged = List.of();

    /**
     * What is to be accounted for.
     *
     * @param at   which unit at which step
     * @param sum  whose terms are listed, by its name; none to begin with
     * @param told the stage of it that is told; empty if all of it is shown
     */
    private record Ask(
            TracedSnapshot traced, Focus at, Digits digits, @Nullable String sum, Optional<ShownStage> told) {}

    public static Place of(PlaceContext in) {
        return new Place(
                PlaceName.CELL, PlaceKind.SEE, () -> new CellPlace(in).probe, PlaceNeed.HEIGHT, PlaceNeed.HEATMAP);
    }

    private CellPlace(PlaceContext in) {
        selection = in.selection();
        Form form = new Form(PlaceName.CELL);
        form.asksAgain(formulas.digits().valueProperty());
        form.asksAgain(selection.unitProperty());
        form.asksAgain(selection.stepProperty());
        form.asksAgain(formulas.sum().valueProperty());
        slow = new SlowMotion(selection.stepProperty());
        form.asksAgain(slow.on().selectedProperty());
        form.asksAgain(slow.stageProperty());
        form.asksAgain(slow.seen().valueProperty());
        probe = new Probe<>(in, form, this::question, this::answer);
        VBox head = form.head();
        Label title = wrapped((Label) head.getChildren().remove(0));
        title.setMinHeight(Region.USE_PREF_SIZE);
        head.getChildren().add(0, Controls.row(8, title, Controls.spring(), slow.on()));
        content.getChildren().add(head);
        // Or it would stay as wide as its drawing was
        content.setMinWidth(0);
        scroll.setFitToHeight(true);
        scroll.setMinHeight(LEAST_DRAWING);
        arrange();
        content.widthProperty().addListener(change -> arrange());
        content.heightProperty().addListener(change -> arrange());
        slow.on().selectedProperty().addListener(change -> arrange());
        probe.open(content);
        probe.view()
                .addEventFilter(
                        KeyEvent.KEY_PRESSED,
                        event -> slow.onKey(event, probe.drawing().isFocused()));
    }

    /** Below the title: the diagram, its formulas and terms, or in slow motion words and a drawing; beside one another if it is low. */
    private void arrange() {
        boolean isSlow = slow.on().isSelected();
        boolean isBeside = content.getWidth() >= WIDE && content.getHeight() < TALL;
        List<Boolean> wanted = List.of(isSlow, isBeside);
        if (!wanted.equals(arranged)) {
            arranged = wanted;
            content.getChildren().remove(1, content.getChildren().size());
            if (isBeside) {
                left.getChildren().clear();
                Node right = isSlow ? probe.drawing() : formulas.terms();
                content.getChildren().add(grow(new HBox(8, left, grow(right))));
                left.getChildren()
                        .setAll(
                                isSlow
                                        ? List.of(slow.words(), slow.choice())
                                        : List.of(probe.drawing(), formulas.formulas()));
            } else {
                listed.getChildren().setAll(formulas.formulas(), formulas.terms());
                content.getChildren()
                        .addAll(
                                isSlow
                                        ? List.of(slow.words(), probe.drawing(), slow.choice())
                                        : List.of(probe.drawing(), scroll));
            }
        }
        VBox.setVgrow(probe.drawing(), isSlow ? Priority.ALWAYS : Priority.NEVER);
        sizeDrawing(isSlow, isBeside);
    }

    /** As wide as the place, unless too little would be left for the formulas; in slow motion all that is left. */
    private void sizeDrawing(boolean isSlow, boolean isBeside) {
        double room = content.getWidth()
                - content.getInsets().getLeft()
                - content.getInsets().getRight();
        double wide = isBeside ? Math.floor(room * (isSlow ? BESIDE_SHARE : HALF)) : room;
        double natural = wide / CellDiagram.WIDTH * CellDiagram.HEIGHT;
        double height =
                Math.floor(isBeside && isSlow ? natural : Math.min(natural, content.getHeight() * DIAGRAM_SHARE));
        boolean isFree = isSlow && !isBeside;
        // So that the formulas have the lines that they need
        probe.drawing().setMinHeight(isFree || !isSlow ? LEAST_DRAWING : height);
        probe.drawing().setPrefHeight(isFree ? LEAST_DRAWING : height);
        probe.drawing().setMaxHeight(isFree ? Double.MAX_VALUE : height);
        probe.drawing().setMinWidth(isBeside ? wide : 0);
        left.setPrefWidth(isSlow ? room - wide : wide);
        slow.giveRoom(isBeside ? height : 0);
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        return Asked.of(new Ask(
                traced,
                Focus.of(
                        selection.unitProperty().get(),
                        Optional.ofNullable(selection.stepProperty().get()),
                        traced.traces()),
                formulas.digits().getValue(),
                formulas.sum().getValue(),
                slow.told()));
    }

    private Shown answer(Ask ask) {
        FedSteps fed = ask.traced().network().sample();
        Experiment experiment = ask.traced().snapshot().experiment();
        Focus at = ask.at();
        ForwardAccount account = CellExplanation.of(fed, at.sequence(), at.number(), at.unit());
        AccountNames names =
                new AccountNames(experiment.layout(), experiment.task().alphabet());
        Step shown = account.step();
        String title =
                Message.text("cell.title", names.unit(account.unit().unit()), shown.number(), shown.sequence() + 1);
        String symbols = Message.text(
                "cell.symbols",
                names.fed(account),
                experiment.task().alphabet().told(shown.target()),
                ask.traced().snapshot().position().epoch());
        int lag = experiment.hyperparameters().get(Settings.LAG);
        String subtitle = lag == 1 ? symbols : Message.text("cell.lag", symbols, lag);
        Formulas all = new Formulas(account, names, ask.digits());
        Shown whole =
                ask.told().map(told -> slowly(all, ask, told, title)).orElseGet(() -> whole(all, ask, title, subtitle));
        return whole.comes(before -> way(before, whole.drawing()))
                .says("title", title)
                .says("subtitle", at.chosen() ? subtitle : Message.text("cell.unchosen", subtitle))
                .then(() -> step = shown);
    }

    /** All of the step: its diagram, its formulas, and the terms of a sum. */
    private Shown whole(Formulas all, Ask ask, String title, String subtitle) {
        List<WeightedSum> sums = all.sums();
        int chosen = IntStream.range(0, sums.size())
                .filter(place -> sums.get(place).name().equals(ask.sum()))
                .findFirst()
                .orElse(0);
        WeightedSum sum = sums.get(chosen);
        int outputs = sums.size() - all.account().output().inputs().size();
        List<Formula> results = all.results(chosen < outputs ? all.output() : chosen - outputs);
        List<TermRow> rows = sum.terms().stream()
                .map(term -> new TermRow(term, all.names(), ask.digits()))
                .toList();
        CellDiagram diagram = new CellDiagram(all.account(), all.names());
        CellPicture picture = new CellPicture(diagram, new FormulaDrawing(results, diagram.table()));
        String spoken = Message.text("cell.diagram", title, all.account().unit().h());
        return new Shown(diagram, title, subtitle)
                .picture(palette -> new DrawnPicture(title, subtitle, picture, palette, 720, 640))
                .spoken(results.stream().map(Formula::text).collect(Collectors.joining("; ", spoken + "; ", "")))
                .then(() -> formulas.show(results, sums, sum, rows));
    }

    /** A stage of the step, as it is chosen to be seen. */
    private Shown slowly(Formulas all, Ask ask, ShownStage told, String title) {
        ForwardAccount account = all.account();
        AccountNames names = all.names();
        List<StepStage> stages = StepStage.of(account.unit().cell());
        StepStage stage = told.of(stages);
        StepCaption words = new StepCaption(account, names);
        Drawing drawing =
                switch (told.seen()) {
                    case NETWORK -> new NetworkDrawing(account, names, stage);
                    case UNIT -> new CellDiagram(account, names).at(stage);
                    case FORMULA -> FormulaDrawing.of(all, stage);
                };
        Task task = ask.traced().snapshot().experiment().task();
        Step now = account.step();
        boolean isEnd = now.number() + 1
                >= task.sequences().get(now.sequence()).symbols().size();
        Optional<Step> next = isEnd ? Optional.empty() : Optional.of(task.step(now.sequence(), now.number() + 1));
        return new Shown(drawing, title + ": " + stage.title(), words.of(stage))
                .then(() -> slow.say(stage, stages, words, next))
                .picks(spot -> {
                    if (told.seen() == Seen.NETWORK && spot.row() >= 0) {
                        goTo(spot.row());
                    }
                });
    }

    /** Numbers move if it is another step, unit or stage; another drawing is just there. */
    private static Optional<DoubleFunction<Drawing>> way(Drawing before, Drawing now) {
        return before instanceof CellDiagram was && now instanceof CellDiagram diagram && !was.isLike(diagram)
                ? Optional.of(share -> diagram.from(was, share))
                : Optional.empty();
    }

    private void goTo(int unit) {
        if (selection.stepProperty().get() == null && step != null) {
            selection.stepProperty().set(step);
        }
        selection.unitProperty().set(unit);
    }
}
