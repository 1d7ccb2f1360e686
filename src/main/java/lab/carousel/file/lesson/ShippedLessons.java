package lab.carousel.file.lesson;

import java.io.InputStream;
import java.util.List;
import lab.carousel.file.disk.DiskAccess;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonTargets;
import org.jspecify.annotations.Nullable;

/** Lessons shipped with the program: the files of {@code assets/lessons}. */
public final class ShippedLessons {

    private static final String FOLDER = "/lab/carousel/lessons/";
    private static final String INDEX = "index.json";

    private ShippedLessons() {}

    private static final class Resources extends LessonFiles {

        private final String folder;

        Resources(String folder) {
            super(folder);
            this.folder = folder;
        }

        @Override
        String path(String name) {
            return folder + name;
        }

        @Override
        @Nullable
        InputStream open(String name) {
            return ShippedLessons.class.getResourceAsStream(folder + name);
        }
    }

    /** Names of the folders, in the order in which they are offered. */
    public static List<String> names() {
        Resources root = new Resources(FOLDER);
        String text = LessonFile.text(root, INDEX).orElseThrow();
        return JsonText.parse(root.path(INDEX), text).member("lessons").elements().stream()
                .map(JsonValue::text)
                .toList();
    }

    public static Lesson read(String name, LessonTargets spots) {
        return LessonFile.read(new Resources(FOLDER + name + "/"), name, spots);
    }

    public static List<Lesson> all(LessonTargets spots) {
        assert DiskAccess.isAllowedHere() : "lessons";
        return names().stream().map(name -> read(name, spots)).toList();
    }
}
