package lab.carousel.file.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.view.Answer;
import lab.carousel.view.Choice;
import lab.carousel.view.Chosen;
import lab.carousel.view.Look;
import lab.carousel.view.View;
import lab.carousel.view.Views;

/** The views of an experiment as the page shows them, in the language that is spoken; one answer at a time. */
final class PageViews {

    private final Experiment experiment;
    private final Map<String, View> views = Views.all()
            .collect(Collectors.toMap(
                    view -> view.name().key(), Function.identity(), (one, other) -> one, LinkedHashMap::new));

    private final PagePicture picture = new PagePicture();

    PageViews(Experiment experiment) {
        this.experiment = experiment;
    }

    /** The keys of what the page says of them. */
    static List<String> words() {
        return Views.all()
                .flatMap(view -> Stream.concat(
                                Stream.of("menu"),
                                view.choices(Experiment.reference()).stream()
                                        .flatMap(choice -> Stream.of(choice.name(), choice.name() + ".")))
                        .map(word -> view.name().key() + "." + word))
                .toList();
    }

    /** [{ name, seconds, looksAtSelection, choices: [{ name, label, kind, first, tip, needs, options: [{ value, label }] }] }]. */
    List<Map<String, Object>> offered() {
        return views.values().stream()
                .map(view -> Map.of(
                        "name",
                        view.name().key(),
                        "seconds",
                        view.seconds(experiment),
                        "looksAtSelection",
                        view.looksAtSelection(),
                        "choices",
                        view.obstacle(experiment).isPresent()
                                ? List.of()
                                : view.choices(experiment).stream()
                                        .filter(Choice::isFree)
                                        .map(PageViews::told)
                                        .toList()))
                .toList();
    }

    private static Map<String, Object> told(Choice choice) {
        List<Map<String, String>> options = choice.options().stream()
                .map(option -> Map.of("value", option.value(), "label", option.label(), "tip", option.tip()))
                .toList();
        return Map.of(
                "name", choice.name(),
                "label", choice.label(),
                "tip", choice.tip(),
                "kind", choice.kind().name(),
                "needs", choice.needs(),
                "first", choice.first(),
                "options", options);
    }

    /** { words (its sentences), spoken, marks, width, height }; of a view that says nothing of the experiment the words alone. */
    Map<String, Object> told(String name, Map<String, String> chosen, Look look, double width, double height) {
        View view = Objects.requireNonNull(views.get(name), name);
        picture.forget();
        Optional<String> obstacle = view.obstacle(experiment);
        if (obstacle.isPresent()) {
            return Map.of("words", List.of(obstacle.get()));
        }
        Chosen all;
        Answer made;
        try {
            all = Chosen.of(view, experiment, chosen);
            made = view.answer(look, all);
        } catch (InvalidInput typed) {
            return Map.of("words", List.of(typed.getMessage()));
        }
        // A search is not made here: it may need what cannot be translated
        Stream<String> elsewhere = view.job(look, all).stream().map(job -> Message.text("page.view.search"));
        Map<String, Object> told = new LinkedHashMap<>(
                picture.told(made.drawing(), width, made.height().orElse(height), spot -> selected(made, spot)));
        told.put(
                "words",
                Stream.concat(made.sentences().values().stream(), elsewhere).toList());
        told.put(View.WARNING, made.sentences().getOrDefault(View.WARNING, ""));
        told.put("spoken", made.spoken());
        return told;
    }

    /** That of the last answer. */
    PagePicture picture() {
        return picture;
    }

    /** What a click selects: { unit, s, t, choices }, each where there is one. */
    private static Map<String, Object> selected(Answer answer, Hit spot) {
        Map<String, Object> told = new LinkedHashMap<>();
        answer.selected(spot).ifPresent(selected -> {
            told.put("choices", selected.choices());
            selected.unit().ifPresent(unit -> told.put("unit", unit));
            selected.step().ifPresent(step -> {
                told.put("s", step.sequence());
                told.put("t", step.number() - 1);
            });
        });
        return told;
    }
}
