package lab.carousel.file.study;

import static lab.carousel.file.json.Codec.field;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.disk.WholeFile;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonText;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Shard;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.Variation;
import lab.carousel.text.InvalidInput;

/**
 * A share of a study in a folder of its own: {@value #SHARE} describes it, {@value #RESULTS} ({@link ResultsFile}) has
 * the results so far, so that a killed share continues.
 *
 * <pre>
 *   {
 *     "format": "carousel study share", "version": 2,
 *     "share": 3, "of": 16,
 *     "ready": "tuning-by-chance", "seeds": 1,
 *     "plan": "the SHA-256 of all its experiments and seeds"
 *   }
 * </pre>
 *
 * <p>Instead of {@code "ready"} another study is in {@code "study"}, as in a study file.
 *
 * @param plan of the whole study
 */
public record ShardFile(Plan plan, Shard portion, Path folder) {

    private static final int VERSION = 2;
    static final String SHARE = "share.json";
    static final String RESULTS = "share.npz";

    private static final int MOST_NAMED = 20;
    private static final int BYTES_PER_MEGABYTE = 1_000_000;

    /** JSON of a share: a ready-made study by its name, or another one. */
    private record Written(
            int share, int of, Optional<String> ready, Optional<Integer> seeds, Optional<Study> study, String plan) {

        Study whole() {
            return ready.map(name -> ReadyMade.named(name)
                            .orElseThrow(() -> new InvalidInput("cli.study.unknown", name))
                            .study()
                            .withSeeds(seeds.orElse(1)))
                    .or(() -> study)
                    .orElseThrow(() -> new InvalidInput("file.json.missing", "study"));
        }
    }

    private static final Codec<Written> CODEC = Codec.file(
                    "carousel study share",
                    VERSION,
                    "file.share.foreign",
                    Written.class,
                    field("share", Codec.whole(1, Shard.MOST)),
                    field("of", Codec.whole(1, Shard.MOST)),
                    field("ready", Codec.TEXT).optional(),
                    field("seeds", Codec.whole(1, Study.MAX_RUNS)).optional(),
                    field("study", StudyFile.STUDY).optional(),
                    field("plan", Codec.TEXT))
            .check((written, at) -> {
                at.member("share").wholeNumber(1, written.of);
                at.place().check(written::whole);
            });

    /**
     * Begins or continues a share; returns its earlier results.
     *
     * @throws InvalidInput if the folder has another share, or its files cannot be read
     */
    public Results begin(String name) {
        Path file = folder.resolve(SHARE);
        if (!Files.exists(file)) {
            TextFile.write(file, CODEC.text(written(name)));
            return Results.none(plan);
        }
        ShardFile there = read(folder);
        if (!there.portion.equals(portion) || !fingerprint(there.plan).equals(fingerprint(plan))) {
            throw new InvalidInput("file.share.other", folder, there.portion.number(), there.portion.of());
        }
        return results();
    }

    private Written written(String name) {
        boolean isReady = ReadyMade.named(name).isPresent();
        return new Written(
                portion.number(),
                portion.of(),
                Optional.of(name).filter(any -> isReady),
                Optional.of(plan.study().seeds()).filter(any -> isReady),
                Optional.of(plan.study()).filter(any -> !isReady),
                fingerprint(plan));
    }

    /**
     * @throws InvalidInput if there is no share, or this version of the program would train other runs
     */
    public static ShardFile read(Path folder) {
        Path file = folder.resolve(SHARE);
        if (!Files.exists(file)) {
            throw new InvalidInput("file.share.none", folder, SHARE);
        }
        Written written = CODEC.read(JsonText.parse(file.toString(), TextFile.read(file)));
        Plan plan = Plan.of(written.whole());
        if (!fingerprint(plan).equals(written.plan)) {
            throw new InvalidInput("file.share.plan", folder);
        }
        return new ShardFile(plan, new Shard(written.share, written.of), folder);
    }

    /** Hash of all that decides what is trained, so that shares of different studies are never merged. */
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

    public void keep(Results results) {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        ResultsFile.write(results, "", arrays);
        AtomicFile.write(folder.resolve(RESULTS), stream -> ZipContent.write(arrays, stream));
    }

    /**
     * @throws InvalidInput if the results cannot be read, or are not those that were written
     */
    public Results results() {
        Path file = folder.resolve(RESULTS);
        if (!Files.exists(file)) {
            return Results.none(plan);
        }
        // Limits the file's size to that of the share's runs
        long most = 1 + ResultsFile.most(plan, portion.runs(plan)) / BYTES_PER_MEGABYTE;
        int megabytes = (int) Math.min(most, WholeFile.MOST_MEGABYTES);
        return ResultsFile.read(plan, ZipContent.of(file.toString(), WholeFile.read(file, megabytes), megabytes), "");
    }

    public int runs() {
        return portion.runs(plan).length;
    }

    /**
     * Merges the results of all shares of a study, in any order.
     *
     * @throws InvalidInput if a share is missing, repeated, unfinished, or of another study; names it
     */
    public static Results joined(List<Path> folders) {
        Map<Integer, ShardFile> shares = new TreeMap<>();
        ShardFile first = read(folders.get(0));
        String plan = fingerprint(first.plan());
        for (Path folder : folders) {
            ShardFile share = read(folder);
            boolean isOther = share.portion().of() != first.portion().of()
                    || !fingerprint(share.plan()).equals(plan);
            if (isOther) {
                throw new InvalidInput("file.share.otherStudy", folder, first.folder());
            }
            ShardFile before = shares.put(share.portion().number(), share);
            if (before != null) {
                throw new InvalidInput("file.share.twice", share.portion().number(), before.folder(), folder);
            }
        }
        checkMissing(shares, first.portion().of());
        List<RunResult> all = new ArrayList<>();
        shares.values().forEach(share -> all.addAll(finished(share)));
        all.sort(Comparator.comparingInt(RunResult::run));
        return new Results(first.plan(), all);
    }

    private static void checkMissing(Map<Integer, ShardFile> shares, int of) {
        List<Integer> missing = IntStream.rangeClosed(1, of)
                .filter(number -> !shares.containsKey(number))
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            String named =
                    missing.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
            throw new InvalidInput("file.share.missing", missing.size(), of, named);
        }
    }

    private static List<RunResult> finished(ShardFile share) {
        List<RunResult> finished = share.results().finished();
        if (finished.size() != share.runs()) {
            throw new InvalidInput(
                    "file.share.unfinished", share.portion().number(), share.folder(), finished.size(), share.runs());
        }
        return finished;
    }
}
