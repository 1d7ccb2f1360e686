package lab.carousel.file.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.OpenQuestion;
import lab.carousel.file.model.network.Subject;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged copy of a model is told what is wrong with it, or is a network still; nothing else may happen. */
class MutatedModelsTest {

    private static final int COPIES = 100;
    private static final int MOST_CHANGES = 8;
    private static final int[] STRANGE = {0, 1, 0x7F, 0x80, 0xFE, 0xFF};

    private final SplittableRandom random = new SplittableRandom(3);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keras3-lstm-1.keras",
                "keras2-lstm-1.h5",
                "torch-lstm-1.safetensors",
                "torch-lstm-1.npz",
                "own-lstm1997-2.safetensors",
                "own-peephole-2.npz"
            })
    void aDamagedModelIsToldAndNothingElseHappens(String name) throws IOException {
        byte[] whole = Files.readAllBytes(ModelFileTest.resource(name));
        Path copy = folder.resolve("copy" + name.substring(name.lastIndexOf('.')));
        int refused = 0;
        for (int number = 0; number < COPIES; number++) {
            Files.write(copy, mutated(whole));
            Optional<Message> told = InvalidInput.problemOf(() -> {
                FoundNetwork found = ModelFile.find(copy);
                found.with(firstFitting(found));
            });
            told.ifPresent(message -> assertThat(message.text()).isNotBlank());
            refused += told.isPresent() ? 1 : 0;
        }
        assertThat(refused).isBetween(COPIES / 4, COPIES);
    }

    /** Of what must be chosen the first that fits. */
    private static Map<Subject, String> firstFitting(FoundNetwork found) {
        return found.questions().stream()
                .filter(question -> question.assumed().isEmpty())
                .collect(Collectors.toMap(
                        OpenQuestion::subject, question -> question.answers().get(0)));
    }

    private byte[] mutated(byte[] whole) {
        byte[] bytes = whole.clone();
        int kind = random.nextInt(10);
        if (kind <= 1) {
            return Arrays.copyOf(
                    bytes, kind == 0 ? random.nextInt(bytes.length) : bytes.length + random.nextInt(1, 1_000));
        }
        int changes = random.nextInt(1, MOST_CHANGES + 1);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(bytes.length);
            bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : STRANGE[random.nextInt(STRANGE.length)]);
            if (random.nextInt(4) == 0) {
                // a whole number that is much too large, or negative
                Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) (random.nextBoolean() ? 0x7F : 0xFF));
            }
        }
        return bytes;
    }
}
