package lab.carousel.file.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.carousel.text.InvalidInput;

public final class WholeFile {

    /** What fits into one array. */
    public static final int MOST_MEGABYTES = 2_000;

    private static final int BYTES_PER_MEGABYTE = 1_000_000;

    private WholeFile() {}

    /**
     * Bytes of a file.
     *
     * @throws InvalidInput if there is no such file, it is no ordinary one, or it is larger than {@code mostMegabytes}
     */
    public static byte[] read(Path file, int mostMegabytes) {
        return read(file, mostMegabytes, new ReadProgress());
    }

    public static byte[] read(Path file, int mostMegabytes, ReadProgress progress) {
        assert DiskAccess.isAllowedHere() : file;
        int most = mostMegabytes * BYTES_PER_MEGABYTE;
        try (InputStream stream = progress.open(file)) {
            // asked, then counted, because a file can grow
            byte[] bytes = Files.size(file) > most ? null : stream.readNBytes(most + 1);
            if (bytes == null || bytes.length > most) {
                throw new InvalidInput("file.read.tooLarge", file, mostMegabytes);
            }
            return bytes;
        } catch (IOException problem) {
            throw FileProblem.reading(file, problem);
        }
    }
}
