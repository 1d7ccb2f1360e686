package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;

/** Answers in the user's place, at first that nothing is wanted. */
public final class AnsweringDialogs extends FileDialogs {

    /** The file or folder that is chosen, whatever is asked for; null for none. */
    public Path answer;

    /** What is done with changes. */
    public Changes changes = Changes.GIVE_UP;

    /** Whether a file that is there may be written over. */
    public boolean mayOverwrite;

    /** What an opened network learned; null if the user gives up. */
    public Experiment learned;

    /** The name that was offered last for a file to be saved. */
    public String offered = "";

    /** What was asked last. */
    public String asked = "";

    public AnsweringDialogs() {
        super(() -> {
            throw new AssertionError("a dialog on the screen");
        });
    }

    /** Answers again as in the beginning, and has been asked nothing. */
    public void forget() {
        answer = null;
        changes = Changes.GIVE_UP;
        mayOverwrite = false;
        learned = null;
        offered = "";
        asked = "";
    }

    @Override
    public Optional<Path> choose(WantedFile wanted) {
        return chosen();
    }

    @Override
    public Optional<ReadNetwork> askAboutNetwork(FoundNetwork found, Optional<Task> now) {
        return Optional.ofNullable(learned)
                .map(experiment -> found.with(Map.of()).withExperiment("it", experiment));
    }

    @Override
    public Optional<Experiment> askAboutText(String text, Experiment now) {
        asked = text;
        return Optional.ofNullable(learned);
    }

    @Override
    public Optional<Experiment> askAboutSeries(ReadSeries text, Experiment now) {
        asked = text.text();
        return Optional.ofNullable(learned);
    }

    @Override
    public Optional<Path> chooseTarget(String name, String extension, String kind) {
        offered = name;
        return chosen();
    }

    private Optional<Path> chosen() {
        return Optional.ofNullable(answer);
    }

    @Override
    public Changes askAboutChanges(String changed) {
        asked = changed;
        return changes;
    }

    @Override
    public boolean mayOverwrite(String words) {
        asked = words;
        return mayOverwrite;
    }
}
