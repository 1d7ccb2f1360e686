package lab.carousel.file.disk;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.text.InvalidInput;

/**
 * Files of a zip, in memory. A zip is refused for a name that leads out of it, a name twice, more than {@value
 * #MOST_ENTRIES} files or more content than allowed ({@value #MOST_MEGABYTES} megabytes unless less is, and for a small zip
 * less than a hundred times its size), whatever sizes it states.
 */
public final class ZipContent {

    public static final int MOST_MEGABYTES = 256;
    public static final long MOST_BYTES = MOST_MEGABYTES * 1_000_000L;

    private static final long BYTES_PER_MEGABYTE = 1_000_000;
    private static final int LEAST_MEGABYTES = 10;
    private static final int MOST_TIMES = 100;
    private static final int MOST_ENTRIES = 1_000;

    private final String name;
    private final Map<String, byte[]> files;

    private ZipContent(String name, Map<String, byte[]> files) {
        this.name = name;
        this.files = files;
    }

    /**
     * Reads a zip.
     *
     * @throws InvalidInput if there is no such file, or it is refused; names the file
     */
    public static ZipContent read(Path file) {
        return read(file, new ReadProgress());
    }

    public static ZipContent read(Path file, ReadProgress progress) {
        assert DiskAccess.isAllowedHere() : file;
        if (Files.isDirectory(file)) {
            throw new InvalidInput("file.read.folder", file);
        }
        try (InputStream raw = progress.open(file)) {
            return read(file.toString(), raw, most(Files.size(file), MOST_MEGABYTES));
        } catch (InvalidInput refused) {
            // Also an illegal argument, but one that says what is wrong
            throw refused;
        } catch (IOException problem) {
            throw FileProblem.reading(file, problem);
        }
    }

    /**
     * Reads a zip in memory.
     *
     * @param name of its file, for messages
     * @throws InvalidInput if it is refused; names the file
     */
    public static ZipContent of(String name, byte[] bytes, int mostMegabytes) {
        try {
            return read(name, new ByteArrayInputStream(bytes), most(bytes.length, mostMegabytes));
        } catch (IOException damaged) {
            throw new InvalidInput("file.zip.damaged", name);
        }
    }

    /** Writes a zip; arrays of NumPy are not made smaller: they hardly shrink, and trying takes most of the time. */
    public static void write(Map<String, byte[]> files, OutputStream stream) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            boolean isArray = entry.getKey().endsWith(".npy");
            zip.setLevel(isArray ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
            zip.putNextEntry(new ZipEntry(entry.getKey()));
            zip.write(entry.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    /**
     * Limit in megabytes when unpacked. A small file that unpacks to a large one is malicious: our texts shrink to a
     * tenth or so, numbers hardly.
     */
    public static int most(long packed, int mostMegabytes) {
        long most = LEAST_MEGABYTES + packed * MOST_TIMES / BYTES_PER_MEGABYTE;
        return (int) Math.min(mostMegabytes, most);
    }

    private static ZipContent read(String file, InputStream raw, int mostMegabytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(raw, StandardCharsets.UTF_8)) {
            long left = mostMegabytes * BYTES_PER_MEGABYTE;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                checkName(file, entry.getName(), files);
                byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
                left -= bytes.length;
                if (left < 0) {
                    throw new InvalidInput("file.zip.tooLarge", file, mostMegabytes);
                }
                files.put(entry.getName(), bytes);
            }
        } catch (InvalidInput refused) {
            // Also an illegal argument, but one that says what is wrong
            throw refused;
        } catch (ZipException | EOFException damaged) {
            throw new InvalidInput("file.zip.damaged", file);
        } catch (IllegalArgumentException notUtf8) {
            throw new InvalidInput("file.zip.damaged", file);
        }
        if (files.isEmpty()) {
            throw new InvalidInput("file.zip.none", file);
        }
        return new ZipContent(file, files);
    }

    private static void checkName(String file, String entry, Map<String, byte[]> before) {
        boolean leadsOut = entry.startsWith("/")
                || entry.contains("\\")
                || entry.contains(":")
                || List.of(entry.split("/")).contains("..");
        if (leadsOut) {
            throw new InvalidInput("file.zip.path", file, entry.replaceAll("\\p{Cntrl}", "?"));
        }
        if (before.containsKey(entry)) {
            throw new InvalidInput("file.zip.twice", file, entry);
        }
        if (before.size() >= MOST_ENTRIES) {
            throw new InvalidInput("file.zip.tooMany", file, MOST_ENTRIES);
        }
    }

    public byte[] bytes(String entry) {
        return Optional.ofNullable(files.get(entry))
                .orElseThrow(() -> new InvalidInput("file.zip.missing", name, entry));
    }

    public Set<String> names() {
        return files.keySet();
    }

    /** Unpacked size in megabytes, rounded up. */
    public int megabytes() {
        long bytes =
                files.values().stream().mapToLong(content -> content.length).sum();
        return (int) (bytes / BYTES_PER_MEGABYTE) + 1;
    }

    public boolean has(String entry) {
        return files.containsKey(entry);
    }

    public String text(String entry) {
        return TextFile.decode(place(entry), bytes(entry));
    }

    public JsonValue json(String entry) {
        return JsonText.parse(place(entry), text(entry));
    }

    /** Name of an entry for messages. */
    public String place(String entry) {
        return name + File.separator + entry.replaceAll("\\p{Cntrl}", "?");
    }
}
