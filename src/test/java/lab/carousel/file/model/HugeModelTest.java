package lab.carousel.file.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lab.carousel.file.disk.Zips;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that say they are large, or are, are refused before that costs anything. */
class HugeModelTest {

    @TempDir
    private Path folder;

    private Path safetensors(String header, int data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + data).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        return Files.write(folder.resolve("it.safetensors"), bytes.array());
    }

    private static String array(String name, int length, int start) {
        return "\"%s\": {\"dtype\": \"F16\", \"shape\": [%d], \"data_offsets\": [%d, %d]}"
                .formatted(name, length, start, start + 2 * length);
    }

    @Test
    void shapesAndOffsetsThatCannotBeAreTold() throws IOException {
        String[] headers = {
            "{\"a\": {\"dtype\": \"F64\", \"shape\": [2000000000], \"data_offsets\": [0, 8]}}",
            "{\"a\": {\"dtype\": \"F64\", \"shape\": [3000000, 3000000], \"data_offsets\": [0, 8]}}",
            "{\"a\": {\"dtype\": \"F64\", \"shape\": [1], \"data_offsets\": [-8, 0]}}",
            "{\"a\": {\"dtype\": \"F64\", \"shape\": [1], \"data_offsets\": [9223372036854775800,"
                    + " 9223372036854775807]}}",
            "{\"a\": {\"dtype\": \"I8\", \"shape\": [1], \"data_offsets\": [0, 1]}}"
        };
        for (String header : headers) {
            Path file = safetensors(header, 16);
            assertThatThrownBy(() -> ModelFile.find(file).with(Map.of()))
                    .as(header)
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void moreNumbersThanTheLargestNetworkHasAreRefused() throws IOException {
        int each = 3_500_000;
        Path file = safetensors("{" + array("a", each, 0) + ", " + array("b", each, 2 * each) + "}", 4 * each);

        assertThatThrownBy(() -> ModelFile.find(file).with(Map.of())).hasMessageContaining("larger than any network");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        Path file = folder.resolve("it.h5");
        try (OutputStream stream = Files.newOutputStream(file)) {
            stream.write(new byte[65_000_001]);
        }

        assertThatThrownBy(() -> ModelFile.find(file).with(Map.of())).hasMessageContaining("64 megabytes");
    }

    @Test
    void aZipThatUnpacksToMoreIsNotUnpacked() throws IOException {
        Path file = Files.write(folder.resolve("it.npz"), Zips.bomb("a.npy", 66));

        assertThatThrownBy(() -> ModelFile.find(file).with(Map.of())).hasMessageContaining("unpacks to more than");
    }
}
