package lab.carousel.file.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.carousel.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chosen language: a file with its code. */
public record ChosenLanguage(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(ChosenLanguage.class);

    /** Empty if none was chosen, so that the system's holds. */
    public Optional<Language> read() {
        assert DiskAccess.isAllowedHere() : file;
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Language.of(Files.readString(file).strip());
        } catch (IOException damaged) {
            LOG.warn("{} cannot be read", file, damaged);
            return Optional.empty();
        }
    }

    /** Saves the choice; a failure is only logged. */
    public void remember(Language language) {
        TextFile.remember(file, language.code() + "\n");
    }
}
