package lab.carousel.file.animation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A zip of PNG pictures, numbered from 1, for programs that make films of pictures. They know nothing of time. */
final class ZipFrames implements Animation.Frames {

    private final ZipOutputStream zip;
    private int number;

    ZipFrames(OutputStream stream) {
        this.zip = new ZipOutputStream(stream);
        // Pictures in PNG are packed already
        zip.setLevel(0);
    }

    @Override
    public void add(BufferedImage image, int hundredths) throws IOException {
        number++;
        ZipEntry entry = new ZipEntry(String.format(Locale.ROOT, "frame-%04d.png", number));
        // The same run gives the same bytes
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        // A stream of our own, because the one that ImageIO makes writes a file to the disk first
        try (MemoryCacheImageOutputStream picture = new MemoryCacheImageOutputStream(zip)) {
            ImageIO.write(image, "png", picture);
        }
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.finish();
        zip.flush();
    }
}
