package lab.carousel.campaign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Whether a damaged file gets past the first look, found out without the program. */
final class WellFormed {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** How a file of HDF5 begins. */
    private static final byte[] HDF = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    private WellFormed() {}

    /** Whether it is JSON, a zip whose files can be unpacked, a text, or numbers with a readable header. */
    static boolean is(Format.Shape shape, byte[] bytes) {
        return switch (shape) {
            case JSON -> isJson(bytes, 0, bytes.length);
            case TEXT -> true;
            case ZIP -> isZip(bytes);
            case BYTES -> hasHeader(bytes);
            case HDF -> isHdf(bytes);
        };
    }

    private static boolean isJson(byte[] bytes, int from, int length) {
        try (JsonParser parser = FACTORY.createParser(bytes, from, length)) {
            int tokens = 0;
            while (parser.nextToken() != null) {
                tokens++;
            }
            return tokens > 0;
        } catch (IOException broken) {
            return false;
        }
    }

    private static boolean isZip(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            byte[] room = new byte[1 << 16];
            int files = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                while (zip.read(room) >= 0) {
                    // only unpacked
                }
                files++;
            }
            return files > 0;
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
    }

    private static boolean isHdf(byte[] bytes) {
        return bytes.length > HDF.length && Arrays.equals(Arrays.copyOf(bytes, HDF.length), HDF);
    }

    private static boolean hasHeader(byte[] bytes) {
        if (bytes.length < 8) {
            return false;
        }
        long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return length > 0 && length <= bytes.length - 8 && isJson(bytes, 8, (int) length);
    }
}
