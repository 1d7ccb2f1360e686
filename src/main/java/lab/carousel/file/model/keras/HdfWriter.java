package lab.carousel.file.model.keras;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.carousel.file.model.tensor.Tensor;

/**
 * Writes groups, arrays of double precision and texts as HDF5, in the oldest version of the format, which every library
 * reads and h5py writes by default ("HDF5 File Format Specification Version 3.0", superblock version 0, groups as
 * symbol tables, object headers version 1). All numbers are little-endian; the members of a group come before it.
 *
 * <p>jHDF 0.13, which reads these files, cannot write them: its signature at the end overwrites what follows the last
 * array, and where that is a group without arrays, as Keras's {@code vars}, HDF5 finds no header ("bad object header
 * version number").
 */
final class HdfWriter {

    private static final long NOWHERE = -1;
    private static final int SUPERBLOCK_BYTES = 96;
    private static final int ENTRY_BYTES = 40;
    /** Half the capacity of a symbol node: more than a network has layers. */
    private static final int LEAF_K = 16;

    private static final int INTERNAL_K = 16;
    private static final int MOST_NAMES = 2 * LEAF_K;

    static final class HdfGroup {

        private final Map<String, Object> members = new TreeMap<>();

        private final Map<String, String> texts = new TreeMap<>();

        HdfGroup group(String name) {
            return (HdfGroup) members.computeIfAbsent(name, any -> new HdfGroup());
        }

        HdfGroup put(String name, Tensor tensor) {
            members.put(name, tensor);
            return this;
        }

        HdfGroup say(String name, String text) {
            texts.put(name, text);
            return this;
        }
    }

    private static final class Block {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Block put(int... values) {
            for (int value : values) {
                bytes.write(value);
            }
            return this;
        }

        /** Numbers of {@code size} bytes. */
        Block numbers(int size, long... values) {
            for (long value : values) {
                for (int place = 0; place < size; place++) {
                    bytes.write((int) (value >> (Byte.SIZE * place)));
                }
            }
            return this;
        }

        Block text(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Block put(Block other) {
            bytes.writeBytes(other.bytes.toByteArray());
            return this;
        }

        Block upTo(int size) {
            bytes.writeBytes(new byte[size - size()]);
            return this;
        }

        Block aligned() {
            return upTo((size() + 7) / 8 * 8);
        }

        int size() {
            return bytes.size();
        }
    }

    private final Block file = new Block().upTo(SUPERBLOCK_BYTES);

    private HdfWriter() {}

    static byte[] bytes(HdfGroup root) {
        HdfWriter writer = new HdfWriter();
        long header = writer.write(root);
        byte[] bytes = writer.file.bytes.toByteArray();
        Block superblock = new Block()
                .put(0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n')
                .put(0, 0, 0, 0, 0, Long.BYTES, Long.BYTES, 0)
                .numbers(2, LEAF_K, INTERNAL_K, 0, 0)
                .numbers(8, 0, NOWHERE, bytes.length, NOWHERE, 0, header);
        System.arraycopy(superblock.bytes.toByteArray(), 0, bytes, 0, superblock.size());
        return bytes;
    }

    /** Appends a block; returns its address. */
    private long append(Block block) {
        long address = file.size();
        file.put(block).aligned();
        return address;
    }

    /** Writes a group; returns the address of its header. */
    private long write(HdfGroup group) {
        Map<String, Long> headers = new TreeMap<>();
        group.members.forEach((name, member) ->
                headers.put(name, member instanceof HdfGroup inner ? write(inner) : write((Tensor) member)));
        if (headers.size() > MOST_NAMES) {
            throw new IllegalArgumentException("too much in a group: " + headers.keySet());
        }
        Block names = new Block().upTo(8);
        Block symbols = new Block().text("SNOD").put(1, 0).numbers(2, headers.size());
        long last = 0;
        for (Map.Entry<String, Long> entry : headers.entrySet()) {
            last = names.size();
            names.text(entry.getKey() + "\0").aligned();
            symbols.numbers(8, last, entry.getValue(), 0, 0, 0);
        }
        long data = append(names);
        // 1: no free space
        long heap = append(new Block().text("HEAP").numbers(4, 0).numbers(8, names.size(), 1, data));
        Block tree = new Block().text("TREE").put(0, 0);
        if (headers.isEmpty()) {
            tree.numbers(2, 0).numbers(8, NOWHERE, NOWHERE);
        } else {
            long leaf = append(symbols.upTo(8 + MOST_NAMES * ENTRY_BYTES));
            tree.numbers(2, 1).numbers(8, NOWHERE, NOWHERE, 0, leaf, last);
        }
        long root = append(tree.upTo(24 + (4 * INTERNAL_K + 1) * Long.BYTES));
        List<Block> messages = new ArrayList<>(List.of(message(0x11, new Block().numbers(8, root, heap))));
        group.texts.forEach((name, text) -> messages.add(attribute(name, text)));
        return header(messages);
    }

    private long write(Tensor tensor) {
        Block numbers = new Block();
        for (double value : tensor.values()) {
            numbers.numbers(8, Double.doubleToRawLongBits(value));
        }
        Block space = new Block().put(1, tensor.rank(), 0, 0).numbers(4, 0);
        tensor.shape().forEach(length -> space.numbers(8, length));
        // IEEE 754: positions of sign, exponent and fraction, and the exponent's bias
        Block doubles = new Block()
                .put(0x11, 0x20, 63, 0)
                .numbers(4, Double.BYTES)
                .numbers(2, 0, Double.SIZE)
                .put(52, 11, 0, 52)
                .numbers(4, Double.MAX_EXPONENT);
        Block layout = new Block().put(3, 1).numbers(8, append(numbers), numbers.size());
        return header(List.of(
                message(0x01, space),
                message(0x03, doubles),
                message(0x05, new Block().put(2, 2, 2, 1).numbers(4, 0)), // no value to fill with
                message(0x08, layout)));
    }

    /** A zero-terminated text in UTF-8. */
    private static Block attribute(String name, String text) {
        Block named = new Block().text(name + "\0");
        Block said = new Block().text(text + "\0");
        Block attribute =
                new Block().put(1, 0).numbers(2, named.size(), 8, 8).put(named).aligned();
        attribute.put(0x13, 0x10, 0, 0).numbers(4, said.size()).numbers(8, 1);
        return message(0x0C, attribute.put(said));
    }

    private static Block message(int type, Block content) {
        return new Block()
                .numbers(2, type, content.aligned().size())
                .numbers(4, 0)
                .put(content);
    }

    private long header(List<Block> messages) {
        Block all = new Block();
        messages.forEach(all::put);
        return append(new Block()
                .put(1, 0)
                .numbers(2, messages.size())
                .numbers(4, 1, all.size(), 0)
                .put(all));
    }
}
