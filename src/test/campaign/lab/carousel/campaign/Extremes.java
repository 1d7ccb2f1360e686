package lab.carousel.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The inputs that took most, to be kept. */
final class Extremes {

    private record Kept(long value, String name, byte[] bytes) {}

    private final int most;
    private final List<Kept> kept = new ArrayList<>();

    Extremes(int most) {
        this.most = most;
    }

    void offer(long value, Format format, long number, byte[] bytes) {
        if (kept.size() < most || value > kept.get(kept.size() - 1).value) {
            kept.add(new Kept(value, number + format.tail(), bytes));
            kept.sort(Comparator.comparingLong(Kept::value).reversed());
            if (kept.size() > most) {
                kept.remove(most);
            }
        }
    }

    /** Writes them into a folder. */
    void save(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Kept each : kept) {
            Files.write(folder.resolve(each.name), each.bytes);
        }
    }

    List<String> lines(long unit) {
        return kept.stream()
                .map(each -> each.value / unit + " " + each.name + " (" + each.bytes.length + " bytes)")
                .toList();
    }
}
