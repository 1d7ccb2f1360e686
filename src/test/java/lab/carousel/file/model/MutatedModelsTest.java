package lab.carousel.file.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few damaged copies of a model of each format; by hand there are thousands, see {@link MutatedModels}. */
class MutatedModelsTest {

    private static final int COPIES = 100;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"keras3-lstm-1.keras", "keras2-lstm-1.h5", "torch-lstm-1.safetensors", "torch-lstm-1.npz"})
    void aDamagedModelIsToldAndNothingElseHappens(String name) throws IOException {
        Path copy = folder.resolve("copy" + name.substring(name.lastIndexOf('.')));

        MutatedModels opened = new MutatedModels(copy, 3).open(ModelFileTest.resource(name), COPIES);

        assertThat(opened.refused()).isBetween(COPIES / 4, COPIES);
    }
}
