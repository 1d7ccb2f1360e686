package lab.carousel.file.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.lesson.Condition;
import lab.carousel.lesson.ExpectedObservation;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.Readings;
import lab.carousel.lesson.StepDone;
import lab.carousel.lesson.StepRules;
import lab.carousel.lesson.StepStatus;
import lab.carousel.task.Task;

/**
 * Rules of a lesson's step as values for JSON: the program writes them into the page, which reads them there and goes by them with
 * this same code.
 *
 * <pre>
 *   rules   hides, hidesWhole, asks, right (if one is), needs [[conditions]], sights [{reads, within, right, isHere, isOpinion}],
 *           ownRun [conditions], tellsAtOnce; see {@link StepRules}. A condition is {reads, test, value}
 *   done    isCommitted, met, seen, waits
 *   told    hides, isAllMet, canObserve, waitsForWall, isExplained, isDone, right (if one is called so)
 * </pre>
 */
public final class PageRules {

    private final StepRules rules;

    PageRules(StepRules rules) {
        this.rules = rules;
    }

    /** As they were written. */
    public static PageRules read(Map<?, ?> rules) {
        return new PageRules(new StepRules(
                texts(rules, "hides"),
                texts(rules, "hidesWhole"),
                isTrue(rules, "asks"),
                right(rules),
                list(rules, "needs").stream()
                        .map(need -> conditions((List<?>) need))
                        .toList(),
                list(rules, "sights").stream()
                        .map(each -> (Map<?, ?>) each)
                        .map(sight -> new ExpectedObservation(
                                (String) of(sight, "reads"),
                                ((Number) of(sight, "within")).doubleValue(),
                                right(sight),
                                isTrue(sight, "isHere")))
                        .toList(),
                conditions(list(rules, "ownRun"))));
    }

    Map<String, Object> written() {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("hides", rules.hides());
        written.put("hidesWhole", rules.hidesWhole());
        written.put("asks", rules.asks());
        rules.right().ifPresent(right -> written.put("right", right));
        written.put("needs", rules.needs().stream().map(PageRules::written).toList());
        written.put("sights", rules.sights().stream().map(PageRules::written).toList());
        written.put("ownRun", written(rules.ownRun()));
        written.put("tellsAtOnce", rules.tellsAtOnce());
        return written;
    }

    private static Map<String, Object> written(ExpectedObservation sight) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("reads", sight.reads());
        written.put("within", sight.within());
        sight.right().ifPresent(right -> written.put("right", right));
        written.put("isHere", sight.isHere());
        written.put("isOpinion", sight.isOpinion());
        return written;
    }

    private static List<Map<String, Object>> written(List<Condition> conditions) {
        return conditions.stream()
                .map(each -> Map.of("reads", each.reads(), "test", each.test().name(), "value", value(each)))
                .toList();
    }

    /** The edited task is a value of JSON, too. */
    private static Object value(Condition condition) {
        return condition.value() instanceof Task task ? task.supply().values() : condition.value();
    }

    /** What follows from what was done. */
    public Map<String, Object> told(Map<?, ?> done) {
        StepStatus told = rules.told(new StepDone(
                isTrue(done, "isCommitted"), truths(done, "met"), truths(done, "seen"), isTrue(done, "waits")));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("hides", told.hides());
        all.put("isAllMet", told.isAllMet());
        all.put("canObserve", told.canObserve());
        all.put("waitsForWall", told.waitsForWall());
        all.put("isExplained", told.isExplained());
        all.put("isDone", told.isDone());
        told.right().ifPresent(right -> all.put("right", right));
        return all;
    }

    /** The same before anything was done. */
    Map<String, Object> first() {
        return told(Map.of("isCommitted", !rules.asks(), "met", List.of(), "seen", List.of(), "waits", false));
    }

    /** Which needs are met, see {@link StepRules#met}. */
    public List<Boolean> met(List<Boolean> before, Map<?, ?> then, Map<?, ?> now) {
        return rules.met(before, readings(then), readings(now));
    }

    /** An answer to an observation: { answer, truth, agrees (if that is judged) }; empty if it cannot be checked yet. */
    public Optional<Map<String, Object>> checked(int number, double answer, Map<?, ?> now) {
        return rules.checked(number, answer, readings(now)).map(PageRules::observed);
    }

    private static Map<String, Object> observed(Observed observed) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("answer", observed.answer());
        all.put("truth", observed.truth());
        observed.agrees().ifPresent(agrees -> all.put("agrees", agrees));
        return all;
    }

    private static Readings readings(Map<?, ?> values) {
        return name -> Optional.ofNullable(values.get(name));
    }

    private static List<Condition> conditions(List<?> written) {
        return written.stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> Condition.of((String) of(each, "reads"), (String) of(each, "test"), of(each, "value")))
                .toList();
    }

    private static Object of(Map<?, ?> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static List<?> list(Map<?, ?> values, String name) {
        return (List<?>) of(values, name);
    }

    private static List<String> texts(Map<?, ?> values, String name) {
        return list(values, name).stream().map(each -> (String) each).toList();
    }

    private static List<Boolean> truths(Map<?, ?> values, String name) {
        return list(values, name).stream().map(each -> (Boolean) each).toList();
    }

    private static boolean isTrue(Map<?, ?> values, String name) {
        return (Boolean) of(values, name);
    }

    private static OptionalInt right(Map<?, ?> values) {
        return values.get("right") instanceof Number right ? OptionalInt.of(right.intValue()) : OptionalInt.empty();
    }
}
