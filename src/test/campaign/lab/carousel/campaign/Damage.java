package lab.carousel.campaign;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files that are damaged: bit flips, cuts, doubled parts, and what {@link JsonDamage} does; zips inside and outside. */
final class Damage {

    private static final String[] NAMES = {
        "../evil", "/abs", "a\\b", "session.json", "run/epochs.npy", "x/../../y", "C:x", "\u202e"
    };
    private static final String[] LINKS = {"/etc/passwd", "../../session.json", "link.carousel", "/dev/zero"};
    private static final double[] DOUBLES = {
        Double.NaN, Double.POSITIVE_INFINITY, 1e308, -1e308, 4.9e-324, 0, -1, 0.5, 1, 2147483648d, 1e18
    };
    private static final String[] MARKS = {
        "> ", "- ", "*", "**", "[", "](", "![", "`", "|", "#", "<a id=\"x\"></a>", "\n", "    "
    };

    private final SplittableRandom random;
    private final JsonDamage json;

    Damage(SplittableRandom random) {
        this.random = random;
        this.json = new JsonDamage(random);
    }

    /** A damaged file of a format. */
    byte[] of(Format format) {
        byte[] sample = format.samples().get(random.nextInt(format.samples().size()));
        return switch (format.shape()) {
            case JSON -> random.nextInt(5) == 0 ? bytes(json.damaged(sample)) : json.damaged(sample);
            case TEXT -> text(sample);
            case ZIP -> random.nextInt(6) == 0 ? bytes(sample) : zip(sample);
            case BYTES -> header(sample);
            case HDF -> hdf(sample);
        };
    }

    /** Bit flips, cuts, doubled and removed parts anywhere. */
    private byte[] bytes(byte[] sample) {
        byte[] bytes = sample.clone();
        if (bytes.length == 0) {
            return bytes;
        }
        int start = random.nextInt(bytes.length);
        int end = start + random.nextInt(bytes.length - start) / (1 + random.nextInt(50)) + 1;
        switch (random.nextInt(5)) {
            case 0 -> {
                return Arrays.copyOf(bytes, start);
            }
            case 1 -> {
                return put(bytes, end, bytes, start, end);
            }
            case 2 -> {
                return put(bytes, start, new byte[0], 0, 0, end);
            }
            default -> {
                int flips = 1 + random.nextInt(4);
                for (int flip = 0; flip < flips; flip++) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return bytes;
            }
        }
    }

    private static byte[] put(byte[] into, int at, byte[] part, int start, int end) {
        return put(into, at, part, start, end, at);
    }

    /** A part in the place of what stands from one place to another. */
    private static byte[] put(byte[] into, int at, byte[] part, int start, int end, int goOn) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(into, 0, at);
        all.write(part, start, end - start);
        all.write(into, goOn, into.length - goOn);
        return all.toByteArray();
    }

    private byte[] text(byte[] sample) {
        String text = new String(sample, StandardCharsets.UTF_8);
        int start = random.nextInt(text.length());
        String some = text.substring(start, Math.min(text.length(), start + 2_000));
        int edits = 1 + random.nextInt(6);
        for (int edit = 0; edit < edits; edit++) {
            String marks =
                    MARKS[random.nextInt(MARKS.length)].repeat(random.nextInt(40) == 0 ? 4_000 : 1 + random.nextInt(9));
            int at = random.nextInt(some.length() + 1);
            some = some.substring(0, at) + marks + some.substring(at);
        }
        return some.getBytes(StandardCharsets.UTF_8);
    }

    /** A length, JSON of that length, numbers: as in safetensors. */
    private byte[] header(byte[] sample) {
        if (random.nextInt(3) == 0) {
            return bytes(sample);
        }
        ByteBuffer buffer = ByteBuffer.wrap(sample).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) buffer.getLong();
        byte[] changed = json.damaged(Arrays.copyOfRange(sample, 8, 8 + length));
        byte[] all = put(sample, 8, changed, 0, changed.length, 8 + length);
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putLong(0, changed.length);
        return all;
    }

    /** Lengths, addresses and numbers in the middle of a file that says by its first bytes what it is. */
    private byte[] hdf(byte[] sample) {
        if (random.nextInt(4) == 0) {
            return bytes(sample);
        }
        byte[] changed = sample.clone();
        ByteBuffer buffer = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        int edits = 1 + random.nextInt(3);
        for (int edit = 0; edit < edits; edit++) {
            int at = 8 + random.nextInt(changed.length - 16);
            switch (random.nextInt(4)) {
                case 0 -> buffer.putLong(at, random.nextLong() >>> random.nextInt(64));
                case 1 -> buffer.putDouble(at / 8 * 8, DOUBLES[random.nextInt(DOUBLES.length)]);
                case 2 -> buffer.putInt(at, random.nextInt() >>> random.nextInt(32));
                default -> buffer.put(at, (byte) random.nextInt(256));
            }
        }
        return changed;
    }

    private byte[] zip(byte[] sample) {
        Map<String, byte[]> files = unzip(sample);
        int edits = 1 + random.nextInt(2);
        for (int edit = 0; edit < edits && !files.isEmpty(); edit++) {
            List<String> names = new ArrayList<>(files.keySet());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(14)) {
                case 0 -> files.remove(name);
                case 1 -> files.put(NAMES[random.nextInt(NAMES.length)], files.get(name));
                case 2 -> files.put(name, files.get(names.get(random.nextInt(names.size()))));
                case 3 -> files.put(name, bytes(files.get(name)));
                default -> files.put(name, entry(name, files.get(name)));
            }
        }
        if (random.nextInt(2_000) == 0) {
            files.put("bomb.bin", new byte[60_000_000]);
        }
        if (random.nextInt(40) == 0 && !files.isEmpty()) {
            files.put("link.carousel", LINKS[random.nextInt(LINKS.length)].getBytes(StandardCharsets.UTF_8));
            return withLink(zipped(files));
        }
        return zipped(files);
    }

    /** Says of its last file that it is a symbolic link, as zips made on Unix do. */
    private static byte[] withLink(byte[] zip) {
        for (int at = zip.length - 46; at >= 0; at--) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
                zip[at + 5] = 3;
                ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 38, 0xA1FF << 16);
                return zip;
            }
        }
        return zip;
    }

    private byte[] entry(String name, byte[] content) {
        if (name.endsWith(".json") || name.endsWith(".carousel")) {
            return json.damaged(content);
        }
        if (name.endsWith(".md") || name.endsWith(".txt")) {
            return content.length == 0 ? content : text(content);
        }
        if (content.length < 16 || random.nextInt(4) == 0) {
            return bytes(content);
        }
        byte[] numbers = content.clone();
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(numbers.length / 8) * 8;
            ByteBuffer.wrap(numbers).putDouble(at, DOUBLES[random.nextInt(DOUBLES.length)]);
        }
        return numbers;
    }

    private static Map<String, byte[]> unzip(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                files.put(entry.getName(), stream.readAllBytes());
            }
            return files;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private byte[] zipped(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
