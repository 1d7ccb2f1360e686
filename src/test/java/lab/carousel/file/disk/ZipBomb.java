package lab.carousel.file.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small zip that unpacks to very much. */
public final class ZipBomb {

    private ZipBomb() {}

    /** Writes one with a single entry of so many megabytes. */
    public static Path write(Path zip, String entry, int megabytes) throws IOException {
        try (ZipOutputStream stream = new ZipOutputStream(Files.newOutputStream(zip))) {
            stream.putNextEntry(new ZipEntry(entry));
            byte[] blanks = new byte[1_000_000];
            for (int written = 0; written < megabytes; written++) {
                stream.write(blanks);
            }
        }
        return zip;
    }
}
