package lab.carousel.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import lab.carousel.file.session.AutosaveFolder;

/** Windows that start together after a crash, with clocks that were set forth and back: no session is lost unseen. */
final class Windows extends Ordeal {

    long starts;
    long crashes;

    Windows(SplittableRandom random, Path folder) {
        super(random, folder);
    }

    void run(long nanos) throws IOException {
        long end = System.nanoTime() + nanos;
        for (int round = 0; System.nanoTime() - end < 0; round++) {
            attempt(round);
        }
    }

    private void attempt(int round) throws IOException {
        Files.createDirectories(folder);
        Set<String> left = new HashSet<>();
        int crashed = random.nextInt(4);
        for (int crash = 0; crash < crashed; crash++) {
            String content = round + "-" + crash;
            left.add(content);
            crashes++;
            Files.writeString(folder.resolve("running-" + content + ".lock"), "");
            Path session = Files.writeString(folder.resolve("running-" + content + ".carousel-session"), content);
            long years = random.nextLong(-20, 20);
            Files.setLastModifiedTime(
                    session, FileTime.fromMillis(System.currentTimeMillis() + years * 31_557_600_000L));
        }
        int windows = 1 + random.nextInt(3);
        List<CompletableFuture<AutosaveFolder>> opening = new ArrayList<>();
        for (int window = 0; window < windows; window++) {
            opening.add(CompletableFuture.supplyAsync(this::open));
        }
        for (CompletableFuture<AutosaveFolder> each : opening) {
            starts++;
            try (AutosaveFolder window = each.join()) {
                Files.writeString(window.file(), "saved");
            } catch (RuntimeException fallen) {
                falls.add("a start: " + fallen);
            }
        }
        left.removeAll(contents());
        if (!left.isEmpty()) {
            falls.add("lost: " + left);
        }
    }

    private AutosaveFolder open() {
        try {
            return AutosaveFolder.open(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private Set<String> contents() throws IOException {
        Set<String> contents = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("-session")).toList()) {
                contents.add(Files.readString(file));
            }
        }
        return contents;
    }
}
