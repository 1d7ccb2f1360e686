package lab.carousel.ui.place;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.model.Experiment;
import lab.carousel.picture.map.AutomatonDrawing;
import lab.carousel.training.Position;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.Answer;
import lab.carousel.view.Choice;
import lab.carousel.view.Chosen;
import lab.carousel.view.Deed;
import lab.carousel.view.Look;
import lab.carousel.view.PlaceNeed;
import lab.carousel.view.RunMoment;
import lab.carousel.view.Selected;
import lab.carousel.view.SingleEntryCache;
import lab.carousel.view.View;

/** The window's place of a view: its choices, its sentences and its drawing, in which a click selects for all places. */
public final class ViewPlace {

    private static final double GAP = 12;
    private static final String CAPTION = "caption";
    /** A sentence in red, where there is one. */

    /** A sentence that stands in a line of its own, to be copied. */
    private static final String COPIED = "text";
    /** More sentences than those have one line each. */
    private static final int FEW = 2;

    private final PlaceContext in;
    private final View view;
    private final Form form;
    /** What somebody chose, whether it is offered or not. */
    private final ObjectProperty<Map<String, Map<String, String>>> wanted;

    private final ObjectProperty<ToldFacts> told;
    private final JobControl job;
    /** Where the run has ended, or holds; empty while it trains. */
    private final ObservableValue<Optional<Position>> rest;
    /** How often a search has ended. */
    private final IntegerProperty found = new SimpleIntegerProperty();

    private final VBox deeds = styled(new VBox(), "deeds");
    private Experiment edited = Experiment.reference();
    private final Probe<Ask> probe;

    private final SingleEntryCache<Experiment, List<Choice>> choices;
    private final List<ChoiceControl> controls;

    /** @param trained the experiment that the network was trained by */
    private record Ask(Look look, Chosen chosen, Experiment trained) {}

    /**
     * The place of a view.
     *
     * @param wanted what is chosen in views, by their keys and the names of their choices; the rest is as at first
     * @param told   what the last answer of any view tells lessons
     */
    public static Place of(
            PlaceContext in,
            View view,
            ObjectProperty<Map<String, Map<String, String>>> wanted,
            ObjectProperty<ToldFacts> told) {
        return new Place(
                view.name(),
                view.kind(),
                () -> new ViewPlace(in, view, wanted, told).content(),
                view.needs().toArray(PlaceNeed[]::new));
    }

    private ViewPlace(
            PlaceContext in,
            View view,
            ObjectProperty<Map<String, Map<String, String>>> wanted,
            ObjectProperty<ToldFacts> told) {
        this.in = in;
        this.told = told;
        this.view = view;
        this.wanted = wanted;
        form = new Form(view.name());
        choices = new SingleEntryCache<>(view::choices);
        controls =
                choices.of(Experiment.reference()).stream().map(this::control).toList();
        form.asksAgain(wanted);
        rest = form.asksAgain(in.run()
                .map(now -> now.state() == RunState.RUNNING
                        ? Optional.empty()
                        : now.snapshot().map(Snapshot::position)));
        // Asks again, and the answer has what was found
        job = new JobControl(in.background(), form, () -> found.set(found.get() + 1));
        form.asksAgain(found);
        if (view.looksAtSelection()) {
            form.asksAgain(in.selection().unitProperty());
            form.asksAgain(in.selection().stepProperty());
            form.asksAgain(in.selection().forkProperty());
        }
        probe = new Probe<>(in, form, this::question, this::shown).closes(job::close);
    }

    private ChoiceControl control(Choice choice) {
        String name = choice.name();
        return new ChoiceControl(
                form.id(name), form.key() + "." + name, choice, in.selection(), value -> choose(name, value));
    }

    private void choose(String name, String value) {
        Map<String, String> values = new HashMap<>(wanted());
        values.put(name, value);
        Map<String, Map<String, String>> all = new HashMap<>(wanted.get());
        all.put(form.key(), Map.copyOf(values));
        wanted.set(Map.copyOf(all));
    }

    private Map<String, String> wanted() {
        return wanted.get().getOrDefault(form.key(), Map.of());
    }

    private PlaceContent content() {
        controls.forEach(control -> probe.colours(control::setPalette));
        Button dot = Controls.button(form.id("dot"), "view.dot", this::copyDot, "small");
        Controls.show(dot, view.drawsAutomata());
        FlowPane fields = new FlowPane(GAP, GAP / 2, controls.toArray(Node[]::new));
        fields.setRowValignment(VPos.BOTTOM);
        fields.getChildren().addAll(job, dot);
        Controls.show(fields, !controls.isEmpty());
        Stream<Node> copied = view.sentences().stream().filter(COPIED::equals).map(form::copied);
        Label[] sentences = view.sentences().stream()
                .filter(name -> !name.equals(COPIED))
                .map(this::sentence)
                .toArray(Label[]::new);
        ScrollArea scroll = styled(new ScrollArea(probe.drawing()), "drawing-scroll");
        scroll.setFocusTraversable(false);
        scroll.setFitToHeight(true);
        // It takes what the words leave
        scroll.setPrefHeight(0);
        Stream<Node> below = Stream.of(Form.sentences(sentences), deeds);
        return probe.open(form.column(
                scroll,
                Stream.of(Stream.of(fields), copied, below)
                        .flatMap(parts -> parts)
                        .toArray(Node[]::new)));
    }

    private void copyDot() {
        probe.shown().ifPresent(shown -> Controls.copy(((AutomatonDrawing) shown.drawing()).dot()));
    }

    /** The first one stands out. */
    private Label sentence(String name) {
        if (name.equals(View.WARNING)) {
            Label warning = form.words(name, "probe-warning");
            warning.managedProperty().bind(warning.textProperty().isNotEmpty());
            return warning;
        }
        boolean isFirst = name.equals(view.sentences().get(0));
        return name.equals(CAPTION)
                ? form.words(name, "muted")
                : !isFirst
                        ? form.words(name)
                        : view.sentences().size() > FEW
                                ? form.words(name, "probe-answer")
                                : form.words(name, "probe-answer", "probe-two-lines");
    }

    private Shown shown(Ask ask) {
        Answer answer = view.answer(ask.look(), ask.chosen());
        Shown shown = new Shown(answer.drawing(), answer.title(), answer.words())
                .picture(answer::picture)
                .spoken(answer.spoken())
                .then(() -> {
                    answer.height().ifPresent(probe.drawing()::setMinHeight);
                    answer.height().ifPresent(probe.drawing()::setPrefHeight);
                    offer(answer.deeds(), ask.trained());
                    if (!answer.facts().isEmpty()) {
                        told.set(new ToldFacts(Optional.of(ask.look().network().parameters()), answer.facts()));
                    }
                });
        answer.sentences().forEach(shown::says);
        Consumer<Hit> selects = spot -> answer.selected(spot).ifPresent(this::select);
        return answer.isOpened() ? shown.opens(selects) : shown.picks(selects);
    }

    /** A button for each, which stays where it is as long as the same is offered. */
    private void offer(List<Deed> offered, Experiment trained) {
        edited = trained;
        List<String> ids = offered.stream().map(Deed::id).toList();
        if (!ids.equals(deeds.getUserData())) {
            deeds.setUserData(ids);
            deeds.getChildren().setAll(offered.stream().map(this::button).toList());
        }
    }

    private Button button(Deed deed) {
        Button button = named(new Button(deed.words().text()), form.id(deed.id()), "small");
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setOnAction(event ->
                deed.change().apply(edited).ifPresent(changed -> in.edits().accept(changed, deed.words())));
        return button;
    }

    private void select(Selected selected) {
        selected.unit().ifPresent(unit -> in.selection().unitProperty().set(unit));
        selected.step().ifPresent(step -> {
            if (selected.fork().isEmpty()) {
                in.selection().stepProperty().set(step);
            } else {
                in.selection().select(selected.fork(), step);
            }
        });
        selected.choices().forEach(this::choose);
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        Snapshot snapshot = traced.snapshot();
        Experiment experiment = snapshot.experiment();
        Optional<String> obstacle = view.obstacle(experiment);
        if (obstacle.isPresent()) {
            job.show(Optional.empty());
            return Asked.instead(obstacle.get());
        }
        List<Choice> offered = choices.of(experiment);
        Chosen chosen = Chosen.within(offered, wanted());
        for (int place = 0; place < controls.size(); place++) {
            controls.get(place).show(offered.get(place), chosen, experiment.layout());
        }
        Look look = new Look(
                traced.network(),
                snapshot.position().epoch(),
                snapshot.evaluation(),
                in.selection().unitProperty().get(),
                Optional.ofNullable(in.selection().stepProperty().get()),
                in.selection().forkProperty().get(),
                rest.getValue().isEmpty()
                        ? RunMoment.TRAINING
                        : rest.getValue().filter(snapshot.position()::equals).isPresent()
                                ? RunMoment.AT_REST
                                : RunMoment.PAST);
        job.show(view.job(look, chosen));
        return Asked.of(new Ask(look, chosen, traced.trained().experiment()));
    }
}
