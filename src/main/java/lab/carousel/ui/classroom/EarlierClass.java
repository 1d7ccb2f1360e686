package lab.carousel.ui.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.classroom.NetworkAddress;
import lab.carousel.file.answers.ClassProgressFile;
import lab.carousel.lesson.live.ClassProgress;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A class that was open before, and can go on. */
record EarlierClass(Path folder, ClassProgress progress) {

    /** When a class began: the name of its folder. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm-ss", Locale.ROOT);

    private static final Logger LOG = LoggerFactory.getLogger(EarlierClass.class);
    private static final int MOST = 10;

    /** Those of a folder, the last one first. */
    static List<EarlierClass> in(Path classes) {
        if (!Files.isDirectory(classes)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(classes)) {
            return folders.sorted(Comparator.reverseOrder())
                    .flatMap(folder -> read(folder).stream())
                    .limit(MOST)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.warn("{} cannot be read", classes, unreadable);
            return List.of();
        }
    }

    static Optional<EarlierClass> read(Path folder) {
        try {
            return ClassProgressFile.read(folder).map(progress -> new EarlierClass(folder, progress));
        } catch (InvalidInput damaged) {
            LOG.warn("{} cannot go on", folder, damaged);
            return Optional.empty();
        }
    }

    private String name() {
        return String.valueOf(folder.getFileName());
    }

    /** Whether it is today's, and its teacher has not closed it. */
    boolean isInterrupted() {
        return !progress.isClosed() && name().startsWith(LocalDate.now().toString());
    }

    /** The one of some networks that it was open to. */
    Optional<NetworkAddress> network(List<NetworkAddress> networks) {
        return networks.stream()
                .filter(at -> progress.address().contains("/" + at.address().getHostAddress() + ":"))
                .findFirst();
    }

    String words() {
        return progress.course()
                .map(course -> Message.text(
                        "class.again.lesson", name(), course.lesson().name(), course.step()))
                .orElseGet(() -> Message.text("class.again.asked", name()));
    }
}
