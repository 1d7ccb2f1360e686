package lab.carousel.classroom;

import static lab.carousel.classroom.TaughtLesson.LESSON;
import static lab.carousel.classroom.TaughtLesson.hand;
import static lab.carousel.classroom.TaughtLesson.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.classroom.TaughtLesson.Sheet;
import lab.carousel.file.answers.AnswersCsv;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.answers.Sheets;
import lab.carousel.file.answers.folder.ClassFolder;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.Counts;
import lab.carousel.lesson.live.DoorState;
import lab.carousel.lesson.live.NumberRange;
import lab.carousel.lesson.live.QuestionKind;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken from phones and what they are told, led and at an own pace. */
class LiveClassTest {

    @TempDir
    Path folder;

    private LiveClass led() {
        return TaughtLesson.open(folder, true, 9);
    }

    private LiveClass alone() {
        return TaughtLesson.open(folder, false, 9);
    }

    private static void refused(LiveClass live, byte[] sheet, String words) {
        assertThatThrownBy(() -> live.take(sheet))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(words);
    }

    private StepAnswers kept(int student, String step) throws IOException {
        Path file = folder.resolve("floor-" + id(student) + ".carousel-answers");
        return AnswersFile.parse("kept", Files.readAllBytes(file)).answers().get(step);
    }

    private static Sheet says(int student, int choice) {
        return new Sheet(student).says("a", choice, "because");
    }

    @Test
    void whatIsTakenIsOnTheDiskAndCounted() throws IOException {
        LiveClass live = led();
        AtomicInteger changes = new AtomicInteger();
        live.onChange(changes::incrementAndGet);
        live.take(says(1, 2).file());
        live.take(says(2, 0).file());
        assertThat(kept(1, "a").before()).contains(hand(2, true));
        assertThat(changes).hasValue(2);
        Counts counts = live.counts();
        assertThat(counts.rounds()).containsExactly(List.of(1, 0, 1));
        assertThat(counts.reasons()).containsExactly("because", "because");
        assertThat(counts.answered()).isEqualTo(2);
        assertThat(live.answers().students()).hasSize(2);
        assertThat(live.answers().asked().get(0).before()).containsExactly(1, 0, 1);
    }

    @Test
    void whatIsChosenAndNotCommittedToIsKeptAndNotCounted() throws IOException {
        LiveClass live = led();
        StepAnswers chosen = new StepAnswers(Optional.of(hand(1, false)), Optional.empty(), "", List.of(), List.of());
        live.take(new Sheet(1).says("a", chosen).file());
        assertThat(kept(1, "a").isCommitted()).isFalse();
        assertThat(live.counts().answered()).isZero();
        assertThat(live.counts().rounds()).containsExactly(List.of(0, 0, 0));
    }

    @Test
    void aSheetHandedInTwiceCountsOnceAndTheNewerWins() {
        LiveClass live = led();
        live.take(says(1, 2).file());
        live.take(says(1, 2).file());
        live.take(says(1, 1).file());
        assertThat(live.counts().rounds()).containsExactly(List.of(0, 1, 0));
        assertThat(live.answers().students()).hasSize(1);
        assertThat(live.answers().left()).isEmpty();
    }

    @Test
    void whatIsNoneOfThisClassIsRefusedAndNotKept() throws IOException {
        LiveClass live = led();
        refused(live, "{".getBytes(StandardCharsets.UTF_8), "answers");
        refused(live, "[".repeat(50_000).getBytes(StandardCharsets.UTF_8), "answers");
        refused(live, new byte[LiveClass.MOST_BYTES + 1], "larger than 64");
        refused(live, TaughtLesson.bytes(says(1, 0).of("other", LESSON.version(), List.of("a"))), "another lesson");
        refused(
                live,
                TaughtLesson.bytes(says(1, 0).of("floor", "0123abcd", List.of("a", "b", "c", "d"))),
                "another lesson");
        refused(live, TaughtLesson.bytes(says(1, 0).of("floor", LESSON.version(), List.of("a"))), "another lesson");
        refused(live, new Sheet(1).says("c", 0, "").file(), "step c is not open");
        Tally many = new Tally(List.of(0, 999, 0), true);
        StepAnswers stuffed = new StepAnswers(Optional.of(many), Optional.empty(), "", List.of(), List.of());
        refused(live, new Sheet(1).says("a", stuffed).file(), "one vote");
        StepAnswers afterwards =
                new StepAnswers(Optional.of(hand(0, true)), Optional.of(many), "", List.of(), List.of());
        refused(live, new Sheet(1).says("a", afterwards).file(), "one vote");
        Tally two = new Tally(List.of(0, 1), true);
        refused(
                live,
                new Sheet(1)
                        .says("a", new StepAnswers(Optional.of(two), Optional.empty(), "", List.of(), List.of()))
                        .file(),
                "not answers to the questions of step a");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        assertThat(live.counts().answered()).isZero();
    }

    @Test
    void aStepThatWasOpenIsTakenLater() throws IOException {
        LiveClass live = led();
        live.lead(3);
        live.lead(1);
        live.take(new Sheet(1).says("a", 0, "").says("c", 2, "").file());
        assertThat(kept(1, "c").isLate()).isFalse();
        LessonRun run = Sheets.run(1, Verdict.NOT_YET, 7);
        refused(live, new Sheet(1).ran(in("d", run)).file(), "step d is not open");
        live.take(new Sheet(1).ran(in("c", run)).file());
    }

    private static LessonRun in(String step, LessonRun run) {
        return new LessonRun(step, run.experiment(), run.epoch(), run.result());
    }

    @Test
    void whatComesAfterTheRevealIsLateAndAnEarlierPredictionStays() throws IOException {
        LiveClass live = led();
        live.take(says(1, 2).file());
        live.reveal();
        StepAnswers after = new StepAnswers(
                Optional.of(hand(1, true)),
                Optional.of(hand(1, false)),
                "looked it up",
                List.of(Optional.of(new Observed(1, 1, true)), Optional.empty()),
                List.of(Optional.of(true)));
        live.take(new Sheet(1).says("a", after).file());
        live.take(new Sheet(2).says("a", after).file());
        assertThat(kept(1, "a"))
                .isEqualTo(new StepAnswers(
                        Optional.of(hand(2, true)), after.after(), "because", after.observed(), after.known()));
        assertThat(kept(2, "a")).isEqualTo(after.withLate(true));
        live.take(says(2, 0).file());
        assertThat(kept(2, "a").before()).as("nor does a late one change").contains(hand(1, true));
        assertThat(kept(2, "a").isLate()).isTrue();
        Counts counts = live.counts();
        assertThat(counts.rounds()).containsExactly(List.of(0, 0, 1));
        assertThat(counts.after()).containsExactly(0, 1, 0);
        assertThat(counts.reasons()).containsExactly("because");
        assertThat(live.told(id(1))).contains("\"late\":[]");
        assertThat(live.told(id(2))).contains("\"late\":[\"a\"]");
        live.askAgain();
        assertThat(live.moment().round())
                .as("once all is told nothing is asked again")
                .isEqualTo(1);
    }

    @Test
    void whoIsNotLateIsNotMarkedThoughTheSheetSaysSo() throws IOException {
        LiveClass live = led();
        StepAnswers forged = says(1, 0).sheet().answers().get("a").withLate(true);
        live.take(new Sheet(1).says("a", forged).file());
        assertThat(kept(1, "a").isLate()).isFalse();
    }

    @Test
    void roundsStandSideBySide() {
        LiveClass live = led();
        live.take(says(1, 0).file());
        live.take(says(2, 2).file());
        live.askAgain();
        assertThat(live.moment().round()).isEqualTo(2);
        assertThat(live.counts().answered()).isZero();
        live.take(says(1, 0).saysAgain("a", 1).file());
        live.take(says(3, -1).saysAgain("a", 1).file());
        assertThat(live.counts().rounds()).containsExactly(List.of(1, 0, 1), List.of(0, 2, 0));
        assertThat(live.counts().answered()).isEqualTo(2);
        live.askAgain();
        live.take(says(1, 0).saysAgain("a", 1, 2).file());
        assertThat(live.counts().rounds()).containsExactly(List.of(1, 0, 1), List.of(0, 2, 0), List.of(0, 0, 1));
        live.lead(2);
        live.lead(1);
        assertThat(live.moment().round()).isEqualTo(3);
    }

    @Test
    void aRoundIsAnsweredWhenItIsOpenAndNotChangedInTheNextOne() throws IOException {
        LiveClass live = led();
        live.take(says(1, 0).saysAgain("a", 1, 2).file());
        assertThat(kept(1, "a").rounds()).as("nobody is asked again yet").containsExactly(hand(0, true));
        live.take(says(1, 2).file());
        assertThat(kept(1, "a").rounds()).containsExactly(hand(2, true));
        live.askAgain();
        live.take(says(1, 1).saysAgain("a", 1, 0).file());
        assertThat(kept(1, "a").rounds()).containsExactly(hand(2, true), hand(1, true));
        live.take(says(2, 0).saysAgain("a", 1).file());
        assertThat(kept(2, "a").rounds())
                .as("it was without the network in the first round")
                .containsExactly(hand(0, true), hand(1, true));
    }

    @Test
    void answersToAnotherVersionOfTheLessonAreKeptAndNotCounted() throws IOException {
        LiveClass live = led();
        live.take(says(1, 0).file());
        Lesson other = new Lesson(
                LESSON.name(),
                "another title",
                5,
                "",
                "",
                List.of(),
                LESSON.steps().subList(0, 3),
                Map.of(),
                Map.of());
        live.teach(Optional.of(other));
        assertThat(live.counts().answered()).as("to the lesson of before").isZero();
        live.take(
                TaughtLesson.bytes(new Sheet(1).says("a", 2, "").of("floor", other.version(), List.of("a", "b", "c"))));
        assertThat(live.counts().rounds()).containsExactly(List.of(0, 0, 1));
        assertThat(kept(1, "a").before()).as("as it was confirmed").contains(hand(0, true));
        assertThat(Arrays.stream(folder.toFile().list())).hasSize(2);
    }

    @Test
    void asManyAsAreExpectedAreInAndAFloodOfNewPhonesWaitsAtTheDoor() {
        LiveClass live = TaughtLesson.open(folder, true, 0);
        live.expect(3);
        assertThat(live.join("", 0)).isEqualTo(id(1));
        assertThat(live.told(id(1))).as("comes with it at once").isEqualTo("{\"number\":0,\"door\":\"new\"}");
        assertThat(live.join(id(1), 1)).isEqualTo(id(1));
        assertThat(live.join(live.join("", 0), 1)).isEqualTo(id(2));
        assertThat(live.told(id(2))).contains("\"step\":1");
        for (int flood = 3; flood < 503; flood++) {
            assertThat(live.join(live.join("", 0), 0)).isEqualTo(id(flood));
        }
        refused(live, says(101, 0).file(), "has not let this phone in");
        assertThat(live.told(id(101))).isEqualTo("{\"number\":1,\"door\":\"waiting\"}");
        assertThat(live.counts().joined()).isEqualTo(3);
        assertThat(live.number(id(2))).hasValue(2);
        assertThat(live.number(id(101))).isEmpty();
        live.take(says(2, 0).file());
        assertThat(live.door()).isEqualTo(new DoorState(3, false, 499, 3, List.of(3, 2, 1)));
        live.expectMore();
        assertThat(live.moment().number()).as("those who wait ask again").isEqualTo(2);
        assertThat(live.join(id(101), 0)).isEqualTo(id(101));
        assertThat(live.told(id(101))).contains("\"step\":1");
        for (int taken = 0; taken < 5_000; taken++) {
            live.join("", 0);
        }
        assertThat(live.join(live.join("", 0), 0))
                .as("who only takes ids takes no place")
                .isEqualTo(id(5_503));
        assertThat(live.number(id(5_503))).isPresent();
        live.setShut(true);
        assertThat(live.join(id(102), 0)).isEqualTo(id(102));
        assertThat(live.told(id(102))).contains("waiting");
    }

    @Test
    void anIdThatTheClassHasNotGivenDoesNotGetInAndWritesNothing() throws IOException {
        LiveClass live = TaughtLesson.open(folder, true, 1);
        String madeUp = id(77);
        refused(live, says(77, 0).file(), "has not let this phone in");
        assertThat(live.told(madeUp)).contains("\"door\":\"waiting\"").doesNotContain("step");
        assertThat(live.join(madeUp, 0)).as("a new one").isEqualTo(id(2));
        assertThat(live.join(id(2), 0)).isEqualTo(id(2));
        refused(live, says(77, 0).file(), "has not let this phone in");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        assertThat(live.join(id(2).toUpperCase(Locale.ROOT), 0)).as("its own").isEqualTo(id(2));
        assertThat(live.door().numbers()).containsExactly(2, 1);
        live.take(says(2, 0).file());
        live.serveAt(URI.create("http://127.0.0.1:8765/abcdefgh/"));
        LiveClass again = TaughtLesson.open(folder, true, 0);
        assertThat(again.join(id(1), 0))
                .as("of an earlier start, without a sheet")
                .isEqualTo(id(1));
        again.take(says(1, 0).file());
    }

    @Test
    void whoIsWhereIsToldByNumbersAndThoseSentOutAreNowhere() {
        LiveClass live = TaughtLesson.open(folder, false, 3);
        live.join(id(3), 1);
        live.join(id(2), 3);
        live.join(id(1), 1);
        assertThat(live.places()).isEqualTo(Map.of(1, List.of(1, 3), 3, List.of(2)));
        live.join(id(1), 2);
        live.drop(3);
        assertThat(live.places()).isEqualTo(Map.of(2, List.of(1), 3, List.of(2)));
    }

    @Test
    void phonesThatArePausedStayPausedWhateverElseIsDone() {
        LiveClass live = led();
        assertThat(live.told(id(1))).contains("\"paused\":false");
        live.setPaused(true);
        live.lead(2);
        live.reveal();
        assertThat(live.told(id(1))).contains("\"paused\":true", "\"step\":2");
        live.serveAt(URI.create("http://127.0.0.1:8765/abcdefgh/"));
        assertThat(led().told(id(1))).as("also after a crash").contains("\"paused\":true");
        live.end();
        assertThat(led().moment().isPaused()).as("a class that was closed").isFalse();
        live.setPaused(false);
        assertThat(live.told(id(1))).contains("\"paused\":false", "\"step\":2");
    }

    @Test
    void whoIsSentOutIsNotCountedAndTheSheetsAreSetAside() throws IOException {
        LiveClass live = led();
        live.serveAt(URI.create("http://127.0.0.1:8765/abcdefgh/"));
        live.take(says(1, 0).file());
        live.take(says(2, 1).file());
        live.drop(1);
        live.keep();
        assertThat(live.told(id(1))).contains("\"door\":\"dropped\"");
        refused(live, says(1, 0).file(), "has not let this phone in");
        assertThat(live.counts().rounds()).containsExactly(List.of(0, 1, 0));
        assertThat(ClassFolder.read(folder).together(Map.of()).authors()).isEqualTo(1);
        assertThat(folder.resolve("set-aside")).isDirectoryContaining("glob:**.carousel-answers");
        LiveClass again = TaughtLesson.open(folder, true, 0);
        assertThat(again.told(id(1))).as("also when the class goes on").contains("dropped");
        assertThat(again.number(id(2))).hasValue(2);
        again.dropRecent();
        assertThat(again.door())
                .as("none of them has just come")
                .isEqualTo(new DoorState(LiveClass.EXPECTED, true, 0, 0, List.of(9, 8, 7, 6, 5, 4, 3, 2)));
        live.dropRecent();
        assertThat(live.door().numbers()).isEmpty();
        assertThat(live.counts().rounds()).containsExactly(List.of(0, 0, 0));
    }

    @Test
    void aNumberOutOfItsRangeIsRefused() {
        LiveClass live = led();
        live.ask(AskedNow.number("q1", "How many of 400?", new NumberRange(0, 400)));
        refused(live, number("q1", 401), "from 0 to 400");
        refused(live, number("q1", -1e-9), "from 0 to 400");
        live.take(number("q1", 400));
        live.ask(AskedNow.of("q2", QuestionKind.NUMBER, "How many?", List.of()));
        refused(live, number("q2", 1e308), "from -1,000,000 to 1,000,000");
        assertThatThrownBy(() -> new NumberRange(1, 1)).hasMessageContaining("smaller");
        assertThatThrownBy(() -> new NumberRange(0, Double.MAX_VALUE)).hasMessageContaining("1,000,000");
    }

    private static byte[] number(String id, double number) {
        return TaughtLesson.bytes(new Sheet(1)
                .says(
                        id,
                        new StepAnswers(
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                List.of(Optional.of(new Observed(number, number, true))),
                                List.of()))
                .of(AskedNow.LESSON, AskedNow.VERSION, List.of(id)));
    }

    @Test
    void nothingSecretIsToldBeforeTheReveal() {
        LiveClass live = led();
        live.take(says(1, 1).file());
        assertThat(live.told(id(1)))
                .contains("What will it predict?", "front")
                .doesNotContain("SECRET", "\"right\"", "text of b");
        live.reveal();
        assertThat(live.told(id(9)))
                .contains("SECRET-A", "SECRET-SEEN", "SECRET-BACK", "\"right\":1")
                .doesNotContain("text of b", "SECRET-C");
        live.lead(3);
        assertThat(live.told(id(9)))
                .contains("text of b", "text of c", "SECRET-A")
                .doesNotContain("SECRET-C", "text of d");
    }

    @Test
    void atTheOwnPaceEachCommitOpensTheNextQuestionToThatStudentAlone() throws IOException {
        LiveClass live = alone();
        assertThat(live.told(id(1))).contains("text of a").doesNotContain("SECRET", "text of b", "\"right\":1");
        refused(live, new Sheet(1).says("c", 0, "").file(), "step c is not open");
        StepAnswers chosen = new StepAnswers(Optional.of(hand(1, false)), Optional.empty(), "", List.of(), List.of());
        live.take(new Sheet(1).says("a", chosen).file());
        assertThat(live.told(id(1))).as("chosen is not committed").doesNotContain("SECRET", "text of b");
        live.take(says(1, -1).file());
        assertThat(live.told(id(1))).as("nothing chosen").doesNotContain("SECRET", "text of b");
        live.take(says(1, 2).file());
        assertThat(live.told(id(1)))
                .contains("SECRET-A", "SECRET-SEEN", "SECRET-BACK", "text of b", "text of c")
                .doesNotContain("SECRET-C", "text of d");
        assertThat(live.told(id(2))).doesNotContain("SECRET", "text of b");
        live.take(says(1, 1).file());
        assertThat(kept(1, "a").before()).as("what is right was looked up").contains(hand(2, true));
        assertThat(kept(1, "a").isLate()).isFalse();
    }

    @Test
    void whoWasToldAtTheOwnPaceChangesNothingWhenTheTeacherLeads() throws IOException {
        LiveClass live = alone();
        live.take(says(1, 2).file());
        live.setLed(true);
        assertThat(live.told(id(1))).doesNotContain("SECRET");
        live.take(says(1, 1).file());
        assertThat(kept(1, "a").before()).contains(hand(2, true));
        live.take(says(2, 0).file());
        live.take(says(2, 1).file());
        assertThat(kept(2, "a").before()).as("not told yet").contains(hand(1, true));
    }

    @Test
    void afterACrashTheFolderIsTakenUpAgain() throws IOException {
        LiveClass live = alone();
        live.take(says(1, 2).file());
        Files.writeString(folder.resolve("torn.carousel-answers"), "{");
        LiveClass again = alone();
        assertThat(again.counts().rounds()).containsExactly(List.of(0, 0, 1));
        assertThat(again.told(id(1))).contains("SECRET-A");
        assertThat(again.answers().left()).extracting(left -> left.file()).containsExactly("torn.carousel-answers");
        again.take(says(1, 1).says("c", 0, "").file());
        assertThat(kept(1, "a").before()).contains(hand(2, true));
        assertThat(kept(1, "c").before()).contains(hand(0, true));
    }

    @Test
    void aClassThatIsOpenedAgainGoesOnWhereItWas() throws IOException {
        LiveClass live = led();
        live.serveAt(URI.create("http://127.0.0.1:8765/abcdefgh/"));
        live.take(says(1, 2).file());
        live.askAgain();
        live.reveal();
        live.lead(3);
        live.showReasons(List.of("because", "so"));
        live.ask(AskedNow.of("q1", QuestionKind.NUMBER, "How many?", List.of()));
        live.askAgain();
        live.keep();
        LiveClass again = led();
        assertThat(again.before().orElseThrow().address()).isEqualTo("http://127.0.0.1:8765/abcdefgh/");
        assertThat(again.moment().number())
                .as("no phone takes it for one of before")
                .isGreaterThan(live.moment().number());
        assertThat(again.moment())
                .usingRecursiveComparison()
                .ignoringFields("number")
                .isEqualTo(live.moment());
        AnswerSheet wall = again.reached().orElseThrow();
        assertThat(wall.goOn(LESSON).orElseThrow().number()).isEqualTo(3);
        assertThat(wall.answers().get("a").before()).contains(hand(2, true));
        again.endQuestion();
        again.teach(Optional.of(LESSON));
        assertThat(again.moment().step()).as("the wall goes on with it").isEqualTo(3);
        again.lead(1);
        assertThat(again.moment().round()).isEqualTo(2);
        assertThat(again.moment().isRevealed()).isTrue();
        again.take(says(1, 0).file());
        assertThat(kept(1, "a").before()).as("it was told before").contains(hand(2, true));
        assertThat(again.nextQuestion()).isEqualTo("q2");
        again.serveAt(URI.create("http://127.0.0.1:8765/abcdefgh/"));
        again.end();
        assertThat(led().before())
                .hasValueSatisfying(it -> assertThat(it.isClosed()).isTrue());
    }

    @Test
    void aLessonOfItsTeacherGoesOnWhereItWasOnceItIsOpenedAgain() throws IOException {
        LiveClass live = led();
        live.take(says(1, 2).file());
        live.reveal();
        live.lead(3);
        live.serveAt(URI.create("http://127.0.0.1:8765/abcdefgh/"));
        LiveClass again = TaughtLesson.open(folder, Optional.empty(), true, 9);
        assertThat(again.lesson()).isEmpty();
        assertThat(again.goesOn()).isFalse();
        assertThat(again.reached(ShippedLessons.read("gradient")))
                .as("another one")
                .isEmpty();
        AnswerSheet wall = again.reached(LESSON).orElseThrow();
        assertThat(wall.goOn(LESSON).orElseThrow().number()).isEqualTo(3);
        assertThat(wall.answers().get("a").before()).contains(hand(2, true));
        again.teach(Optional.of(LESSON));
        again.lead(1);
        assertThat(again.moment().isRevealed()).isTrue();
        assertThat(again.reached(LESSON)).as("it has gone on").isEmpty();
    }

    @Test
    void aLessonThatComesWithTheProgramGoesOnWithoutTheWall() {
        LiveClass live = TaughtLesson.open(folder, Optional.of(ShippedLessons.read("gradient")), true, 9);
        live.lead(2);
        live.serveAt(URI.create("http://127.0.0.1:8765/abcdefgh/"));
        LiveClass again = TaughtLesson.open(folder, Optional.empty(), true, 9);
        assertThat(again.lesson().orElseThrow().name()).isEqualTo("gradient");
        assertThat(again.moment().step()).isEqualTo(2);
    }

    @Test
    void lessonsStandInTheOrderTaughtAndChoicesAreCountedFromOne() {
        Lesson first = ShippedLessons.read("was-it-memory");
        LiveClass live = TaughtLesson.open(folder, Optional.of(first), true, 9);
        live.serveAt(URI.create("http://127.0.0.1:8765/abcdefgh/"));
        List<String> ids = first.steps().stream().map(LessonStep::id).toList();
        int asking = ids.indexOf(first.steps().stream()
                .filter(step -> step.question().isPresent())
                .findFirst()
                .orElseThrow()
                .id());
        live.lead(asking + 1);
        int choices =
                first.steps().get(asking).question().orElseThrow().choices().size();
        List<Integer> hands = new ArrayList<>(Collections.nCopies(choices, 0));
        hands.set(0, 1);
        StepAnswers said =
                new StepAnswers(Optional.of(new Tally(hands, true)), Optional.empty(), "", List.of(), List.of());
        live.take(
                TaughtLesson.bytes(new Sheet(1).says(ids.get(asking), said).of("was-it-memory", first.version(), ids)));
        live.teach(Optional.of(LESSON));
        StepAnswers seen = new StepAnswers(
                Optional.of(hand(1, true)),
                Optional.of(hand(1, false)),
                "",
                List.of(Optional.of(new Observed(1, 1, true)), Optional.empty()),
                List.of(Optional.empty()));
        live.take(new Sheet(1).says("a", seen).file());
        live.keep();
        for (ClassAnswers answers :
                List.of(live.answers(), ClassFolder.read(folder).together(Map.of()))) {
            assertThat(answers.asked())
                    .extracting(step -> step.lesson().name())
                    .containsExactly("was-it-memory", "floor");
            assertThat(answers.authors()).isEqualTo(1);
        }
        String csv = AnswersCsv.of(live.answers(), List.of(LESSON));
        assertThat(csv).contains("a,2,yes,,no,2,,2 none,yes none,");
    }

    @Test
    void aFileOfTheClassThatIsDamagedIsToldWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("class.json"), "{");
        assertThatThrownBy(this::led).isInstanceOf(InvalidInput.class).hasMessageContaining("class.json");
    }

    @Test
    void nothingIsConfirmedThatIsNotKept() throws IOException {
        Path file = Files.createFile(folder.resolve("a file"));
        LiveClass live = TaughtLesson.open(file, Optional.of(LESSON), true, 9);
        assertThatThrownBy(() -> live.take(says(1, 0).file())).isInstanceOf(UncheckedIOException.class);
        assertThat(live.problem()).isPresent();
        assertThat(live.counts().answered()).isZero();
        Files.delete(file);
        live.take(says(1, 0).file());
        assertThat(live.problem()).isEmpty();
        assertThat(live.counts().answered()).isEqualTo(1);
    }

    @Test
    void whatWasConfirmedStaysThoughANewerSheetLacksIt() throws IOException {
        LiveClass live = alone();
        LessonRun one = in("a", Sheets.run(1, Verdict.NOT_YET, 7));
        LessonRun two = in("a", Sheets.run(2, Verdict.NOT_YET, 7));
        live.take(says(1, 2).ran(one).file());
        live.take(says(1, 2).says("c", 0, "").named("Ada").file());
        live.take(says(1, 2).ran(two).file());
        assertThat(kept(1, "c").before()).contains(hand(0, true));
        assertThat(live.answers().students().get(0).sheet().runs()).containsExactly(two, one);
    }

    @Test
    void runsOfTheOpenStepArePooledAndSoAreThoseOfTheGivenExperiment() {
        LiveClass live = led();
        live.lead(3);
        for (int student = 1; student <= 3; student++) {
            LessonRun run =
                    Sheets.run(student, student == 1 ? Verdict.REMEMBERS : Verdict.NOT_YET, student == 1 ? 8 : 7);
            live.take(new Sheet(student).ran(in(student == 3 ? "a" : "c", run)).file());
        }
        assertThat(live.counts().pool().orElseThrow().words()).startsWith("2 students, 2 seeds: 1 of 2 right");
        live.lead(2);
        assertThat(live.counts().pool()).isEmpty();
        live.give(Sheets.run(77, Verdict.NOT_YET, 7).experiment());
        assertThat(live.counts().pool().orElseThrow().words()).startsWith("3 students, 3 seeds: 1 of 3 right");
    }

    @Test
    void phonesSeeWhatCameInOnceTheOutcomeIsToldAndOnlyAtThatStep() {
        LiveClass live = led();
        live.take(says(1, 1).file());
        live.showAnswers();
        assertThat(live.told(id(1))).as("before the reveal").contains("\"pictures\":[]");
        live.reveal();
        live.showAnswers();
        assertThat(live.told(id(1))).contains("\"title\":\"What will it predict?\"", "B  two: 1 vote");
        int told = live.moment().number();
        live.showAnswers();
        assertThat(live.moment().number()).as("nothing new").isEqualTo(told);
        live.take(new Sheet(2).ran(in("a", Sheets.run(5, Verdict.NOT_YET, 7))).file());
        live.showAnswers();
        assertThat(live.told(id(1))).contains("1 student, 1 seed: 0 of 1 right", "B  two: 1 vote");
        live.lead(2);
        live.reveal();
        assertThat(live.told(id(1))).as("of another step").contains("\"pictures\":[]");
        live.lead(1);
        live.showAnswers();
        live.setLed(false);
        live.showAnswers();
        assertThat(live.told(id(1))).as("at the own pace").contains("\"pictures\":[]");
    }

    @Test
    void aQuestionInBetweenIsTakenCountedAndRevealed() {
        LiveClass live = TaughtLesson.open(folder, Optional.empty(), true, 9);
        refused(live, new Sheet(1).says("q1", 0, "").asked("q1"), "q1 is not open");
        assertThat(live.nextQuestion()).isEqualTo("q1");
        live.ask(
                new AskedNow("q1", QuestionKind.CHOICE, "Which?", List.of("x", "y", "z"), OptionalInt.of(2), 1, false));
        live.take(new Sheet(1).says("q1", 0, "so").asked("q1"));
        live.askAgain();
        live.take(new Sheet(1).says("q1", 0, "so").saysAgain("q1", 2).asked("q1"));
        assertThat(live.counts().rounds()).containsExactly(List.of(1, 0, 0), List.of(0, 0, 1));
        assertThat(live.told(id(1))).contains("Which?").doesNotContain("\"right\":2");
        live.reveal();
        assertThat(live.told(id(1))).contains("\"right\":2");
        live.take(new Sheet(2).says("q1", 2, "").asked("q1"));
        assertThat(live.counts().rounds()).containsExactly(List.of(1, 0, 0), List.of(0, 0, 1));
        Tally four = new Tally(List.of(0, 0, 0, 1), true);
        StepAnswers notAsked = new StepAnswers(Optional.of(four), Optional.empty(), "", List.of(), List.of());
        refused(live, new Sheet(3).says("q1", notAsked).asked("q1"), "not answers to the questions of step q1");
        live.endQuestion();
        assertThat(live.nextQuestion()).isEqualTo("q2");
        live.ask(new AskedNow("q2", QuestionKind.NUMBER, "How many?", List.of(), OptionalInt.empty(), 1, false));
        for (int student = 1; student <= 2; student++) {
            StepAnswers number = new StepAnswers(
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    List.of(Optional.of(new Observed(0.5 * student, 0.5 * student, true))),
                    List.of());
            live.take(new Sheet(student).says("q2", number).asked("q1", "q2"));
        }
        assertThat(live.counts().numbers()).containsExactly(List.of(0.5, 1.0));
        assertThat(live.counts().answered()).isEqualTo(2);
        assertThat(live.answers().asked()).extracting(asked -> asked.step()).containsExactly("q1", "q2");
        assertThat(TaughtLesson.open(folder, Optional.empty(), true, 9).nextQuestion())
                .isEqualTo("q3");
    }

    @Test
    void answersToTheLessonOfBeforeAreStillTakenAndNotCounted() {
        LiveClass live = led();
        live.teach(Optional.empty());
        live.take(says(1, 0).file());
        assertThat(live.answers().students()).hasSize(1);
        assertThat(live.counts().answered()).isZero();
    }

    @Test
    void aClassHasItsBounds() {
        LiveClass live = TaughtLesson.open(folder, true, 0);
        live.expect(2 * ClassAnswers.MOST_SHEETS);
        byte[] one = says(1, 0).file();
        String text = new String(one, StandardCharsets.UTF_8);
        for (int student = 1; student < ClassAnswers.MOST_SHEETS; student++) {
            live.take(text.replace(id(1), live.join(live.join("", 0), 0)).getBytes(StandardCharsets.UTF_8));
        }
        long taken = IntStream.range(0, 8)
                .parallel()
                .filter(any -> {
                    byte[] more =
                            text.replace(id(1), live.join(live.join("", 0), 0)).getBytes(StandardCharsets.UTF_8);
                    return InvalidInput.problemOf(() -> live.take(more)).isEmpty();
                })
                .count();
        assertThat(taken).as("of eight at once").isEqualTo(1);
        refused(live, text.replace(id(1), live.join(live.join("", 0), 0)).getBytes(StandardCharsets.UTF_8), "1,000");
        live.take(one);
        assertThat(Arrays.stream(folder.toFile().list())).hasSize(ClassAnswers.MOST_SHEETS);
    }
}
