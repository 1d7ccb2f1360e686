package lab.carousel.file.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The files of a lesson in a zip, at its top or in one folder. Nothing is unpacked to the disk. */
final class LessonZip extends LessonFiles {

    private final String file;
    private final ZipFile zip;
    private final String folder;

    private LessonZip(Path file, ZipFile zip) {
        super(file.toString());
        this.file = file.toString();
        this.zip = zip;
        List<? extends ZipEntry> entries = zip.stream().toList();
        long size = 0;
        for (ZipEntry entry : entries) {
            if (!isInside(entry.getName())) {
                throw new InvalidInput("file.lesson.slip", file, entry.getName().replaceAll("\\p{Cntrl}", "?"));
            }
            // What it says of itself; what it really holds is counted while it is read
            size += Math.max(0, entry.getSize());
            if (size > MAX_BYTES) {
                throw tooLarge();
            }
        }
        folder = entries.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.equals(STEPS) || (name.endsWith("/" + STEPS) && name.split("/").length == 2))
                .map(name -> name.substring(0, name.length() - STEPS.length()))
                .min(String::compareTo)
                .orElse("");
    }

    /**
     * Opens a zip.
     *
     * @throws InvalidInput if it is none, has names that lead out of it, or is too large unpacked
     */
    static LessonZip open(Path file) {
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            return new LessonZip(file, zip);
        } catch (ZipException damaged) {
            throw new InvalidInput("file.lesson.damagedZip", file);
        } catch (IOException problem) {
            throw FileProblem.reading(file, problem);
        } catch (InvalidInput refused) {
            if (zip != null) {
                close(zip);
            }
            throw refused;
        }
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException ignored) {
            // It is refused anyway
        }
    }

    @Override
    String path(String name) {
        return file + "!/" + folder + name;
    }

    @Override
    @Nullable
    InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(folder + name);
        return entry == null || entry.isDirectory() ? null : zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
