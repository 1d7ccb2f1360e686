package lab.carousel.file.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.OpenQuestion.Subject;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.Trace;
import lab.carousel.text.InvalidInput;

/**
 * Opens the networks of others in {@code foreign.zip}; {@code make_foreign.py} beside it tells how they were made. Run by
 * hand it prints a table of them: {@code java ... lab.carousel.file.model.ForeignNetworks}.
 */
final class ForeignNetworks {

    private static final int[] SYMBOLS = {2, 0, 1, 3, 1, 0};
    private static final double TOLERANCE = 1e-12;

    /**
     * A network of another program.
     *
     * @param outputs what the other program computes; null if there is no such network here
     */
    record Kind(
            String name,
            String file,
            String source,
            String expect,
            Map<Subject, String> answers,
            String words,
            double[][] outputs) {

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * What came of opening one.
     *
     * @param isRight    whether it is what was to come of it
     * @param result     in words
     * @param difference the largest of an output that is shown without anything being chosen; NaN if none is
     */
    record Outcome(boolean isRight, String result, double difference) {}

    private final Path folder;
    private final ZipContent zip = ZipContent.read(ModelFileTest.resource("foreign.zip"));

    ForeignNetworks(Path folder) {
        this.folder = folder;
    }

    static List<Kind> kinds() {
        JsonValue all = ZipContent.read(ModelFileTest.resource("foreign.zip")).json("kinds.json");
        return all.elements().stream().map(ForeignNetworks::kind).toList();
    }

    private static Kind kind(JsonValue value) {
        Map<Subject, String> answers = new EnumMap<>(Subject.class);
        value.member("answers").members().forEach((key, answer) -> Stream.of(Subject.values())
                .filter(subject -> subject.key().equals(key))
                .forEach(subject -> answers.put(subject, answer.text())));
        double[][] outputs = value.member("outputs").kind() == JsonValue.JsonKind.NULL
                ? null
                : value.member("outputs").elements().stream()
                        .map(row -> row.elements().stream()
                                .mapToDouble(JsonValue::number)
                                .toArray())
                        .toArray(double[][]::new);
        return new Kind(
                value.member("kind").text(),
                value.member("file").text(),
                value.member("source").text(),
                value.member("expect").text(),
                answers,
                value.member("words").text(),
                outputs);
    }

    /** Opens one. */
    Outcome open(Kind kind) {
        FoundNetwork found;
        ReadNetwork network;
        try {
            Path file = Files.write(folder.resolve(kind.file), zip.bytes(kind.file));
            found = ModelFile.find(file);
        } catch (InvalidInput refused) {
            return refused(kind, "refused", refused);
        } catch (IOException | RuntimeException | Error unexpected) {
            return new Outcome(false, "BROKEN: " + unexpected, Double.NaN);
        }
        try {
            network = found.with(Map.of());
        } catch (InvalidInput refused) {
            return found.questions().isEmpty() || !kind.expect.equals("asks")
                    ? refused(kind, "refused", refused)
                    : asked(kind, found, refused);
        }
        double difference = kind.outputs == null ? Double.NaN : difference(network, kind.outputs);
        if (kind.expect.equals("assumes")) {
            return assumed(kind, found, difference);
        }
        boolean isRight = kind.expect.equals("opens") && difference < TOLERANCE;
        return new Outcome(isRight, isRight ? "opens" : "OPENED WRONGLY", difference);
    }

    private static Outcome refused(Kind kind, String expected, InvalidInput refused) {
        boolean isRight = kind.expect.equals(expected) && refused.getMessage().contains(kind.words);
        return new Outcome(isRight, isRight ? expected : "REFUSED: " + refused.getMessage(), Double.NaN);
    }

    /** Refused until something is chosen; then it computes what it should, or is none that there is here. */
    private static Outcome asked(Kind kind, FoundNetwork found, InvalidInput refused) {
        boolean isRight = refused.getMessage().contains("more than one fits") && isRightWithAnswers(kind, found);
        return new Outcome(isRight, isRight ? "refused until chosen" : "WRONG WHEN CHOSEN", Double.NaN);
    }

    private static Outcome assumed(Kind kind, FoundNetwork found, double difference) {
        List<Object> said = new ArrayList<>();
        found.assumptions(Map.of()).forEach(line -> said.add(line.text()));
        boolean isSaid = kind.answers.keySet().stream().allMatch(subject -> said.stream()
                .anyMatch(line -> line.toString().startsWith(subject.words().text())
                        && line.toString().contains("assumed")));
        boolean isRight = isSaid && isRightWithAnswers(kind, found);
        return new Outcome(isRight, isRight ? "says what it assumes" : "WRONG WHEN CHOSEN", difference);
    }

    private static boolean isRightWithAnswers(Kind kind, FoundNetwork found) {
        try {
            ReadNetwork network = found.with(kind.answers);
            return kind.outputs != null && difference(network, kind.outputs) < TOLERANCE;
        } catch (InvalidInput none) {
            return kind.outputs == null || kind.expect.equals("assumes");
        }
    }

    private static double difference(ReadNetwork network, double[][] outputs) {
        Hyperparameters hyperparameters = Hyperparameters.reference().with(Settings.OUTPUT, network.output());
        Trace trace = Trace.of(network.parameters(), hyperparameters, SYMBOLS);
        double most = 0;
        for (int step = 0; step < outputs.length; step++) {
            for (int output = 0; output < outputs[step].length; output++) {
                most = Math.max(most, Math.abs(trace.outputs(step)[output] - outputs[step][output]));
            }
        }
        return most;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("foreign");
        ForeignNetworks networks = new ForeignNetworks(folder);
        Map<String, int[]> counts = new TreeMap<>();
        long longest = 0;
        for (Kind kind : kinds()) {
            long start = System.nanoTime();
            Outcome outcome = networks.open(kind);
            long millis = (System.nanoTime() - start) / 1_000_000;
            longest = Math.max(longest, millis);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-5s | %-62s | %-22s | %8.1e | %4d ms",
                    kind.source,
                    kind.name,
                    outcome.result,
                    outcome.difference,
                    millis));
            counts.computeIfAbsent(outcome.isRight ? outcome.result : "WRONG", any -> new int[2])[
                    kind.source.equals("own") ? 1 : 0]++;
        }
        counts.forEach((result, count) ->
                System.out.println(result + ": " + count[0] + " of the issue's kinds, " + count[1] + " own"));
        System.out.println("the longest took " + longest + " ms");
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
