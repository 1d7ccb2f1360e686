package lab.carousel.file.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.OpenQuestion;
import lab.carousel.file.model.network.OpenQuestion.Subject;
import lab.carousel.text.InvalidInput;

/**
 * Opens damaged copies of a model. Each is told what is wrong with it, or is a network still; nothing else may happen. Run
 * by hand for many ({@code java -Xmx256m ... lab.carousel.file.model.MutatedModels 2000}), it prints how many there were of
 * both and the longest time that one took.
 */
final class MutatedModels {

    private static final int MOST_CHANGES = 8;
    private static final int[] STRANGE = {0, 1, 0x7F, 0x80, 0xFE, 0xFF};

    private final Path copy;
    private final SplittableRandom random;
    private int refused;
    private long longestNanos;

    MutatedModels(Path copy, long seed) {
        this.copy = copy;
        this.random = new SplittableRandom(seed);
    }

    /** Opens so many copies, each with a damage of its own. */
    MutatedModels open(Path model, int copies) throws IOException {
        byte[] whole = Files.readAllBytes(model);
        for (int number = 0; number < copies; number++) {
            Files.write(copy, mutated(whole));
            long start = System.nanoTime();
            try {
                FoundNetwork found = ModelFile.find(copy);
                found.with(firstFitting(found));
            } catch (InvalidInput told) {
                refused++;
                if (told.getMessage().isBlank()) {
                    throw new AssertionError("says nothing");
                }
            } catch (RuntimeException | Error unexpected) {
                Path kept = Files.copy(
                        copy,
                        Files.createTempFile("mutated", model.getFileName().toString()),
                        StandardCopyOption.REPLACE_EXISTING);
                throw new AssertionError("copy " + number + " of " + model + ", kept as " + kept, unexpected);
            }
            longestNanos = Math.max(longestNanos, System.nanoTime() - start);
        }
        return this;
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
        if (kind == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        if (kind == 1) {
            return Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 1_000));
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

    int refused() {
        return refused;
    }

    long longestMillis() {
        return longestNanos / 1_000_000;
    }

    public static void main(String[] arguments) throws IOException {
        int copies = Integer.parseInt(arguments[0]);
        String folder = "src/test/resources/lab/carousel/file/model/";
        for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
            Path copy = Files.createTempFile("mutated", name.substring(name.lastIndexOf('.')));
            MutatedModels opened = new MutatedModels(copy, 16).open(Path.of(folder + name), copies);
            System.out.println(name + ": " + copies + " opened, " + opened.refused() + " refused, at most "
                    + opened.longestMillis() + " ms");
            Files.delete(copy);
        }
    }
}
