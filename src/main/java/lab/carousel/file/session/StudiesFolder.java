package lab.carousel.file.session;

import static lab.carousel.file.json.Codec.field;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.json.Codec;
import lab.carousel.file.study.KeptStudies;
import lab.carousel.file.study.KeptStudy;
import lab.carousel.file.study.ReadyMade;
import lab.carousel.file.study.ResultsFile;
import lab.carousel.file.study.StudyFile;
import lab.carousel.file.study.TypedAxis;
import lab.carousel.file.study.TypedStudy;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Study;
import lab.carousel.text.InvalidInput;

/**
 * Studies in a session. {@value #LIST} has the state of their view and a list:
 *
 * <pre>
 *   {
 *     "shown": false, "chosen": "own", "seeds": "20",
 *     "own": {"question": "tuning", "axes": [
 *       {"name": "hiddenUnits", "values": "5, 20"}]},
 *     "studies": [{"id": "own", "seeds": 20, "runs": 40, "results": true}]
 *   }
 * </pre>
 *
 * <p>The files of the first study are in {@code studies/1/}, and so on: {@value #STUDY}, a study file, missing for a
 * ready-made study that no file can hold, whose key is the id; the results ({@link ResultsFile}), missing if it was never
 * run. The question is optional. {@code "leftOut": true} marks a study that was run, but whose results, or
 * also the study, had no room.
 */
final class StudiesFolder {

    /** Limit of the results of all studies. */
    static final long MOST_BYTES = 64_000_000;

    static final String LIST = "studies.json";
    static final String STUDY = "study.json";

    private static final int MOST_STUDIES = 100;
    /** Limit of the variations of all studies, which take some ten megabytes. */
    private static final int MOST_CELLS = 30_000;

    private static final int LONGEST_TEXT = 10_000;
    private static final Codec<String> TEXT = Codec.TEXT.check(Codec.noLongerThan(LONGEST_TEXT));

    private record Listed(
            String id, String title, int seeds, Optional<Integer> runs, boolean results, boolean leftOut) {}

    private record Written(boolean shown, String chosen, String seeds, TypedStudy own, List<Listed> studies) {}

    private static final Codec<Listed> LISTED = Codec.of(
            Listed.class,
            field("id", TEXT),
            field("title", TEXT),
            field("seeds", Codec.whole(1, Study.MAX_RUNS)),
            field("runs", Codec.whole(0, Integer.MAX_VALUE)).optional(),
            field("results", Codec.TRUTH),
            field("leftOut", Codec.TRUTH).unless(false));

    private static final Codec<TypedStudy> OWN = Codec.of(
            TypedStudy.class,
            field("question", Codec.words(Question.class)).optional(),
            field(
                    "axes",
                    Codec.of(TypedAxis.class, field("name", TEXT), field("values", TEXT))
                            .list()));

    private static final Codec<Written> CODEC = Codec.of(
            Written.class,
            field("shown", Codec.TRUTH),
            field("chosen", TEXT),
            field("seeds", TEXT),
            field("own", OWN),
            field("studies", LISTED.list(MOST_STUDIES)));

    private StudiesFolder() {}

    private static String folder(int number) {
        return "studies/" + number + "/";
    }

    /**
     * Adds studies to the files of a session.
     *
     * @param mostBytes limit of their results; beyond it those started earlier are left out
     */
    static void write(KeptStudies kept, long mostBytes, Map<String, byte[]> files) {
        List<KeptStudy> studies = kept.studies()
                .subList(
                        Math.max(0, kept.studies().size() - MOST_STUDIES),
                        kept.studies().size());
        Set<KeptStudy> whole = whole(studies, mostBytes);
        List<Listed> list = new ArrayList<>();
        for (KeptStudy study : studies) {
            boolean isNamed =
                    study.text().isPresent() || ReadyMade.named(study.id()).isPresent();
            Optional<Results> results = study.results().filter(any -> isNamed && whole.contains(study));
            list.add(new Listed(
                    study.id(),
                    study.study().title(),
                    study.study().seeds(),
                    study.results().map(any -> any.plan().runs()),
                    results.isPresent(),
                    !isNamed || (results.isEmpty() && study.results().isPresent())));
            String folder = folder(list.size());
            study.text().ifPresent(text -> files.put(folder + STUDY, SessionFile.utf8(text)));
            results.ifPresent(found -> ResultsFile.write(found, folder, files));
        }
        Written written = new Written(kept.shown(), kept.chosen(), kept.seeds(), kept.own(), list);
        files.put(LIST, SessionFile.utf8(CODEC.text(written)));
    }

    /** Studies whose results fit, the latest first. */
    private static Set<KeptStudy> whole(List<KeptStudy> studies, long mostBytes) {
        Set<KeptStudy> whole = new HashSet<>();
        long left = mostBytes;
        for (int index = studies.size() - 1; index >= 0; index--) {
            long size = studies.get(index).results().map(ResultsFile::size).orElse(0L);
            if (size <= left) {
                left -= size;
                whole.add(studies.get(index));
            }
        }
        return whole;
    }

    /**
     * Reads studies.
     *
     * @param onBroken receives each broken or left out study
     * @throws InvalidInput if the list is broken
     */
    static KeptStudies read(ZipContent zip, Consumer<InvalidInput> onBroken) {
        Written written = CODEC.read(zip.json(LIST));
        List<KeptStudy> studies = new ArrayList<>();
        int left = MOST_CELLS;
        for (int index = 0; index < written.studies.size(); index++) {
            Listed listed = written.studies.get(index);
            String folder = folder(index + 1);
            int mostCells = Math.min(left, Study.MAX_CELLS);
            Optional<KeptStudy> study = SessionFile.part(
                            true, () -> study(listed, folder, mostCells, zip, onBroken), onBroken)
                    .flatMap(read -> read);
            study.ifPresent(studies::add);
            left -= study.map(read -> read.study().cells()).orElse(0);
        }
        return new KeptStudies(written.shown, written.chosen, written.seeds, written.own, studies);
    }

    /** Empty if it was left out. */
    private static Optional<KeptStudy> study(
            Listed listed, String folder, int mostCells, ZipContent zip, Consumer<InvalidInput> onBroken) {
        if (listed.leftOut) {
            onBroken.accept(
                    new InvalidInput("file.session.study.leftOut", listed.title.isEmpty() ? listed.id : listed.title));
        }
        Optional<ReadyMade> ready = ReadyMade.named(listed.id);
        if (!zip.has(folder + STUDY) && listed.leftOut && ready.isEmpty()) {
            return Optional.empty();
        }
        // The file has the study that was run, also if the ready-made one has changed since
        Study study = zip.has(folder + STUDY) || ready.isEmpty()
                ? StudyFile.read(zip.json(folder + STUDY), mostCells)
                : ready.get().study().withSeeds(listed.seeds);
        if (!listed.results) {
            return Optional.of(new KeptStudy(listed.id, study, Optional.empty()));
        }
        Plan plan = Plan.of(study);
        if (!listed.runs.equals(Optional.of(plan.runs()))) {
            throw new InvalidInput("file.session.study.runs", zip.place(LIST), listed.id, plan.runs());
        }
        return Optional.of(new KeptStudy(listed.id, study, Optional.of(ResultsFile.read(plan, zip, folder))));
    }
}
