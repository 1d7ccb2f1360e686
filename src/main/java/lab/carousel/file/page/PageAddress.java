package lab.carousel.file.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.Message;

/**
 * An experiment and what is looked at in it as the fragment of an address of the page, and back:
 *
 * <pre>
 *   task=3+0+1+2+3,4+0+1+2+4&amp;updateInterval=4&amp;seed=7&amp;epoch=120&amp;sequence=2&amp;step=4&amp;lesson=was-it-memory
 * </pre>
 *
 * Settings have the names and the words of files. An address is one more source of the texts of the form. What stands in the base
 * is left out: the tutorial, or what the step of a lesson trains.
 */
public final class PageAddress {

    /** Names of what is looked at, in their order. */
    private static final List<String> LOOKED_AT =
            List.of("lesson", "lessonStep", "epoch", "sequence", "step", "layer", "unit", "place");

    private static final String TASK = "task";
    private static final String PLAIN = "-_.!~*'()";
    private static final int LONGEST_QUOTED = 24;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> asked = new LinkedHashMap<>();
    private final Map<String, Object> lookedAt = new LinkedHashMap<>();
    private final List<Map<String, Object>> complaints = new ArrayList<>();

    private PageAddress(String fragment) {
        if (fragment.length() > PageLimits.LONGEST_ADDRESS) {
            complain("#", "long", fragment.length(), PageLimits.LONGEST_ADDRESS);
            return;
        }
        Set<String> seen = new HashSet<>();
        Stream.of(fragment.split("&")).filter(part -> !part.isEmpty()).forEach(part -> {
            int end = part.contains("=") ? part.indexOf('=') : part.length();
            String name = part.substring(0, end);
            if (seen.add(name)) {
                read(part, name, part.substring(Math.min(end + 1, part.length())));
            } else {
                complain(quotable(part), "again");
            }
        });
    }

    private void complain(String field, String key, Object... values) {
        complaints.add(Map.of("field", field, "text", Message.text("page.problem." + key, values)));
    }

    /** A text as a message can quote it. */
    private static String quotable(String text) {
        return text.codePointCount(0, text.length()) > LONGEST_QUOTED
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTED)) + "…"
                : text;
    }

    // ---- Writing
    // ------------------------------------------------------------------------------------------------------------

    /**
     * The fragment, without its #.
     *
     * @param lookedAt numbers and words by some of the names
     */
    public static String written(Experiment experiment, Experiment base, Map<String, Object> lookedAt) {
        List<String> fields = new ArrayList<>();
        Task task = experiment.task();
        if (!task.equals(base.task())) {
            List<String> lines = task.sequences().stream().map(Sequence::text).toList();
            fields.add(TASK + "="
                    + task.sequences().stream()
                            .map(sequence -> encoded(sequence.symbols()))
                            .collect(Collectors.joining(",")));
            List<String> usual = PageForm.symbolsOf(lines, base.task().alphabet());
            if (!task.alphabet().symbols().equals(usual)) {
                fields.add(PageForm.ALPHABET + "=" + encoded(task.alphabet().symbols()));
            }
            if (task.sets() != base.task().sets()) {
                fields.add(PageForm.SETS + "=" + task.sets());
            }
        }
        for (Setting<?> setting : Settings.ALL) {
            String text = PageForm.text(setting, experiment.hyperparameters());
            if (!text.equals(PageForm.text(setting, base.hyperparameters()))) {
                fields.add(setting.name() + "=" + encoded(List.of(text.split(" "))));
            }
        }
        LOOKED_AT.stream().filter(lookedAt::containsKey).forEach(name -> {
            Object value = lookedAt.get(name);
            String text = value instanceof Number number ? Integer.toString(number.intValue()) : (String) value;
            fields.add(name + "=" + encoded(List.of(text)));
        });
        return String.join("&", fields);
    }

    private static String encoded(List<String> symbols) {
        return symbols.stream().map(PageAddress::encoded).collect(Collectors.joining("+"));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xFF);
            boolean isPlain = letter < 128 && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0);
            if (isPlain) {
                encoded.append(letter);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(letter >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(letter & 15, 16)));
            }
        }
        return encoded.toString();
    }

    // ---- Reading
    // ------------------------------------------------------------------------------------------------------------

    /**
     * What an address is read beside.
     *
     * @param lessons of the page
     * @param usual   of the lessons the one of an address that names none; empty if there is none
     * @param base    of an address outside of lessons
     * @param places  of the page
     */
    public record Context(List<Taught> lessons, String usual, Experiment base, List<String> places) {}

    /**
     * A lesson.
     *
     * @param steps what each sets up, if it sets up anything
     */
    public record Taught(String name, List<Optional<Experiment>> steps) {}

    /**
     * What a fragment names: { lesson (left out without one), lessonStep (from 1), isOfForm (whether it names settings), experiment
     * (left out with a complaint), lookedAt (what is looked at, as numbers and words that lie in it), complaints: [{ field, text }] }.
     */
    public static Map<String, Object> read(String fragment, Context context) {
        PageAddress address = new PageAddress(fragment);
        Map<String, Object> read = new LinkedHashMap<>();
        address.oneOf("lesson", context.lessons.stream().map(Taught::name).toList());
        String name = (String) address.lookedAt.getOrDefault("lesson", context.usual);
        Optional<Taught> lesson =
                context.lessons.stream().filter(each -> each.name.equals(name)).findFirst();
        address.whole("lessonStep", 1, lesson.map(each -> each.steps.size()).orElse(1));
        int step = (int) address.lookedAt.getOrDefault("lessonStep", 1);
        lesson.ifPresent(each -> read.put("lesson", each.name));
        read.put("lessonStep", step);
        read.put("isOfForm", !address.texts.isEmpty());
        address.lookedAt.clear();
        Experiment base = lesson.flatMap(each -> each.steps.get(step - 1)).orElse(context.base);
        if (!PageForm.isTyped(base)) {
            PageForm.OF_TASK.stream()
                    .filter(address.texts::containsKey)
                    .forEach(field -> address.complain(shown(field), "drawn"));
        }
        Map<String, Object> form = PageForm.read(address.texts, base);
        ((Map<?, ?>) form.getOrDefault("complaints", Map.of()))
                .forEach((field, text) -> address.complaints.add(Map.of("field", shown((String) field), "text", text)));
        Object experiment = form.get("experiment");
        if (experiment != null) {
            address.look(PageForm.experiment(experiment), context.places);
            if (address.complaints.isEmpty()) {
                read.put("experiment", experiment);
            }
        }
        read.put("lookedAt", address.lookedAt);
        read.put("complaints", address.complaints);
        return read;
    }

    /** The name in an address of a field of the form. */
    private static String shown(String field) {
        return field.equals(PageForm.SEQUENCES) ? TASK : field;
    }

    private void read(String part, String name, String text) {
        try {
            if (name.equals(TASK)) {
                List<String> lines = new ArrayList<>();
                for (String line : text.split(",")) {
                    lines.add(decoded(line));
                }
                texts.put(PageForm.SEQUENCES, String.join("\n", lines));
            } else if (name.equals(PageForm.ALPHABET)
                    || name.equals(PageForm.SETS)
                    || Settings.named(name).isPresent()) {
                texts.put(name, decoded(text));
            } else if (LOOKED_AT.contains(name)) {
                asked.put(name, decoded(text));
            } else {
                complain(quotable(part), "field");
            }
        } catch (CharacterCodingException notEncoded) {
            complain(quotable(name), "encoding");
        }
    }

    private static String decoded(String text) throws CharacterCodingException {
        byte[] given = text.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(given.length);
        for (int at = 0; at < given.length; at++) {
            if (given[at] == '%') {
                int high = at + 2 < given.length ? Character.digit((char) given[at + 1], 16) : -1;
                int low = at + 2 < given.length ? Character.digit((char) given[at + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new CharacterCodingException();
                }
                decoded.put((byte) (16 * high + low));
                at += 2;
            } else {
                decoded.put(given[at]);
            }
        }
        byte[] bytes = Arrays.copyOf(decoded.array(), decoded.position());
        String characters = new String(bytes, StandardCharsets.UTF_8);
        // Each character has one encoding; in a browser the decoder takes others, too
        if (!Arrays.equals(bytes, characters.getBytes(StandardCharsets.UTF_8))) {
            throw new CharacterCodingException();
        }
        return characters;
    }

    private void look(Experiment experiment, List<String> places) {
        List<Integer> steps = experiment.task().sequences().stream()
                .map(sequence -> sequence.symbols().size() - 1)
                .toList();
        whole("epoch", 0, experiment.hyperparameters().get(Settings.EPOCHS));
        whole("sequence", 1, Math.max(1, steps.size()));
        int sequence = (int) lookedAt.getOrDefault("sequence", 1);
        whole("step", 1, steps.isEmpty() ? 0 : steps.get(sequence - 1));
        whole("unit", 1, experiment.layout().allUnits());
        oneOf(
                "layer",
                PageView.layers(experiment).stream().map(HeatmapLayer::letter).toList());
        oneOf("place", places);
    }

    private void whole(String name, int least, int most) {
        String text = asked.get(name);
        if (text == null) {
            return;
        }
        int number = text.strip().matches("[0-9]{1,9}") ? Integer.parseInt(text.strip()) : -1;
        if (number >= least && number <= most) {
            lookedAt.put(name, number);
        } else {
            complain(name, "whole", least, most);
        }
    }

    private void oneOf(String name, List<String> values) {
        String text = asked.get(name);
        if (text != null && values.contains(text)) {
            lookedAt.put(name, text);
        } else if (text != null) {
            complain(name, "choice", String.join(", ", values));
        }
    }
}
