package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.ReaderException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import lab.carousel.drawing.Drawing;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.answers.Sheets;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.answers.VotedChoice;
import lab.carousel.picture.answers.Votes;
import lab.carousel.picture.live.AddressCodeTest;
import lab.carousel.picture.live.NumberDots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class is opened from the window, asked, and closed; only this machine reaches it. */
class MainWindowClassTest extends MainWindowFixture {

    /** Of the phones, as the class gave them. */
    private final Map<Integer, String> ids = new HashMap<>();

    /** Shows the form, for the network that is this machine alone. */
    private void wantClass(int port) {
        robot.interact(() -> workspace.keepIn(folder));
        choose("lessonMenu", "openClass");
        await(() -> !find("classGo").isDisabled());
        assertThat(((ComboBox<?>) find("classAgain")).getValue())
                .as("before a class can be opened it is known which can go on")
                .isNotNull();
        robot.interact(
                () -> ((ComboBox<?>) find("classNetwork")).getSelectionModel().selectLast());
        type("classPort", String.valueOf(port));
    }

    private URI open() {
        wantClass(0);
        fire("classGo");
        await(() -> isOnScreen("classCode"));
        return URI.create(text("classAddress").replace("\n", ""));
    }

    private static String get(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What a phone is told, which shows the step of its own number; the class gives it an id first. */
    private String step(URI address, int phone) throws IOException {
        String before = ids.getOrDefault(phone, "");
        URI asked = address.resolve("step?after=0&id=" + before + "&at=" + phone);
        HttpURLConnection connection = (HttpURLConnection) asked.toURL().openConnection();
        String told;
        try (var body = connection.getInputStream()) {
            told = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
        String id = connection.getHeaderField("Class-Id");
        ids.put(phone, id);
        return id.equals(before) ? told : step(address, phone);
    }

    /** Hands in a choice of a phone. */
    private void hand(URI address, int phone, int choice, int choices) throws IOException {
        Integer[] hands = new Integer[choices];
        java.util.Arrays.fill(hands, 0);
        hands[choice] = 1;
        hand(
                address,
                phone,
                new StepAnswers(
                        Optional.of(new Tally(List.of(hands), true)), Optional.empty(), "", List.of(), List.of()));
    }

    private void hand(URI address, int phone, StepAnswers given, LessonRun... runs) throws IOException {
        if (!ids.containsKey(phone)) {
            step(address, phone);
        }
        Map<String, StepAnswers> answers = new LinkedHashMap<>();
        answers.put("q1", given);
        AnswerSheet sheet = new AnswerSheet(
                new AnswerSheet.From(ids.get(phone), "", "1.0"),
                new LessonAnswers(AskedNow.LESSON, AskedNow.VERSION, List.of("q1")),
                answers,
                List.of(runs),
                Optional.empty());
        HttpURLConnection connection =
                (HttpURLConnection) address.resolve("answers").toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.getOutputStream().write(AnswersFile.text(sheet).getBytes(StandardCharsets.UTF_8));
        assertThat(connection.getResponseCode()).isBetween(200, 204);
    }

    private void handNumbers(URI address, int phone, double number) throws IOException {
        hand(
                address,
                phone,
                new StepAnswers(
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        List.of(Optional.of(new Observed(number, number, true))),
                        List.of()));
    }

    private static String codeOnScreen() throws ReaderException {
        AtomicReference<WritableImage> shot = new AtomicReference<>();
        robot.interact(() -> shot.set(find("classCode").snapshot(null, null)));
        int width = (int) shot.get().getWidth();
        int height = (int) shot.get().getHeight();
        int[] pixels = new int[width * height];
        shot.get().getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return AddressCodeTest.read(width, height, pixels);
    }

    private int buttons() {
        return ((Pane) find("lessonMenu").getParent()).getChildren().size();
    }

    @Test
    void aClassIsOpenedJoinedHiddenAndClosed() throws IOException, ReaderException {
        int before = buttons();
        assertThat(item("lessonMenu", "askClass").isDisable()).isTrue();
        URI address = open();
        assertThat(address.getHost()).isEqualTo("127.0.0.1");
        await(() -> {
            try {
                return codeOnScreen().equals(address.toString());
            } catch (ReaderException notYet) {
                return false;
            }
        });
        assertThat(text("classJoined")).isEqualTo("Nobody has joined yet");
        assertThat(get(address)).startsWith("<!DOCTYPE html>");
        step(address, 1);
        awaitText("classJoined", "1 has joined");
        robot.push(KeyCode.ESCAPE);
        assertThat(isOnScreen("classOverlay")).isFalse();
        await(() -> "Class: 1".equals(find("classButton").getAccessibleText()));
        assertThat(buttons()).isEqualTo(before + 1);
        fire("classButton");
        assertThat(text("classJoined")).isEqualTo("1 has joined");
        fire("closeClass");
        await(() -> !isThere("classButton"));
        assertThat(buttons()).isEqualTo(before);
        await(() -> {
            try {
                get(address);
                return false;
            } catch (ConnectException closed) {
                return true;
            }
        });
        assertThat(item("lessonMenu", "askClass").isDisable()).isTrue();
        assertThat(folder.resolve("classes")).as("nothing came in").isEmptyDirectory();
    }

    @Test
    void aClassThatWasInterruptedIsOfferedAndGoesOnAtItsAddress() throws IOException {
        URI before = open();
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> workspace.openClass().close());
        assertThat(open()).isEqualTo(before);
        assertThat(isThere("classElsewhere")).isFalse();
    }

    @Test
    void aLessonThatHasOnlyJustBegunOnTheWallGoesOnWhereTheClassWas() {
        startLesson("tutorial");
        open();
        robot.interact(() -> window.lessons().player().start(ShippedLessons.read("tutorial"), 3));
        Runnable begins = () -> {
            robot.interact(() -> {
                workspace.openClass().close();
                window.lessons().player().close();
            });
            startLesson("tutorial");
        };
        begins.run();
        open();
        await(() -> workspace.lesson().progress().orElseThrow().number() == 3);
        begins.run();
        robot.interact(() -> window.lessons().player().start(ShippedLessons.read("tutorial"), 2));
        open();
        assertThat(workspace.lesson().progress().orElseThrow().number())
                .as("the wall leads")
                .isEqualTo(2);
    }

    @Test
    void theTeacherShutsTheDoorAndSendsOneOut() throws IOException {
        URI address = open();
        assertThat(text("classDoorSaid")).isEqualTo("room for 60");
        step(address, 1);
        awaitText("classDoorSaid", "room for 60, 1 came in the last minute");
        MenuButton door = (MenuButton) find("classDoor");
        awaitText("classPlaces", "Step 1: 1");
        assertThat(((Menu) door.getItems().get(4)).getItems())
                .extracting(MenuItem::getText)
                .containsExactly("Step 1:   ● 1");
        robot.interact(() -> {
            ((CheckMenuItem) door.getItems().get(1)).setSelected(true);
            door.getItems().get(1).fire();
        });
        awaitText("classDoorSaid", "nobody new is let in, 1 came in the last minute");
        assertThat(step(address, 2)).contains("waiting");
        awaitText("classDoorSaid", "nobody new is let in, 1 waits at the door, 1 came in the last minute");
        robot.interact(() -> door.getItems().get(0).fire());
        awaitText("classDoorSaid", "room for 80, 1 waits at the door, 1 came in the last minute");
        robot.interact(() -> ((Menu) door.getItems().get(3)).getItems().get(0).fire());
        awaitText("classDoorSaid", "room for 80, 1 waits at the door");
        assertThat(step(address, 1)).contains("dropped");
        awaitText("classJoined", "Nobody has joined yet");
    }

    @Test
    void inPresenterModeTheButtonOfTheClassStays() {
        open();
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.F12);
        await(() -> isOnScreen("classButton") && !isOnScreen("lessonMenu"));
        fire("classButton");
        assertThat(isOnScreen("classCode")).isTrue();
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.F12);
        await(() -> find("classButton").getParent() == find("lessonMenu").getParent());
        fire("classButton");
        fire("closeClass");
        await(() -> !isThere("classButton"));
    }

    @Test
    void aPortThatIsInUseIsToldAndNothingIsOpened() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            wantClass(port);
            fire("classGo");
            await(() -> text("classPortProblem").startsWith("Port " + port));
            assertThat(text("classReach")).startsWith("Only this machine reaches the page");
            assertThat(folder.resolve("classes")).isEmptyDirectory();
            assertThat(isOnScreen("classCode")).isFalse();
            assertThat(workspace.openClass().isOpen()).isFalse();
            type("classPort", "x");
            fire("classGo");
            assertThat(text("classPortProblem")).isEqualTo("A port is a number from 0 to 65535.");
            assertThat(workspace.openClass().isOpen()).isFalse();
            type("classPort", String.valueOf(port));
        }
        fire("classGo");
        await(() -> isOnScreen("classCode"));
        assertThat(text("classAddress")).startsWith("http://127.0.0.1:" + port + "\n/");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aQuestionIsAskedByKeyboardAloneAndItsAnswersAreShownWhenWanted(boolean isPresented) throws IOException {
        URI address = open();
        robot.push(KeyCode.ESCAPE);
        present(isPresented);
        step(address, 1);
        step(address, 2);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        await(() -> find("askText").isFocused());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(text("askProblem")).isEqualTo("Type the question.");
        robot.write("Memory?", 0);
        robot.push(KeyCode.ENTER);
        robot.write("yes\n\n", 0);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(text("askProblem")).isEqualTo("Type at least two choices, one on each line.");
        assertThat(step(address, 1)).doesNotContain("Memory?");
        robot.write("no", 0);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> isOnScreen("askedText"));
        assertThat(text("askedText")).isEqualTo("Memory?");
        assertThat(step(address, 1)).contains("Memory?", "yes", "no");
        hand(address, 1, 1, 2);
        // The newer one counts
        hand(address, 1, 1, 2);
        awaitText("askedAnswered", "1 of 2 has answered");
        assertThat(isOnScreen("askedAnswers")).isFalse();
        assertThat(text("askedChoices")).isEqualTo("A  yes\nB  no");
        robot.push(KeyCode.ALT, KeyCode.A);
        await(() -> isOnScreen("askedAnswers"));
        assertThat(MainWindowFixture.<Votes>drawing("askedAnswers").words()).contains("B  no: 1 vote");
        robot.push(KeyCode.ALT, KeyCode.T);
        awaitText("askedAnswered", "0 of 2 have answered again");
        assertThat(isOnScreen("askedAnswers"))
                .as("of the second round, not before they are wanted")
                .isFalse();
        fire("askedEnd");
        assertThat(isOnScreen("classOverlay")).isFalse();
        await(() -> !step(address, 1).contains("Memory?"));
        choose("lessonMenu", "classAnswers");
        await(() -> window.lessons().library().answers().window().isPresent());
        Label asked = (Label) window.lessons()
                .library()
                .answers()
                .window()
                .orElseThrow()
                .getScene()
                .lookup("#answersCounts");
        await(() -> asked.getText().startsWith("Memory?"));
        assertThat(workspace.openClass().folder().orElseThrow().resolve(AskedNow.FILE))
                .hasContent("q1  Memory?\n    A  yes\n    B  no\n");
        assertThat(window.lessons()
                        .library()
                        .answers()
                        .window()
                        .orElseThrow()
                        .getScene()
                        .lookup("#answersLeftPane")
                        .isVisible())
                .as("left out")
                .isFalse();
        robot.interact(window.lessons().library().answers()::close);
    }

    @Test
    void theSymbolAfterAStepOfTheHeatmapIsAskedForAndMarkedWhenRevealed() throws IOException {
        awaitHeatmap();
        URI address = open();
        choose("lessonMenu", "askClass");
        fire("askKind-SYMBOL");
        fire("askGo");
        assertThat(text("askProblem")).as("no text").isEqualTo("Select a step in the heatmap first.");
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> workspace
                .selection()
                .stepProperty()
                .set(workspace.lab().runningProperty().get().task().step(0, 3)));
        choose("lessonMenu", "askClass");
        fire("askKind-SYMBOL");
        assertThat(text("askText")).isEqualTo("What comes next after 3 0 1?");
        fire("askGo");
        await(() -> isOnScreen("askedShow"));
        hand(address, 1, 3, 5);
        awaitText("askedAnswered", "1 of 1 has answered");
        assertThat(find("askedReveal").isDisabled())
                .as("before the answers are shown")
                .isTrue();
        fire("askedShow");
        await(() -> isOnScreen("askedAnswers"));
        Votes before = drawing("askedAnswers");
        assertThat(before.choices()).noneMatch(VotedChoice::isRight);
        assertThat(step(address, 1)).doesNotContain("\"right\"");
        fire("askedReveal");
        await(() -> MainWindowFixture.<Votes>drawing("askedAnswers").choices().stream()
                .anyMatch(VotedChoice::isRight));
        assertThat(step(address, 1)).contains("\"right\"");
    }

    @Test
    void numbersAreAskedForWithoutChoices() throws IOException {
        URI address = open();
        fire("askClass");
        await(() -> find("askText").isFocused());
        fire("askKind-NUMBER");
        focus("askText");
        robot.push(KeyCode.ENTER);
        assertThat(text("askProblem")).isEqualTo("Type the question.");
        robot.write("How many of 31?", 0);
        type("askLeast", "31");
        type("askMost", "0");
        robot.push(KeyCode.ENTER);
        assertThat(text("askProblem")).startsWith("A range goes from a smaller number");
        type("askLeast", "");
        type("askMost", "31");
        robot.push(KeyCode.ENTER);
        await(() -> isOnScreen("askedText"));
        fire("askedShow");
        await(() -> isOnScreen("askedAnswers"));
        assertThat(MainWindowFixture.<NumberDots>drawing("askedAnswers").words())
                .isEqualTo("No numbers yet");
        handNumbers(address, 1, 7);
        handNumbers(address, 2, 20);
        handNumbers(address, 3, 8);
        await(() -> MainWindowFixture.<NumberDots>drawing("askedAnswers")
                .words()
                .equals("3 numbers, median 8, from 7 to 20"));
        assertThat(find("askedReveal").isVisible()).as("nothing is right").isFalse();
        choose("lessonMenu", "giveClass");
        await(() -> step(address, 1).contains("\"asked\":null"));
        await(() -> step(address, 1).contains("\"given\":{"));
    }

    @Test
    void theResultsOfTheClassAreShownLargeAndARunOfAStudentBesideTheWall() throws IOException {
        awaitHeatmap();
        URI address = open();
        LessonRun made = Sheets.run(77, Verdict.NOT_YET, 7);
        LessonRun run = new LessonRun("q1", made.experiment(), made.epoch(), made.result());
        fire("askClass");
        type("askText", "Which?");
        type("askChoices", "one\ntwo");
        fire("askGo");
        await(() -> isOnScreen("askedShow"));
        choose("lessonMenu", "classPictures");
        assertThat(isOnScreen("classPicturesNone")).as("nothing was revealed").isTrue();
        assertThat(find("classRun").isDisabled()).isTrue();
        hand(
                address,
                1,
                new StepAnswers(
                        Optional.of(new Tally(List.of(0, 1), true)), Optional.empty(), "", List.of(), List.of()),
                run);
        robot.interact(() -> workspace.openClass().give(run.experiment()));
        await(() -> isOnScreen("classPicture1"));
        assertThat(text("classPictureTitle1")).startsWith("1 student, 1 seed: 0 of 1 right");
        assertThat(find("classView").isDisabled()).isTrue();
        robot.interact(
                () -> ((ComboBox<?>) find("classRun")).getSelectionModel().selectLast());
        for (String view : List.of("AFTER_FORK", "HEATMAP", "STATE_MAP")) {
            fire("classView-" + view);
            await(() -> text("classNetworkWords").startsWith("Seed 77, after 250 epochs: "));
            await(() -> drawing("classNetwork") != null && drawing("classOwnNetwork") != null);
            assertThat(MainWindowFixture.<Drawing>drawing("classNetwork").getClass())
                    .isEqualTo(MainWindowFixture.<Drawing>drawing("classOwnNetwork")
                            .getClass());
        }
        assertThat(text("classOwnNetworkWords")).startsWith("On the wall, after ");
        robot.push(KeyCode.ESCAPE);
        assertThat(isOnScreen("classOverlay")).isFalse();
    }

    @Test
    void inALessonTheClassBeginsAtTheStepOnTheWallOrEachStudentAtTheFirst() throws IOException {
        startLesson("tutorial");
        robot.interact(() -> window.lessons().player().start(ShippedLessons.read("tutorial"), 3));
        URI address = open();
        assertThat(step(address, 1)).contains("\"led\":true", "\"step\":3");
        fire("classPace-false");
        await(() -> step(address, 2).contains("\"led\":false"));
        robot.interact(() -> window.lessons().player().start(ShippedLessons.read("tutorial"), 4));
        fire("classPace-true");
        await(() ->
                step(address, 2).contains("\"led\":true") && step(address, 2).contains("\"step\":4"));
        fire("closeClass");
        wantClass(0);
        fire("classPace-false");
        fire("classGo");
        await(() -> isOnScreen("classCode"));
        assertThat(step(URI.create(text("classAddress").replace("\n", "")), 1)).contains("\"led\":false");
    }

    @Test
    void aLessonThatBeginsAndEndsOnTheWallDoesSoOnThePhones() throws IOException {
        URI address = open();
        assertThat(isOnScreen("classPace")).as("own pace needs a lesson").isFalse();
        assertThat(step(address, 1)).contains("\"lesson\":null");
        robot.push(KeyCode.ESCAPE);
        choose("lessonMenu", "giveClass");
        await(() -> step(address, 1).contains("\"given\":{"));
        startLesson("tutorial");
        await(() -> step(address, 1).contains("\"name\":\"tutorial\""));
        startLesson("gradient");
        await(() -> step(address, 1).contains("\"name\":\"gradient\""));
        fire("lessonClose");
        await(() -> step(address, 1).contains("\"lesson\":null"));
        robot.interact(workspace::close);
        assertThatThrownBy(() -> get(address)).as("ended with the program").isInstanceOf(ConnectException.class);
    }
}
