package lab.carousel.file.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.carousel.text.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class TextFile {

    private static final Logger LOG = LoggerFactory.getLogger(TextFile.class);

    /**
     * Size limit: the largest experiment that can be saved, 200 sequences of 5,000 symbols of 32 characters, takes up
     * to 193.
     */
    private static final int MAX_MEGABYTES = 256;

    private static final char NO_TEXT = '\ufffd';
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private TextFile() {}

    /**
     * Saves a text atomically.
     *
     * @throws InvalidInput if it cannot be written; an old file is untouched
     */
    public static void write(Path file, String text) {
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Saves a text that the program remembers, creating its folder; a failure is only logged. */
    public static void remember(Path file, String text) {
        assert DiskAccess.isAllowedHere() : file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            write(file, text);
        } catch (IOException | InvalidInput problem) {
            LOG.warn("{} cannot be written", file, problem);
        }
    }

    /**
     * Reads a text.
     *
     * @throws InvalidInput if there is no such file, it is too large, or not UTF-8
     */
    public static String read(Path file) {
        return read(file, new ReadProgress());
    }

    public static String read(Path file, ReadProgress progress) {
        return read(file, MAX_MEGABYTES, progress);
    }

    public static String read(Path file, int mostMegabytes, ReadProgress progress) {
        return decode(file.toString(), WholeFile.read(file, mostMegabytes, progress));
    }

    /**
     * Decodes UTF-8.
     *
     * @throws InvalidInput if the bytes are no text
     */
    public static String decode(String file, byte[] bytes) {
        // A third of a decoder's memory, but replaces invalid bytes by a character of its own
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(NO_TEXT) < 0 ? withoutByteOrderMark(text) : decodeStrictly(file, bytes);
    }

    private static String withoutByteOrderMark(String text) {
        // Windows programs put a byte order mark before the text
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String decodeStrictly(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        if (result.isError()) {
            throw new InvalidInput("file.read.notUtf8", file, Integer.toString(input.position() + 1));
        }
        return withoutByteOrderMark(output.flip().toString());
    }
}
