package lab.carousel.file.answers.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.answers.AnswersCsv;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.answers.Sheets;
import lab.carousel.file.disk.Zips;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.AskedStep;
import lab.carousel.lesson.answers.Check;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.Pool;
import lab.carousel.lesson.answers.Recheck;
import lab.carousel.lesson.answers.RejectedFile;
import lab.carousel.lesson.answers.Submission;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a class handed in: whole, broken, twice, and by strangers. */
class ClassFolderTest {

    private static final byte[] WHOLE =
            AnswersFile.text(Sheets.sheet(1, "Ada", 0, 2, "=1+1")).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ClassAnswers together() {
        return ClassFolder.read(folder).together(Map.of());
    }

    @Test
    void aClassIsPutTogetherAndItsSeedsArePooled() throws IOException {
        for (int student = 1; student <= 30; student++) {
            boolean isRight = student <= 11;
            put(
                    String.format("%02d.carousel-answers", student),
                    AnswersFile.text(Sheets.sheet(
                            student,
                            "",
                            student % 4,
                            2,
                            "",
                            Sheets.run(student, isRight ? Verdict.A_TRACE : Verdict.NOT_YET, isRight ? 8 : 7))));
        }
        ClassAnswers answers = together();
        assertThat(answers.students()).hasSize(30);
        assertThat(answers.left()).isEmpty();
        AskedStep asked = answers.asked().get(0);
        assertThat(asked.before()).containsExactly(7, 8, 8, 7);
        assertThat(asked.after()).containsExactly(0, 0, 30, 0);
        assertThat(asked.agreeing()).isEqualTo(30);
        assertThat(answers.pools()).hasSize(1);
        assertThat(answers.pools().get(0).words())
                .isEqualTo("30 students, 30 seeds: 11 of 30 right (95 % interval 22 to 54 %), 0 remember (0 to 11 %)");
        assertThat(answers.label(4, false)).isEqualTo("Student 5");
    }

    @Test
    void theSameStudentTwiceIsSeenAndTheSameSeedCountsOnce() throws IOException {
        put("a.carousel-answers", AnswersFile.text(Sheets.sheet(1, "Ada", 0, 1, "")));
        put(
                "b.carousel-answers",
                AnswersFile.text(Sheets.sheet(1, "Ada", 0, 1, "", Sheets.run(4, Verdict.NOT_YET, 7))));
        put(
                "c.carousel-answers",
                AnswersFile.text(Sheets.sheet(2, "Ada", 1, 1, "", Sheets.run(4, Verdict.REMEMBERS, 8))));
        ClassAnswers answers = together();
        assertThat(answers.students())
                .extracting(handed -> handed.file())
                .containsExactly("b.carousel-answers", "c.carousel-answers");
        assertThat(answers.left())
                .containsExactly(new RejectedFile(
                        "a.carousel-answers", "The same student again; the answers in b.carousel-answers count."));
        assertThat(answers.remarks())
                .containsExactly(new RejectedFile(
                        "c.carousel-answers", "Another student with the same name has handed in answers too."));
        Pool pool = answers.pools().get(0);
        assertThat(pool.students()).isEqualTo(2);
        assertThat(pool.runs()).hasSize(1);
        assertThat(pool.runs().get(0).agreed()).isFalse();
    }

    @Test
    void theNewerAnswersOfAStudentCountThoughTheyAreFewerAndEachLessonHasItsOwn() throws IOException {
        String full = AnswersFile.text(Sheets.sheet(1, "Ada", 0, 1, "", Sheets.run(4, Verdict.NOT_YET, 7)));
        put("new.carousel-answers", AnswersFile.text(Sheets.sheet(1, "Ada", 2, 1, "")));
        put("old.carousel-answers", full);
        put("other.carousel-answers", full.replace("my-own", "another"));
        Files.setLastModifiedTime(folder.resolve("new.carousel-answers"), FileTime.fromMillis(2_000_000));
        Files.setLastModifiedTime(folder.resolve("old.carousel-answers"), FileTime.fromMillis(1_000_000));
        assertThat(together().students())
                .extracting(handed -> handed.file())
                .containsExactly("new.carousel-answers", "other.carousel-answers");
        assertThat(together().asked().get(0).before()).containsExactly(0, 0, 1, 0);

        Files.setLastModifiedTime(folder.resolve("old.carousel-answers"), FileTime.fromMillis(2_000_000));
        assertThat(together().students())
                .extracting(handed -> handed.file())
                .as("of equally new ones the fuller")
                .containsExactly("old.carousel-answers", "other.carousel-answers");
    }

    @Test
    void theTableTellsRoundsAndWhatCameLate() {
        AnswerSheet sheet = Sheets.sheet(1, "Ada", 0, 2, "");
        StepAnswers said = sheet.answers().get("seeds");
        StepAnswers late = new StepAnswers(
                said.before().map(tally -> new Tally(tally.hands(), false)),
                List.of(new Tally(List.of(0, 1, 0, 0), true), new Tally(List.of(0, 0, 0, 1), true)),
                said.after(),
                "",
                List.of(),
                List.of(),
                true);
        String csv = AnswersCsv.of(
                ClassAnswers.of(
                        List.of(
                                new Submission("a", sheet.with(Map.of("seeds", late))),
                                new Submission("b", Sheets.sheet(2, "", 3, 2, ""))),
                        List.of(),
                        List.of(),
                        Map.of()),
                List.of());
        assertThat(csv.lines()
                        .map(line -> line.split(","))
                        .map(line -> String.join(",", List.of(line).subList(5, 11))))
                .startsWith("step,before,committed,again,late,after", "seeds,1,no,2; 4,yes,3", "seeds,4,yes,,no,3");
    }

    @Test
    void aChangedLessonIsNamedAndItsAnswersAreNotCounted() throws IOException {
        put("a.carousel-answers", AnswersFile.text(Sheets.sheet(1, "", 0, 1, "")));
        put(
                "b.carousel-answers",
                AnswersFile.text(Sheets.sheet(2, "", 0, 1, "")).replace("0123abcd", "ffff0000"));
        put("c.carousel-answers", AnswersFile.text(Sheets.sheet(3, "", 0, 1, "")));
        ClassAnswers answers = together();
        assertThat(answers.remarks()).extracting(RejectedFile::file).containsExactly("b.carousel-answers");
        assertThat(answers.remarks().get(0).reason())
                .contains("These answers belong to another version of the lesson “my-own”");
        assertThat(answers.asked().get(0).before()).containsExactly(2, 0, 0, 0);
        ClassAnswers known = ClassFolder.read(folder).together(Map.of("my-own", "ffff0000"));
        assertThat(known.remarks())
                .extracting(RejectedFile::file)
                .containsExactly("a.carousel-answers", "c.carousel-answers");
    }

    @Test
    void whatIsBrokenOrForeignIsToldAndTheRestIsShown() throws IOException {
        put("good.carousel-answers", AnswersFile.text(Sheets.sheet(1, "Ada", 0, 2, "")));
        put("broken.carousel-answers", "{\"format\": \"carousel answers\", \"version\": 1, ");
        put("session.carousel-session", "no zip");
        put("photo.jpg", "a photo");
        put("a/b/c/d/deep.carousel-answers", "{}");
        Files.createSymbolicLink(folder.resolve("link.carousel-answers"), folder.resolve("good.carousel-answers"));
        ClassAnswers answers = together();
        assertThat(answers.students()).hasSize(1);
        assertThat(answers.left())
                .extracting(RejectedFile::file)
                .containsExactly(
                        Path.of("a/b/c/d").toString(),
                        "broken.carousel-answers",
                        "link.carousel-answers",
                        "photo.jpg",
                        "session.carousel-session");
        assertThat(answers.left()).extracting(RejectedFile::reason).allSatisfy(reason -> assertThat(reason)
                .isNotBlank());
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        return Files.write(folder.resolve("class.zip"), Zips.of(entries));
    }

    @Test
    void theTextsOfQuestionsAreForPeopleAndNotLeftOut() throws IOException {
        Map<String, byte[]> files = Map.of("class/questions.txt", WHOLE, "class/other.txt", WHOLE);
        assertThat(ClassFolder.read(zip(files)).together(Map.of()).left())
                .extracting(RejectedFile::file)
                .containsExactly("class/other.txt");
    }

    @Test
    void aZipIsReadAndABombInItIsFoundOutByWhatItUnpacksTo() throws IOException {
        Path zip = zip(Map.of("../../a.carousel-answers", WHOLE, "b.carousel-answers", new byte[20_000_000]));
        ClassAnswers answers = ClassFolder.read(zip).together(Map.of());
        assertThat(answers.students()).hasSize(1);
        assertThat(answers.left()).extracting(RejectedFile::file).containsExactly("b.carousel-answers");
        assertThat(answers.left().get(0).reason()).contains("larger than 1,000 kilobytes");
        assertThat(Files.list(folder.getParent()).filter(path -> path.toString().endsWith(".carousel-answers")))
                .as("nothing is unpacked")
                .isEmpty();
    }

    @Test
    void whatIsSkippedInAZipIsBoundedToo() throws IOException {
        Path zip = Files.write(folder.resolve("film.zip"), Zips.bomb("film.mp4", 300));

        List<RejectedFile> left = ClassFolder.read(zip).together(Map.of()).left();

        assertThat(left).extracting(RejectedFile::file).containsExactly("film.mp4", "film.mp4");
        assertThat(left.get(1).reason()).contains("have more than 256 megabytes in all");
    }

    @Test
    void allSessionsTogetherUnpackToNoMoreThanAClassNeeds() throws IOException {
        byte[] bomb = Zips.bomb("session.json", 12);
        Map<String, byte[]> files = new TreeMap<>();
        for (int number = 100; number < 160; number++) {
            files.put(number + ".carousel-session", bomb);
        }

        List<RejectedFile> left =
                ClassFolder.read(zip(files)).together(Map.of()).left();

        assertThat(left).hasSize(60);
        assertThat(left.get(0).reason()).contains("unpacks to more than");
        assertThat(left.get(59).reason()).contains("have more than 500 megabytes in all");
    }

    @Test
    void whatIsNoZipIsRefused() throws IOException {
        put("no.zip", "no zip");
        assertThatThrownBy(() -> ClassFolder.read(folder.resolve("no.zip")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is empty or not a zip");
        assertThatThrownBy(() -> ClassFolder.read(folder.resolve("gone")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("There is no file");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceIsNamedAsOne() {
        assertThatThrownBy(() -> ClassFolder.read(Path.of("/dev/null")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("/dev/null is a device");
    }

    @Test
    void aFolderThatCannotBeReadCostsOnlyWhatIsInIt() throws IOException {
        Files.createDirectories(folder.resolve("closed"));
        put("good.carousel-answers", new String(WHOLE, StandardCharsets.UTF_8));
        assumeThat(folder.resolve("closed").toFile().setReadable(false) && !Files.isReadable(folder.resolve("closed")))
                .as("this user is refused something")
                .isTrue();
        ClassAnswers answers = together();
        assertThat(answers.students()).hasSize(1);
        assertThat(answers.left()).singleElement().satisfies(left -> {
            assertThat(left.file()).isEqualTo("closed");
            assertThat(left.reason()).contains("cannot be read");
        });
    }

    @Test
    void noTextIsAFormulaInTheTable() throws IOException {
        Files.write(folder.resolve("-a.carousel-answers"), WHOLE);
        put("@b.txt", "");
        String table = AnswersCsv.of(together(), List.of());
        List<String> lines = table.lines().toList();
        assertThat(lines.get(0)).startsWith("kind,file,student,lesson");
        assertThat(lines.get(1)).startsWith("answer,'-a.carousel-answers,Ada,my-own,0123abcd,seeds,1,yes,,no,3,'=1+1,");
        assertThat(lines.get(2)).startsWith("left out,'@b.txt,");
        assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContainPattern("(^|,)[=+@]"));
    }

    @Test
    void aVerdictIsTrainedAgainAndWhatIsFoundCounts() throws IOException {
        put(
                "a.carousel-answers",
                AnswersFile.text(Sheets.sheet(
                        1, "", 0, 1, "", Sheets.run(5, Verdict.A_TRACE, 8), Sheets.run(1, Verdict.REMEMBERS, 8))));
        ClassAnswers answers = together().checked(new Recheck(new KernelEngine(), () -> false)::of);
        Pool pool = answers.pools().get(0);
        assertThat(pool.runs()).extracting(run -> run.check()).containsExactly(Check.CORRECTED, Check.CONFIRMED);
        assertThat(pool.with(Verdict.REMEMBERS).count()).isZero();
        assertThat(pool.right().count()).isEqualTo(1);
        ClassAnswers cancelled = together().checked(new Recheck(new KernelEngine(), () -> true)::of);
        assertThat(cancelled.pools().get(0).count(Check.OPEN)).isEqualTo(2);
    }
}
