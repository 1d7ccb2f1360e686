package lab.carousel.file.model.tensor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.text.InvalidInput;

/**
 * The format {@code safetensors}: the length of a JSON text in eight bytes, that text, and the numbers. All numbers are
 * little-endian, and the text tells of each array where it stands:
 *
 * <p>The metadata of Carousel's own files have a CRC-32C of all texts, names and numbers.
 *
 * <pre>
 *   {"__metadata__": {"carousel.crc32c": "1a2b3c4d", "format": "pt"},
 *    "output.bias": {"dtype": "F64", "shape": [5], "data_offsets": [0, 40]}}
 * </pre>
 */
public final class Safetensors {

    private static final String METADATA = "__metadata__";
    private static final String CHECKSUM = "carousel.crc32c";
    private static final String KIND = "dtype";
    private static final String SHAPE = "shape";
    private static final String OFFSETS = "data_offsets";
    /** Alignment of the text and so of the numbers. */
    private static final int ALIGNMENT = 8;

    private static final int MOST_LENGTHS = 8;
    /** Limit of the text: it has a line for each array, and a network of a thousand arrays is unsupported. */
    private static final int MOST_HEADER_BYTES = 2_000_000;

    private Safetensors() {}

    /** Bytes of a file, with double precision. */
    public static byte[] bytes(NamedTensors file) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        ObjectNode texts = header.putObject(METADATA);
        ByteBuffer numbers = numbers(file.tensors().values());
        // Sorted: a map of entries has another order in each run of the program
        Map<String, String> sorted = new TreeMap<>(file.texts());
        sorted.put(CHECKSUM, checksum(file, numbers));
        sorted.forEach(texts::put);
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : file.tensors().entrySet()) {
            Tensor tensor = entry.getValue();
            ObjectNode node = header.putObject(entry.getKey()).put(KIND, "F64");
            tensor.shape().forEach(node.putArray(SHAPE)::add);
            long end = offset + (long) tensor.values().length * Double.BYTES;
            node.putArray(OFFSETS).add(offset).add(end);
            offset = end;
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return ByteBuffer.allocate(Math.toIntExact(Long.BYTES + padded + offset))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded)
                .put(text)
                .put(" ".repeat(padded - text.length).getBytes(StandardCharsets.UTF_8))
                .put(numbers)
                .array();
    }

    private static ByteBuffer numbers(Collection<Tensor> tensors) {
        long all = tensors.stream().mapToLong(tensor -> tensor.values().length).sum();
        ByteBuffer numbers =
                ByteBuffer.allocate(Math.toIntExact(all * Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        tensors.forEach(tensor -> Arrays.stream(tensor.values()).forEach(numbers::putDouble));
        return numbers.flip();
    }

    private static String checksum(NamedTensors file, ByteBuffer numbers) {
        CRC32C sum = new CRC32C();
        String words = new TreeMap<>(file.texts()).toString() + file.tensors().keySet();
        sum.update(words.getBytes(StandardCharsets.UTF_8));
        sum.update(numbers.duplicate());
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /**
     * @throws InvalidInput if the file is damaged, or has numbers of an unsupported kind
     */
    public static NamedTensors read(String name, byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = file.length < Long.BYTES ? -1 : bytes.getLong();
        if (length < 2 || length > Math.min(bytes.remaining(), MOST_HEADER_BYTES)) {
            throw new InvalidInput("network.safetensors.header", name);
        }
        byte[] text = new byte[(int) length];
        bytes.get(text);
        JsonValue header = JsonText.parse(name, TextFile.decode(name, text));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        long[] numbers = {0};
        header.members().forEach((key, value) -> {
            if (key.equals(METADATA)) {
                value.members().forEach((each, word) -> texts.put(each, word.text()));
            } else {
                Tensor tensor = tensor(value, bytes);
                numbers[0] += tensor.values().length;
                if (numbers[0] > Tensor.MOST_IN_FILE) {
                    throw value.place().problem("network.tooLarge");
                }
                tensors.put(key, tensor);
            }
        });
        String sum = texts.remove(CHECKSUM);
        NamedTensors read = new NamedTensors(tensors, texts, sum != null);
        if (sum != null && !sum.equals(checksum(read, bytes))) {
            throw new InvalidInput("file.numbers.damaged", name);
        }
        return read;
    }

    private static Tensor tensor(JsonValue value, ByteBuffer all) {
        NumberKind kind = NumberKind.named(value.member(KIND).text()).orElseThrow(() -> value.place()
                .problem("network.numbers", value.member(KIND).text()));
        List<JsonValue> lengths = value.member(SHAPE).elements();
        List<JsonValue> offsets = value.member(OFFSETS).elements();
        if (lengths.size() > MOST_LENGTHS || offsets.size() != 2) {
            throw value.place().problem("network.shape");
        }
        List<Integer> shape = new ArrayList<>();
        long size = 1;
        for (JsonValue each : lengths) {
            int one = each.wholeNumber(0, (int) Tensor.MOST_VALUES);
            size *= one;
            if (size > Tensor.MOST_VALUES) {
                throw value.place().problem("network.tooLarge");
            }
            shape.add(one);
        }
        long start = offsets.get(0).longNumber();
        long end = offsets.get(1).longNumber();
        if (start < 0 || end < start || end > all.remaining() || end - start != size * kind.bytes()) {
            throw value.place().problem("network.offsets");
        }
        ByteBuffer own =
                all.slice(all.position() + (int) start, (int) (end - start)).order(ByteOrder.LITTLE_ENDIAN);
        return new Tensor(shape, kind.read(own, (int) size));
    }
}
