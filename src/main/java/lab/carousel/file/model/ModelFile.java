package lab.carousel.file.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.WholeFile;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.model.keras.KerasNetwork;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.tensor.Npz;
import lab.carousel.file.model.tensor.Safetensors;
import lab.carousel.file.model.torch.TorchNetwork;
import lab.carousel.text.InvalidInput;

/**
 * Opens networks that other programs saved. The first bytes tell the format, not the name. Nothing in a file is ever
 * run or unpickled.
 */
public final class ModelFile {

    public static final List<String> ENDINGS = List.of(".keras", ".h5", ".hdf5", ".safetensors", ".npz");

    /** Size limit, also when unpacked. */
    private static final int MOST_MEGABYTES = 64;

    private static final List<String> PICKLED = List.of(".pt", ".pth", ".pkl", ".pickle", ".ckpt", ".bin");

    private ModelFile() {}

    /** Whether the extension is one of {@link #ENDINGS}, or of a format that the message explains how to convert. */
    public static boolean isNamedLikeOne(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) || PICKLED.stream().anyMatch(name::endsWith);
    }

    /**
     * Reads a network.
     *
     * @throws InvalidInput if there is no such file, or it holds no network that can be opened; says what would have to
     *                      change
     */
    public static FoundNetwork find(Path file) {
        return find(file, new ReadProgress());
    }

    public static FoundNetwork find(Path file, ReadProgress progress) {
        byte[] bytes = WholeFile.read(file, MOST_MEGABYTES, progress);
        String name = file.toString();
        String lower = name.toLowerCase(Locale.ROOT);
        if (KerasNetwork.isHdf(bytes)) {
            return KerasNetwork.of(name, bytes, progress);
        }
        boolean isZip = bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K';
        if (isZip && lower.endsWith(".zip")) {
            throw new InvalidInput("network.deeplearning4j", file);
        }
        if (lower.endsWith(".safetensors")) {
            return TorchNetwork.of(name, Safetensors.read(name, bytes));
        }
        if (PICKLED.stream().anyMatch(lower::endsWith) || isPickled(bytes)) {
            throw new InvalidInput("network.pickled", file);
        }
        if (isZip) {
            ZipContent zip = ZipContent.of(name, bytes, MOST_MEGABYTES);
            return KerasNetwork.isKeras(zip)
                    ? KerasNetwork.of(name, zip, progress)
                    : TorchNetwork.of(name, Npz.read(zip));
        }
        throw new InvalidInput("network.unknown", file, String.join(", ", ENDINGS));
    }

    private static boolean isPickled(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == (byte) 0x80 && bytes[1] >= 2 && bytes[1] <= 5;
    }
}
