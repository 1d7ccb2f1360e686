package lab.carousel.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lab.carousel.drawing.export.PictureEncoder;
import lab.carousel.engine.Engine;
import lab.carousel.model.EngineName;
import lab.carousel.study.verification.Verifier;
import lab.carousel.text.Message;

/**
 * What the command line needs from the rest of the program.
 *
 * @param window opens the window with files and returns when it is closed; the result tells why it could not be opened
 */
public record Tools(
        Function<EngineName, Engine> engine,
        PictureEncoder drawing,
        Verifier verifier,
        Function<List<Path>, Optional<Message>> window) {}
