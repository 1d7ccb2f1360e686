package lab.carousel.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lab.carousel.file.answers.folder.ClassFolder;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.text.InvalidInput;

/** Symbolic links in the place of a file of each format: to a whole one, to nothing, to themselves, to a folder, to a device. */
final class Links {

    private static final int MOST_SECONDS = 20;
    /** Never opened by their names: the program looks for them in a folder. */
    private static final Set<String> IN_FOLDERS = Set.of("answers", "share of a study");

    private final Path folder;
    long tried;
    long opened;
    long refused;
    final List<String> falls = new ArrayList<>();

    Links(Path folder) {
        this.folder = folder;
    }

    void run(List<Format> formats) throws IOException, InterruptedException {
        for (Format format : formats) {
            if (IN_FOLDERS.contains(format.name())) {
                continue;
            }
            Path own = Files.createDirectories(folder.resolve("links" + format.tail()));
            Path whole = Files.write(
                    own.resolve("whole" + format.ending()), format.samples().get(0));
            Path mutual = own.resolve("mutual" + format.ending());
            Path mutual2 = own.resolve("mutual2-" + format.ending());
            Map<String, Path> targets = new LinkedHashMap<>();
            targets.put("whole", whole);
            targets.put("nothing", own.resolve("nothing"));
            targets.put("folder", own);
            targets.put("loop", own.resolve("loop-" + format.ending()));
            targets.put("mutual2", mutual);
            targets.put("zero", Path.of("/dev/zero"));
            targets.put("null", Path.of("/dev/null"));
            targets.put("terminal", Path.of("/dev/tty"));
            Files.createSymbolicLink(mutual, mutual2);
            for (Map.Entry<String, Path> target : targets.entrySet()) {
                Path link = Files.createSymbolicLink(
                        own.resolve(target.getKey() + "-" + format.ending()), target.getValue());
                open(format, link);
            }
            save(whole, own.resolve("kept" + format.ending()));
        }
    }

    /** A folder of a class in which links lead to each other, to the folder, to devices and away. */
    void folder(byte[] answers) throws IOException {
        tried++;
        Path own = Files.createDirectories(folder.resolve("class/inner")).getParent();
        Files.write(own.resolve("a.carousel-answers"), answers);
        Files.createSymbolicLink(own.resolve("b.carousel-answers"), own.resolve("a.carousel-answers"));
        Files.createSymbolicLink(own.resolve("c.carousel-answers"), own.resolve("c.carousel-answers"));
        Files.createSymbolicLink(own.resolve("d.carousel-answers"), Path.of("/dev/zero"));
        Files.createSymbolicLink(own.resolve("inner/up"), own);
        Files.createSymbolicLink(own.resolve("inner/e.carousel-answers"), own);
        ClassFolder.read(own);
        opened++;
    }

    private void open(Format format, Path link) throws InterruptedException {
        tried++;
        try {
            CompletableFuture.runAsync(() -> format.reader().read(link)).get(MOST_SECONDS, TimeUnit.SECONDS);
            opened++;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof InvalidInput) {
                refused++;
            } else {
                falls.add("link " + link + ": " + failed.getCause());
            }
        } catch (TimeoutException hanging) {
            falls.add("link " + link + ": reads for ever");
        }
    }

    /** Saving over a link changes what it leads to, or takes its place, but loses nothing. */
    private void save(Path whole, Path link) throws IOException {
        tried++;
        Files.createSymbolicLink(link, whole);
        byte[] now = {1, 2, 3};
        AtomicFile.write(link, now);
        if (Files.readAllBytes(link).length != now.length) {
            falls.add("link " + link + ": what was saved is not there");
        } else {
            opened++;
        }
    }
}
