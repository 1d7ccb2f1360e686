package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Domain;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.text.InLanguage;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

/** The translated computing of the page against the program that it was translated from: to the last bit. */
class PageComputingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ALL_CASES = 150;

    /** Everything that the page computes of an experiment; numbers that JSON has not, as texts. */
    private static final String ALL = "const BASE = " + json(Experiment.reference()) + ";\n"
            + """
            const all = ({ experiment, column, unit }) => {
              const run = { epochs: [], diverged: null };
              COMPUTING.begin(experiment);
              for (let isFinished = false; !isFinished; ) {
                const told = COMPUTING.slice(50);
                told.epochs.forEach((epoch) => run.epochs.push(epoch));
                run.diverged = told.diverged || null;
                isFinished = told.isFinished;
              }
              const { weights } = run.epochs[run.epochs.length - 1];
              const facts = COMPUTING.facts(experiment);
              const views = (facts.hasTwoEvaluations ? [false, true] : [false]).map((each) => COMPUTING.seen(experiment, weights, each));
              const { s, t } = views[0].columns[column % views[0].columns.length];
              const cell = COMPUTING.cell(experiment, weights, false, s, t + 1, unit);
              const address = COMPUTING.writeAddress(experiment, BASE, { epoch: 2, layer: "h" });
              const addressed = COMPUTING.readAddress(address + "&unit=0&seed=%4", [], "", BASE, []);
              const untrained = COMPUTING.untrained(experiment);
              const offered = COMPUTING.views(experiment, false);
              const answers = offered.map(({ name, choices }) => {
                const last = choices.map((choice) => [choice.name, choice.options.length ? choice.options[choice.options.length - 1].value : choice.first]);
                const at = { name, choices: Object.fromEntries(last), epoch: 2, unit, s, t, width: 360, height: 300 };
                return { told: COMPUTING.view(experiment, weights, false, at), under: COMPUTING.spot(experiment, false, false, 150, 120), next: COMPUTING.nextSpot(experiment, false, false, 150, 120, 1, 0) };
              });
              const states = facts.layers.map((layer) => ({
                told: COMPUTING.states(experiment, weights, false, { epoch: 2, layer, width: 240, height: 120 }),
                cell: COMPUTING.cellOfStates(experiment, false, column % views[0].columns.length, 0),
                under: COMPUTING.spot(experiment, false, true, 90, 60),
              }));
              const trained = { experiment, epochs: run.epochs.slice(1) };
              const losses = [true, false].map((isLogarithmic) => ({
                told: COMPUTING.loss(trained, { isLogarithmic, last: 9, until: 7, width: 360, height: 320 }),
                at: COMPUTING.epochOfLoss(3),
                under: COMPUTING.spotOfLoss(200, 90),
              }));
              return { run, facts, views, cell, address, addressed, untrained, offered, answers, states, losses };
            };
            const plain = (key, value) => {
              if (value instanceof Float64Array) {
                return Array.from(value);
              }
              return typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0)) ? (Object.is(value, -0) ? "-0.0" : String(value)) : value;
            };
            """;

    record Case(Experiment experiment, int column, int unit) {}

    private static JsonNode json(Experiment experiment) {
        return JSON.valueToTree(PageForm.written(experiment));
    }

    private static ObjectNode json(Case one) {
        ObjectNode json = JSON.createObjectNode();
        json.set("experiment", json(one.experiment));
        return json.put("column", one.column).put("unit", one.unit);
    }

    static String words() throws IOException {
        String computing = Page.computing();
        String chosen = JSON.writeValueAsString(PageViews.words());
        return JSON.writeValueAsString(
                Page.inEachLanguage(() -> PageWords.of(List.of(computing, "\"stateMap.\" \"automaton.\"", chosen))));
    }

    @Test
    void inABrowserItGivesTheNumbersAndWordsOfTheProgramToTheLastBit(@TempDir Path folder)
            throws IOException, InterruptedException {
        assertThat(differences(cases(), folder).limit(20)).isEmpty();
    }

    @Test
    void ofDrawnTasksItGivesThemToo(@TempDir Path folder) throws IOException, InterruptedException {
        Stream<Case> cases = Sample.of(
                        9,
                        PageRuns.drawn(2).toList(),
                        experiment -> (experiment.task().targets() == TargetKind.NUMBERS))
                .map(experiment -> new Case(experiment, 7, 1));
        assertThat(differences(cases, folder).limit(20)).isEmpty();
    }

    private static Stream<String> differences(Stream<Case> of, Path folder) throws IOException, InterruptedException {
        assumeTrue(Browser.isInstalled(), "chromium and chromedriver are not installed");
        List<Case> cases = of.toList();
        Browser browser = Browser.inNewWindow();
        browser.open(Files.writeString(folder.resolve("empty.html"), "<!DOCTYPE html>"));
        browser.run(Page.computing() + " carouselSpeak({ language: 'de', texts: " + words()
                + " }); window.COMPUTING = carouselComputing;");
        List<String> found = new ArrayList<>();
        // One at a time: all of them together are longer than a text of JSON can be
        for (int at = 0; at < cases.size(); at++) {
            JsonNode theirs = JSON.readTree(browser.run(ALL + "try { return JSON.stringify(all(" + json(cases.get(at))
                            + "), plain); } catch (error) { return JSON.stringify(error + error.stack); }")
                    .textValue());
            Experiment experiment = cases.get(at).experiment;
            String place = at + " " + experiment.hyperparameters() + experiment.task();
            if (theirs.isTextual()) {
                found.add(place + " failed: " + theirs.textValue());
            } else {
                compare(place, all(cases.get(at)), theirs, found);
            }
        }
        return found.stream();
    }

    /** Rhino is slow, and has no browser's functions: one short run, where there is no browser. */
    @Test
    void withoutABrowserItGivesThemToo() throws IOException {
        assumeTrue(Sample.isExhaustive() || !Browser.isInstalled(), "Chromium computes more");
        Case one = new Case(
                Experiment.reference()
                        .with(settings -> settings.with(Settings.EPOCHS, 2).with(Settings.HIDDEN_UNITS, 3)),
                3,
                1);
        Context context = Context.enter();
        try {
            context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
            context.setInterpretedMode(true);
            Scriptable scope = context.initSafeStandardObjects();
            String script =
                    "var performance = Date; " + Page.computing() + " carouselSpeak({ language: 'de', texts: " + words()
                            + " }); var COMPUTING = carouselComputing; " + ALL + " JSON.stringify(all(" + json(one)
                            + "), plain)";
            JsonNode theirs = JSON.readTree(Context.toString(
                    context.evaluateString(scope, PageScripts.forRhino(script), "computing", 1, null)));
            List<String> found = new ArrayList<>();
            compare("reference", all(one), theirs, found);
            assertThat(found).isEmpty();
        } finally {
            Context.exit();
        }
    }

    /** The same as the script gives. */
    private static Map<String, Object> all(Case one) {
        Map<String, Object> all = new LinkedHashMap<>();
        PageView view = new PageView(one.experiment, Language.all());
        try (Training training = new Training(one.experiment, new KernelEngine())) {
            List<Object> epochs = new ArrayList<>();
            List<Evaluation> evaluations = new ArrayList<>();
            epochs.add(looked(training));
            while (!training.isFinished()) {
                training.advance();
                if (training.isAtEndOfEpoch() && training.divergence().isEmpty()) {
                    epochs.add(looked(training));
                    evaluations.add(training.evaluation());
                }
            }
            all.put("run", Map.of("epochs", epochs));
            all.put("facts", view.facts());
            Parameters parameters = training.snapshot().parameters();
            List<Object> views = new ArrayList<>();
            views.add(view.seen(parameters));
            if (one.experiment.hasTwoEvaluations()) {
                views.add(view.stepByStep().seen(parameters));
            }
            all.put("views", views);
            all.put("untrained", view.untrained().toArray());
            List<?> columns = (List<?>) ((Map<?, ?>) views.get(0)).get("columns");
            Map<?, ?> column = (Map<?, ?>) columns.get(one.column % columns.size());
            int sequence = (int) column.get("s");
            int number = (int) column.get("t") + 1;
            String address =
                    PageAddress.written(one.experiment, Experiment.reference(), Map.of("epoch", 2, "layer", "h"));
            PageAddress.Context context = new PageAddress.Context(List.of(), "", Experiment.reference(), List.of());
            all.put("address", address);
            all.put(
                    "addressed",
                    InLanguage.GERMAN.meanwhile(() -> PageAddress.read(address + "&unit=0&seed=%4", context)));
            InLanguage.GERMAN.meanwhile(() -> {
                all.put("cell", view.cell(parameters, sequence, number, one.unit));
                all.put("offered", view.views());
                all.put(
                        "answers",
                        view.views().stream()
                                .map(offered -> answer(view, offered, parameters, one.unit, sequence, number))
                                .toList());
                all.put(
                        "states",
                        PageView.layers(one.experiment).stream()
                                .map(layer -> states(view, parameters, layer.letter(), one.column % columns.size()))
                                .toList());
                all.put(
                        "losses",
                        Stream.of(true, false)
                                .map(each -> loss(one.experiment, evaluations, each))
                                .toList());
                return true;
            });
        }
        return all;
    }

    /** Of a view in which the last value of each choice is chosen, and what is typed first of those that offer none. */
    private static Map<String, Object> answer(
            PageView view, Map<String, Object> offered, Parameters parameters, int unit, int sequence, int number) {
        Map<String, String> chosen = new LinkedHashMap<>();
        ((List<?>) offered.get("choices")).forEach(each -> {
            Map<?, ?> choice = (Map<?, ?>) each;
            List<?> options = (List<?>) choice.get("options");
            Object last = options.isEmpty()
                    ? choice.get("first")
                    : ((Map<?, ?>) options.get(options.size() - 1)).get("value");
            chosen.put((String) choice.get("name"), (String) last);
        });
        String name = (String) offered.get("name");
        Map<String, Object> told = view.view(name, chosen, parameters, 2, unit, sequence, number, 360, 300);
        return Map.of("told", told, "under", view.spot(false, 150, 120), "next", view.next(false, 150, 120, 1, 0));
    }

    /** The heatmap of a layer. */
    private static Map<String, Object> states(PageView view, Parameters parameters, String layer, int column) {
        return Map.of(
                "told", view.states(parameters, 2, layer, 240, 120),
                "cell", view.cellOfStates(column, 0),
                "under", view.spot(true, 90, 60));
    }

    /** The chart of the losses of some epochs. */
    private static Map<String, Object> loss(Experiment experiment, List<Evaluation> epochs, boolean isLogarithmic) {
        PageLoss loss = new PageLoss(experiment, 0);
        for (int epoch = 1; epoch <= epochs.size(); epoch++) {
            Map<String, Object> told = PageView.numbers(epochs.get(epoch - 1));
            double[] numbers = Stream.of("loss", "band", "margin", "bits", "separation", "separationBefore")
                    .mapToDouble(name -> (double) told.getOrDefault(name, Double.NaN))
                    .toArray();
            loss.add(epoch, numbers, (double[]) told.get("sequenceLoss"));
        }
        return Map.of(
                "told", loss.told(isLogarithmic, 9, 7, 360, 320),
                "at", loss.at(3),
                "under", loss.spot(200, 90));
    }

    private static Map<String, Object> looked(Training training) {
        Map<String, Object> looked = PageView.numbers(training.evaluation());
        looked.put("epoch", training.epoch());
        looked.put("weights", training.snapshot().parameters().toArray());
        return looked;
    }

    private static void compare(String place, Object ours, JsonNode theirs, List<String> found) {
        if (theirs == null) {
            found.add(place + " is missing, should be " + ours);
        } else if (ours instanceof Map<?, ?> map) {
            map.forEach((name, each) -> compare(place + "." + name, each, theirs.get((String) name), found));
        } else if (ours instanceof List<?> list) {
            if (list.size() != theirs.size()) {
                found.add(place + " has " + theirs.size() + " of " + list.size());
            }
            IntStream.range(0, list.size())
                    .forEach(at -> compare(place + "." + at, list.get(at), theirs.get(at), found));
        } else if (ours instanceof double[] numbers) {
            compare(
                    place,
                    IntStream.range(0, numbers.length)
                            .mapToObj(at -> numbers[at])
                            .toList(),
                    theirs,
                    found);
        } else {
            boolean isSame = ours instanceof Number number
                    ? isSame(
                            number.doubleValue(),
                            theirs.isTextual() ? Double.parseDouble(theirs.textValue()) : theirs.doubleValue())
                    : theirs.asText().equals(ours.toString());
            if (!isSame) {
                found.add(place + " is " + theirs + ", should be " + ours);
            }
        }
    }

    private static boolean isSame(double ours, double theirs) {
        return Double.doubleToLongBits(ours) == Double.doubleToLongBits(theirs);
    }

    private static Stream<Case> cases() {
        List<Function<Case, ?>> aspects = new ArrayList<>();
        aspects.add(one -> one.experiment.hyperparameters().get(Settings.CELL));
        aspects.add(one -> one.experiment.hyperparameters().get(Settings.OUTPUT));
        aspects.add(one -> one.experiment.hyperparameters().get(Settings.OPTIMISER));
        aspects.add(one -> one.experiment.task().equals(one.experiment.task().withSets(false)));
        for (Setting<?> setting : Settings.ALL) {
            aspects.add(one -> one.experiment
                    .hyperparameters()
                    .get(setting)
                    .equals(Hyperparameters.reference().get(setting)));
        }
        @SuppressWarnings("unchecked")
        Function<Case, ?>[] all = aspects.toArray(Function[]::new);
        return Sample.of(33, allCases(), all);
    }

    /** Each cell with each output, each setting with another value, and many at random. */
    static List<Case> allCases() {
        List<Experiment> all = new ArrayList<>();
        for (Cell cell : Cell.all()) {
            for (Output output : List.of(Output.SIGMOID, Output.SOFTMAX)) {
                all.add(shortOf(Experiment.reference()
                        .with(settings -> settings.with(Settings.CELL, cell).with(Settings.OUTPUT, output))));
            }
        }
        SplittableRandom random = new SplittableRandom(33);
        while (all.size() < ALL_CASES) {
            try {
                all.add(drawn(random));
            } catch (InvalidInput doesNotGoTogether) {
                // The next one may
            }
        }
        return all.stream()
                .map(experiment -> new Case(
                        experiment,
                        random.nextInt(50),
                        random.nextInt(experiment.layout().allUnits())))
                .toList();
    }

    private static Experiment shortOf(Experiment experiment) {
        return experiment.with(settings -> settings.with(Settings.EPOCHS, 25));
    }

    private static Experiment drawn(SplittableRandom random) {
        String[] symbols = "a b c d e".split(" ");
        int used = 2 + random.nextInt(4);
        String[] sequences = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(s -> String.join(
                        " ",
                        IntStream.range(0, 3 + random.nextInt(6))
                                .mapToObj(t -> symbols[random.nextInt(used)])
                                .toList()))
                .toArray(String[]::new);
        Hyperparameters settings = Hyperparameters.reference()
                .with(Settings.EPOCHS, 3 + random.nextInt(8))
                .with(Settings.HIDDEN_UNITS, 1 + random.nextInt(7))
                .with(Settings.SEED, random.nextLong(Hyperparameters.MAX_SEED));
        for (Setting<?> setting : Settings.ALL) {
            boolean isSet = setting == Settings.EPOCHS || setting == Settings.HIDDEN_UNITS || setting == Settings.SEED;
            if (!isSet && random.nextInt(3) > 0) {
                settings = drawn(setting, settings, random);
            }
        }
        boolean isOfSets = settings.get(Settings.OUTPUT) == Output.SIGMOID && random.nextInt(3) == 0;
        return new Experiment(
                Task.parse(String.join(" ", List.of(symbols).subList(0, used)), sequences)
                        .withSets(isOfSets),
                settings,
                EngineName.KERNEL);
    }

    private static <T> Hyperparameters drawn(Setting<T> setting, Hyperparameters settings, SplittableRandom random) {
        Domain<T> domain = setting.domain();
        List<String> words = domain.wordList();
        if (domain.numbers().isEmpty() || (!words.isEmpty() && random.nextBoolean())) {
            return setting.with(
                    settings,
                    domain.ofWord(words.get(random.nextInt(words.size()))).orElseThrow());
        }
        Domain.Number<T> number = domain.numbers().get();
        double value = number.slider().valueAt(random.nextDouble());
        double small = number.bounds().whole()
                ? Math.max(number.bounds().least(), Math.min(value, 1 + random.nextInt(4)))
                : value;
        return setting.with(settings, setting.ofNumber(small));
    }
}
