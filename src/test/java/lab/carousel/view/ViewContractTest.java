package lab.carousel.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.task.SequencesOfFile;
import lab.carousel.task.Task;
import lab.carousel.text.InLanguage;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** What every view keeps to, on tasks of each kind: listed, with sets, of drawn symbols, of numbers, neither listed nor drawn, with one unit, without memory. */
class ViewContractTest {

    private static final double SLACK = 1;

    private static Map<String, Experiment> experiments() {
        Experiment reference = Experiment.reference();
        Map<String, Experiment> all = new LinkedHashMap<>();
        all.put("listed", reference);
        Task sets =
                Task.parse("0 1 2 3 4", "3 0 1 2 3", "4 0 1 2 4", "4 0 1 2 3").withSets(true);
        all.put("sets", new Experiment(sets, reference.hyperparameters(), reference.engine()));
        all.put("drawn", preset("reber"));
        all.put("numbers", preset("adding"));
        all.put(
                "neither listed nor drawn",
                new Experiment(SequencesOfFile.REFERENCE, reference.hyperparameters(), reference.engine()));
        all.put("one unit", reference.with(settings -> settings.with(Settings.HIDDEN_UNITS, 1)));
        all.put("dense", reference.with(settings -> settings.with(Settings.CELL, Cell.DENSE)));
        return all;
    }

    private static Experiment preset(String key) {
        return Preset.all().stream()
                .filter(preset -> preset.key().equals(key))
                .findFirst()
                .orElseThrow()
                .experiment();
    }

    private static Look look(Experiment experiment, Evaluator evaluator) {
        Parameters parameters = InitialParameters.of(experiment);
        return new Look(
                evaluator.fed(parameters),
                0,
                evaluator.evaluate(parameters),
                0,
                Optional.of(
                        experiment.task().step(0, experiment.hyperparameters().get(Settings.LAG))));
    }

    @TestFactory
    Stream<DynamicNode> onATask() {
        return experiments().entrySet().stream().map(each -> {
            Experiment experiment = each.getValue();
            Look look = look(experiment, new Evaluator(experiment));
            return dynamicContainer(
                    each.getKey(),
                    Views.all().map(view -> dynamicTest(view.name().key(), () -> check(view, look))));
        });
    }

    private static void check(View view, Look look) {
        Optional<String> obstacle = view.obstacle(look.experiment());
        if (obstacle.isPresent()) {
            assertThat(obstacle.get()).isNotBlank();
            return;
        }
        view.choices(look.experiment()).forEach(choice -> {
            assertThat(choice.values()).as(choice.name()).doesNotHaveDuplicates();
            assertThat(choice.offers(choice.first())).as(choice.first()).isTrue();
            assertThat(choice.label()).isNotBlank();
            assertThat(choice.options())
                    .allMatch(
                            option -> !option.label().isBlank() && !option.tip().isBlank());
            choice.values().forEach(value -> checkChosen(view, look, Map.of(choice.name(), value)));
        });
        checkChosen(view, look, Map.of());
        checkSelection(view, look);
        assertThatThrownBy(() -> Chosen.of(view, look.experiment(), Map.of("nothing", "1")))
                .isInstanceOf(InvalidInput.class);
        view.choices(look.experiment()).forEach(choice -> assertThatThrownBy(
                        () -> Chosen.of(view, look.experiment(), Map.of(choice.name(), "nothing")))
                .isInstanceOf(InvalidInput.class));
    }

    /** It also answers where nothing is selected, and what it does not look at changes nothing. */
    private static void checkSelection(View view, Look look) {
        Look none = new Look(look.network(), look.epoch(), look.evaluation(), -1, Optional.empty());
        Chosen first = Chosen.of(view, look.experiment(), Map.of());
        Answer unselected = view.answer(none, first);
        assertThat(unselected.words()).isNotBlank().doesNotContain("null", "NaN");
        if (!view.looksAtSelection()) {
            assertThat(PictureExport.svg(unselected.picture(Palette.LIGHT)))
                    .isEqualTo(PictureExport.svg(view.answer(look, first).picture(Palette.LIGHT)));
        }
    }

    private static void checkChosen(View view, Look look, Map<String, String> values) {
        Chosen chosen = Chosen.of(view, look.experiment(), values);
        checkAnswer(view, look, chosen);
        view.job(look, chosen).ifPresent(job -> {
            assertThat(job.of()).isEqualTo(view.job(look, chosen).orElseThrow().of());
            // Of what was found so far, whatever that is
            job.run(share -> {}, () -> true);
            checkAnswer(view, look, chosen);
        });
    }

    private static void checkAnswer(View view, Look look, Chosen chosen) {
        Answer answer = view.answer(look, chosen);
        assertThat(answer.sentences().keySet()).containsExactlyElementsOf(view.sentences());
        assertThat(answer.words().contains(VerdictWords.of(look.evaluation()).headline()))
                .as("the verdict, which lessons cover")
                .isEqualTo(view.name().tellsVerdict());
        assertThat(answer.title()).isNotBlank();
        assertThat(answer.spoken()).isNotBlank().doesNotContain("null", "NaN");
        Drawing drawing = answer.drawing();
        assertThat(drawing.csv()).doesNotContain("null").contains("\n");
        for (int[] size : new int[][] {{300, 240}, {900, 460}}) {
            List<Mark> marks = drawing.marks(size[0], size[1]);
            checkWords(marks, new Box(0, 0, size[0], size[1]), 0, 0, 1);
            IntStream.range(0, 6).forEach(place -> drawing.at(
                            size[0] * (place + 0.5) / 6, size[1] * (place + 0.5) / 6, size[0], size[1])
                    .ifPresent(spot -> {
                        assertThat(spot.words()).isNotBlank().doesNotContain("null");
                        answer.selected(spot);
                    }));
        }
        assertThat(InLanguage.GERMAN.meanwhile(() -> view.answer(look, chosen).words()))
                .as("in German")
                .isNotEqualTo(answer.words());
        assertThat(answer.picture(Palette.LIGHT).csv()).isEqualTo(drawing.csv());
    }

    /** Words stand within the picture. */
    private static void checkWords(List<Mark> marks, Box picture, double x, double y, double scale) {
        for (Mark mark : marks) {
            if (mark instanceof Mark.Group group && group.clip() == null) {
                checkWords(
                        group.marks(),
                        picture,
                        x + scale * group.moveX(),
                        y + scale * group.moveY(),
                        scale * group.scale());
            } else if (mark instanceof Mark.Words words) {
                Box room = words.room();
                assertThat(x + scale * room.x()).as(words.words()).isGreaterThanOrEqualTo(-SLACK);
                assertThat(x + scale * room.right()).as(words.words()).isLessThanOrEqualTo(picture.width() + SLACK);
            }
        }
    }
}
