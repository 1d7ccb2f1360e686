package lab.carousel.file.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.study.KeptStudies;
import lab.carousel.file.study.KeptStudy;
import lab.carousel.file.study.ResultsBytes;
import lab.carousel.file.study.StudyJson;
import lab.carousel.file.study.TypedStudy;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Study;
import lab.carousel.study.ready.ReadyMade;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Words;

/**
 * The place for studies in a session. {@value #LIST} tells what is chosen and which studies there are:
 *
 * <pre>
 *   {
 *     "shown": false, "chosen": "own", "seeds": "20",
 *     "own": {"question": "tuning", "random": false, "draws": "50", "axes": [
 *       {"name": "hiddenUnits", "values": "5, 20", "from": "", "to": "", "logarithmic": true}]},
 *     "studies": [{"id": "own", "seeds": 20, "runs": 40, "results": true}]
 *   }
 * </pre>
 *
 * <p>The first study has its files in the folder {@code studies/1/}, and so on: {@value #STUDY}, a study file, missing
 * where no file can hold what is varied, and the study is a ready-made one, of which the id is the key; {@value #RESULTS}
 * ({@link ResultsBytes}), missing if it was never run. The question may be missing. Where {@code "leftOut": true} stands the
 * study was run, but its results, or the study too, are not there, because there was no room.
 */
final class StudiesFolder {

    /** The most that the results of all studies may take. */
    static final long MOST_BYTES = 64_000_000;

    static final String LIST = "studies.json";
    static final String STUDY = "study.json";
    static final String RESULTS = "results.bin";

    private static final int MOST_STUDIES = 100;
    /** The most variations of all studies together: so many take some ten megabytes. */
    private static final int MOST_CELLS = 30_000;

    private static final int LONGEST_TEXT = 10_000;
    private static final String LEFT_OUT = "leftOut";
    private static final List<String> NAMES = List.of("id", "title", "seeds", "runs", "results", LEFT_OUT);

    private StudiesFolder() {}

    private static String folder(int number) {
        return "studies/" + number + "/";
    }

    /**
     * Puts studies among the files of a session.
     *
     * @param mostBytes what their results may take; of more those of the studies started earlier are left out
     */
    static void write(KeptStudies kept, long mostBytes, Map<String, byte[]> files) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("shown", kept.shown()).put("chosen", kept.chosen()).put("seeds", kept.seeds());
        TypedStudyJson.put(kept.own(), root.putObject("own"));
        ArrayNode list = root.putArray("studies");
        List<KeptStudy> studies = kept.studies()
                .subList(
                        Math.max(0, kept.studies().size() - MOST_STUDIES),
                        kept.studies().size());
        Set<KeptStudy> whole = whole(studies, mostBytes);
        for (KeptStudy study : studies) {
            boolean isNamed =
                    study.text().isPresent() || ReadyMade.named(study.id()).isPresent();
            Optional<Results> results = study.results().filter(any -> isNamed && whole.contains(study));
            ObjectNode node = list.addObject();
            node.put("id", study.id())
                    .put("title", study.study().title())
                    .put("seeds", study.study().seeds());
            study.results().ifPresent(any -> node.put("runs", any.plan().runs()));
            node.put("results", results.isPresent());
            if (!isNamed || (results.isEmpty() && study.results().isPresent())) {
                node.put(LEFT_OUT, true);
            }
            String folder = folder(list.size());
            study.text().ifPresent(text -> files.put(folder + STUDY, SessionFile.utf8(text)));
            results.ifPresent(found -> files.put(folder + RESULTS, ResultsBytes.bytes(found)));
        }
        files.put(LIST, SessionFile.utf8(JsonText.text(root)));
    }

    /** Those whose results fit, the ones started last first. */
    private static Set<KeptStudy> whole(List<KeptStudy> studies, long mostBytes) {
        Set<KeptStudy> whole = new HashSet<>();
        long left = mostBytes;
        for (int index = studies.size() - 1; index >= 0; index--) {
            long size = studies.get(index).results().map(ResultsBytes::size).orElse(0L);
            if (size <= left) {
                left -= size;
                whole.add(studies.get(index));
            }
        }
        return whole;
    }

    /**
     * The studies that a session holds.
     *
     * @param onBroken is told of each that is broken, or was left out
     * @throws InvalidInput if the list is broken
     */
    static KeptStudies read(ZipContent zip, Consumer<InvalidInput> onBroken) {
        JsonValue root = zip.json(LIST);
        root.members(List.of("shown", "chosen", "seeds", "own", "studies"));
        List<JsonValue> list = root.member("studies").elements();
        if (list.size() > MOST_STUDIES) {
            throw root.member("studies").place().problem("file.session.studies", MOST_STUDIES);
        }
        List<KeptStudy> studies = new ArrayList<>();
        int left = MOST_CELLS;
        for (int index = 0; index < list.size(); index++) {
            JsonValue value = list.get(index);
            String folder = folder(index + 1);
            int mostCells = Math.min(left, Study.MAX_CELLS);
            Optional<KeptStudy> study = ClassWorkFiles.part(
                            true, () -> study(value, folder, mostCells, zip, onBroken), onBroken)
                    .flatMap(read -> read);
            study.ifPresent(studies::add);
            left -= study.map(read -> read.study().cells()).orElse(0);
        }
        return new KeptStudies(
                root.member("shown").truth(),
                text(root.member("chosen")),
                text(root.member("seeds")),
                TypedStudyJson.read(root.member("own")),
                studies);
    }

    /** Empty if it was left out. */
    private static Optional<KeptStudy> study(
            JsonValue value, String folder, int mostCells, ZipContent zip, Consumer<InvalidInput> onBroken) {
        Map<String, JsonValue> members = value.members(NAMES);
        String id = text(value.member("id"));
        String title = text(value.member("title"));
        boolean isLeftOut =
                members.containsKey(LEFT_OUT) && members.get(LEFT_OUT).truth();
        if (isLeftOut) {
            onBroken.accept(new InvalidInput("file.session.study.leftOut", title.isEmpty() ? id : title));
        }
        Optional<ReadyMade> ready = ReadyMade.named(id);
        if (!zip.has(folder + STUDY) && isLeftOut && ready.isEmpty()) {
            return Optional.empty();
        }
        // What a file holds is what was run, also if this program's ready-made study has become another one
        Study study = zip.has(folder + STUDY) || ready.isEmpty()
                ? StudyJson.read(zip.json(folder + STUDY), mostCells)
                : ready.get().study().withSeeds(value.member("seeds").wholeNumber(1, Study.MAX_RUNS));
        if (!value.member("results").truth()) {
            return Optional.of(new KeptStudy(id, study, Optional.empty()));
        }
        Plan plan = Plan.of(study);
        if (plan.runs() != value.member("runs").wholeNumber()) {
            throw value.member("runs").place().problem("file.session.study.runs", plan.runs());
        }
        String results = folder + RESULTS;
        return Optional.of(
                new KeptStudy(id, study, Optional.of(ResultsBytes.read(plan, zip.place(results), zip.bytes(results)))));
    }

    static String text(JsonValue value) {
        String text = value.text();
        if (text.length() > LONGEST_TEXT) {
            throw value.place().problem("file.session.text", LONGEST_TEXT);
        }
        return text;
    }

    /** An own study as it was typed, in a session. */
    static final class TypedStudyJson {

        private static final Words<Question> QUESTIONS = Words.of(Question.class);
        private static final String QUESTION = "question";

        private TypedStudyJson() {}

        static void put(TypedStudy typed, ObjectNode node) {
            typed.question().ifPresent(question -> node.put(QUESTION, QUESTIONS.word(question)));
            node.put("random", typed.random()).put("draws", typed.draws());
            ArrayNode axes = node.putArray("axes");
            typed.axes().forEach(axis -> axes.addObject()
                    .put("name", axis.name())
                    .put("values", axis.values())
                    .put("from", axis.from())
                    .put("to", axis.to())
                    .put("logarithmic", axis.logarithmic()));
        }

        static TypedStudy read(JsonValue value) {
            Map<String, JsonValue> members = value.members(List.of(QUESTION, "random", "draws", "axes"));
            return new TypedStudy(
                    Optional.ofNullable(members.get(QUESTION)).map(word -> word.word(QUESTIONS)),
                    value.member("random").truth(),
                    StudiesFolder.text(value.member("draws")),
                    value.member("axes").elements().stream()
                            .map(TypedStudyJson::axis)
                            .toList());
        }

        private static TypedStudy.TypedAxis axis(JsonValue value) {
            return new TypedStudy.TypedAxis(
                    StudiesFolder.text(value.member("name")),
                    StudiesFolder.text(value.member("values")),
                    StudiesFolder.text(value.member("from")),
                    StudiesFolder.text(value.member("to")),
                    value.member("logarithmic").truth());
        }
    }
}
