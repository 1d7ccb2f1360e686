package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.carousel.engine.choice.Engines;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.training.PausedRun;

/** Opens networks that other programs saved. */
final class NetworkDesk {

    private final Filing filing;
    private final WorkInHand work;

    NetworkDesk(Filing filing, WorkInHand work) {
        this.filing = filing;
        this.work = work;
    }

    /** Opens a network; if its file does not tell what it learned, asks. What was edited before can be had back. */
    void open(Path file) {
        filing.read(file, progress -> ModelFile.find(file, progress), found -> network(found)
                .ifPresent(network -> show(file, network, network.experiment().orElseThrow())));
    }

    /** A network of which all is known; of one that this program wrote, its file tells all. */
    private Optional<ReadNetwork> network(FoundNetwork found) {
        Optional<ReadNetwork> certain = found.questions().isEmpty()
                ? Optional.of(found.with(Map.of()))
                        .filter(network -> network.experiment().isPresent())
                : Optional.empty();
        return certain.or(
                () -> filing.dialogs().askAboutNetwork(found, work.edited().map(Experiment::task)));
    }

    /** To feed a network with many sequences takes a while. */
    private void show(Path file, ReadNetwork network, Experiment experiment) {
        filing.read(
                file,
                progress -> PausedRun.opened(experiment, Engines.named(experiment.engine()), network.parameters()),
                run -> {
                    work.lay(Document.untitled(experiment), run, Message.of("undo.opened", file.getFileName()));
                    work.remember(file);
                    filing.notices().done(words(file, network));
                });
    }

    private static String words(Path file, ReadNetwork network) {
        String opened = Message.text("ui.opened", file.getFileName());
        return network.remarks().isEmpty()
                ? opened
                : opened + " " + network.remarks().stream().map(Message::text).collect(Collectors.joining(" "));
    }
}
