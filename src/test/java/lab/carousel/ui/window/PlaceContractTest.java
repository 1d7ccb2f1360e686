package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;
import lab.carousel.Sample;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Presets;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.ui.Nodes;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.microscope.Microscope;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.presenter.PresentedPanel;
import lab.carousel.ui.window.fit.FitFixture;
import lab.carousel.view.Views;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every place of the microscope has, in every language: words while there is no network, an answer to what it asks about
 * one, a text that is read aloud, its picture and its numbers as files, a way for the keyboard, and room, also when it is
 * presented.
 */
class PlaceContractTest extends FitFixture {

    private static final List<String> PLACES = PlaceName.keys();

    /** What was read aloud, by place, in the language before. */
    private final Map<String, String> spoken = new HashMap<>();

    /** In one window, whose start takes longer than all that is done in it. */
    @TestFactory
    Stream<DynamicTest> aPlace() {
        List<SpokenPlace> all = Language.all().stream()
                .flatMap(language -> PLACES.stream().map(key -> new SpokenPlace(language, key)))
                .toList();
        Set<SpokenPlace> drawn = Sample.of(1, all, SpokenPlace::key).collect(Collectors.toSet());
        Language last = Language.all().get(Language.all().size() - 1);
        return Language.all().stream().flatMap(language -> Stream.of(
                        Stream.of(dynamicTest("speaks " + language.code(), () -> begin(language))),
                        // The first one in each language, as what is spoken differs
                        PLACES.stream()
                                .filter(key ->
                                        key.equals(PLACES.get(0)) || drawn.contains(new SpokenPlace(language, key)))
                                .map(key -> dynamicTest(key, () -> check(key))),
                        Stream.of(language)
                                .filter(each -> each == last || Sample.isExhaustive())
                                .flatMap(each -> Stream.of(
                                        dynamicTest("presented", this::checkPresented),
                                        dynamicTest("fits", () -> checkFit(each)))))
                .flatMap(tests -> tests));
    }

    private record SpokenPlace(Language language, String key) {}

    private void begin(Language language) {
        speak(language);
        if (workspace.run().state() != RunState.FINISHED) {
            assertThat(microscope().places()).extracting(Place::key).containsExactlyInAnyOrderElementsOf(PLACES);
            train();
            select();
        }
    }

    private void select() {
        robot.interact(() -> {
            workspace.selection().unitProperty().set(3);
            workspace
                    .selection()
                    .stepProperty()
                    .set(network().experiment().task().step(1, 4));
        });
    }

    private static Microscope microscope() {
        return (Microscope) find("microscope");
    }

    private static Region view() {
        return microscope().shownProperty().get().view();
    }

    private void check(String key) throws IOException {
        Experiment usual = network().experiment();
        boolean isOfAnother = Views.all()
                .filter(view -> view.name().key().equals(key))
                .anyMatch(view -> view.obstacle(usual).isPresent());
        if (!isOfAnother) {
            checkShown(key);
            return;
        }
        train(Presets.named("airline"));
        checkShown(key);
        train(usual);
        select();
    }

    private void checkShown(String key) throws IOException {
        showPlace(key);
        checkEmpty(key);
        await(() -> microscope().picture().isPresent());
        look(key);
        for (DrawingView drawing : drawings()) {
            checkSpoken(drawing);
            checkKeys(drawing);
        }
        checkExports(key);
        TabWalk.check(window, key, FirstControl.in(find("hyperparameters")).orElseThrow());
    }

    private void checkEmpty(String key) {
        boolean isOfPinned = key.equals("compare");
        if (!isOfPinned) {
            robot.interact(workspace.traces()::clear);
        } else {
            Nodes.all(view())
                    .map(Node::getId)
                    .filter(id -> id != null && id.startsWith("removePinned"))
                    .toList()
                    .forEach(PlaceContractTest::fire);
        }
        assertThat(Nodes.all(view()).filter(FirstControl::isOnScreen).filter(Label.class::isInstance))
                .extracting(label -> ((Label) label).getText())
                .anyMatch(words -> words.startsWith(Message.text(key + ".empty")));
        assertThat(microscope().picture()).isEmpty();
        choose("exportMenu", "microscope-svg");
        assertThat(text("noticeWords")).isEqualTo(Message.text("ui.export.nothing"));
        fire("noticeClose");
        robot.interact(() -> workspace.traces().request(network()));
        if (isOfPinned) {
            pin();
        }
    }

    private static List<DrawingView> drawings() {
        return Nodes.all(view())
                .filter(FirstControl::isOnScreen)
                .filter(DrawingView.class::isInstance)
                .map(DrawingView.class::cast)
                .filter(view -> view.drawing() != null)
                .toList();
    }

    private void checkSpoken(DrawingView drawing) {
        String words = drawing.getAccessibleText();
        assertThat(words).isNotBlank().doesNotContain("null", "{");
        assertThat(spoken.put(drawing.getId(), words))
                .as("in the language before")
                .isNotEqualTo(words);
    }

    private void checkKeys(DrawingView drawing) {
        robot.interact(drawing::requestFocus);
        await(() -> drawing.drawn().isPresent());
        robot.push(KeyCode.RIGHT);
        Node words = drawing.lookup("#" + drawing.getId() + "Words");
        assertThat(words.isVisible()).as(drawing.getId()).isTrue();
        assertThat((String) drawing.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .isEqualTo(((Label) words).getText() + ". " + drawing.getAccessibleText());
        robot.push(KeyCode.ESCAPE);
        assertThat(words.isVisible()).as(drawing.getId()).isFalse();
    }

    private void checkExports(String key) throws IOException {
        String name = key + spoken.size();
        assertThat(export("microscope-svg", name + ".svg")).content().contains("<svg", "</svg>");
        assertThat(ImageIO.read(export("microscope-png-1", name + ".png").toFile())
                        .getWidth())
                .isGreaterThan(400);
        List<String> rows = Files.readAllLines(export("microscope-csv", name + ".csv"));
        assertThat(rows).hasSizeGreaterThan(1).last().asString().contains(",");
        fire("noticeClose");
    }

    private void checkPresented() {
        present(true);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        for (String key : PLACES) {
            showPlace(key);
            assertThat(microscope().getHeight())
                    .as(key)
                    .isGreaterThanOrEqualTo(PresentedPanel.MICROSCOPE.leastHeight(
                            microscope().shownProperty().get()));
        }
        present(false);
    }

    /** In the least window that is promised, too. */
    private void checkFit(Language language) {
        narrow();
        for (String key : PLACES) {
            showPlace(key);
            look(key + ", narrow");
        }
        robot.interact(stage::sizeToScene);
        assertNothingFound(language);
    }
}
