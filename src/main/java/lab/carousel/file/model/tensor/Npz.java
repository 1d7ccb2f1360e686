package lab.carousel.file.model.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.text.InvalidInput;

/** NumPy's format {@code npz}: arrays in a zip. Nothing is ever unpickled. */
public final class Npz {

    private static final String ENDING = ".npy";
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;

    private static final Charset UTF_32 = Charset.forName("UTF-32LE");
    private static final int LETTER_BYTES = 4;
    private static final Pattern KIND = Pattern.compile("'descr'\\s*:\\s*'([^']{1,20})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]{0,80})\\)");

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public Npz() {}

    /** Bytes of a file, with double precision; each text is a scalar array. */
    public static byte[] bytes(NamedTensors file) {
        Npz npz = new Npz();
        file.tensors().forEach(npz::put);
        file.texts().forEach(npz::put);
        return npz.bytes();
    }

    public void put(String name, Tensor tensor) {
        ByteBuffer bytes = start(NumberCodec.KIND, tensor.shape(), tensor.values().length * Double.BYTES);
        Arrays.stream(tensor.values()).forEach(bytes::putDouble);
        files.put(name, bytes.array());
    }

    public void putWhole(String name, int... numbers) {
        ByteBuffer bytes = start("'<i8'", List.of(numbers.length), numbers.length * Long.BYTES);
        Arrays.stream(numbers).forEach(bytes::putLong);
        files.put(name, bytes.array());
    }

    public void put(String name, String text) {
        byte[] letters = text.getBytes(UTF_32);
        ByteBuffer bytes = start(text(letters.length), List.of(), letters.length);
        files.put(name, bytes.put(letters).array());
    }

    public void put(String name, List<String> texts) {
        List<byte[]> letters = texts.stream().map(text -> text.getBytes(UTF_32)).toList();
        int longest = letters.stream().mapToInt(each -> each.length).max().orElse(LETTER_BYTES);
        ByteBuffer bytes = start(text(longest), List.of(texts.size()), longest * texts.size());
        letters.forEach(each -> bytes.put(Arrays.copyOf(each, longest)));
        files.put(name, bytes.array());
    }

    private static String text(int bytes) {
        return "'<U" + bytes / LETTER_BYTES + "'";
    }

    /** Start of a file {@code npy}: a Python literal with kind, order and shape; the numbers follow. */
    static ByteBuffer start(String kind, List<Integer> shape, int size) {
        String line = "{'descr': " + kind + ", 'fortran_order': False, 'shape': " + tuple(shape) + ", }";
        int before = MAGIC.length + 4;
        int padded = (before + line.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - before;
        String whole = line + " ".repeat(padded - line.length() - 1) + "\n";
        return ByteBuffer.allocate(before + padded + size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) padded)
                .put(whole.getBytes(StandardCharsets.US_ASCII));
    }

    static String tuple(List<Integer> shape) {
        String lengths = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "(" + lengths + (shape.size() == 1 ? ",)" : ")");
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey() + ENDING);
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws InvalidInput if an array is damaged, or of an unsupported kind
     */
    public static NamedTensors read(ZipContent zip) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        long numbers = 0;
        for (String entry : zip.names()) {
            if (!entry.endsWith(ENDING)) {
                continue;
            }
            String name = entry.substring(0, entry.length() - ENDING.length());
            String place = zip.place(entry);
            Array array = Array.of(place, zip.bytes(entry));
            if (array.kind.startsWith("<U")) {
                texts.put(name, UTF_32.decode(array.content).toString().replace("\0", ""));
            } else {
                Tensor tensor = array.tensor(place);
                numbers += tensor.values().length;
                if (numbers > Tensor.MOST_IN_FILE) {
                    throw new InvalidInput("network.array.tooLarge", place);
                }
                tensors.put(name, tensor);
            }
        }
        return new NamedTensors(tensors, texts);
    }

    /** An array that is read. Objects, which would have to be unpickled, are refused. */
    private record Array(String kind, boolean isColumnwise, List<Integer> shape, ByteBuffer content) {

        static Array of(String name, byte[] file) {
            ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            if (file.length < MAGIC.length + 6 || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
                throw broken(name);
            }
            int version = bytes.get(MAGIC.length);
            bytes.position(MAGIC.length + 2);
            long length = version == 1 ? bytes.getShort() & 0xFFFF : bytes.getInt() & 0xFFFF_FFFFL;
            if (version < 1 || version > 3 || length > Math.min(bytes.remaining(), 10_000)) {
                throw broken(name);
            }
            byte[] line = new byte[(int) length];
            bytes.get(line);
            String text = new String(line, StandardCharsets.ISO_8859_1);
            Matcher kind = KIND.matcher(text);
            Matcher order = ORDER.matcher(text);
            Matcher shape = SHAPE.matcher(text);
            if (!kind.find() || !order.find() || !shape.find()) {
                throw broken(name);
            }
            return new Array(kind.group(1), order.group(1).equals("True"), shape(name, shape.group(1)), bytes);
        }

        private static List<Integer> shape(String name, String written) {
            List<Integer> shape = new ArrayList<>();
            long size = 1;
            for (String word : written.split(",")) {
                String digits = word.strip();
                if (digits.isEmpty()) {
                    continue;
                }
                long length = digits.length() > 9 || digits.contains(" ") ? Long.MAX_VALUE : Long.parseLong(digits);
                size = length > Tensor.MOST_VALUES ? length : size * length;
                if (size > Tensor.MOST_VALUES) {
                    throw new InvalidInput("network.array.tooLarge", name);
                }
                shape.add((int) length);
            }
            return shape;
        }

        Tensor tensor(String name) {
            NumberKind numbers = NumberKind.named(kind.substring(1))
                    .filter(found -> kind.charAt(0) == '<' || kind.charAt(0) == '>')
                    .orElseThrow(() -> new InvalidInput("network.array.numbers", name, kind));
            content.order(kind.charAt(0) == '<' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int size = (int) Tensor.size(shape);
            boolean isTurned = isColumnwise && shape.size() >= 2;
            if (content.remaining() != size * numbers.bytes() || (isTurned && shape.size() != 2)) {
                throw broken(name);
            }
            double[] values = numbers.read(content, size);
            return isTurned
                    ? Tensor.matrix(shape.get(1), shape.get(0), values).transposed()
                    : new Tensor(shape, values);
        }

        private static InvalidInput broken(String name) {
            return new InvalidInput("network.array.broken", name);
        }
    }
}
