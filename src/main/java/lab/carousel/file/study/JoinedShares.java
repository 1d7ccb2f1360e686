package lab.carousel.file.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.text.InvalidInput;

/** Puts the shares of a study together: the results are those of one go. */
public final class JoinedShares {

    private static final int MOST_NAMED = 20;

    private JoinedShares() {}

    /**
     * The results of all shares.
     *
     * @param folders one for each share, in any order
     * @throws InvalidInput if a share is missing, there twice, not at its end, or of another study; names it
     */
    public static Results of(List<Path> folders) {
        Map<Integer, StudyShare> shares = new TreeMap<>();
        StudyShare first = StudyShare.read(folders.get(0));
        String plan = StudyShare.fingerprint(first.plan());
        for (Path folder : folders) {
            StudyShare share = StudyShare.read(folder);
            boolean isOther = share.portion().of() != first.portion().of()
                    || !StudyShare.fingerprint(share.plan()).equals(plan);
            if (isOther) {
                throw new InvalidInput("file.share.otherStudy", folder, first.folder());
            }
            StudyShare before = shares.put(share.portion().number(), share);
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

    private static void checkMissing(Map<Integer, StudyShare> shares, int of) {
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

    private static List<RunResult> finished(StudyShare share) {
        List<RunResult> finished = share.results().finished();
        if (finished.size() != share.runs()) {
            throw new InvalidInput(
                    "file.share.unfinished", share.portion().number(), share.folder(), finished.size(), share.runs());
        }
        return finished;
    }
}
