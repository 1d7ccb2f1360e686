package lab.carousel.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.text.InvalidInput;

/**
 * A small disk that is full again and again: each file on it is whole, the old or the new one, whoever saved is told in words,
 * and nothing is left beside. Made by {@code mount -t tmpfs -o size=1m carousel FOLDER}.
 */
final class FullDisk extends Ordeal {

    private static final int FILES = 6;
    private static final int MOST_BYTES = 400_000;

    long saved;
    long refused;

    FullDisk(SplittableRandom random, Path folder) {
        super(random, folder);
    }

    void run(long nanos) throws IOException {
        byte[][] last = new byte[FILES][0];
        for (int file = 0; file < FILES; file++) {
            Files.deleteIfExists(path(file));
        }
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            int file = random.nextInt(FILES);
            byte[] content = new byte[random.nextInt(MOST_BYTES)];
            Arrays.fill(content, (byte) random.nextInt(256));
            try {
                AtomicFile.write(path(file), content);
                saved++;
                last[file] = content;
            } catch (InvalidInput full) {
                refused++;
                if (full.getMessage().isBlank()) {
                    falls.add("full disk: refused without a word");
                }
            } catch (RuntimeException fallen) {
                falls.add("full disk: " + fallen);
            }
            check(last);
            if (random.nextInt(8) == 0) {
                Files.deleteIfExists(path(file));
                last[file] = new byte[0];
            }
        }
    }

    private Path path(int file) {
        return folder.resolve("file" + file);
    }

    private void check(byte[][] last) throws IOException {
        for (int file = 0; file < FILES; file++) {
            byte[] there = Files.exists(path(file)) ? Files.readAllBytes(path(file)) : new byte[0];
            if (!Arrays.equals(there, last[file])) {
                falls.add("full disk: file" + file + " has " + there.length + " bytes instead of " + last[file].length);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !file.getFileName().toString().startsWith("file"))
                    .forEach(file -> falls.add("full disk: left " + file));
        }
    }
}
