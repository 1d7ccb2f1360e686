package lab.carousel.file.lesson;

import java.util.List;
import lab.carousel.file.disk.DiskAccess;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.Lesson;

/** Lessons shipped with the program: the files of {@code assets/lessons}. */
public final class ShippedLessons {

    private static final String FOLDER = "/lab/carousel/lessons/";
    private static final String INDEX = "index.json";

    private ShippedLessons() {}

    private static LessonFiles files(String folder) {
        return new LessonFiles(
                folder, folder, name -> ShippedLessons.class.getResourceAsStream(folder + name), new ReadProgress());
    }

    /** Names of the folders, in the order in which they are offered. */
    public static List<String> names() {
        LessonFiles root = files(FOLDER);
        String text = root.text(INDEX).orElseThrow();
        return JsonText.parse(root.path(INDEX), text).member("lessons").elements().stream()
                .map(JsonValue::text)
                .toList();
    }

    public static Lesson read(String name) {
        return LessonFile.read(files(FOLDER + name + "/"), name);
    }

    public static List<Lesson> all() {
        assert DiskAccess.isAllowedHere() : "lessons";
        return names().stream().map(ShippedLessons::read).toList();
    }
}
