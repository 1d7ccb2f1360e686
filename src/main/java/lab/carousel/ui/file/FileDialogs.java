package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for files, and whether something may be lost. Tests answer in the user's place. */
public interface FileDialogs {

    /** Asks for an experiment file to open. */
    Optional<Path> chooseExperiment();

    /** Asks for a lesson to open: its zip, or the {@code lesson.json} in its folder. */
    Optional<Path> chooseLesson();

    /** Asks for a study file to open. */
    Optional<Path> chooseStudy();

    /** Asks for a folder to write into. */
    Optional<Path> chooseFolder();

    /**
     * Asks where to save.
     *
     * @param name      the name to start from, with its extension
     * @param extension with the dot, for example {@code .svg}
     * @param kind      what such a file is called
     */
    Optional<Path> chooseTarget(String name, String extension, String kind);

    /** What is to become of changes that were not saved. */
    enum Changes {
        SAVE,
        GIVE_UP,
        KEEP_EDITING
    }

    /** Asks what is to become of changes that were not saved. */
    Changes askAboutChanges();
}
