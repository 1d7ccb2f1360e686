package lab.carousel.file.model.keras;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
    private static final long NOWHERE = -1;
    private static final int SUPERBLOCK_BYTES = 96;
    private static final int ENTRY_BYTES = 40;
    /** Half the capacity of a symbol node: more than a network has layers. */
    private static final int LEAF_K = 16;

    private static final int INTERNAL_K = 16;
    private static final int MOST_NAMES = 2 * LEAF_K;

    private static final int DATASPACE = 0x01;
    private static final int DATATYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LAYOUT = 0x08;
    private static final int ATTRIBUTE = 0x0C;
    private static final int SYMBOL_TABLE = 0x11;

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

    private record Message(int type, byte[] content) {}

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private HdfWriter() {}

    static byte[] bytes(HdfGroup root) {
        HdfWriter writer = new HdfWriter();
        writer.append(new byte[SUPERBLOCK_BYTES]);
        long header = writer.write(root);
        byte[] bytes = writer.file.toByteArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).put(superblock(header, bytes.length));
        return bytes;
    }

    private static byte[] superblock(long root, long end) {
        ByteBuffer block = buffer(SUPERBLOCK_BYTES).put(SIGNATURE);
        block.put(new byte[] {0, 0, 0, 0, 0, Long.BYTES, Long.BYTES, 0});
        block.putShort((short) LEAF_K).putShort((short) INTERNAL_K).putInt(0);
        block.putLong(0).putLong(NOWHERE).putLong(end).putLong(NOWHERE);
        block.putLong(0).putLong(root);
        return block.array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Appends bytes, padded to a multiple of eight; returns their address. */
    private long append(byte[] bytes) {
        long address = file.size();
        file.writeBytes(bytes);
        file.writeBytes(new byte[padded(bytes.length) - bytes.length]);
        return address;
    }

    private static int padded(int size) {
        return (size + 7) / 8 * 8;
    }

    /** Writes a group; returns the address of its header. */
    private long write(HdfGroup group) {
        Map<String, Long> headers = new TreeMap<>();
        group.members.forEach((name, member) ->
                headers.put(name, member instanceof HdfGroup inner ? write(inner) : write((Tensor) member)));
        if (headers.size() > MOST_NAMES) {
            throw new IllegalArgumentException("too much in a group: " + headers.keySet());
        }
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        names.writeBytes(new byte[Long.BYTES]);
        ByteBuffer symbols = buffer(8 + MOST_NAMES * ENTRY_BYTES);
        symbols.put("SNOD".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0);
        symbols.putShort((short) headers.size());
        long last = 0;
        for (Map.Entry<String, Long> entry : headers.entrySet()) {
            last = names.size();
            byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
            names.writeBytes(name);
            names.writeBytes(new byte[padded(name.length + 1) - name.length]);
            symbols.putLong(last)
                    .putLong(entry.getValue())
                    .putLong(0)
                    .putLong(0)
                    .putLong(0);
        }
        long data = append(names.toByteArray());
        long heap = append(buffer(32)
                .put("HEAP".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .putLong(names.size())
                .putLong(1) // no free space
                .putLong(data)
                .array());
        long tree = append(tree(headers.isEmpty() ? NOWHERE : append(symbols.array()), last));
        List<Message> messages = new ArrayList<>();
        messages.add(
                new Message(SYMBOL_TABLE, buffer(16).putLong(tree).putLong(heap).array()));
        group.texts.forEach((name, text) -> messages.add(new Message(ATTRIBUTE, attribute(name, text))));
        return header(messages);
    }

    private static byte[] tree(long leaf, long lastName) {
        ByteBuffer tree = buffer(24 + (4 * INTERNAL_K + 1) * Long.BYTES);
        tree.put("TREE".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) 0);
        tree.putShort((short) (leaf == NOWHERE ? 0 : 1)).putLong(NOWHERE).putLong(NOWHERE);
        if (leaf != NOWHERE) {
            tree.putLong(0).putLong(leaf).putLong(lastName);
        }
        return tree.array();
    }

    private long write(Tensor tensor) {
        ByteBuffer numbers = buffer(tensor.values().length * Double.BYTES);
        for (double value : tensor.values()) {
            numbers.putDouble(value);
        }
        long data = append(numbers.array());
        ByteBuffer layout = buffer(24).put((byte) 3).put((byte) 1).putLong(data).putLong(numbers.capacity());
        return header(List.of(
                new Message(DATASPACE, space(tensor.shape())),
                new Message(DATATYPE, doubles()),
                new Message(FILL_VALUE, new byte[] {2, 2, 2, 1, 0, 0, 0, 0}),
                new Message(LAYOUT, layout.array())));
    }

    private static byte[] space(List<Integer> shape) {
        ByteBuffer space = buffer(8 + shape.size() * Long.BYTES);
        space.put((byte) 1).put((byte) shape.size()).put((byte) 0).put((byte) 0).putInt(0);
        shape.forEach(length -> space.putLong(length));
        return space.array();
    }

    /** Datatype of IEEE 754 doubles: positions of sign, exponent and fraction, and the exponent's bias. */
    private static byte[] doubles() {
        return buffer(24)
                .put(new byte[] {0x11, 0x20, 63, 0})
                .putInt(Double.BYTES)
                .putShort((short) 0)
                .putShort((short) Double.SIZE)
                .put(new byte[] {52, 11, 0, 52})
                .putInt(Double.MAX_EXPONENT)
                .array();
    }

    /** A zero-terminated text in UTF-8. */
    private static byte[] attribute(String name, String text) {
        byte[] named = (name + "\0").getBytes(StandardCharsets.UTF_8);
        byte[] said = (text + "\0").getBytes(StandardCharsets.UTF_8);
        ByteBuffer attribute = buffer(8 + padded(named.length) + 8 + 8 + padded(said.length));
        attribute
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) named.length)
                .putShort((short) 8)
                .putShort((short) 8);
        attribute.put(named).position(8 + padded(named.length));
        attribute.put(new byte[] {0x13, 0x10, 0, 0}).putInt(said.length);
        attribute.put((byte) 1).put(new byte[7]);
        return attribute.put(said).array();
    }

    private long header(List<Message> messages) {
        int size = messages.stream()
                .mapToInt(message -> 8 + padded(message.content().length))
                .sum();
        ByteBuffer header = buffer(16 + size);
        header.put((byte) 1)
                .put((byte) 0)
                .putShort((short) messages.size())
                .putInt(1)
                .putInt(size)
                .putInt(0);
        for (Message message : messages) {
            int length = padded(message.content().length);
            header.putShort((short) message.type()).putShort((short) length).putInt(0);
            header.put(message.content()).put(new byte[length - message.content().length]);
        }
        return append(header.array());
    }
}
