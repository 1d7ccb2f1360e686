package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.Optional;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;

/** Asks the user for files, and whether something may be lost. Tests answer in the user's place. */
public interface FileDialogs {

    /** Asks for a file or a folder; empty if the user gives up. */
    Optional<Path> choose(WantedFile wanted);

    /**
     * Says what is assumed of a network whose file leaves something open, and asks what it learned.
     *
     * @param found the network
     * @param now   what is learned now, which may be the same
     * @return the network with what it learned; empty if the user gives up
     */
    Optional<ReadNetwork> askAboutNetwork(FoundNetwork found, Optional<Task> now);

    /**
     * Shows what sequences a text would become, and asks whether they are to be taken.
     *
     * @param text to start from; it can be changed
     * @param now  what is learned now
     * @return the experiment with them; empty if the user gives up
     */
    Optional<Experiment> askAboutText(String text, Experiment now);

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

    /**
     * Asks what is to become of changes that were not saved.
     *
     * @param changes what changed, a line for each
     */
    Changes askAboutChanges(String changes);

    /**
     * Asks whether a file may be overwritten that somebody else has changed.
     *
     * @param words why that is asked, and what is different
     */
    boolean mayOverwrite(String words);
}
