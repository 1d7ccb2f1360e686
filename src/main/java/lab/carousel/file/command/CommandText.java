package lab.carousel.file.command;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.file.experiment.HyperparameterSettings;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Preset;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.task.Task;
import lab.carousel.text.FileNumber;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Words;

/** Lines of the command line that do what the window does. */
public final class CommandText {

    public static final String PROGRAM = "carousel";
    public static final String TRAIN = "train";
    public static final String STUDY = "study";
    public static final String PRESET = "--preset";
    public static final String SET = "--set";
    public static final String SETS = "--sets";
    public static final String ENGINE = "--engine";
    public static final String REPORT = "--report";
    public static final String REPORT_VIEWS = "--report-views";
    public static final String LESSON = "--lesson";
    public static final String WIDTH = "--animation-width";
    public static final String SPEED = "--animation-speed";
    public static final String SECONDS = "--animation-seconds";
    public static final String OUT = "--out";
    public static final String SEEDS = "--seeds";

    private static final boolean IS_WINDOWS = File.separatorChar == '\\';
    /** What no shell reads as anything else. */
    private static final Pattern PLAIN = Pattern.compile(IS_WINDOWS ? "[\\w./:=+\\\\-]+" : "[\\w./:=+-]+");
    /** What shells read as something else even between double quotes. */
    private static final Pattern READ_IN_QUOTES = Pattern.compile(IS_WINDOWS ? "[$`\"]" : "[$`\"\\\\!]");
    /** What ends a line or steers a terminal; Windows has no such file names. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    /** What the Debian package links as {@value #PROGRAM}. */
    static final String LINKED = "/opt/carousel/bin/Carousel";

    private CommandText() {}

    /** A line of words, each as the shells of the system need it: bash and zsh, or cmd and PowerShell. */
    public static String line(List<String> words) {
        return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        if (!IS_WINDOWS && CONTROL.matcher(word).find()) {
            String bare = word.replace("\\", "\\\\").replace("'", "\\'");
            return "$'" + CONTROL.matcher(bare).replaceAll(found -> octal(found.group())) + "'";
        }
        if (!READ_IN_QUOTES.matcher(word).find()) {
            return '"' + word + '"';
        }
        return "'" + word.replace("'", IS_WINDOWS ? "''" : "'\\''") + "'";
    }

    /** The bytes of a character as bash and zsh read them; the backslashes are doubled for the replacement. */
    private static String octal(String character) {
        StringBuilder text = new StringBuilder();
        for (byte part : character.getBytes(StandardCharsets.UTF_8)) {
            text.append(String.format(Locale.ROOT, "\\\\%03o", Byte.toUnsignedInt(part)));
        }
        return text.toString();
    }

    /**
     * The words as they work on this machine: they begin with what started the program, the launcher of a package or
     * {@code java -jar}. On Windows the launcher beside it has a console.
     *
     * @param system its properties
     */
    public static List<String> here(List<String> words, Properties system) {
        String launcher = system.getProperty("jpackage.app-path", "");
        String jar = system.getProperty("java.class.path", "");
        List<String> program = List.of(PROGRAM);
        if (!launcher.isEmpty() && !launcher.equals(LINKED)) {
            program = List.of(launcher.replaceFirst("Carousel\\.exe$", "carousel-console.exe"));
        } else if (launcher.isEmpty() && jar.endsWith(".jar") && !jar.contains(File.pathSeparator)) {
            program = List.of("java", "-jar", Path.of(jar).toAbsolutePath().toString());
        }
        return Stream.concat(program.stream(), words.stream().skip(1)).toList();
    }

    /** The words that train an experiment; empty if its task stands in no preset, or its settings only in a file. */
    public static Optional<List<String>> train(Experiment experiment) {
        Task task = experiment.task();
        return Preset.all().stream()
                .filter(preset -> preset.experiment().task().equals(task.sets() ? task.withSets(false) : task))
                .findFirst()
                .map(preset -> Stream.of(
                                Stream.of(PROGRAM, TRAIN),
                                preset.experiment().equals(Experiment.reference())
                                        ? Stream.<String>of()
                                        : Stream.of(PRESET, preset.key()),
                                task.sets() ? Stream.of(SETS) : Stream.<String>of(),
                                differences(preset.experiment(), experiment).stream())
                        .flatMap(words -> words)
                        .toList())
                .filter(words -> isSaid(words, experiment));
    }

    /** The words that train the experiment in a file. */
    public static List<String> train(Path file) {
        return List.of(PROGRAM, TRAIN, file.toString());
    }

    private static List<String> differences(Experiment base, Experiment experiment) {
        List<String> words = new ArrayList<>();
        for (Setting<?> setting : Settings.ALL) {
            if (!setting.get(base.hyperparameters()).equals(setting.get(experiment.hyperparameters()))) {
                words.add(SET);
                words.add(setting.name() + "=" + written(setting, experiment.hyperparameters()));
            }
        }
        if (base.engine() != experiment.engine()) {
            words.add(ENGINE);
            words.add(Words.of(EngineName.class).word(experiment.engine()));
        }
        return words;
    }

    private static String written(Setting<?> setting, Hyperparameters values) {
        Object written = setting.written(values);
        return written instanceof Double number ? FileNumber.text(number) : written.toString();
    }

    /** Whether what the command line makes of the words is the experiment: it refuses a setting without influence. */
    private static boolean isSaid(List<String> words, Experiment experiment) {
        List<String> settings = new ArrayList<>();
        Experiment base = Experiment.reference();
        for (int word = 0; word < words.size(); word++) {
            if (words.get(word).equals(SET)) {
                settings.add(words.get(word + 1));
            } else if (words.get(word).equals(PRESET)) {
                base = preset(words.get(word + 1)).experiment();
            }
        }
        try {
            return new HyperparameterSettings(settings)
                    .over(base.hyperparameters())
                    .equals(experiment.hyperparameters());
        } catch (InvalidInput idle) {
            return false;
        }
    }

    /**
     * A preset by its key.
     *
     * @throws InvalidInput if there is none; names all
     */
    public static Preset preset(String key) {
        return Preset.all().stream()
                .filter(preset -> preset.key().equalsIgnoreCase(key))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "cli.option.word",
                        PRESET,
                        Preset.all().stream()
                                .map(preset -> preset.key() + " (" + preset.line() + ")")
                                .collect(Collectors.joining("; ")),
                        key));
    }

    /** The options of an animation that is not as usual. */
    public static List<String> animation(AnimationPlan plan) {
        AnimationPlan usual = AnimationPlan.USUAL;
        return Stream.of(
                        number(WIDTH, plan.width(), usual.width()),
                        number(SPEED, plan.framesPerSecond(), usual.framesPerSecond()),
                        number(SECONDS, plan.seconds(), usual.seconds()))
                .flatMap(words -> words)
                .toList();
    }

    /** The option of a report in which views stand, by their names. */
    public static List<String> views(List<String> names) {
        return names.isEmpty() ? List.of() : List.of(REPORT_VIEWS, String.join(",", names));
    }

    private static Stream<String> number(String option, int value, int usual) {
        return value == usual ? Stream.of() : Stream.of(option, Integer.toString(value));
    }

    /**
     * The words that run a study and write all that comes of it.
     *
     * @param name   of a ready-made study, or a file
     * @param seeds  if they are other ones than the study's
     * @param folder that is written to
     */
    public static List<String> study(String name, OptionalInt seeds, String folder) {
        return Stream.of(
                        Stream.of(PROGRAM, STUDY, name),
                        seeds.stream().boxed().flatMap(number -> Stream.of(SEEDS, Integer.toString(number))),
                        Stream.of(OUT, folder))
                .flatMap(words -> words)
                .toList();
    }
}
