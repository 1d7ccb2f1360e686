package lab.carousel.file.model.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.keras.HdfWriter.HdfGroup;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;

class HdfArraysTest {

    /** Keras's own test data, Apache 2.0. */
    private static Path keras() throws URISyntaxException {
        return Path.of(
                ModelFile.class.getResource("written-by-keras-3.15.keras").toURI());
    }

    @Test
    void readsTheArraysThatKerasItselfWrote() throws URISyntaxException {
        ZipContent zip = ZipContent.read(keras());
        try (HdfArrays arrays = HdfArrays.open("it", zip.bytes("model.weights.h5"), new ReadProgress())) {
            Tensor kernel =
                    arrays.array(List.of("layers", "dense_3", "vars", "0")).orElseThrow();
            Tensor bias =
                    arrays.array(List.of("layers", "dense_3", "vars", "1")).orElseThrow();

            assertThat(kernel.shape()).containsExactly(4, 2);
            assertThat(bias.shape()).containsExactly(2);
            assertThat(kernel.values()).doesNotContain(0, Double.NaN);
            assertThat(arrays.array(List.of("layers", "dense_4", "vars", "0"))).isEmpty();
            assertThat(arrays.has("layers")).isTrue();
        }
    }

    @Test
    void aModelOfAClassOfItsOwnIsRefusedByItsName() throws URISyntaxException {
        Path file = keras();

        assertThatThrownBy(() -> ModelFile.find(file).with(Map.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Carousel cannot open a model of the class NestedDenseModel");
    }

    @Test
    void readsWhatTheWriterWrites() {
        HdfGroup root = new HdfGroup();
        root.group("b").group("deep").put("m", Tensor.matrix(2, 3, new double[] {1, 2, 3, 4, 5, -6.5}));
        root.group("a").say("name", "größer").put("v", Tensor.of(1e-300, Double.MAX_VALUE));
        root.group("empty");

        try (HdfArrays arrays = HdfArrays.open("it", HdfWriter.bytes(root), new ReadProgress())) {
            Tensor matrix = arrays.array(List.of("b", "deep", "m")).orElseThrow();
            assertThat(matrix.shape()).containsExactly(2, 3);
            assertThat(matrix.values()).containsExactly(1, 2, 3, 4, 5, -6.5);
            assertThat(arrays.array(List.of("a", "v")).orElseThrow().values())
                    .containsExactly(1e-300, Double.MAX_VALUE);
            assertThat(arrays.has("empty")).isTrue();
            assertThat(arrays.arrayWithin(List.of("b"), "m")).isPresent();
            assertThat(arrays.arrayWithin(List.of("b"), "v")).isEmpty();
        }
    }

    @Test
    void whoGaveUpIsNotReadFor() {
        HdfGroup root = new HdfGroup();
        root.group("a").group("deep").put("m", Tensor.of(1));
        ReadProgress given = new ReadProgress();
        given.giveUp();

        try (HdfArrays arrays = HdfArrays.open("it", HdfWriter.bytes(root), given)) {
            assertThatThrownBy(() -> arrays.arrayWithin(List.of("a"), "m")).isInstanceOf(CancellationException.class);
        }
    }
}
