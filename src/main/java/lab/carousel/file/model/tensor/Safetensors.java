package lab.carousel.file.model.tensor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.text.InvalidInput;

/**
 * The format {@code safetensors}: the length of a JSON text in eight bytes, that text, and the numbers. All numbers are
 * little-endian, and the text tells of each array where it stands:
 *
 * <pre>
 *   {"__metadata__": {"format": "pt"},
 *    "output.bias": {"dtype": "F64", "shape": [5], "data_offsets": [0, 40]}}
 * </pre>
 */
public final class Safetensors {

    private static final String METADATA = "__metadata__";
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
    public static byte[] bytes(TensorFile file) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        ObjectNode texts = header.putObject(METADATA);
        // Sorted: a map of entries has another order in each run of the program
        new TreeMap<>(file.texts()).forEach(texts::put);
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
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(Long.BYTES + padded + offset))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(padded).put(text).put(" ".repeat(padded - text.length).getBytes(StandardCharsets.UTF_8));
        file.tensors().values().forEach(tensor -> {
            for (double value : tensor.values()) {
                bytes.putDouble(value);
            }
        });
        return bytes.array();
    }

    /**
     * @throws InvalidInput if the file is damaged, or has numbers of an unsupported kind
     */
    public static TensorFile read(String name, byte[] file) {
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
        return new TensorFile(tensors, texts);
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
