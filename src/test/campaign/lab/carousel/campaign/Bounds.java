package lab.carousel.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of experiments that are as large as experiments may be. */
final class Bounds {

    private Bounds() {}

    /** Experiments at their bounds. */
    static List<Path> files(Path folder) throws IOException {
        return List.of(
                file(folder, "many", 200, 500, 50, 20),
                file(folder, "long", 2, 5_000, 1_024, 20),
                file(folder, "wide", 2, 20, 10, 512),
                file(folder, "all", 200, 1_000, 1_024, 64));
    }

    private static Path file(Path folder, String name, int sequences, int length, int symbols, int units)
            throws IOException {
        StringBuilder text =
                new StringBuilder("{\"format\": \"carousel experiment\", \"version\": 1, \"engine\": \"kernel\",");
        text.append(" \"task\": {\"alphabet\": \"");
        for (int symbol = 0; symbol < symbols; symbol++) {
            text.append(symbol == 0 ? "s" : " s").append(symbol);
        }
        text.append("\", \"sequences\": [");
        for (int sequence = 0; sequence < sequences; sequence++) {
            text.append(sequence == 0 ? "\"" : ",\n\"");
            for (int step = 0; step < length; step++) {
                text.append(step == 0 ? "" : " ").append("s").append((step * 7L + sequence * (step % 13)) % symbols);
            }
            text.append('"');
        }
        text.append("]}, \"hyperparameters\": {\"hiddenUnits\": ").append(units).append("}}");
        return Files.writeString(folder.resolve(name + ".carousel"), text);
    }
}
