package lab.carousel.file.page.computing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lab.carousel.drawing.font.FontFace;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.page.PageAddress;
import lab.carousel.file.page.PageForm;
import lab.carousel.file.page.PageJudge;
import lab.carousel.file.page.PageLoss;
import lab.carousel.file.page.PageRules;
import lab.carousel.file.page.PageView;
import lab.carousel.model.Experiment;
import lab.carousel.text.Language;
import lab.carousel.training.Divergence;
import lab.carousel.training.Training;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSMapLike;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Float64Array;

/**
 * The computing of the page, as its scripts call it: the program's own code, translated into JavaScript by the build. What
 * comes in and goes out are values of JSON; an experiment is one as files have it. Only the build runs this.
 */
public final class PageComputing {

    /** So many numbers of weights are kept of the epochs of a run: 40 MB. */
    private static final int MOST_KEPT = 5_000_000;

    private static final int MOST_STATES = 512;
    /** Experiments that are looked at in turn. */
    private static final int MOST_OPEN = 6;

    private static final Map<String, PageView> OPEN = new LinkedHashMap<>();
    private static final List<Language> LANGUAGES = new ArrayList<>();

    private static final PageJudge JUDGE = new PageJudge();
    private static final AtomicReference<@Nullable Run> RUN = new AtomicReference<>();
    private static final AtomicReference<@Nullable LossOfRun> LOSS = new AtomicReference<>();
    private static final AtomicReference<@Nullable RulesOfStep> RULES = new AtomicReference<>();

    private PageComputing() {}

    /** Nothing is done before it is called. */
    public static void main(String[] arguments) {}

    /** Says which language is spoken, who writes in it and others, and in which words are told, all by their codes. */
    @JSExport
    public static void speak(String code, String[] told, Writing writing) {
        Substitutes.speak(code, new Substitutes.Writer() {
            @Override
            public String word(String language, String key, List<Object> values) {
                return writing.word(language, key, js(values));
            }

            @Override
            public String number(String language, double value, int least, int most) {
                return writing.number(language, value, least, most);
            }
        });
        LANGUAGES.clear();
        Stream.of(told).map(Language::of).forEach(language -> LANGUAGES.add(language.orElseThrow()));
    }

    private interface Writing extends JSObject {

        String word(String language, String key, JSObject values);

        String number(String language, double value, int least, int most);
    }

    /** Reads the texts of fields, see {@link PageForm#read}. */
    @JSExport
    public static JSObject read(JSObject texts, JSObject given) {
        Map<String, String> typed = new LinkedHashMap<>();
        members(texts).forEach((field, text) -> typed.put(field, (String) text));
        return js(PageForm.read(typed, experiment(given)));
    }

    /** Writes an address, see {@link PageAddress#written}. */
    @JSExport
    public static String writeAddress(JSObject experiment, JSObject base, JSObject lookedAt) {
        return PageAddress.written(experiment(experiment), experiment(base), members(lookedAt));
    }

    /** Reads one, see {@link PageAddress#read}; of a lesson's step that sets up nothing the experiment is an empty text. */
    @JSExport
    public static JSObject readAddress(
            String fragment, JSObject lessons, String usual, JSObject base, String[] places) {
        List<PageAddress.Taught> taught = Stream.of(elements(lessons))
                .map(lesson -> new PageAddress.Taught(
                        text(get(lesson, "name")),
                        Stream.of(elements(get(lesson, "steps")))
                                .map(step -> JSObjects.typeOf(step).equals("string")
                                        ? Optional.<Experiment>empty()
                                        : Optional.of(experiment(step)))
                                .toList()))
                .toList();
        return js(
                PageAddress.read(fragment, new PageAddress.Context(taught, usual, experiment(base), List.of(places))));
    }

    /** What is known of an experiment before it is trained, see {@link PageView#facts}. */
    @JSExport
    public static JSObject facts(JSObject experiment) {
        return js(view(experiment, false).facts());
    }

    /** The weights of the untrained network. */
    @JSExport
    public static JSObject untrained(JSObject experiment) {
        return js(view(experiment, false).untrained().toArray());
    }

    /** How a network does, and what it does at each step, see {@link PageView#seen}. */
    @JSExport
    public static JSObject seen(JSObject experiment, Float64Array weights, boolean isStepByStep) {
        PageView view = view(experiment, isStepByStep);
        return js(view.seen(view.parameters(weights.copyToJavaArray())));
    }

    /** The equations of a unit at a step with their numbers, see {@link PageView#cell}. */
    @JSExport
    public static JSObject cell(
            JSObject experiment, Float64Array weights, boolean isStepByStep, int sequence, int number, int unit) {
        PageView view = view(experiment, isStepByStep);
        return js(view.cell(view.parameters(weights.copyToJavaArray()), sequence, number, unit));
    }

    /** The views of an experiment, see {@link PageView#views}. */
    @JSExport
    public static JSObject views(JSObject experiment, boolean isStepByStep) {
        return js(view(experiment, isStepByStep).views());
    }

    /** The answer of one, see {@link PageView#view}; at: { name, choices, epoch, unit, s, t, width, height }. */
    @JSExport
    public static JSObject view(JSObject experiment, Float64Array weights, boolean isStepByStep, JSObject at) {
        PageView view = view(experiment, isStepByStep);
        Map<String, String> chosen = new LinkedHashMap<>();
        members(get(at, "choices")).forEach((name, value) -> chosen.put(name, (String) value));
        return js(view.view(
                text(get(at, "name")),
                chosen,
                view.parameters(weights.copyToJavaArray()),
                (int) number(get(at, "epoch")),
                (int) number(get(at, "unit")),
                (int) number(get(at, "s")),
                (int) number(get(at, "t")) + 1,
                number(get(at, "width")),
                number(get(at, "height"))));
    }

    /** The heatmap, see {@link PageView#states}; at: { epoch, layer, width, height }. */
    @JSExport
    public static JSObject states(JSObject experiment, Float64Array weights, boolean isStepByStep, JSObject at) {
        PageView view = view(experiment, isStepByStep);
        return js(view.states(
                view.parameters(weights.copyToJavaArray()),
                (int) number(get(at, "epoch")),
                text(get(at, "layer")),
                number(get(at, "width")),
                number(get(at, "height"))));
    }

    /** A cell of it, see {@link PageView#cellOfStates}. */
    @JSExport
    public static JSObject cellOfStates(JSObject experiment, boolean isStepByStep, int column, int index) {
        return js(view(experiment, isStepByStep).cellOfStates(column, index));
    }

    /** What stands at a place of a picture, see {@link PageView#spot}. */
    @JSExport
    public static JSObject spot(JSObject experiment, boolean isStepByStep, boolean isOfStates, double x, double y) {
        return js(view(experiment, isStepByStep).spot(isOfStates, x, y));
    }

    /** Where an arrow key leads in one, see {@link PageView#next}. */
    @JSExport
    public static JSObject nextSpot(
            JSObject experiment, boolean isStepByStep, boolean isOfStates, double x, double y, int right, int down) {
        return js(view(experiment, isStepByStep).next(isOfStates, x, y, right, down));
    }

    /** The chart of a run's losses, see {@link PageLoss#told}; run: { experiment, epochs (as slices tell them), wentOn }, at: { isLogarithmic, last, until, width, height }. */
    @JSExport
    public static JSObject loss(JSObject run, JSObject at) {
        JSObject epochs = get(run, "epochs");
        LossOfRun known = LOSS.get();
        if (known == null || !isSame(known.epochs, epochs)) {
            known = new LossOfRun(
                    epochs, new PageLoss(experiment(get(run, "experiment")), (int) number(get(run, "wentOn"))));
            LOSS.set(known);
        }
        known.read();
        return js(known.loss.told(
                ((JSBoolean) get(at, "isLogarithmic")).booleanValue(),
                (int) number(get(at, "last")),
                number(get(at, "until")),
                number(get(at, "width")),
                number(get(at, "height"))));
    }

    /** An epoch in it, see {@link PageLoss#at}. */
    @JSExport
    public static JSObject epochOfLoss(int epoch) {
        return js(Objects.requireNonNull(LOSS.get()).loss.at(epoch));
    }

    /** What stands at a place of it, see {@link PageLoss#spot}. */
    @JSExport
    public static JSObject spotOfLoss(double x, double y) {
        return js(Objects.requireNonNull(LOSS.get()).loss.spot(x, y));
    }

    /** The chart of the run whose epochs these are. */
    private record LossOfRun(JSObject epochs, PageLoss loss) {

        /** Takes those that have come since the last time. */
        void read() {
            JSObject[] all = elements(epochs);
            for (int at = loss.size(); at < all.length; at++) {
                JSObject told = all[at];
                double[] numbers = Stream.of("loss", "band", "margin", "bits", "separation", "separationBefore")
                        .mapToDouble(name -> number(get(told, name)))
                        .toArray();
                double[] sequences = Stream.of(elements(get(told, "sequenceLoss")))
                        .mapToDouble(PageComputing::number)
                        .toArray();
                loss.add((int) number(get(told, "epoch")), numbers, sequences);
            }
        }
    }

    /** What the rules of a lesson's step tell of what was done, see {@link PageRules#told}. */
    @JSExport
    public static JSObject stepTold(JSObject rules, JSObject done) {
        return js(rules(rules).told(members(done)));
    }

    /** Which of its needs are met, see {@link PageRules#met}. */
    @JSExport
    public static JSObject needsMet(JSObject rules, JSObject before, JSObject then, JSObject now) {
        List<Boolean> met = Stream.of(elements(before))
                .map(each -> ((JSBoolean) each).booleanValue())
                .toList();
        return js(rules(rules).met(met, members(then), members(now)));
    }

    /** An answer to an observation, see {@link PageRules#checked}; without members if it cannot be checked. */
    @JSExport
    public static JSObject checked(JSObject rules, int number, double answer, JSObject now) {
        return js(rules(rules).checked(number, answer, members(now)).orElse(Map.of()));
    }

    /** Those that were used last are kept. */
    private static PageRules rules(JSObject written) {
        RulesOfStep known = RULES.get();
        if (known == null || !isSame(known.written, written)) {
            known = new RulesOfStep(written, PageRules.read(members(written)));
            RULES.set(known);
        }
        return known.rules;
    }

    private record RulesOfStep(JSObject written, PageRules rules) {}

    /** What is said of a forecast that was made elsewhere, see {@link PageJudge#told}. */
    @JSExport
    public static JSObject judge(JSObject typed, double width, double height) {
        Map<String, String> fields = new LinkedHashMap<>();
        members(typed).forEach((field, text) -> fields.put(field, (String) text));
        return js(JUDGE.told(fields, width, height));
    }

    /** What stands at a place of its picture, see {@link PageJudge#spot}. */
    @JSExport
    public static JSObject spotOfJudge(double x, double y) {
        return js(JUDGE.spot(x, y));
    }

    /** Where an arrow key leads in it, see {@link PageJudge#next}. */
    @JSExport
    public static JSObject nextSpotOfJudge(double x, double y, int right, int down) {
        return js(JUDGE.next(x, y, right, down));
    }

    /** How wide a text is, see {@link FontFace#width}. */
    @JSExport
    public static double textWidth(String text, double size, boolean isBold) {
        return (isBold ? FontFace.BOLD : FontFace.REGULAR).width(text, size);
    }

    @JSExport
    public static void begin(JSObject experiment) {
        RUN.set(new Run(experiment(experiment)));
    }

    /**
     * Trains for so many milliseconds; { epochs: [{ epoch, loss, sequenceLoss, bits, separation, separationBefore, weights and
     * result (both if the state is kept) }], isFinished, diverged: { epoch, sequence, step } or null }.
     */
    @JSExport
    public static JSObject slice(int milliseconds) {
        return js(Objects.requireNonNull(RUN.get()).slice(milliseconds));
    }

    /** A training, an epoch after the other. */
    private static final class Run {

        private final Training training;
        private final PageView view;
        private final int epochs;
        private final int every;
        private boolean isBegun;

        Run(Experiment experiment) {
            training = new Training(experiment, new KernelEngine());
            view = new PageView(experiment, LANGUAGES);
            epochs = training.snapshot().lastEpoch();
            int states = Math.max(
                    2, Math.min(MOST_STATES, MOST_KEPT / experiment.layout().size()));
            every = Math.max(1, (epochs + states - 1) / states);
        }

        Map<String, Object> slice(int milliseconds) {
            JSArray<JSObject> told = new JSArray<>();
            if (!isBegun) {
                isBegun = true;
                told.push(look());
            }
            double end = now() + milliseconds;
            while (!training.isFinished() && now() < end) {
                training.advance();
                if (training.isAtEndOfEpoch() && training.divergence().isEmpty()) {
                    told.push(look());
                }
            }
            Map<String, Object> slice = new HashMap<>();
            slice.put("epochs", told);
            slice.put("isFinished", training.isFinished());
            training.divergence().ifPresent(where -> slice.put("diverged", place(where)));
            return slice;
        }

        private JSObject look() {
            Map<String, Object> looked = PageView.numbers(training.evaluation());
            looked.put("epoch", training.epoch());
            if (training.epoch() % every == 0 || training.isFinished()) {
                looked.put("weights", training.snapshot().parameters().toArray());
                if (training.criterion().isPresent()) {
                    looked.put("result", view.result(training.evaluation(), training.criterion()));
                }
            }
            return js(looked);
        }

        private static Map<String, Object> place(Divergence where) {
            return Map.of("epoch", where.epoch(), "sequence", where.sequence(), "step", where.step());
        }
    }

    private static PageView view(JSObject experiment, boolean isStepByStep) {
        String key = stringify(experiment);
        PageView view = open(key, () -> new PageView(experiment(experiment), LANGUAGES));
        return isStepByStep ? open(key + " step by step", view::stepByStep) : view;
    }

    private static PageView open(String key, Supplier<PageView> made) {
        PageView known = Optional.ofNullable(OPEN.remove(key)).orElseGet(made);
        OPEN.put(key, known);
        if (OPEN.size() > MOST_OPEN) {
            OPEN.remove(OPEN.keySet().iterator().next());
        }
        return known;
    }

    private static Experiment experiment(JSObject written) {
        return PageForm.experiment(value(written));
    }

    // ---- Values of JavaScript
    // -------------------------------------------------------------------------------------------------

    /** A value of JavaScript as maps, lists, texts, numbers and truths. */
    private static Object value(JSObject value) {
        switch (JSObjects.typeOf(value)) {
            case "string":
                return text(value);
            case "number":
                return number(value);
            case "boolean":
                return ((JSBoolean) value).booleanValue();
            default:
                return JSArray.isArray(value)
                        ? Stream.of(elements(value)).map(PageComputing::value).toList()
                        : members(value);
        }
    }

    private static Map<String, Object> members(JSObject value) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : JSObjects.keys(value)) {
            if (!JSObjects.typeOf(get(value, name)).equals("undefined")) {
                members.put(name, value(get(value, name)));
            }
        }
        return members;
    }

    private static JSObject js(Object value) {
        if (value instanceof JSObject ready) {
            return ready;
        }
        if (value instanceof Map<?, ?> map) {
            JSMapLike<JSObject> object = JSObjects.create();
            map.forEach((name, each) -> object.set((String) name, js(each)));
            return object;
        }
        if (value instanceof List<?> list) {
            JSArray<JSObject> array = new JSArray<>();
            list.forEach(each -> array.push(js(each)));
            return array;
        }
        if (value instanceof double[] numbers) {
            return Float64Array.fromJavaArray(numbers);
        }
        if (value instanceof Boolean truth) {
            return JSBoolean.valueOf(truth);
        }
        return value instanceof Number number
                ? JSNumber.valueOf(number.doubleValue())
                : JSString.valueOf((String) value);
    }

    @JSBody(
            params = {"object", "name"},
            script = "return object[name];")
    private static native JSObject get(JSObject object, String name);

    @JSBody(params = "value", script = "return Array.from(value);")
    private static native JSObject[] elements(JSObject value);

    @JSBody(params = "value", script = "return value;")
    private static native String text(JSObject value);

    /** NaN of nothing. */
    @JSBody(params = "value", script = "return Number(value === null ? NaN : value);")
    private static native double number(JSObject value);

    @JSBody(
            params = {"one", "other"},
            script = "return one === other;")
    private static native boolean isSame(JSObject one, JSObject other);

    @JSBody(params = "value", script = "return JSON.stringify(value);")
    private static native String stringify(JSObject value);

    @JSBody(script = "return Date.now();")
    private static native double now();
}
