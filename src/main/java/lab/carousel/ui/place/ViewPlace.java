package lab.carousel.ui.place;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import lab.carousel.model.Experiment;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.Answer;
import lab.carousel.view.Chosen;
import lab.carousel.view.Look;
import lab.carousel.view.PlaceNeed;
import lab.carousel.view.Selected;
import lab.carousel.view.View;

/** The window's place of a view: its choices, its sentences and its drawing, in which a click selects for all places. */
public final class ViewPlace {

    private static final String CAPTION = "caption";

    private final PlaceContext in;
    private final View view;
    private final Form form;
    private final Map<String, ChoiceButtons<String>> choices = new LinkedHashMap<>();

    private record Ask(Look look, Chosen chosen) {}

    public static Place of(PlaceContext in, View view) {
        return new Place(
                view.name(),
                view.kind(),
                () -> new ViewPlace(in, view).content(),
                view.needs().toArray(PlaceNeed[]::new));
    }

    private ViewPlace(PlaceContext in, View view) {
        this.in = in;
        this.view = view;
        form = new Form(view.name());
        view.choices(Experiment.reference())
                .forEach(choice -> choices.put(
                        choice.name(),
                        form.choice(
                                choice.name(), choice.first(), choice.values().toArray(String[]::new))));
        if (view.looksAtSelection()) {
            form.asksAgain(in.selection().unitProperty());
            form.asksAgain(in.selection().stepProperty());
        }
    }

    private PlaceContent content() {
        Probe<Ask> probe = new Probe<>(in, form, this::question, ask -> shown(view.answer(ask.look(), ask.chosen())));
        Stream<Node> rows = choices.entrySet().stream()
                .map(choice -> Form.row(Pos.CENTER_LEFT, form.name(choice.getKey()), choice.getValue()));
        Label[] sentences = view.sentences().stream().map(this::sentence).toArray(Label[]::new);
        return probe.open(form.column(
                probe.drawing(),
                Stream.concat(rows, Stream.of(Form.sentences(sentences))).toArray(Node[]::new)));
    }

    private Label sentence(String name) {
        return name.equals(CAPTION) ? form.words(name, "muted") : form.words(name, "probe-answer", "probe-two-lines");
    }

    private Shown shown(Answer answer) {
        Shown shown = new Shown(answer.drawing(), answer.title(), answer.words())
                .picture(answer::picture)
                .spoken(answer.spoken())
                .picks(spot -> answer.selected(spot).ifPresent(this::select));
        answer.sentences().forEach(shown::says);
        return shown;
    }

    private void select(Selected selected) {
        selected.unit().ifPresent(unit -> in.selection().unitProperty().set(unit));
        selected.step().ifPresent(step -> in.selection().stepProperty().set(step));
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        Snapshot snapshot = traced.snapshot();
        Experiment experiment = snapshot.experiment();
        Map<String, String> values = new HashMap<>();
        view.choices(experiment).forEach(choice -> {
            ChoiceButtons<String> buttons = Objects.requireNonNull(choices.get(choice.name()));
            buttons.offer(choice.values());
            values.put(choice.name(), buttons.value());
        });
        Look look = new Look(
                traced.network(),
                snapshot.position().epoch(),
                snapshot.evaluation(),
                in.selection().unitProperty().get(),
                Optional.ofNullable(in.selection().stepProperty().get()));
        return view.obstacle(experiment)
                .<Asked<Ask>>map(Asked::instead)
                .orElseGet(() -> Asked.of(new Ask(look, new Chosen(values))));
    }
}
