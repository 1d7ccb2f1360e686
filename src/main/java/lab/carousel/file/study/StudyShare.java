package lab.carousel.file.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.disk.WholeFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Portion;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.Variation;
import lab.carousel.study.ready.ReadyMade;
import lab.carousel.text.InvalidInput;

/**
 * One share of a study in a folder of its own: {@value #SHARE} tells which, and {@value #RESULTS} ({@link ResultsBytes}) has
 * what has ended of it, so that a share that was killed goes on where it was.
 *
 * <pre>
 *   {
 *     "format": "carousel study share", "version": 1,
 *     "share": 3, "of": 16,
 *     "ready": "tuning-by-chance", "seeds": 1,
 *     "plan": "the SHA-256 of all its experiments and seeds"
 *   }
 * </pre>
 *
 * <p>A study that is not a ready-made one stands in it as {@code "study"}, as in a study file.
 *
 * @param plan    of the whole study
 * @param portion which of its runs
 * @param folder  where they are kept
 */
public record StudyShare(Plan plan, Portion portion, Path folder) {

    static final String SHARE = "share.json";
    static final String RESULTS = "share.bin";

    private static final int BYTES_PER_MEGABYTE = 1_000_000;

    private static final String FORMAT_NAME = "carousel study share";
    private static final String NUMBER = "share";
    private static final String OF = "of";
    private static final String READY = "ready";
    private static final String SEEDS = "seeds";
    private static final String STUDY = "study";
    private static final String PLAN = "plan";
    private static final List<String> NAMES =
            List.of(JsonValue.FORMAT, JsonValue.VERSION, NUMBER, OF, READY, SEEDS, STUDY, PLAN);

    /**
     * Begins a share, or goes on with it.
     *
     * @param name of the study if it is a ready-made one
     * @return what has ended of it before
     * @throws InvalidInput if the folder has another share, or what is in it cannot be read
     */
    public Results begin(String name) {
        Path file = folder.resolve(SHARE);
        if (!Files.exists(file)) {
            TextFile.write(file, JsonText.text(written(name)));
            return Results.none(plan);
        }
        StudyShare there = read(folder);
        if (!there.portion.equals(portion) || !fingerprint(there.plan).equals(fingerprint(plan))) {
            throw new InvalidInput("file.share.other", folder, there.portion.number(), there.portion.of());
        }
        return results();
    }

    private ObjectNode written(String name) {
        ObjectNode root = JsonText.start(FORMAT_NAME);
        root.put(NUMBER, portion.number()).put(OF, portion.of());
        if (ReadyMade.named(name).isPresent()) {
            root.put(READY, name).put(SEEDS, plan.study().seeds());
        } else {
            root.set(STUDY, StudyJson.write(plan.study()));
        }
        return root.put(PLAN, fingerprint(plan));
    }

    /**
     * The share in a folder.
     *
     * @throws InvalidInput if there is none, or this version of the program would train other runs
     */
    public static StudyShare read(Path folder) {
        Path file = folder.resolve(SHARE);
        if (!Files.exists(file)) {
            throw new InvalidInput("file.share.none", folder, SHARE);
        }
        JsonValue root = JsonText.parse(file.toString(), TextFile.read(file));
        root.checkFormat(FORMAT_NAME, "file.share.foreign");
        Map<String, JsonValue> members = root.members(NAMES);
        Study study = members.containsKey(READY) ? ready(root) : StudyJson.read(root.member(STUDY));
        Plan plan = Plan.of(study);
        if (!fingerprint(plan).equals(root.member(PLAN).text())) {
            throw new InvalidInput("file.share.plan", folder);
        }
        int of = root.member(OF).wholeNumber(1, Portion.MOST);
        return new StudyShare(plan, new Portion(root.member(NUMBER).wholeNumber(1, of), of), folder);
    }

    private static Study ready(JsonValue root) {
        JsonValue name = root.member(READY);
        Study study = ReadyMade.named(name.text())
                .orElseThrow(() -> name.place().problem("cli.study.unknown", name.text()))
                .study();
        return study.withSeeds(root.member(SEEDS).wholeNumber(1, Study.MAX_RUNS));
    }

    /** Told by all that decides what is trained, so that shares of different studies are never put together. */
    public static String fingerprint(Plan plan) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Variation cell : plan.cells()) {
                digest.update(ExperimentFile.toJson(cell.experiment()).getBytes(StandardCharsets.UTF_8));
            }
            for (int run = 0; run < plan.runs(); run += plan.cells().size()) {
                digest.update((plan.run(run).seed() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Keeps what has ended, in place of what had before. */
    public void keep(Results results) {
        AtomicFile.write(folder.resolve(RESULTS), ResultsBytes.bytes(results));
    }

    /**
     * What has ended.
     *
     * @throws InvalidInput if it cannot be read
     */
    public Results results() {
        Path file = folder.resolve(RESULTS);
        if (!Files.exists(file)) {
            return Results.none(plan);
        }
        // Runs that the share does not have cannot be in it, so that its size says at once that something else is
        long most = 1 + ResultsBytes.most(plan, portion.runs(plan)) / BYTES_PER_MEGABYTE;
        byte[] bytes = WholeFile.read(file, (int) Math.min(most, WholeFile.MOST_MEGABYTES));
        return ResultsBytes.read(plan, file.toString(), bytes);
    }

    /** How many runs it has. */
    public int runs() {
        return portion.runs(plan).length;
    }
}
