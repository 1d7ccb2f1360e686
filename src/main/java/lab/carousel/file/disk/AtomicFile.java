package lab.carousel.file.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import lab.carousel.text.InvalidInput;

/**
 * Saves files so that at every moment, whatever happens, there is either the whole old file or the whole new one under
 * the name. See {@link PendingFile} for how.
 */
public final class AtomicFile {

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it; the stream is buffered and closed by the caller. */
        void writeTo(OutputStream stream) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Saves bytes under a name; an old file of this name is replaced.
     *
     * @throws InvalidInput if that cannot be done; the old file is untouched
     */
    public static void write(Path target, byte[] bytes) {
        write(target, stream -> stream.write(bytes));
    }

    /**
     * Saves under a name what the content writes; an old file of this name is replaced.
     *
     * @throws InvalidInput if that cannot be done; the old file is untouched, as it also is if the content throws
     */
    public static void write(Path target, Content content) {
        try (PendingFile file = PendingFile.open(target)) {
            try {
                content.writeTo(file.stream());
            } catch (IOException problem) {
                throw FileProblem.writing(target, problem);
            }
            file.commit();
        }
    }

    /**
     * Checks that a file can be saved under a name, by writing an empty one beside it and removing it again.
     *
     * @throws InvalidInput if it cannot
     */
    public static void checkWritable(Path target) {
        PendingFile.open(target).close();
    }
}
