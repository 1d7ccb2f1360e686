package lab.carousel.ui.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.file.answers.ClassProgressFile;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.lesson.live.ClassProgress;
import lab.carousel.lesson.live.CourseProgress;
import lab.carousel.lesson.live.DoorProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierClassTest {

    @TempDir
    Path classes;

    private void keep(LocalDateTime began, boolean isClosed, OptionalInt taught) throws IOException {
        CourseProgress gradient = new CourseProgress(
                new LessonAnswers("gradient", "1", List.of("cut", "predict")), 2, 2, List.of(), List.of(1, 1));
        Path folder = Files.createDirectory(classes.resolve(began.format(EarlierClass.TIME)));
        Files.writeString(
                folder.resolve(ClassProgress.FILE),
                ClassProgressFile.text(new ClassProgress(
                        "http://127.0.0.1:1/abc/",
                        isClosed,
                        1,
                        true,
                        taught,
                        List.of(gradient),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        List.of(),
                        new DoorProgress(60, false, List.of(), List.of()),
                        List.of())));
    }

    @Test
    void onlyTodaysClassThatWasNotClosedGoesOnUnasked() throws IOException {
        LocalDateTime now = LocalDateTime.now();
        keep(now, false, OptionalInt.of(1));
        keep(now.minusDays(1), false, OptionalInt.empty());
        keep(now.minusDays(2), true, OptionalInt.empty());
        keep(now.plusSeconds(1), true, OptionalInt.empty());
        Files.createDirectory(classes.resolve("zzz"));
        Files.writeString(Files.createDirectory(classes.resolve("zz")).resolve(ClassProgress.FILE), "{");
        List<EarlierClass> found = EarlierClass.in(classes);
        assertThat(found).extracting(EarlierClass::isInterrupted).containsExactly(false, true, false, false);
        assertThat(found.get(1).words())
                .isEqualTo("go on with " + now.format(EarlierClass.TIME) + ": gradient, step 2");
        assertThat(EarlierClass.in(classes.resolve("none"))).isEmpty();
    }
}
