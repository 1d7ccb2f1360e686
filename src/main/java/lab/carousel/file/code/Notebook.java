package lab.carousel.file.code;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.carousel.file.json.JsonText;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * Exports an experiment as a Jupyter notebook (nbformat 4.5) for Keras or PyTorch: the {@link Program} in cells, with
 * the names of the tutorial and text between them.
 */
public final class Notebook {

    public static final String EXTENSION = ".ipynb";
    public static final List<Library> LIBRARIES = List.of(Library.KERAS, Library.PYTORCH);

    private static final Pattern HEADING = Pattern.compile("(?m)^# ---- (.+?) -+$");
    private static final Pattern INTRODUCTION = Pattern.compile("(?s)\\A\"\"\".*?\"\"\"\\s*");
    private static final int MINOR = 5;
    private static final String SERIES = "series";

    /** Headings of programs, with the message keys of their texts. */
    private static final Map<String, String> SECTIONS = Map.ofEntries(
            Map.entry("The task", "task"),
            Map.entry("The series", SERIES),
            Map.entry("The hyperparameters", "hyperparameters"),
            Map.entry("Random numbers", "random"),
            Map.entry("The initial weights", "weights"),
            Map.entry("The network", "network"),
            Map.entry("What is learned when", "schedule"),
            Map.entry("One update", "update"),
            Map.entry("How well it does", "evaluation"),
            Map.entry("How good the forecast is", "forecast"),
            Map.entry("Training", "training"),
            Map.entry("Training and forecasts", "forecasts"));

    private final Library library;
    private final ArrayNode cells = JsonNodeFactory.instance.arrayNode();

    private Notebook(Library library) {
        this.library = library;
    }

    /**
     * JSON of a notebook, in the current language.
     *
     * @param library one of {@link #LIBRARIES}
     * @throws InvalidInput if it would train something else there
     */
    public static String of(Experiment experiment, Library library) {
        Notebook notebook = new Notebook(library);
        String program = INTRODUCTION.matcher(Program.of(experiment, library)).replaceFirst("");
        Map<String, String> sections = sections(program);
        notebook.words(
                sections.containsKey(SERIES) ? "code.notebook.title.series" : "code.notebook.title", library.title());
        sections.forEach(notebook::section);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("cells", notebook.cells);
        ObjectNode metadata = root.putObject("metadata");
        metadata.putObject("kernelspec")
                .put("display_name", "Python 3")
                .put("language", "python")
                .put("name", "python3");
        metadata.putObject("language_info").put("name", "python");
        root.put("nbformat", 4).put("nbformat_minor", MINOR);
        return JsonText.text(root);
    }

    /** Whether a name asks for a notebook, where there is one for the library. */
    public static boolean isNamedLikeOne(Path file, Library library) {
        return LIBRARIES.contains(library)
                && file.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    /** Sections of a program by their keys; what comes before the first heading is {@code imports}. */
    private static Map<String, String> sections(String program) {
        Map<String, String> sections = new LinkedHashMap<>();
        List<MatchResult> headings = HEADING.matcher(program).results().toList();
        sections.put("imports", program.substring(0, headings.get(0).start()));
        for (int index = 0; index < headings.size(); index++) {
            MatchResult heading = headings.get(index);
            int end = index + 1 < headings.size() ? headings.get(index + 1).start() : program.length();
            String key = SECTIONS.getOrDefault(heading.group(1), "");
            if (key.isEmpty()) {
                throw new IllegalStateException("nothing is said of: " + heading.group(1));
            }
            sections.put(key, program.substring(heading.end(), end));
        }
        return sections;
    }

    private void section(String key, String code) {
        words("code.notebook." + key, library.title());
        if (library == Library.KERAS
                && List.of("network", "update", "evaluation").contains(key)) {
            words("code.notebook.keras." + key);
        }
        String named =
                switch (key) {
                    case SERIES -> code; // its names are those of channels
                    case "task" -> TutorialNames.task(code);
                    default -> TutorialNames.code(code);
                };
        cell("code", named.strip()).putNull("execution_count").putArray("outputs");
    }

    private void words(String key, Object... values) {
        cell("markdown", Message.text(key, values));
    }

    private ObjectNode cell(String kind, String text) {
        ObjectNode cell = cells.addObject();
        cell.put("cell_type", kind);
        cell.put("id", String.format(Locale.ROOT, "cell-%02d", cells.size()));
        cell.putObject("metadata");
        ArrayNode source = cell.putArray("source");
        String[] lines = text.split("(?<=\n)");
        for (String line : lines) {
            source.add(line);
        }
        return cell;
    }

    /**
     * Renames variables of a Python program to those of the tutorial that is Carousel's reference (Jason Brownlee,
     * "Demonstration of Memory with a Long Short-Term Memory Network in Python"), so that its readers recognise them.
     */
    static final class TutorialNames {

        private static final Map<Pattern, String> CONSTANTS = new LinkedHashMap<>();
        /** Also an English word: replaced only in code. */
        private static final Pattern NETWORK = Pattern.compile("\\bnetwork\\b");

        private static final Pattern LISTED = Pattern.compile("(?m)^    \\[(.*)],$");

        static {
            CONSTANTS.put(Pattern.compile("\\bUNITS\\b"), "n_neurons");
            CONSTANTS.put(Pattern.compile("\\bEPOCHS\\b"), "n_epoch");
            CONSTANTS.put(Pattern.compile("\\bBATCH_SIZE\\b"), "n_batch");
            CONSTANTS.put(Pattern.compile("\\bK\\b"), "n_features");
        }

        private TutorialNames() {}

        /** The task with a variable for each sequence: {@code seq1}, {@code seq2} and so on. */
        static String task(String code) {
            List<String> names = new ArrayList<>();
            String listed = LISTED.matcher(code).replaceAll(sequence -> {
                names.add("seq" + (names.size() + 1));
                return Matcher.quoteReplacement(names.get(names.size() - 1) + " = [" + sequence.group(1) + "]");
            });
            return listed.replaceFirst("SEQUENCES = \\[\n", "")
                    .replaceFirst("(?m)^]$", "SEQUENCES = [" + String.join(", ", names) + "]");
        }

        /** Renames in code without symbols. */
        static String code(String code) {
            List<String> lines = new ArrayList<>();
            boolean isText = false;
            for (String line : code.lines().toList()) {
                String named = line;
                for (Map.Entry<Pattern, String> constant : CONSTANTS.entrySet()) {
                    named = constant.getKey().matcher(named).replaceAll(constant.getValue());
                }
                boolean hasQuotes = named.contains("\"\"\"");
                if (!isText && !hasQuotes) {
                    int comment = named.indexOf('#');
                    String before = comment < 0 ? named : named.substring(0, comment);
                    named = NETWORK.matcher(before).replaceAll("model") + named.substring(before.length());
                }
                if (hasQuotes && named.indexOf("\"\"\"") == named.lastIndexOf("\"\"\"")) {
                    isText = !isText;
                }
                lines.add(named);
            }
            return String.join("\n", lines);
        }
    }
}
