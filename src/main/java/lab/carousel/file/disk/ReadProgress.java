package lab.carousel.file.disk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import lab.carousel.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a file being read, and its cancellation. Used from another thread than the reader's, which then stops,
 * also if it waits for a disk that does not answer.
 */
public final class ReadProgress {

    /** Size of a stream that does not tell it. */
    public static final long UNKNOWN = 0;

    private long size = UNKNOWN;
    private long done;
    private boolean isGivenUp;
    private @Nullable Thread reader;

    /**
     * @throws InvalidInput if it is a folder, or a pipe or a device, which may never begin or end
     */
    InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new InvalidInput("file.read.folder", file);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InvalidInput("file.read.special", file);
        }
        InputStream stream = Files.newInputStream(file);
        return watch(stream, Files.size(file));
    }

    /** Wraps a stream, whose bytes are counted from now on. */
    public InputStream watch(InputStream stream, long bytes) {
        begin(bytes);
        return new Watched(stream);
    }

    private synchronized void begin(long bytes) {
        size = bytes;
        done = 0;
    }

    /** Share of the bytes read, 0 to 1; empty if their number is unknown. */
    public synchronized OptionalDouble share() {
        return size == UNKNOWN ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, done / (double) size));
    }

    /** Cancels: the reader gets an {@link IOException}. */
    public synchronized void giveUp() {
        isGivenUp = true;
        if (reader != null) {
            reader.interrupt();
        }
    }

    /**
     * Ends long work after the reading, if it was cancelled.
     *
     * @throws CancellationException if it was
     */
    public synchronized void requireNotGivenUp() {
        if (isGivenUp) {
            throw new CancellationException("given up");
        }
    }

    private synchronized void enter() throws InterruptedIOException {
        if (isGivenUp) {
            throw new InterruptedIOException("given up");
        }
        reader = Thread.currentThread();
    }

    private synchronized void leave(int bytes) {
        reader = null;
        done += Math.max(0, bytes);
        if (isGivenUp) {
            // The thread's next work is not cancelled
            Thread.interrupted();
        }
    }

    private final class Watched extends FilterInputStream {

        Watched(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            enter();
            int read = 0;
            try {
                read = in.read(into, from, most);
            } finally {
                leave(read);
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
