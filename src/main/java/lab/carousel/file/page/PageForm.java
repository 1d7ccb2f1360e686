package lab.carousel.file.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.file.experiment.ExperimentValues;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.ValuePlace;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Domain;
import lab.carousel.task.Alphabet;
import lab.carousel.task.ListedSequences;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;

/**
 * The experiment of the page: as its scripts have it, which is as files have it but with all settings; as its form and addresses
 * show it, a text for each field; and as it is read from there. The fields of settings have their names.
 */
public final class PageForm {

    public static final String SEQUENCES = ListedSequences.SEQUENCES;
    public static final String ALPHABET = ListedSequences.ALPHABET;
    public static final String SETS = ListedSequences.SETS;
    /** The fields of the task. */
    static final List<String> OF_TASK = List.of(SEQUENCES, ALPHABET, SETS);

    private static final List<String> TRUTHS = List.of("true", "false");

    private final Experiment given;
    private final Map<String, String> typed;
    private final Map<String, String> complaints = new LinkedHashMap<>();

    private PageForm(Map<String, String> typed, Experiment given) {
        this.typed = typed;
        this.given = given;
    }

    // ---- As the scripts have it
    // -----------------------------------------------------------------------------------------------

    /** An experiment as values of JSON. */
    public static Map<String, Object> written(Experiment experiment) {
        Hyperparameters values = experiment.hyperparameters();
        Map<String, Object> settings = new LinkedHashMap<>();
        Settings.ALL.forEach(setting -> settings.put(setting.name(), setting.written(values)));
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("engine", "kernel");
        written.put("task", experiment.task().supply().values());
        written.put("hyperparameters", settings);
        return written;
    }

    /** The experiment of such values. */
    public static Experiment experiment(Object written) {
        JsonValue root = json(written);
        return new Experiment(
                ExperimentValues.task(root.member("task")),
                ExperimentValues.read(
                        Hyperparameters.reference(),
                        root.member("hyperparameters").members()),
                EngineName.KERNEL);
    }

    private static JsonValue json(Object value) {
        ValuePlace nowhere = InvalidInput::new;
        if (value instanceof Map<?, ?> map) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            map.forEach((name, each) -> members.put((String) name, json(each)));
            return new JsonValue(nowhere, JsonKind.OBJECT, members);
        }
        if (value instanceof List<?> list) {
            List<JsonValue> elements = list.stream().map(PageForm::json).toList();
            return new JsonValue(nowhere, JsonKind.LIST, elements);
        }
        if (value instanceof Number number) {
            double size = number.doubleValue();
            boolean isWhole = size == Math.floor(size) && Math.abs(size) < Long.MAX_VALUE;
            return new JsonValue(
                    nowhere,
                    isWhole ? JsonKind.WHOLE_NUMBER : JsonKind.NUMBER,
                    isWhole ? Long.toString((long) size) : Double.toString(size));
        }
        return new JsonValue(nowhere, value instanceof Boolean ? JsonKind.TRUTH : JsonKind.TEXT, value.toString());
    }

    // ---- As the form shows it
    // -------------------------------------------------------------------------------------------------

    /** The texts of the fields: symbols with blanks between them, sequences a line each, settings as files write them. */
    public static Map<String, String> texts(Experiment experiment) {
        Map<String, String> texts = new LinkedHashMap<>();
        Task task = experiment.task();
        texts.put(ALPHABET, String.join(" ", task.alphabet().symbols()));
        texts.put(
                SEQUENCES,
                String.join("\n", task.sequences().stream().map(Sequence::text).toList()));
        texts.put(SETS, String.valueOf(task.sets()));
        Settings.ALL.forEach(setting -> texts.put(setting.name(), text(setting, experiment.hyperparameters())));
        return texts;
    }

    /** Whether the fields of the task can be changed. */
    static boolean isTyped(Experiment experiment) {
        return experiment.task().supply().typed().isPresent();
    }

    static String text(Setting<?> setting, Hyperparameters values) {
        String written = setting.writtenText(values);
        return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
    }

    /** Why settings have no influence, by their names. */
    private static Map<String, String> idle(Hyperparameters values) {
        Map<String, String> idle = new LinkedHashMap<>();
        Settings.ALL.forEach(
                setting -> setting.obstacle(values).ifPresent(why -> idle.put(setting.name(), why.text())));
        return idle;
    }

    /**
     * The settings that have fields, in groups: { title, isOpen, fields: [{ name, label, explanation, options: [{ value, word }], isTyped }] },
     * each word a key. What is typed is a number, or one of the options if there are any.
     */
    static List<Map<String, Object>> groups() {
        List<Map<String, Object>> groups = new ArrayList<>();
        for (Settings.Group group : Settings.Group.values()) {
            List<Map<String, Object>> fields = group.settings().stream()
                    .filter(setting -> setting != Settings.LAST_STEP_WEIGHT)
                    .map(PageForm::field)
                    .toList();
            groups.add(Map.of(
                    "title",
                    "hyperparameters.group." + group,
                    "isOpen",
                    group == Settings.Group.ESSENTIAL,
                    "fields",
                    fields));
        }
        return groups;
    }

    /** The two parts of the weights of the loss are one field. */
    private static Map<String, Object> field(Setting<?> setting) {
        boolean isPart = setting == Settings.LOSS_ON;
        String own = "hyperparameters." + setting.name() + ".";
        Domain<?> domain = isPart ? Settings.LOSS_WEIGHTING.domain() : setting.domain();
        List<Map<String, String>> options = new ArrayList<>();
        if (domain instanceof Domain.Choice<?> choice) {
            choice.options()
                    .forEach(option ->
                            options.add(Map.of("value", domain.wordList().get(options.size()), "word", own + option)));
        } else {
            domain.wordList().forEach(word -> options.add(Map.of("value", word, "word", own + word(setting, options))));
        }
        return Map.of(
                "name",
                isPart ? Settings.LOSS_WEIGHTING.name() : setting.name(),
                "label",
                own + "label",
                "explanation",
                own + "explanation",
                "options",
                options,
                "isTyped",
                domain.numbers().isPresent(),
                "hasWords",
                domain.numbers().isPresent() && !options.isEmpty());
    }

    private static String word(Setting<?> setting, List<?> before) {
        return setting.domain() instanceof Domain.Choice<?> choice
                ? choice.options().get(before.size()).toString()
                : "word";
    }

    // ---- As it is read
    // --------------------------------------------------------------------------------------------------------

    /**
     * Reads texts of fields. What is not among them is taken from the experiment that was given, and its alphabet too if that
     * has all symbols.
     *
     * @return { complaints: { field: why }, idle: { field: why it has no influence }, experiment (left out with a complaint) }
     */
    public static Map<String, Object> read(Map<String, String> typed, Experiment given) {
        PageForm form = new PageForm(typed, given);
        Optional<Task> task = form.task();
        Hyperparameters values = form.values();
        Map<String, Object> read = new LinkedHashMap<>();
        if (task.isPresent() && form.complaints.isEmpty()) {
            form.check(Settings.LAG.name(), () -> new Experiment(task.get(), values, EngineName.KERNEL))
                    .filter(form::fits)
                    .ifPresent(experiment -> read.put("experiment", written(experiment)));
        }
        read.put("complaints", form.complaints);
        read.put("idle", idle(values));
        return read;
    }

    /** What something gives; empty with a complaint at the field of its message, or at this one. */
    private <T> Optional<T> check(String field, Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (InvalidInput invalid) {
            String[] key = invalid.problem().key().split("\\.");
            boolean isOther = key[0].equals("model") && Settings.named(key[1]).isPresent();
            complaints.putIfAbsent(isOther ? key[1] : field, invalid.problem().text());
            return Optional.empty();
        }
    }

    private boolean fits(Experiment experiment) {
        Optional<Message> obstacle = PageLimits.obstacle(experiment);
        boolean isLong = experiment.task().steps() > PageLimits.MOST_STEPS;
        obstacle.ifPresent(why -> complaints.put(isLong ? SEQUENCES : Settings.HIDDEN_UNITS.name(), why.text()));
        return obstacle.isEmpty();
    }

    private Optional<Task> task() {
        String lines = typed.get(SEQUENCES);
        String named = typed.get(ALPHABET);
        if (!isTyped(given) || (lines == null && named == null && !typed.containsKey(SETS))) {
            return Optional.of(given.task());
        }
        String all = lines == null ? String.valueOf(texts(given).get(SEQUENCES)) : lines;
        List<String> sequences =
                Stream.of(all.split("\n")).filter(line -> !line.isBlank()).toList();
        Optional<Alphabet> alphabet = check(
                named == null ? SEQUENCES : ALPHABET,
                () -> new Alphabet(
                        named == null ? symbolsOf(sequences, given.task().alphabet()) : Sequence.symbolsIn(named)));
        Optional<Boolean> sets = check(SETS, this::sets);
        return alphabet.flatMap(symbols -> check(
                SEQUENCES,
                () -> new Task(new ListedSequences(
                        symbols,
                        IntStream.range(0, sequences.size())
                                .mapToObj(s -> sequence(s, sequences.get(s)))
                                .toList(),
                        sets.orElse(false)))));
    }

    private boolean sets() {
        String text = typed.get(SETS);
        if (text == null) {
            return given.task().sets();
        }
        if (!TRUTHS.contains(text)) {
            throw new InvalidInput("file.word.unknown", text, String.join(", ", TRUTHS));
        }
        return Boolean.parseBoolean(text);
    }

    private static Sequence sequence(int number, String text) {
        try {
            return Sequence.parse(text);
        } catch (InvalidInput invalid) {
            throw new InvalidInput("page.problem.sequence", number + 1, invalid.problem());
        }
    }

    /** The symbols of the usual alphabet if it has all, otherwise as they come. */
    static List<String> symbolsOf(List<String> sequences, Alphabet usual) {
        Set<String> symbols = new LinkedHashSet<>();
        sequences.forEach(line -> symbols.addAll(Sequence.symbolsIn(line)));
        return usual.symbols().containsAll(symbols) ? usual.symbols() : List.copyOf(symbols);
    }

    private Hyperparameters values() {
        Hyperparameters values = Hyperparameters.reference();
        for (Setting<?> setting : Settings.ALL) {
            Hyperparameters before = values;
            String text = typed.get(setting.name());
            values = check(
                            setting.name(),
                            () -> text == null
                                    ? setting.copy(given.hyperparameters(), before)
                                    : with(setting, before, text.strip()))
                    .orElse(before);
        }
        return values;
    }

    /** Nothing typed is the first word, where there is one. */
    private <T> Hyperparameters with(Setting<T> setting, Hyperparameters values, String text) {
        Domain<T> domain = setting.domain();
        Stream<String> words = domain.wordList().stream();
        boolean isEmpty = text.isEmpty() && domain.numbers().isPresent();
        Optional<T> word =
                words.filter(each -> isEmpty || each.equals(text)).findFirst().flatMap(domain::ofWord);
        if (word.isPresent()) {
            return setting.with(values, word.get());
        }
        if (domain.numbers().isEmpty()) {
            throw new InvalidInput("file.word.unknown", text, String.join(", ", domain.wordList()));
        }
        double number = number(setting, domain.numbers().get().bounds().whole(), text);
        int most = Math.max(PageLimits.MOST_EPOCHS, given.hyperparameters().get(Settings.EPOCHS));
        if (setting.name().equals(Settings.EPOCHS.name()) && number > most) {
            throw new InvalidInput("hyperparameters.epochs.range", 0, most);
        }
        return setting.with(values, setting.ofNumber(number));
    }

    private static double number(Setting<?> setting, boolean isWhole, String text) {
        InvalidInput none = new InvalidInput("hyperparameters." + setting.name() + ".notANumber");
        try {
            return isWhole
                    ? TypedNumber.whole(text, -Hyperparameters.MAX_SEED, Hyperparameters.MAX_SEED + 1)
                            .orElseThrow(() -> none)
                    : TypedNumber.decimal(text);
        } catch (NumberFormatException noNumber) {
            throw none;
        }
    }
}
