package lab.carousel.file.lesson;

import static lab.carousel.file.json.Codec.field;
import static lab.carousel.file.json.Codec.optionalInt;
import static lab.carousel.file.json.Codec.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.experiment.ExperimentValues;
import lab.carousel.file.experiment.SettingJson;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.CodecField;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.AskedVerdict;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.MeasuredNumber;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Need.Reached.Count;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.lesson.RecallCard;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.Situation;
import lab.carousel.lesson.StepScreen;
import lab.carousel.lesson.StepSetUp;
import lab.carousel.lesson.StepText;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Preset;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.domain.Domain;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.study.automaton.SearchLimits;
import lab.carousel.text.Message;
import lab.carousel.text.Words;
import lab.carousel.training.Pace;

/**
 * Version 1 of the lesson format, a {@code lesson.json} beside the files that it names; {@link #schema} is its JSON
 * schema:
 *
 * <pre>
 *   {
 *     "format": "carousel lesson",
 *     "version": 1,
 *     "title": "Was it memory?",
 *     "minutes": 20,
 *     "summary": "When is a right answer memory, and when luck?",
 *     "answers": ["What is a seed?",
 *       {"question": "What does the loss tell?", "answer": "How far off.", "step": 1, "manual": "window.md#loss"}],
 *     "steps": [
 *       {
 *         "id": "floor",
 *         "title": "The floor",
 *         "text": "floor.md",
 *         "experiment": {"preset": "tutorial"},
 *         "set": {"seed": 4},
 *         "needs": [{"run": "finished"}],
 *         "question": {"text": "How low?", "choices": ["0", "0.07"], "right": 2, "hides": ["loss"], "reason": true},
 *         "observe": [{"text": "Which loss do you read?", "reads": "loss", "within": 0.001}]
 *       }
 *     ]
 *   }
 * </pre>
 */
record LessonCodec(LessonTexts texts) {

    static final Codec<String> WORDS = Codec.TEXT
            .check((text, at) -> {
                if (text.isBlank()) {
                    throw at.place().problem("file.lesson.blank");
                }
            })
            .schema(node -> node.put("pattern", "\\S"));

    private static final Codec<String> ID =
            Codec.matching(Pattern.compile("[a-z0-9][a-z0-9-]{0,39}"), "file.lesson.id");
    private static final int MAX_MINUTES = 600;
    private static final int MAX_STEPS = 100;
    private static final int MAX_FLOORS = 10;
    private static final int MOST_EPOCHS_PER_SECOND = 1_000;
    private static final String FASTEST = "fastest";
    private static final String TASK = "task";
    private static final String VERDICT = "verdict";
    private static final String IN_MARKDOWN = "In Markdown";
    private static final Codec<UnaryOperator<Hyperparameters>> SETTINGS = SettingJson.changes(Settings.names());

    record Written(
            Optional<String> schema,
            String title,
            int minutes,
            String summary,
            String aim,
            List<ReaderQuestion> answers,
            List<WrittenStep> steps) {}

    record WrittenStep(
            Optional<String> id,
            WrittenText words,
            WrittenSetUp setUp,
            StepScreen screen,
            List<Need> needs,
            Optional<ClassQuestion> question,
            Reflection after) {

        /** Without minutes of its own it takes those given. */
        LessonStep numbered(int number, int share) {
            return new LessonStep(
                    id.orElse("step-" + number),
                    new StepText(
                            words.title,
                            words.text.text(),
                            words.text.ofPage(),
                            words.minutes == 0 ? share : words.minutes),
                    setUp.setUp(),
                    screen,
                    needs,
                    question,
                    after);
        }
    }

    record WrittenText(String title, int minutes, LessonTexts.Named text) {}

    record WrittenSetUp(
            Optional<Experiment> experiment,
            Optional<UnaryOperator<Hyperparameters>> set,
            boolean isTrained,
            boolean hasOwnSeeds,
            Optional<Pace> pace) {

        StepSetUp setUp() {
            boolean isChanged = experiment.isPresent() || set.isPresent() || isTrained;
            return new StepSetUp(
                    isChanged ? Optional.of(this::changed) : Optional.empty(), isTrained, hasOwnSeeds, pace);
        }

        private Experiment changed(Experiment before) {
            Experiment base = experiment.orElse(before);
            return set.map(change -> base.with(change.apply(base.hyperparameters())))
                    .orElse(base);
        }
    }

    /** JSON schema of the format, for editors. */
    static String schema() {
        ObjectNode schema = new LessonCodec(new LessonTexts(LessonFiles.ofFolder(Path.of(""), new ReadProgress())))
                .lesson()
                .schema(node -> node.put("$schema", "https://json-schema.org/draft/2020-12/schema")
                        .put("title", "Carousel lesson")
                        .put("description", "lesson.json, version 1; see the page Lessons of the manual")
                        .putObject("$defs")
                        .set("hyperparameters", SettingJson.schema()))
                .schema();
        return JsonText.text(schema);
    }

    Codec<Written> lesson() {
        return Codec.file(
                "carousel lesson",
                "file.format.noLesson",
                Written.class,
                field("$schema", Codec.TEXT).optional().of("schema"),
                field("title", WORDS),
                field("minutes", Codec.whole(1, MAX_MINUTES)),
                field("summary", WORDS),
                said("aim", "What it is for, in a sentence; the summary if left out"),
                each("answers", answer(), "The questions it answers"),
                field("steps", step().list(1, MAX_STEPS, "file.lesson.steps")));
    }

    /** A question alone, or with its answer. */
    private static Codec<ReaderQuestion> answer() {
        Codec<ReaderQuestion> alone = WORDS.as(question -> new ReaderQuestion(question, "", 1, ""));
        Codec<ReaderQuestion> whole = Codec.of(
                ReaderQuestion.class,
                field("question", WORDS),
                said("answer", "In a sentence or two").of("inShort"),
                field("step", Codec.whole(1, MAX_STEPS), "The number of the step that answers it")
                        .orElse(1),
                said("manual", "Where the manual says more, as in networks.md#lag"));
        return Codec.either(List.of(alone, whole), value -> value.kind() == JsonKind.OBJECT ? whole : alone);
    }

    private Codec<WrittenStep> step() {
        return Codec.of(
                WrittenStep.class,
                maybe("id", ID, "The name under which answers to the step are kept; step-N if left out"),
                within(
                        "words",
                        Codec.of(
                                WrittenText.class,
                                field("title", WORDS, "Above the text"),
                                field(
                                                "minutes",
                                                Codec.whole(1, MAX_MINUTES),
                                                "A class needs, about; a share of the rest if left out")
                                        .orElse(0),
                                field("text", file(texts::step), "A Markdown file of the lesson"))),
                within("setUp", setUp()),
                within(
                        "screen",
                        Codec.of(
                                StepScreen.class,
                                each("editors", names(LessonTargets.editors()), "Shown below the text"),
                                maybe("show", names(LessonTargets.places()), "The view of the microscope")
                                        .of("place"),
                                each("point", spot(LessonTargets.all()), "What to frame")
                                        .of("spotlit"),
                                each("lock", spot(LessonTargets.lockable()), "What the class cannot use in this step")
                                        .of("locked"))),
                each("needs", need(), "What must happen before the next step"),
                maybe("question", question(), "Asked before the outcome is revealed"),
                within("after", reflection()));
    }

    private Codec<WrittenSetUp> setUp() {
        return Codec.of(
                WrittenSetUp.class,
                maybe("experiment", experiment(), "Set up when the step is entered for the first time"),
                maybe("set", SETTINGS, "Hyperparameters to change, on top of the experiment or of what is there"),
                flag("trained", "Whether the run that is set up is trained to its end")
                        .of("isTrained"),
                flag(
                                "ownSeeds",
                                "Whether each phone of a class trains its own seed: the question is about a share of networks")
                        .of("hasOwnSeeds"),
                maybe(
                        "pace",
                        pace(),
                        "How fast it trains from this step on: epochs per second, or as fast as it goes"));
    }

    private static <V> CodecField<Optional<V>> maybe(String name, Codec<V> codec, String words) {
        return field(name, codec, words).optional();
    }

    private static <V> CodecField<List<V>> each(String name, Codec<V> codec, String words) {
        return field(name, codec.list(), words).orElse(List.of());
    }

    private static CodecField<String> said(String name, String words) {
        return field(name, WORDS, words).orElse("");
    }

    private static CodecField<Boolean> flag(String name, String words) {
        return field(name, Codec.TRUTH, words).orElse(false);
    }

    private static Codec<String> names(List<String> names) {
        return Codec.oneOf(names, Function.identity());
    }

    private static Codec<WindowSpot> spot(List<WindowSpot> spots) {
        return Codec.oneOf(spots, WindowSpot::name);
    }

    /** A value made of the file of a name. */
    private static <T> Codec<T> file(Function<JsonValue, T> reader) {
        return Codec.reading(reader).schema(node -> node.setAll(WORDS.schema()));
    }

    /** A preset, a file, or an inline experiment. */
    private Codec<Experiment> experiment() {
        Codec<Experiment> preset = Codec.only("preset", Codec.oneOf(Preset.all(), Preset::key))
                .as(Preset::experiment)
                .described("A ready-made experiment");
        Codec<Experiment> named =
                Codec.only("file", file(texts::experiment)).described("An experiment file of the lesson");
        Codec<Experiment> written = ExperimentFile.WITHIN.described("An experiment written here");
        return Codec.either(List.of(preset, named, written), value -> {
            Map<String, JsonValue> members = value.members();
            return members.containsKey("preset") ? preset : members.containsKey("file") ? named : written;
        });
    }

    /** Epochs per second, or the word for the fastest pace. */
    private static Codec<Pace> pace() {
        Codec<Pace> fastest = names(List.of(FASTEST)).as(any -> Pace.FASTEST);
        Codec<Pace> number = Codec.NUMBER
                .check((perSecond, at) -> {
                    if (!(perSecond > 0 && perSecond <= MOST_EPOCHS_PER_SECOND)) {
                        throw at.place().problem("file.lesson.pace", MOST_EPOCHS_PER_SECOND, FASTEST);
                    }
                })
                .as(Pace::epochs)
                .schema(node -> node.put("exclusiveMinimum", 0).put("maximum", MOST_EPOCHS_PER_SECOND));
        return Codec.either(List.of(number, fastest), value -> value.kind() == JsonKind.TEXT ? fastest : number);
    }

    /** A need: a group with one member, named after its kind. */
    private Codec<Need> need() {
        Codec<Integer> count = Codec.whole(1, Hyperparameters.MAX_EPOCHS);
        Map<String, Codec<? extends Need>> kinds = new LinkedHashMap<>();
        add(kinds, "run", names(List.of("finished")), any -> new Need.RunFinished(), "Trained to the end");
        add(kinds, "epoch", count, to -> new Need.Reached(Count.EPOCHS, to), "Trained to this epoch");
        add(kinds, "updates", count, to -> new Need.Reached(Count.UPDATES, to), "This many weight updates");
        add(kinds, "continued", count, Need.ContinuedFrom::new, "Continued from this epoch");
        add(kinds, VERDICT, LessonFile.VERDICT, Need.VerdictGiven::new, "The verdict");
        Codec<Integer> floors = Codec.whole(1, MAX_FLOORS);
        add(
                kinds,
                Situation.FLOORS,
                floors,
                Need.UnderFloors::new,
                "Where numbers are wanted, the loss is under so many floors");
        add(kinds, "value", value(), need -> need, "These values are chosen");
        add(kinds, "trained", value(), Need.TrainedWith::new, "Trained to the end with these values");
        addOfSight(kinds);
        return Codec.either(kinds.values(), group -> {
            List<String> known = List.copyOf(kinds.keySet());
            Map<String, JsonValue> members = group.members(known);
            if (members.size() != 1) {
                throw group.place().problem("file.lesson.oneNeed", String.join(", ", known));
            }
            return kinds.get(members.keySet().iterator().next());
        });
    }

    /** What is operated on, and what is looked at. */
    private static void addOfSight(Map<String, Codec<? extends Need>> kinds) {
        Codec<Integer> units = Codec.whole(1, Hyperparameters.MAX_HIDDEN_UNITS);
        add(kinds, "silenced", units, Need.Silenced::new, "So many units are silenced at once");
        Codec<String> states = names(List.of("h", "c"));
        add(kinds, "transplanted", states, Need.Transplanted::new, "This state is transplanted without the other");
        Codec<Integer> automaton = Codec.whole(1, SearchLimits.MOST_STATES);
        add(
                kinds,
                "automaton",
                automaton,
                size -> new Need.AutomatonFound(size, false),
                "The network's automaton has so many states");
        add(
                kinds,
                "lesionedAutomaton",
                automaton,
                size -> new Need.AutomatonFound(size, true),
                "With units silenced the network's automaton has so many states");
        Codec<String> quantities =
                names(Stream.of(HeatmapLayer.values()).map(HeatmapLayer::letter).toList());
        add(kinds, "quantity", quantities, Need.QuantityShown::new, "The heatmap shows this");
        add(
                kinds,
                Situation.EVALUATION,
                names(List.of(Situation.STEP_BY_STEP, Situation.SAME)),
                how -> how.equals(Situation.SAME) ? new Need.TrainedAlike() : new Need.StepByStepShown(),
                "Looked at step by step, or trained so that this is the same as trained");
        add(kinds, "pinned", names(List.of("run")), any -> new Need.RunPinned(), "A run was pinned");
        List<String> changing = new ArrayList<>(Settings.names());
        changing.add(TASK);
        String changed = "This has another value than when the step was entered";
        add(kinds, "change", names(changing), LessonCodec::changed, changed);
        add(
                kinds,
                "place",
                names(LessonTargets.places()),
                Need.PlaceShown::new,
                "This view of the microscope is shown");
    }

    private static <V> void add(
            Map<String, Codec<? extends Need>> kinds,
            String name,
            Codec<V> codec,
            Function<V, Need> need,
            String words) {
        kinds.put(name, Codec.only(name, codec).as(need).described(words));
    }

    private static Codec<Need.ValueChosen> value() {
        return Codec.<Need.ValueChosen>reading(group -> {
                    Map<String, JsonValue> written = group.members(Settings.names());
                    if (written.isEmpty()) {
                        throw group.place().problem("file.lesson.noValue");
                    }
                    Message shown = written.entrySet().stream()
                            .map(entry -> shown(Settings.named(entry.getKey()).orElseThrow(), entry.getValue()))
                            .reduce((before, next) -> Message.of("lesson.values", before, next))
                            .orElseThrow();
                    return new Need.ValueChosen(shown, written.keySet(), SETTINGS.read(group));
                })
                .schema(node -> node.setAll(SETTINGS.schema()))
                .schema(node -> node.put("minProperties", 1));
    }

    private static Message shown(Setting<?> setting, JsonValue value) {
        Object read = setting.get(ExperimentValues.read(setting, Hyperparameters.reference(), value));
        String key = "hyperparameters." + setting.name();
        Object words = setting.domain() instanceof Domain.Choice
                ? Message.of(key + "." + read)
                : value.kind() != JsonKind.TEXT
                        ? value.content()
                        : read instanceof UpdateInterval
                                ? Message.of("loss.interval.sequence")
                                : read instanceof LossWeighting weighting
                                        ? Message.of("hyperparameters.lossOn."
                                                + (weighting.isLastStepOnly() ? "LAST_STEP" : "ALL_STEPS"))
                                        : Message.of(key + ".word");
        return Message.of("lesson.value", setting.label(), words);
    }

    private static Need changed(String name) {
        Message label = name.equals(TASK)
                ? Message.of("lesson.task")
                : Settings.named(name).orElseThrow().label();
        return new Need.Changed(label, name);
    }

    private static Codec<List<String>> choices() {
        return WORDS.list(2, ClassQuestion.MAX_CHOICES, "file.lesson.choices");
    }

    private static CodecField<OptionalInt> right(String words) {
        return optionalInt(field("right", Codec.fromOne(ClassQuestion.MAX_CHOICES), words));
    }

    private static <T> void checkRight(T question, JsonValue at) {
        if (at.members().containsKey("right")) {
            at.member("right").wholeNumber(1, at.member("choices").elements().size());
        }
    }

    private Codec<ClassQuestion> question() {
        return Codec.of(
                        ClassQuestion.class,
                        field("text", WORDS, "The question, in Markdown"),
                        field("choices", choices()),
                        right("The number of the right choice; left out if it is a matter of opinion"),
                        said("explanation", "Shown after the answers are revealed, in Markdown"),
                        each(
                                "hides",
                                spot(LessonTargets.hideable()),
                                "Covered until the class has answered; left out where the outcome is observed, all that shows it"),
                        flag("reason", "Whether to ask why").of("asksReason"))
                .check(LessonCodec::checkRight);
    }

    private Codec<Reflection> reflection() {
        Codec<RecallCard> card = Codec.of(
                RecallCard.class,
                field("ask", WORDS).of("front"),
                field("answer", WORDS).of("back"));
        Codec<List<Observation>> observe = observation().list(Reflection.MOST_OBSERVATIONS);
        return Codec.of(
                Reflection.class,
                field("observe", observe, "Asked once the outcome is seen, before it is explained")
                        .orElse(List.of())
                        .of("observations"),
                field("recall", card.list(Reflection.MOST_CARDS), "Cards to turn over")
                        .orElse(List.of())
                        .of("cards"),
                flag("transfer", "Whether the step transfers to an experiment not seen before")
                        .of("isTransfer"),
                flag("listTries", "Whether to list the runs of the lesson").of("listsTries"));
    }

    private Codec<Observation> observation() {
        CodecField<String> text = field("text", WORDS, IN_MARKDOWN);
        Codec<Observation.Chosen> chosen = Codec.of(
                        Observation.Chosen.class,
                        text,
                        field("choices", choices()),
                        right("The number of the choice that is right"),
                        maybe("about", spot(LessonTargets.all()), "Where to look"))
                .check(LessonCodec::checkRight)
                .described("A choice");
        Codec<Observation.Judged> judged = Codec.of(
                        Observation.Judged.class,
                        text,
                        field("reads", Codec.words(AskedVerdict.class)).of("of"))
                .described("The verdict of the run, on memory or on a forecast");
        Codec<Observation.Read> read = Codec.of(
                        Observation.Read.class,
                        text,
                        field("reads", Codec.words(MeasuredNumber.class)).of("of"),
                        field("within", tolerance(), "How far the answer may be off"))
                .described("A number read off the screen");
        List<String> verdicts = words(AskedVerdict.class);
        List<String> readings = new ArrayList<>(verdicts);
        readings.addAll(words(MeasuredNumber.class));
        return Codec.either(List.of(chosen, judged, read), value -> {
            JsonValue reads = value.members().get("reads");
            return reads == null ? chosen : verdicts.contains(names(readings).read(reads)) ? judged : read;
        });
    }

    private static <E extends Enum<E>> List<String> words(Class<E> kind) {
        return Stream.of(kind.getEnumConstants()).map(Words.of(kind)::word).toList();
    }

    private static Codec<Double> tolerance() {
        return Codec.NUMBER
                .check((within, at) -> {
                    if (within < 0) {
                        throw at.place().problem("file.lesson.within");
                    }
                })
                .schema(node -> node.put("minimum", 0));
    }
}
