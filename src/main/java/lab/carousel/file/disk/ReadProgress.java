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
 * How far a file is read, and whether that is still wanted. Asked and given up on another thread than the one that reads,
 * which then reads nothing more, also if it waits for a disk that does not answer.
 */
public final class ReadProgress {

    /** The size of what does not tell it. */
    public static final long UNKNOWN = 0;

    private long size = UNKNOWN;
    private long done;
    private boolean isGivenUp;
    /** While it reads. */
    private @Nullable Thread reader;

    /**
     * The bytes of a file.
     *
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

    /** The same bytes, which from now on are those that count. */
    public InputStream watch(InputStream stream, long bytes) {
        begin(bytes);
        return new Watched(stream);
    }

    private synchronized void begin(long bytes) {
        size = bytes;
        done = 0;
    }

    /** The share of the bytes that are read, 0 to 1; empty if it is not known how many there are. */
    public synchronized OptionalDouble share() {
        return size == UNKNOWN ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, done / (double) size));
    }

    /** Reads nothing more: who reads is told so by an {@link IOException}. */
    public synchronized void giveUp() {
        isGivenUp = true;
        if (reader != null) {
            reader.interrupt();
        }
    }

    /**
     * Ends work that takes long although everything is read, if it is not wanted any more.
     *
     * @throws CancellationException if it was given up
     */
    public synchronized void requireWanted() {
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
            // Whatever the thread does next is wanted
            Thread.interrupted();
        }
    }

    /** Looks before each piece whether it is still wanted. */
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
