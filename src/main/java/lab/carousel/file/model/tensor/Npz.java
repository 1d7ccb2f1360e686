package lab.carousel.file.model.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.text.InvalidInput;

/** Arrays of NumPy in a zip: the format {@code npz}. Nothing in it is ever unpickled. */
public final class Npz {

    private static final String ENDING = ".npy";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** A zip without arrays. */
    public Npz() {}

    /** The bytes of a file, with double precision; each text is an array without lengths. */
    public static byte[] bytes(TensorFile file) {
        Npz npz = new Npz();
        file.tensors().forEach(npz::put);
        file.texts().forEach(npz::put);
        return npz.bytes();
    }

    /** Adds an array. */
    public void put(String name, Tensor tensor) {
        files.put(name + ENDING, Npy.bytes(tensor));
    }

    /** Adds whole numbers, as an array with one length. */
    public void putWhole(String name, int... numbers) {
        files.put(name + ENDING, Npy.bytes(numbers));
    }

    /** Adds a text. */
    public void put(String name, String text) {
        files.put(name + ENDING, Npy.bytes(text));
    }

    /** Adds texts, as an array with one length. */
    public void put(String name, List<String> texts) {
        files.put(name + ENDING, Npy.bytes(texts));
    }

    /** The bytes of the zip: the same arrays give the same bytes. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
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
     * What a zip holds.
     *
     * @throws InvalidInput if one of its arrays is damaged, or of a kind that cannot be read
     */
    public static TensorFile read(ZipContent zip) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        long numbers = 0;
        for (String entry : zip.names()) {
            if (!entry.endsWith(ENDING)) {
                continue;
            }
            String name = entry.substring(0, entry.length() - ENDING.length());
            String place = zip.place(entry);
            if (Npy.isText(place, zip.bytes(entry))) {
                texts.put(name, Npy.text(place, zip.bytes(entry)));
            } else {
                Tensor tensor = Npy.read(place, zip.bytes(entry));
                numbers += tensor.values().length;
                if (numbers > Tensor.MOST_IN_FILE) {
                    throw new InvalidInput("network.array.tooLarge", place);
                }
                tensors.put(name, tensor);
            }
        }
        return new TensorFile(tensors, texts);
    }
}
